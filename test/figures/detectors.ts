import * as assert from 'node:assert/strict';
import type { Measured } from '../../src/engine/trajectory/detectors/measured';

/** The sixteen sessions of the worked examples, on a scale from 1 to 7. */
export const sixteen = [5.1, 5.3, 5.25, 5.6, 4.3, 5.4, 5.55, 5.7, 5.65, 4.9, 4.4, 4.35, 5.6, 5.8, 5.9, 6.0];

/** A series of sessions 1, 2, 3 …; null is a session without a value. */
export function measured(
  values: readonly (number | null)[],
  said: Partial<Omit<Measured, 'points'>> = {},
): Measured {
  return {
    points: values.map((value, index) => ({ x: index + 1, value })),
    axis: 'session',
    better: 'higher',
    ...said,
  };
}

/** Equal as printed, with so many digits behind the point. */
export function near(value: number | null | undefined, expected: number, digits: number): void {
  assert.equal(value?.toFixed(digits), expected.toFixed(digits));
}
