import assert from 'node:assert/strict';
import type { Annotation } from '../../src/engine/annotations/types';
import { codebook, transcript } from '../unit/builders';
import { find, searched } from './retrieveSessions';

const text = transcript('C: One two three.', 'T: Four.', 'C: Five.');

function of(id: string, at?: Annotation['at']): Annotation {
  return { id, code: 'bond', ...(at ? { at } : {}) };
}

suite('passages that are found', () => {
  test('stand as in the text, the longer one first, then by coder and id; those without a place last', () => {
    const people = {
      bob: [of('b2'), of('b1', { turn: 1, start: 0, end: 3 }), of('b0')],
      alice: [
        of('a5'),
        of('a4', { turn: 3 }),
        of('a3', { turn: 1, start: 4, end: 7 }),
        of('a2', { turn: 1, start: 0, end: 3 }),
        of('a1', { turn: 1, start: 0, end: 7 }),
        of('a0', { turn: 1, start: 0, end_turn: 2, end: 1 }),
        of('a00', { turn: 1, start: 0, end: 3 }),
      ],
    };
    const hits = find('', [searched('s.transcript', 1, text, codebook(), people)]);
    assert.deepEqual(
      hits.map(({ annotation }) => annotation.id),
      ['a0', 'a1', 'a00', 'a2', 'b1', 'a3', 'a4', 'a5', 'b0', 'b2'],
    );
    assert.equal(hits.at(-1)?.words, '');
  });
});
