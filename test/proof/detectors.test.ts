import assert from 'node:assert/strict';
import fc from 'fast-check';
import { associationOf } from '../../src/engine/trajectory/association';
import { changePointOf } from '../../src/engine/trajectory/detectors/changePoint';
import { changePointsOf } from '../../src/engine/trajectory/detectors/changePoints';
import { squaresOf } from '../../src/engine/statistics/descriptive';
import { piecewiseSlopes } from '../../src/engine/trajectory/detectors/piecewise';
import { randomOf } from '../../src/engine/statistics/random';
import { fitLine } from '../../src/engine/trajectory/detectors/regression';
import { measured } from '../figures/detectors';
import { anything, methods, numbersIn, series } from '../properties/detectorMethods';

const quiet = { permutations: 0, seed: 1, alpha: 0.05 };
const values = fc.array(fc.integer({ min: 4, max: 28 }), { minLength: 6, maxLength: 11 });

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** All ways to divide n sessions into stretches of two or more, by where they begin. */
function divisions(n: number, from = 0): number[][] {
  const whole = n - from >= 2 ? [[from]] : [];
  const cut = Array.from({ length: Math.max(0, n - from - 3) }, (_, index) => from + 2 + index);
  return [...whole, ...cut.flatMap((next) => divisions(n, next).map((rest) => [from, ...rest]))];
}

function stretches(y: readonly number[], starts: readonly number[]): number {
  return starts.reduce((sum, start, index) => sum + squaresOf(y.slice(start, starts[index + 1])), 0);
}

/** Values of no pattern, about normal. */
function noise(length: number, random: () => number): number[] {
  return Array.from({ length }, () => random() + random() + random() + random());
}

suite('detectors, in large numbers', () => {
  for (const [name, detect] of Object.entries(methods)) {
    test(`${name}: never what is no number, in whatever order`, () => {
      fc.assert(
        fc.property(fc.oneof(series, anything), (one) => {
          const found = detect(one);
          for (const value of numbersIn([found.estimates, found.findings])) assert.ok(Number.isFinite(value));
          assert.equal(found.estimates === null, found.undefined !== null);
          assert.deepEqual(detect({ ...one, points: [...one.points].reverse() }), found);
        }),
        { numRuns: 1500 },
      );
    });
  }

  test('one change of level leaves no more squares than any other place', () => {
    fc.assert(
      fc.property(values, (y) => {
        const { estimates } = changePointOf(measured(y), quiet);
        if (estimates === null) return;
        const all = y.slice(3).map((_, at) => stretches(y, [0, at + 2]));
        assert.ok(isNear(estimates.sse_two, Math.min(...all)));
      }),
      { numRuns: 2000 },
    );
  });

  test('several changes of level cost no more than any other division', () => {
    fc.assert(
      fc.property(values, (y) => {
        const { estimates } = changePointsOf(measured(y), { penalty: 2, min_length: 2 });
        if (estimates === null) return;
        const { segments, penalty } = estimates;
        const cost = (starts: readonly number[]): number => stretches(y, starts) + penalty * starts.length;
        const all = divisions(y.length).map(cost);
        assert.ok(isNear(cost(segments.map(({ from }) => from - 1)), Math.min(...all)));
      }),
      { numRuns: 500 },
    );
  });

  test('two lines leave no more squares than at any other place', () => {
    fc.assert(
      fc.property(values, (y) => {
        const { estimates } = piecewiseSlopes(measured(y), quiet);
        if (estimates === null) return;
        const x = y.map((_, index) => index);
        const sse = (from: number, to: number): number =>
          fitLine(x.slice(from, to), y.slice(from, to))?.sse ?? Number.NaN;
        const all = y.slice(5).map((_, at) => sse(0, at + 3) + sse(at + 3, y.length));
        assert.ok(isNear(estimates.sse_two, Math.min(...all)), `${estimates.sse_two} ${Math.min(...all)}`);
      }),
      { numRuns: 2000 },
    );
  });

  test('a p by permutation is at most .05 in about one of twenty series without a pattern', () => {
    const random = randomOf(Number(process.env['PROOF_SEED'] ?? 1));
    const rounds = 400;
    const hits = { level: 0, slope: 0, association: 0 };
    for (let round = 0; round < rounds; round++) {
      const [one, other] = [measured(noise(20, random)), measured(noise(20, random))];
      const asked = { permutations: 199, seed: round, alpha: 0.05 };
      hits.level += changePointOf(one, asked).findings.length;
      hits.slope += piecewiseSlopes(one, asked).findings.length;
      const { lags } = associationOf(one, other, { permutations: 199, seed: round, block: 1 });
      if ((lags[0]?.raw.p ?? 1) <= 0.05) hits.association++;
    }
    console.log(`      p ≤ .05 of ${rounds}: ${JSON.stringify(hits)}`);
    // 20 expected; four standard errors are 18.
    for (const found of Object.values(hits)) assert.ok(found > 2 && found < 38, JSON.stringify(hits));
  });
});
