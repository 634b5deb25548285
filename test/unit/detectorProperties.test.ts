import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { changePointOf } from '../../src/engine/trajectory/detectors/changePoint';
import { changePointsOf } from '../../src/engine/trajectory/detectors/changePoints';
import { dropsOf } from '../../src/engine/trajectory/detectors/criterion';
import type { Measured } from '../../src/engine/trajectory/detectors/measured';
import { piecewiseSlopes } from '../../src/engine/trajectory/detectors/piecewise';
import { reliableChanges } from '../../src/engine/trajectory/detectors/reliableChange';
import { shapeOf } from '../../src/engine/trajectory/detectors/shape';
import { suddenChanges } from '../../src/engine/trajectory/detectors/suddenChange';
import { tukeyOutside } from '../../src/engine/trajectory/detectors/tukey';
import { xmrOutside } from '../../src/engine/trajectory/detectors/xmr';
import { measured } from './detectors';

const norm = { sd: 1, r: 0.8, source: null };
const drop = { k: [1, 2], residual: true, rho: 0, partial: 0.5, within: null, bridge: true, norm } as const;
const rules = ['eight-on-one-side', 'two-of-three', 'six-in-a-row'] as const;
const asked = { permutations: 19, seed: 1, alpha: 0.2 };

/** Every method; the second criterion of sudden gains, a share of the value before, apart. */
const methods = {
  shape: (one: Measured) => shapeOf(one, { alpha: 0.05, label_from: 8, sd_between: 1 }),
  single: (one: Measured) => dropsOf(one, { ...drop, sigma: 'intra', descent: 'single', pooled: null }),
  several: (one: Measured) => dropsOf(one, { ...drop, sigma: 'stricter', descent: 'several', pooled: 0.5 }),
  change: (one: Measured) => reliableChanges(one, { z: 1.96, against: 'previous', bridge: false, norm }),
  xmr: (one: Measured) => xmrOutside(one, { baseline: 'all', rules, bridge: true }),
  baseline: (one: Measured) => xmrOutside(one, { baseline: 5, rules, bridge: false }),
  tukey: (one: Measured) => tukeyOutside(one, { baseline: 'all', fence: 1.5 }),
  point: (one: Measured) => changePointOf(one, asked),
  points: (one: Measured) => changePointsOf(one, { penalty: 2, min_length: 2 }),
  slopes: (one: Measured) => piecewiseSlopes(one, asked),
  sudden: (one: Measured) =>
    suddenChanges(one, { least: 0.9, relative: false, stable: true, around: 3, bridge: true, norm }),
} as const;

/** Quarters, so that a shift by whole numbers is exact. */
const values = fc.array(fc.option(fc.integer({ min: 4, max: 28 }), { freq: 6 }), { maxLength: 24 });
const series = values.map((list) => measured(list.map((each) => (each === null ? null : each / 4))));
const anything = fc
  .array(fc.option(fc.oneof(fc.double(), fc.constantFrom(0, -1, 5, 1e300, Number.MIN_VALUE))), {
    maxLength: 12,
  })
  .map((list) => measured(list));

/** What a finding says of sessions, and not of values. */
const settled = new Set(['kind', 'peak', 'low', 'from', 'to', 'after', 'x', 'direction', 'state', 'rule']);

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

suite('every detector', () => {
  for (const [name, detect] of Object.entries(methods)) {
    test(`says the same in whatever order the sessions are given: ${name}`, () => {
      fc.assert(
        fc.property(series, (one) => {
          assert.deepEqual(detect({ ...one, points: [...one.points].reverse() }), detect(one));
        }),
        { numRuns: 25 },
      );
    });

    test(`finds the same when all values are shifted: ${name}`, () => {
      const places = (one: Measured): unknown =>
        detect(one).findings.map((found: object) =>
          Object.entries(found).filter(([key]) => settled.has(key)),
        );
      fc.assert(
        fc.property(series, fc.integer({ min: -40, max: 40 }), (one, by) => {
          const points = one.points.map(({ x, value }) => ({ x, value: value === null ? null : value + by }));
          assert.deepEqual(places({ ...one, points }), places(one));
        }),
        { numRuns: 25 },
      );
    });

    test(`never says what is no number, and says why it says nothing: ${name}`, () => {
      fc.assert(
        fc.property(fc.oneof(series, anything), (one) => {
          const found = detect(one);
          for (const value of numbersIn([found.estimates, found.findings])) assert.ok(Number.isFinite(value));
          assert.equal(found.estimates === null, found.undefined !== null);
          if (found.undefined !== null) assert.deepEqual(found.findings, []);
          if (found.n < found.minimum) assert.equal(found.undefined, 'too-few-sessions');
        }),
        { numRuns: 40 },
      );
    });

    test(`says nothing of no, one, or two equal sessions: ${name}`, () => {
      for (const list of [[], [5], [null, 5, null], [5, 5]]) {
        const found = detect(measured(list));
        assert.deepEqual([found.findings.length, Number.isNaN(found.n)], [0, false]);
      }
    });

    test(`turns its findings round when the scale is turned round: ${name}`, () => {
      if (name === 'shape') return;
      const of = (one: Measured): string[] =>
        detect(one).findings.map((each: object) => ('direction' in each ? String(each.direction) : 'drop'));
      fc.assert(
        fc.property(series, (one) => {
          const points = one.points.map(({ x, value }) => ({ x, value: value === null ? null : 8 - value }));
          assert.deepEqual(of({ ...one, points, better: 'lower' }).sort(), of(one).sort());
        }),
        { numRuns: 15 },
      );
    });
  }

  test('moves its limits along with the values', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -40, max: 40 }), (one, by) => {
        const points = one.points.map(({ x, value }) => ({ x, value: value === null ? null : value + by }));
        for (const of of [methods.xmr, methods.tukey]) {
          const [before, after] = [of(one).estimates, of({ ...one, points }).estimates];
          if (before === null || after === null) assert.equal(before, after);
          else assert.ok(Math.abs(after.lcl - before.lcl - by) < 1e-9);
        }
      }),
      { numRuns: 25 },
    );
  });
});
