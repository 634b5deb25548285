import assert from 'node:assert/strict';
import { confirmedAnchors } from '../../src/engine/anchors/reanchor';
import { resolveAnchors } from '../../src/engine/anchors/resolve';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import type { Annotation, Unconfirmed } from '../../src/engine/annotations/types';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { coding } from './builders';

const text = 'T: How was that for you?\nC: I was angry, I think.\n';
const now = { parsed: parseTranscript(text), hash: textHash(text) };
const at = { turn: 2, start: 6, end: 11 };

/** What is known of a place that a file says nobody confirmed, in the very text it was written for. */
function noted(said: Unconfirmed, more: Partial<Annotation> = { at }): unknown[] {
  const one = { id: 'aaaaaaag', code: 'bond', unconfirmed: said, ...more };
  return confirmedAnchors(coding({ annotations: [one], text: { sha256: now.hash } }), now).map(
    ({ state, method, confidence }) => [state, method, confidence],
  );
}

suite('places that nobody confirmed', () => {
  test('are as their file says, and as they were found where it says less', () => {
    assert.deepEqual(noted({ state: 'moved', method: 'words', confidence: 0.7 }), [['moved', 'words', 0.7]]);
    assert.deepEqual(noted({ state: 'changed' }), [['changed', 'hash', 1]]);
    assert.deepEqual(noted({ state: 'changed', method: 'guess', confidence: 7 }), [['changed', 'hash', 1]]);
  });

  test('are so in another text where they stand as they did, and as they are found where they do not', () => {
    const { turns } = now.parsed;
    const one = { id: 'aaaaaaag', at, quote: 'angry', context: { before: 'I was ', after: ', I think.' } };
    const unconfirmed = { state: 'moved', method: 'words', confidence: 0.7 } as const;
    const made = { sha256: now.hash, turns: fingerprints(turns) };
    const found = (next: string, note?: Unconfirmed): unknown => {
      const annotations = [{ ...one, code: 'bond', unconfirmed: note }];
      const other = { parsed: parseTranscript(next), hash: textHash(next) };
      return confirmedAnchors(coding({ annotations, text: made }), other).map(
        ({ state, method, confidence }) => [state, method, confidence],
      );
    };
    assert.deepEqual(found(`T: Hello.\n${text}`, unconfirmed), [['moved', 'words', 0.7]]);
    assert.deepEqual(found(`T: Hello.\n${text}`), [['exact', 'turns', 1]]);
    assert.deepEqual(found('T: How was that for you?', unconfirmed), [['orphan', null, 0]]);
    const edited = text.replace('I was angry', 'I was so angry');
    assert.notDeepEqual(found(edited, unconfirmed), [['moved', 'words', 0.7]]);
  });

  test('are none where the text has no such turn', () => {
    assert.deepEqual(noted({ state: 'moved' }, { at: { turn: 9 } }), [['orphan', null, 0]]);
  });

  test('of which several were offered stay a question, as far as the text has them', () => {
    const places = [at, { turn: 9, start: 0, end: 1 }];
    const annotations = [{ id: 'aaaaaaag', unconfirmed: { state: 'ambiguous', places } } as const];
    const [found] = resolveAnchors({ annotations, text: { sha256: now.hash } }, now.parsed.turns, now.hash);
    assert.deepEqual([found?.state, found?.places, found?.confidence], ['ambiguous', [at], 0]);
  });

  test('of which only the words are written are looked for; blanks are no words', () => {
    const found = (quote: string): unknown =>
      resolveAnchors({ annotations: [{ id: 'aaaaaaag', quote }] }, now.parsed.turns, now.hash)[0]?.at;
    assert.deepEqual(found('How was that for you?'), { turn: 1, start: 0, end: 21 });
    assert.equal(found('  '), null);
    assert.equal(found(''), null);
    assert.equal(found('nowhere to be read'), null);
  });
});
