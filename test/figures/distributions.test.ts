import * as assert from 'node:assert/strict';
import { incompleteBeta } from '../../src/engine/statistics/beta';
import { quantileOf, ranksOf, sdOf } from '../../src/engine/statistics/descriptive';
import { fProbability } from '../../src/engine/statistics/fDistribution';
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

suite('F', () => {
  test('is never below zero', () => {
    assert.equal(fProbability(-1, 3, 7), 0);
    assert.equal(fProbability(0, 3, 7), 0);
    assert.equal(incompleteBeta(0, 1, 2, 3), 0);
    assert.equal(incompleteBeta(1, 0, 2, 3), 1);
  });
});

suite('quantiles and ranks', () => {
  test('are of type 7, and share the mean of equal places', () => {
    assert.equal(quantileOf([4, 1, 3, 2], 0.25), 1.75);
    assert.equal(quantileOf([7], 0.9), 7);
    assert.ok(Number.isNaN(quantileOf([], 0.5)));
    assert.equal(sdOf([3]), null);
    assert.equal(sdOf([1, 3]), Math.SQRT2);
    assert.deepEqual(ranksOf([3, 1, 3, 2]), [3.5, 1, 3.5, 2]);
  });
});
