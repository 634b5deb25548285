import assert from 'node:assert/strict';
import { minimalDifference } from '../../src/engine/transcript/difference';
import { maskedNames } from '../../src/engine/transcript/maskedNames';
import { nextSpeakers } from '../../src/engine/transcript/nextSpeakers';
import { rangeInTurn, rangeOfAt } from '../../src/engine/transcript/offsets';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { narrowed } from '../../src/engine/transcript/units';
import { transcript } from './builders';

suite('a passage that is none', () => {
  const { turns } = transcript('T: So 😀.', 'C: Yes.');

  test('has no place: behind the words of its turn, or without a length', () => {
    assert.ok(rangeOfAt(turns, { turn: 1, start: 0, end: 5 }));
    assert.equal(rangeOfAt(turns, { turn: 1, start: 0, end: 6 }), null);
    assert.equal(rangeOfAt(turns, { turn: 1, start: 6, end_turn: 2, end: 1 }), null);
    assert.equal(rangeOfAt(turns, { turn: 1, start: 2, end: 2 }), null);
    const [turn] = turns;
    assert.ok(turn && rangeInTurn(turn, { start: 0, end: 2 }));
    assert.equal(rangeInTurn(turn, { start: 2, end: 2 }), null);
  });
});

suite('the first part of a passage of several turns', () => {
  const { turns } = transcript('T: So.', 'C:', 'T: Well.', 'C: Yes.');

  test('is in the first turn that has words in it', () => {
    assert.deepEqual(narrowed(turns, { turn: 1, start: 1, end_turn: 4, end: 2 }), {
      turn: 1,
      start: 1,
      end: 3,
    });
    assert.deepEqual(narrowed(turns, { turn: 1, start: 3, end_turn: 4, end: 2 }), {
      turn: 3,
      start: 0,
      end: 5,
    });
    assert.deepEqual(narrowed(turns, { turn: 3, start: 5, end_turn: 4, end: 2 }), {
      turn: 4,
      start: 0,
      end: 2,
    });
    assert.equal(narrowed(turns, { turn: 3, start: 5, end_turn: 4, end: 0 }), null);
  });
});

suite('what is offered while writing', () => {
  test('a hundred masked names are enough', () => {
    const lines = Array.from({ length: 120 }, (_, index) => `T: [NAME_${index + 1}]`);
    const names = maskedNames(transcript('T: Hm.', ...lines).turns);
    assert.deepEqual([names.length, names.at(-1)], [100, '[NAME_100]']);
  });

  test('after a therapist a client comes before anybody else who has not spoken', () => {
    const parsed = parseTranscript(
      '---\nspeakers: { Mother: other, Anna: therapist, T: therapist, C: client }\n---\nT: Hello.\n',
    );
    assert.deepEqual(
      nextSpeakers(parsed, 4).map(({ label }) => label),
      ['C', 'Mother', 'Anna', 'T'],
    );
  });

  test('what differs between two texts never begins or ends within a character', () => {
    // 😀 and 🨀 have their second half in common, 😀 and 😁 their first.
    assert.deepEqual(minimalDifference('a😀b', 'a🨀b'), { start: 1, end: 3, text: '🨀' });
    assert.deepEqual(minimalDifference('a😀b', 'a😁b'), { start: 1, end: 3, text: '😁' });
  });
});
