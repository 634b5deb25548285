import assert from 'node:assert/strict';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import type { Annotation, Coding } from '../../src/engine/annotations/types';
import { exportedCoding } from '../../src/engine/interchange/exported';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { coding } from '../unit/builders';

const text = 'T: One.\nC: Two.\nT: Three.\nC: Four.\n';
const now = parseTranscript(text.replace('T: One.\n', 'T: Before.\nC: All.\nT: One.\n'));

function madeIn(source: string, annotations: readonly Annotation[]): Coding {
  const { turns } = parseTranscript(source);
  return coding({
    text: { sha256: textHash(source), turns: fingerprints(turns) },
    coded: [{ from: 2, to: 3 }],
    annotations,
  });
}

const four: Annotation = {
  id: 'a1',
  code: 'bond',
  at: { turn: 4 },
  quote: 'Four.',
  context: { before: '', after: '' },
};

suite('a coding to be exported', () => {
  test('stands in the text as it is now, with the turns its coder judged', () => {
    const { coding: moved, places } = exportedCoding(madeIn(text, [four]), now, false);
    assert.deepEqual([...places.values()], [{ turn: 6, start: 0, end: 5 }]);
    assert.deepEqual(moved.coded, [{ from: 4, to: 5 }]);
  });

  test('is without what nobody has confirmed, and what has no place', () => {
    const moved: Annotation = { ...four, id: 'a2', unconfirmed: { state: 'moved', method: 'quote' } };
    const lost: Annotation = { id: 'a3', code: 'bond', quote: 'Nothing of it.', was: { turn: 2 } };
    const { places } = exportedCoding(madeIn(text, [four, moved, lost]), parseTranscript(text), true);
    assert.deepEqual(
      [...places.keys()].map(({ id }) => id),
      ['a1'],
    );
  });

  test('is taken at its word where it was written by hand', () => {
    const byHand = coding({ annotations: [{ id: 'a1', code: 'bond', at: { turn: 2 } }] });
    assert.equal(exportedCoding(byHand, now, false).places.size, 1);
  });
});
