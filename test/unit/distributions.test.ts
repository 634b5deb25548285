import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { quantileOf, ranksOf } from '../../src/engine/statistics/descriptive';
import { quantileOfT, twoSidedP } from '../../src/engine/statistics/studentT';
import { near } from './detectors';

/** The sums that are exact for whole degrees of freedom (Abramowitz & Stegun 26.7.3 and 26.7.4): another way to the same p. */
function bySums(t: number, df: number): number {
  const angle = Math.atan(t / Math.sqrt(df));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  let [sum, term] = [0, df % 2 === 0 ? 1 : cosine];
  for (let power = df % 2 === 0 ? 0 : 1; power <= df - 2; power += 2) {
    sum += term;
    term *= (cosine * cosine * (power + 1)) / (power + 2);
  }
  const inside = df % 2 === 0 ? sine * sum : (2 / Math.PI) * (angle + sine * sum);
  return 1 - inside;
}

suite('Student’s t', () => {
  test('has the p of the exact sums, for any t and degrees of freedom', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 30, noNaN: true }), fc.integer({ min: 1, max: 200 }), (t, df) => {
        assert.ok(Math.abs(twoSidedP(t, df) - bySums(t, df)) < 1e-12, `${t} ${df}`);
      }),
      { numRuns: 60 },
    );
  });

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
