import assert from 'node:assert/strict';
import type { At } from '../../src/engine/transcript/at';
import { codePointLength, wholeAt } from '../../src/engine/transcript/offsets';
import { parseTranscript } from '../../src/engine/transcript/parse';
import {
  narrowed,
  placeAt,
  sentencesIn,
  widened,
  wordsIn,
  type Stretch,
} from '../../src/engine/transcript/units';

const cut = (text: string, stretches: readonly Stretch[]): string[] =>
  stretches.map(({ start, end }) => text.slice(start, end));
const words = (text: string): string[] => cut(text, wordsIn(text));
const sentences = (text: string): string[] => cut(text, sentencesIn(text));

suite('units of a turn', () => {
  test('words are those of Unicode, in any script', () => {
    assert.deepEqual(words("Mm, don't know."), ['Mm', "don't", 'know']);
    assert.deepEqual(words('קצת עייפה.'), ['קצת', 'עייפה']);
    assert.deepEqual(words('cafe\u0301 👩‍👧 𝔘'), ['cafe\u0301', '𝔘']);
    assert.ok(words('我不知道。').length > 1);
    assert.deepEqual(words(''), []);
  });

  const cases: readonly [string, readonly string[]][] = [
    ["Mm. (4s) I don't know. ((looks away))", ['Mm. (4s)', "I don't know. ((looks away))"]],
    ['(4s) Yes. No.', ['(4s) Yes.', 'No.']],
    ['I... I thought (.) it was you. Was it?', ['I... I thought (.) it was you.', 'Was it?']],
    ['It was long.\nToo long, and\nI left.', ['It was long.', 'Too long, and\nI left.']],
    ['I saw Dr. Miller. He left.', ['I saw Dr. Miller.', 'He left.']],
    ['Yes. [NAME_1] came. *Anna too.', ['Yes.', '[NAME_1] came.', '*Anna too.']],
    ['((laughs))', ['((laughs))']],
    ['Okay', ['Okay']],
    ['我不知道。你呢？', ['我不知道。', '你呢？']],
    ['What (?) was it? [inaudible 00:12:03] Fine!', ['What (?) was it? [inaudible 00:12:03]', 'Fine!']],
    ['  \n ', []],
  ];
  for (const [text, expected] of cases) {
    test(`the sentences of ${JSON.stringify(text)}`, () => assert.deepEqual(sentences(text), expected));
  }

  test('a text nobody wrote has neither', () => {
    const long = 'yes. '.repeat(30_000);
    assert.deepEqual([...wordsIn(long), ...sentencesIn(long)], []);
  });
});

suite('widening and narrowing a passage', () => {
  const { turns } = parseTranscript(
    "T: How was it?\nC: Mm 👍. (4s) I don't know. It was long.\nT:\nC: Yes.\n",
  );
  const said = (at: At | null): string | null =>
    at &&
    Array.from(turns[at.turn - 1]?.text ?? '')
      .slice(at.start, at.end)
      .join('');

  test('a letter widens to its word, its sentence, its turn, and no further', () => {
    const word = widened(turns, { turn: 2, start: 13, end: 14 });
    const sentence = word && widened(turns, word);
    const turn = sentence && widened(turns, sentence);
    assert.deepEqual([word, sentence, turn].map(said), [
      "don't",
      "I don't know.",
      "Mm 👍. (4s) I don't know. It was long.",
    ]);
    assert.equal(turn && widened(turns, turn), null);
  });

  test('words that are no unit widen to the smallest that holds them', () => {
    assert.equal(said(widened(turns, { turn: 2, start: 11, end: 16 })), "I don't know.");
    assert.equal(said(widened(turns, { turn: 2, start: 18, end: 28 })), turns[1]?.text);
  });

  test('a passage over several turns widens to these turns', () => {
    const at = { turn: 1, start: 4, end_turn: 2, end: 3 };
    const whole = { turn: 1, start: 0, end_turn: 2, end: codePointLength(turns[1]?.text ?? '') };
    assert.deepEqual(widened(turns, at), whole);
    assert.equal(widened(turns, whole), null);
  });

  test('a turn narrows to its first sentence, that to its first word', () => {
    const turn = wholeAt(turns, { turn: 2 });
    const sentence = turn && narrowed(turns, turn);
    const word = sentence && narrowed(turns, sentence);
    assert.deepEqual([sentence, word].map(said), ['Mm 👍. (4s)', 'Mm']);
    assert.equal(word && narrowed(turns, word), null);
    const several = { turn: 3, start: 0, end_turn: 4, end: 3 };
    assert.deepEqual(narrowed(turns, several), { turn: 4, start: 0, end: 3 });
  });

  test('around a place, a turn narrows to the sentence and the word there', () => {
    const turn = wholeAt(turns, { turn: 2 });
    const around = { turn: 2, offset: 29 };
    const sentence = turn && narrowed(turns, turn, around);
    const word = sentence && narrowed(turns, sentence, around);
    assert.deepEqual([sentence, word].map(said), ['It was long.', 'was']);
    const elsewhere = turn && narrowed(turns, turn, { turn: 4, offset: 0 });
    assert.equal(said(elsewhere), 'Mm 👍. (4s)');
  });

  test('a position in the document is a place in a turn’s text, the nearest one', () => {
    const parsed = parseTranscript('# head\nT: How 👍 was\n\n   it?\nC: Yes.\n');
    const place = (line: number, character: number): string => {
      const found = placeAt(parsed.turns, { line, character });
      return found ? `${found.turn} ${found.offset}` : 'none';
    };
    const at: [number, number][] = [
      [0, 3],
      [1, 0],
      [1, 3],
      [1, 9],
      [1, 99],
      [2, 0],
      [3, 1],
      [3, 4],
      [3, 99],
      [4, 4],
    ];
    assert.deepEqual(
      at.map(([line, character]) => place(line, character)),
      ['none', '1 0', '1 0', '1 5', '1 9', '1 10', '1 10', '1 11', '1 13', '2 1'],
    );
  });

  test('what is no passage of the transcript has neither', () => {
    for (const at of [
      { turn: 0, start: 0, end: 1 },
      { turn: 9, start: 0, end: 1 },
      { turn: 3, start: 0, end: 0 },
      { turn: 2, start: 0, end_turn: 1, end: 1 },
    ]) {
      assert.equal(widened(turns, at), null);
      assert.equal(narrowed(turns, at), null);
    }
  });
});
