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
import { measured } from '../figures/detectors';

const norm = { sd: 1, r: 0.8, source: null };
const drop = { k: [1, 2], residual: true, rho: 0, partial: 0.5, within: null, bridge: true, norm } as const;
const rules = ['eight-on-one-side', 'two-of-three', 'six-in-a-row'] as const;
const asked = { permutations: 19, seed: 1, alpha: 0.2 };

/** Every method; the second criterion of sudden gains, a share of the value before, apart. */
export const methods = {
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
export const series = values.map((list) => measured(list.map((each) => (each === null ? null : each / 4))));
export const anything = fc
  .array(fc.option(fc.oneof(fc.double(), fc.constantFrom(0, -1, 5, 1e300, Number.MIN_VALUE))), {
    maxLength: 12,
  })
  .map((list) => measured(list));

export function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}
