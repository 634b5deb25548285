import * as assert from 'node:assert/strict';
import { heldBefore, highestOf, meanBetween } from '../../src/engine/trajectory/curveValues';
import type { Curve } from '../../src/engine/trajectory/types';

const ramp: Curve = [
  [10, 0],
  [20, 1],
  [40, 1],
];

suite('values of curves', () => {
  test('the mean of a stretch is that of the lines between its points, as far as the curve reaches', () => {
    assert.equal(meanBetween(ramp, 0, 20), 0.5);
    assert.equal(meanBetween(ramp, 15, 25), (5 * 0.75 + 5) / 10);
    assert.equal(meanBetween(ramp, 30, 90), 1);
    assert.equal(meanBetween(ramp, 40, 90), null);
    assert.equal(meanBetween([], 0, 90), null);
  });

  test('a curve of one point has a mean where the point is', () => {
    assert.equal(meanBetween([[10, 0.4]], 10, 20), 0.4);
    assert.equal(meanBetween([[10, 0.4]], 0, 10), null);
  });

  test('a step at the end of a stretch belongs to the next', () => {
    assert.equal(heldBefore(ramp, 20), 0);
    assert.equal(heldBefore(ramp, 21), 1);
    assert.equal(heldBefore(ramp, 10), 0);
  });

  test('the highest point is the first of equals', () => {
    assert.deepEqual(highestOf(ramp), [20, 1]);
    assert.equal(highestOf([]), null);
  });
});
