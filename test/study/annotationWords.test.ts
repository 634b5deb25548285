import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { textHash } from '../../src/engine/annotations/hashes';
import { derivedId, isCoderId, isId } from '../../src/engine/annotations/ids';
import { holdsLostWords } from '../../src/engine/annotations/lostWords';
import { describe, standsAt } from '../../src/engine/annotations/quote';
import { transcript } from '../unit/builders';

const { turns } = transcript('T: What was that like for you?', 'C: Dunno. 😀 e\u0301', 'T: ', 'C: So I left');

function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

suite('quote and context of a passage', () => {
  test('offsets count code points', () => {
    assert.deepEqual(describe(turns, { turn: 2, start: 7, end: 8 }), {
      speaker: 'C',
      quote: '😀',
      context: { before: 'Dunno. ', after: ' e\u0301' },
    });
  });

  test('without offsets it is the whole turn, with the turns beside it as context', () => {
    assert.deepEqual(describe(turns, { turn: 2 }), {
      speaker: 'C',
      quote: 'Dunno. 😀 e\u0301',
      context: { before: 'What was that like for you?', after: '' },
    });
  });

  test('over several turns the texts are joined by line feeds', () => {
    assert.deepEqual(describe(turns, { turn: 1, start: 5, end_turn: 4, end: 2 }), {
      speaker: 'T',
      quote: 'was that like for you?\nDunno. 😀 e\u0301\n\nSo',
      context: { before: 'What ', after: ' I left' },
    });
  });

  test('context is cut at 32 code points and empty at the ends of the transcript', () => {
    const long = transcript(`T: ${'😀'.repeat(40)}x${'y'.repeat(40)}`).turns;
    const { context } = describe(long, { turn: 1, start: 40, end: 41 }) ?? {};
    assert.deepEqual(context, { before: '😀'.repeat(32), after: 'y'.repeat(32) });
    assert.deepEqual(describe(long, { turn: 1 })?.context, { before: '', after: '' });
  });

  test('above 300 code points a quote keeps its ends and the hash of the whole', () => {
    const passage = `${'a'.repeat(150)}😀${'b'.repeat(150)}`;
    const { quote, quote_sha256 } = describe(transcript(`T: ${passage}`).turns, { turn: 1 }) ?? {};
    assert.equal(quote, `${'a'.repeat(150)} … ${'b'.repeat(150)}`);
    assert.equal(quote_sha256, sha256(passage).toString('hex'));
    assert.equal(describe(transcript(`T: ${'😀'.repeat(300)}`).turns, { turn: 1 })?.quote, '😀'.repeat(300));
  });

  test('an annotation stands where its words are', () => {
    const stands = (at: { turn: number; start?: number; end_turn?: number; end?: number }, quote?: string) =>
      standsAt(turns, { id: 'aaaaaaag', at, ...(quote === undefined ? {} : { quote }) });
    assert.equal(stands({ turn: 2, start: 0, end: 6 }, 'Dunno.'), 'exact');
    assert.equal(stands({ turn: 2, start: 0, end: 6 }), 'exact');
    assert.equal(stands({ turn: 2, start: 0, end: 5 }, 'Dunno.'), 'differs');
    assert.equal(stands({ turn: 9 }), 'turn-out-of-range');
    assert.equal(stands({ turn: 2, end_turn: 1 }), 'turn-out-of-range');
    assert.equal(stands({ turn: 2, start: 0, end: 99 }), 'offset-out-of-range');
    assert.equal(stands({ turn: 2, start: 3, end: 3 }), 'empty-passage');
    assert.equal(stands({ turn: 3 }), 'empty-passage');
    assert.equal(standsAt(turns, { id: 'aaaaaaag', quote: 'Dunno.' }), 'no-place');
  });

  test('a long quote is compared by its hash', () => {
    const long = transcript(`T: ${'a'.repeat(400)}`).turns;
    const words = describe(long, { turn: 1 });
    assert.ok(words);
    assert.equal(standsAt(long, { id: 'aaaaaaag', at: { turn: 1 }, ...words }), 'exact');
    const other = transcript(`T: ${'a'.repeat(200)}b${'a'.repeat(199)}`).turns;
    assert.equal(standsAt(other, { id: 'aaaaaaag', at: { turn: 1 }, ...words }), 'differs');
  });
});

suite('hashes and ids', () => {
  test('the hash of a text is that of its UTF-8 without byte order mark, with LF', () => {
    const wanted = sha256('a\nb\nc\nÄ😀').toString('hex');
    assert.equal(textHash('\ufeffa\r\nb\rc\nÄ😀'), wanted);
    assert.equal(textHash('a\nb\nc\nÄ😀'), wanted);
  });

  test('a quote holds words that are nowhere any more where it was cut, too', () => {
    const words = 'so it was and we went on '.repeat(14);
    const before = transcript(`T: Berta ${words}Carla`);
    const one = { at: { turn: 1 }, ...describe(before.turns, { turn: 1 }), context: undefined };
    const lost = (now: string): boolean => {
      const { turns: left } = transcript(`T: ${now}`);
      // Asked twice it is the same answer.
      const said = [0, 1].map(() => holdsLostWords(one, { turns: left, lines: left }));
      assert.equal(said[0], said[1]);
      return said[0] ?? assert.fail();
    };
    assert.equal(lost(`Berta ${words}Carla`), false);
    assert.equal(lost(`Berta so. ${words}Carla`), false);
    assert.equal(lost(`Berta ${words}`), true);
    assert.equal(lost(`${words}Carla`), true);
  });

  test('an id has eight letters and digits, with a letter from g to z', () => {
    assert.deepEqual(['k7f3m2q9', 'aaaaaaag'].map(isId), [true, true]);
    assert.deepEqual(['k7f3m2q', '17f3m2q9', 'abcdef12', 'K7f3m2q9', 'k7f3m2q9x'].map(isId), [
      false,
      false,
      false,
      false,
      false,
    ]);
    assert.deepEqual(['al', '0', 'a_b-c', 'a'.repeat(32)].map(isCoderId), [true, true, true, true]);
    assert.deepEqual(['', '-a', 'Al', 'a b', 'ä', 'a'.repeat(33)].map(isCoderId), [
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test('a derived id depends on the words alone, and evades those that are taken', () => {
    const id = derivedId('words', new Set());
    assert.equal(derivedId('words', new Set()), id);
    assert.notEqual(derivedId('words', new Set([id])), id);
    assert.ok(isId(id));
  });
});
