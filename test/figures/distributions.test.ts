import * as assert from 'node:assert/strict';
import { quantileOf, ranksOf } from '../../src/engine/statistics/descriptive';
import { quantileOfT, twoSidedP } from '../../src/engine/statistics/studentT';
import { near } from './detectors';

suite('Student’s t', () => {
  test('has the tabled critical values', () => {
    const tabled = [12.706, 4.303, 3.182, 2.776, 2.571];
    for (const [index, t] of tabled.entries()) near(quantileOfT(0.975, index + 1), t, 3);
    near(quantileOfT(0.995, 10), 3.169, 3);
  });

  test('is certain at both ends', () => {
    assert.equal(twoSidedP(0, 5), 1);
    assert.equal(twoSidedP(Number.POSITIVE_INFINITY, 5), 0);
    assert.equal(twoSidedP(-2, 5), twoSidedP(2, 5));
    assert.ok(twoSidedP(1e6, 30) > 0);
  });
});

suite('quantiles and ranks', () => {
  test('are of type 7, and share the mean of equal places', () => {
    assert.equal(quantileOf([4, 1, 3, 2], 0.25), 1.75);
    assert.equal(quantileOf([7], 0.9), 7);
    assert.deepEqual(ranksOf([3, 1, 3, 2]), [3.5, 1, 3.5, 2]);
  });
});
