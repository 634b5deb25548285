import { meanOf } from '../../statistics/descriptive';
import { observedOf, type Measured } from './measured';

/** A value taken apart for a multilevel model. */
export interface Centred {
  readonly x: number;
  /** Distance from the case's own mean. */
  readonly within: number;
  /** The value of the session before; null where that has none. */
  readonly lagged: number | null;
}

/** Person-mean centring: within y_ti − ȳ_i, between ȳ_i, lagged y_{t−1}; no mean without a value. */
export function centredValues(series: Measured): {
  readonly between: number | null;
  readonly points: readonly Centred[];
} {
  const seen = observedOf(series);
  if (seen.length === 0) return { between: null, points: [] };
  const between = meanOf(seen.map(({ value }) => value));
  const points = seen.map(({ x, value, at }, index): Centred => {
    const before = seen[index - 1];
    const isNext = before !== undefined && at - before.at === 1;
    return { x, within: value - between, lagged: isNext ? before.value : null };
  });
  return { between, points };
}
