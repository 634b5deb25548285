import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { twoSidedP } from '../../src/engine/statistics/studentT';
import { runs } from './runs';

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
      runs(60),
    );
  });
});
