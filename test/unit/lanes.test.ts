import assert from 'node:assert/strict';
import { lanesOf } from '../../src/engine/annotations/lanes';
import { range } from '../../src/engine/position';

suite('The lanes of overlapping passages', () => {
  test('passages that only meet follow each other in one lane, those that share a letter do not', () => {
    const [first, next, over] = [range(0, 3, 0, 8), range(0, 8, 0, 9), range(0, 7, 1, 2)];
    assert.deepEqual([...lanesOf([next, first]).values()], [0, 0]);
    assert.deepEqual(lanesOf([first, over, next]).get(over), 1);
  });

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
