import assert from 'node:assert/strict';
import { resolveAnchors } from '../../src/engine/anchors/resolve';
import { placesOfAnchors, takeOverText } from '../../src/engine/anchors/takeOver';
import { apply } from '../../src/engine/annotations/apply';
import { checkAgainstText } from '../../src/engine/annotations/check';
import { source, type AnnotationFile } from '../../src/engine/annotations/file';
import { moveRatings, type MoveSpans } from '../../src/engine/annotations/followTurns';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { describe } from '../../src/engine/annotations/quote';
import { render } from '../../src/engine/annotations/render';
import type { At } from '../../src/engine/transcript/at';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { opened } from './annotationFixtures';

const before = [
  'T: How have you been since last week?',
  'C: Mm.',
  'C: Mm.',
  'T: What was that like for you when I said that?',
  'C: I was angry with you, and I wanted you to ask Anna.',
  'T: Dunno what to say to that.',
].join('\n');

const after = before
  .replace('C: Mm.\n', '')
  .replace('I wanted you', 'I had wanted you')
  .replace('Dunno what to say to that.', 'Never.');

/** A coding of the text before, one annotation each, that judged all turns and has a memo on the fifth. */
function codingOf(places: Readonly<Record<string, At>>): AnnotationFile {
  const { turns } = parseTranscript(before);
  const annotations = Object.entries(places).map(([id, at]) => ({
    id,
    code: 'bond',
    at,
    ...describe(turns, at),
  }));
  const coding = {
    alliance: 1,
    transcript: 'a.transcript',
    coder: 'alice',
    role: 'coder' as const,
    text: { sha256: textHash(before), turns: fingerprints(turns) },
    coded: [{ from: 1, to: 6 }],
    annotations,
    episodes: [],
    ratings: [],
    memos: [{ id: 'memoooon', text: 'A thought.', at: { turn: 4 } }],
    decisions: [],
    comments: [],
    conflicts: [],
    log: [],
  };
  return opened(render(coding));
}

function takenOver(file: AnnotationFile, text: string): ReturnType<typeof takeOverText> {
  const { turns } = parseTranscript(text);
  const anchors = resolveAnchors(file.coding, turns, textHash(text));
  const now = { sha256: textHash(text), turns: fingerprints(turns) };
  return takeOverText(file, turns, now, placesOfAnchors(file.coding.annotations, anchors));
}

suite('a coding goes over to a text that changed', () => {
  const places = {
    exactlyy: { turn: 4, start: 0, end: 13 },
    changedd: { turn: 5, start: 0, end: 51 },
    unclearr: { turn: 2, start: 0, end: 3 },
    nowheree: { turn: 6, start: 0, end: 26 },
  };

  test('what is certain stands there, what is not says how it was found, what is nowhere keeps its words', () => {
    const file = codingOf(places);
    const text = source(takenOver(file, after).file);
    assert.match(text, /id: exactlyy\n {4}code: bond\n {4}at: \{ turn: 3, start: 0, end: 13 \}\n {4}speaker/);
    assert.match(
      text,
      /at: \{ turn: 4, start: 0, end: 55 \}\n {4}unconfirmed: \{ state: changed, method: words, confidence: 0\.\d+ \}/,
    );
    assert.match(text, /quote: "I was angry with you, and I wanted you to ask Anna\."/);
    assert.match(
      text,
      /was: \{ turn: 2, start: 0, end: 3 \}\n {4}unconfirmed: \{ state: ambiguous, method: turns, .*places: \[/,
    );
    assert.match(
      text,
      /id: nowheree\n {4}code: bond\n {4}was: \{ turn: 6, start: 0, end: 26 \}\n {4}speaker/,
    );
    assert.match(text, /coded: \[ \{ from: 1, to: 5 \} \]/);
    assert.match(text, /text: A thought\., at: \{ turn: 3 \}/);
  });

  test('undone it is the file it was, byte for byte; done again nothing changes', () => {
    const file = codingOf(places);
    const { file: now, inverse } = takenOver(file, after);
    assert.equal(source(apply(now, inverse).file), source(file));
    assert.equal(source(takenOver(now, after).file), source(now));
  });

  test('what nobody confirmed stays unconfirmed when the text changes once more elsewhere', () => {
    const { file: now } = takenOver(codingOf(places), after);
    const text = source(takenOver(now, `T: Come in.\n${after}`).file);
    assert.match(text, /at: \{ turn: 5, start: 0, end: 55 \}\n {4}unconfirmed: \{ state: changed/);
  });

  test('of a text known by its hash alone, turns and memos stay as far as there are any', () => {
    const file = opened(
      render({ ...codingOf({}).coding, text: { sha256: textHash(before) }, coded: [{ from: 2, to: 6 }] }),
    );
    const now = (text: string): unknown => {
      const { coded, memos } = takenOver(file, text).file.coding;
      return [coded, memos[0]?.at?.turn];
    };
    assert.deepEqual(now(`${before}\nC: Mm.`), [[{ from: 2, to: 6 }], 4]);
    assert.deepEqual(now('T: One.\nC: Two.\nT: Three.'), [[{ from: 2, to: 3 }], undefined]);
    assert.deepEqual(now('T: One.'), [undefined, undefined]);
  });

  test('of a text of which nothing is known, so do they', () => {
    const file = opened(render({ ...codingOf({}).coding, text: undefined }));
    const { coded, memos } = takenOver(file, after).file.coding;
    assert.deepEqual([coded, memos[0]?.at?.turn], [[{ from: 1, to: 5 }], 4]);
  });

  test('a memo on a turn that changed keeps its words and where it was', () => {
    const { memos } = takenOver(codingOf({}), before.replace('What was that like', 'How was that')).file
      .coding;
    assert.deepEqual(memos, [{ id: 'memoooon', text: 'A thought.', was: { turn: 4 } }]);
  });

  test('segments rated follow their turns, and one that is gone says which it was', () => {
    const rated = (segment: number, from_turn: number, to_turn: number) =>
      ({ rating: 'bond', scope: { segment, from_turn, to_turn }, value: 3 }) as const;
    const session = { rating: 'bond', scope: 'session', value: 5 } as const;
    const file = opened(
      render({ ...codingOf({}).coding, ratings: [session, rated(1, 1, 2), rated(2, 4, 6)] }),
    );
    const move: MoveSpans = (spans) =>
      spans.flatMap(({ from, to }) => (from < 4 ? [{ from, to: to + 1 }] : []));
    assert.deepEqual(moveRatings(file, move).file.coding.ratings, [session, rated(1, 1, 3), rated(2, 4, 6)]);
    assert.deepEqual(moveRatings(file, (spans) => spans).change, []);
  });

  test('the file is in the canonical layout, and says where a person has to look', () => {
    const { file } = takenOver(codingOf(places), after);
    assert.equal(render(file.coding), source(file));
    const faults = checkAgainstText(file, { parsed: parseTranscript(after), hash: textHash(after) });
    assert.deepEqual(
      faults.map(({ code, data }) => `${code} ${data['annotation'] ?? data['entry']}`),
      ['unconfirmed changedd', 'held-words nowheree', 'unconfirmed unclearr'],
    );
  });
});
