import assert from 'node:assert/strict';
import { resolveAnchors } from '../../src/engine/anchors/resolve';
import { memoTurn, noteOf, placesOfAnchors, spansIn } from '../../src/engine/anchors/takeOver';
import { ambiguous, orphan, placed, type Anchor } from '../../src/engine/anchors/types';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import type { Anchored, Unconfirmed } from '../../src/engine/annotations/types';
import type { LooseAt } from '../../src/engine/transcript/at';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { coding, transcript } from './builders';
import { dialogue, placeOf } from './foundAgain';

const was = dialogue.join('\n');
const greeted = `T: Hello.\n${was}`;

/** What became of an annotation as a person or another program writes it. */
function found(one: Omit<Anchored, 'id'>, now = greeted, before = was, prints?: string): string {
  const { turns } = parseTranscript(before);
  const text = { sha256: textHash(before), turns: prints ?? fingerprints(turns) };
  const annotations = [{ id: 'a', ...one }];
  return placeOf(resolveAnchors({ annotations, text }, parseTranscript(now).turns, textHash(now))[0]);
}

suite('An annotation in turns that did not change', () => {
  test('stands there by its place alone, and where that is a turn, in all of it', () => {
    assert.equal(found({ at: { turn: 8 } }), 'exact turns 1.00 9:0-51');
    assert.equal(found({ at: { turn: 7, start: 1, end_turn: 8 } }), 'exact turns 1.00 8:1-9:51');
    assert.equal(found({ at: { turn: 7, end_turn: 8, end: 5 } }), 'exact turns 1.00 8:0-9:5');
  });

  test('is nowhere where its place is none', () => {
    const none: LooseAt[] = [
      { turn: 9 },
      { turn: 8, end_turn: 9 },
      { turn: 2, start: 3, end: 3 },
      { turn: 2, start: 2, end: 1 },
      { turn: 2, start: 4 },
      { turn: 2, end: 4 },
    ];
    for (const at of none) assert.equal(found({ at }), 'orphan 0.00');
    assert.equal(found({ at: { turn: 8, start: 20, end_turn: 7, end: 3 } }), 'orphan 0.00');
  });

  test('is changed where its file says other words', () => {
    assert.equal(
      found({ at: { turn: 8, start: 6, end: 20 }, quote: 'calm with you' }),
      'changed turns 0.90 9:6-20',
    );
  });

  test('is changed where a turn within it went, came or has other words, as surely as its turns are there', () => {
    const over = { at: { turn: 3, start: 0, end_turn: 5, end: 4 }, quote: 'Go on. … What' };
    const [, , third = '', fourth = ''] = dialogue;
    assert.equal(found(over, was.replace(`${fourth}\n`, '')), 'changed turns 0.90 3:0-4:4');
    assert.equal(found(over, was.replace(fourth, 'C: No.')), 'changed turns 0.67 3:0-5:4');
    assert.equal(found(over, was.replace(third, `${third}\nC: No.`)), 'changed turns 0.75 3:0-6:4');
  });

  test('stands by characters where the turns are written in the other form of Unicode', () => {
    const [composed, apart] = ['C: Né à la café, é.', 'C: Né à la café, é.'.normalize('NFD')];
    const said = `${was}\n${composed}`;
    const at = { turn: 9, start: 3, end: 10 };
    assert.equal(found({ at, quote: 'à la ca' }, `${was}\n${apart}`, said), 'exact turns 1.00 9:4-12');
    assert.equal(found({ at: { turn: 9 } }, `${was}\n${apart}`, said), 'exact turns 1.00 9:0-20');
    assert.equal(found({ at: { turn: 9, end: 17 } }, `${was}\n${apart}`, said), 'orphan 0.00');
    const back = { at: { turn: 9, start: 4, end: 12 }, quote: 'à la ca'.normalize('NFD') };
    assert.equal(found(back, said, `${was}\n${apart}`), 'exact turns 1.00 9:3-10');
  });

  test('is looked for by its words where the fingerprints of the turns are not whole', () => {
    const at = { turn: 8, start: 6, end: 20 };
    const quoted = {
      at,
      quote: 'angry with you',
      context: { before: 'I was ', after: ', and I wanted you to ask Anna.' },
    };
    assert.equal(
      found(quoted, greeted, was, `${fingerprints(parseTranscript(was).turns)}x`),
      'moved words 0.99 9:6-20',
    );
  });
});

suite('An annotation in turns that went elsewhere', () => {
  const short = 'C: It is hard to say it';
  const lines = [`${short}.`, 'T: What is it that is so hard to say?', ...dialogue];
  const from = (turn: number, count: number, end: number, last = lines): string => {
    const moved = [...last.slice(count), ...last.slice(0, count)];
    const at = { turn, start: 0, ...(count > 1 ? { end_turn: turn + count - 1 } : {}), end };
    return found({ at }, moved.join('\n'), last.join('\n'));
  };

  test('goes with them, all together, and asks', () => {
    assert.equal(from(1, 1, 20), 'moved turns 0.90 10:0-20');
    assert.equal(from(1, 2, 20), 'moved turns 0.90 9:0-10:20');
    const [first = '', second = '', ...others] = lines;
    const apart = [...others, second, first].join('\n');
    assert.equal(
      found({ at: { turn: 1, start: 0, end_turn: 2, end: 20 } }, apart, lines.join('\n')),
      'orphan 0.00',
    );
  });

  test('does so where they have twenty characters', () => {
    assert.equal(from(1, 1, 9, [short.slice(0, 23), ...dialogue]), 'moved turns 0.90 9:0-9');
    assert.equal(from(1, 1, 9, [short.slice(0, 22), ...dialogue]), 'orphan 0.00');
  });

  test('is not there where it has other words, or where their like is somewhere else', () => {
    const other = { at: { turn: 1, start: 0, end: 9 }, quote: 'It is sad' };
    const [first = '', ...others] = lines;
    assert.equal(found(other, [...others, first].join('\n'), lines.join('\n')), 'orphan 0.00');
    assert.equal(
      found({ at: { turn: 1 } }, [...others, first, 'T: No.', first].join('\n'), lines.join('\n')),
      'orphan 0.00',
    );
    const twice = [first, ...others, first].join('\n');
    assert.equal(found({ at: { turn: 1 } }, [...others, first].join('\n'), twice), 'orphan 0.00');
  });
});

suite('An annotation whose file was written for this text', () => {
  const here = (one: Omit<Anchored, 'id'>): string => found(one, was);

  test('is nowhere where its place is none, whatever its words are', () => {
    assert.equal(here({ at: { turn: 2, start: 0, end: 9 }, quote: 'angry with you' }), 'orphan 0.00');
    assert.equal(here({ was: { turn: 7 }, quote: 'angry with you' }), 'orphan 0.00');
    assert.equal(
      here({ quote: 'I was angry with you, and I wanted you to ask Anna.' }),
      'moved words 0.88 8:0-51',
    );
  });

  test('is nowhere where the places it was offered are none', () => {
    const places = [{ turn: 9 }, { turn: 12 }];
    assert.equal(here({ unconfirmed: { state: 'ambiguous', places } }), 'orphan 0.00');
  });
});

suite('What is written of a place', () => {
  const at = { turn: 2, start: 0, end: 3 };
  const known: Unconfirmed = { state: 'changed', method: 'words', confidence: 0.7 };
  const note = (anchor: Anchor, unconfirmed?: Unconfirmed): unknown =>
    noteOf({ id: 'a', unconfirmed }, anchor);

  test('is nothing where it is certain, and as it was where nobody has confirmed that', () => {
    assert.equal(note(placed('a', 'exact', 'turns', 1, at)), null);
    assert.equal(note(placed('a', 'exact', 'turns', 1, at), known), known);
    assert.equal(note(placed('a', 'changed', 'turns', 0.9, at), known), known);
    assert.equal(note(placed('a', 'changed', 'hash', 0.5, at), known), known);
    assert.equal(note(orphan('a'), known), null);
  });

  test('is how it was found, where that is another place or says more than was known', () => {
    const changed = { state: 'changed', method: 'words', confidence: 0.67 };
    assert.deepEqual(note(placed('a', 'changed', 'words', 2 / 3, at), known), changed);
    assert.deepEqual(note(placed('a', 'changed', 'turns', 0.9, at)), {
      ...changed,
      method: 'turns',
      confidence: 0.9,
    });
    assert.deepEqual(note(placed('a', 'moved', 'turns', 0.9, at), known), {
      state: 'moved',
      method: 'turns',
      confidence: 0.9,
    });
    assert.deepEqual(note(ambiguous('a', 'words', 0.5, [at]), known), {
      state: 'ambiguous',
      method: 'words',
      confidence: 0.5,
      places: [at],
    });
  });

  test('names those a person should look at, and those that are nowhere', () => {
    const anchors = [placed('a', 'exact', 'turns', 1, at), orphan('b'), placed('c', 'moved', 'quote', 1, at)];
    const { at: places, unsure } = placesOfAnchors(
      anchors.map(({ id }) => ({ id })),
      anchors,
    );
    assert.deepEqual(
      [...places],
      [
        ['a', at],
        ['b', null],
        ['c', at],
      ],
    );
    assert.deepEqual(
      [...unsure],
      [
        ['b', null],
        ['c', { state: 'moved', method: 'quote', confidence: 1 }],
      ],
    );
  });

  test('of turns judged and of memos, in a text of which nothing is known, is as far as there are turns', () => {
    const { turns } = transcript('T: One.', 'C: Two.');
    const spans = [
      { from: 1, to: 1 },
      { from: 2, to: 7 },
      { from: 3, to: 4 },
    ];
    assert.deepEqual(spansIn(coding({}), turns)(spans), [
      { from: 1, to: 1 },
      { from: 2, to: 2 },
    ]);
    const memo = (turn: number): unknown => memoTurn({ id: 'm', text: 'Hm.', at: { turn } }, null, turns);
    assert.deepEqual([memo(2), memo(3)], [2, null]);
  });
});
