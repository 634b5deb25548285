import assert from 'node:assert/strict';
import { lanesOf } from '../../src/engine/annotations/lanes';
import { range } from '../../src/engine/position';

suite('The lanes of overlapping passages', () => {
  test('of passages that begin together the longest is above', () => {
    const [short, long] = [range(0, 3, 0, 8), range(0, 3, 1, 2)];
    assert.deepEqual(
      [...lanesOf([short, long])],
      [
        [long, 0],
        [short, 1],
      ],
    );
  });
});
