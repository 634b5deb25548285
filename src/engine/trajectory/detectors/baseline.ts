import type { Caution } from './detection';
import type { Observed } from './measured';

/**
 * Sessions that limits are reckoned from: all, or the first so many that have a value. A rupture among them widens the
 * limits, so a result says which.
 */
export type Baseline = 'all' | number;

export function baselineOf(seen: readonly Observed[], baseline: Baseline): readonly Observed[] {
  return baseline === 'all' ? seen : seen.slice(0, baseline);
}

export function baselineCautions(base: readonly Observed[]): readonly Caution[] {
  return base.length < 8 ? ['few-baseline-sessions'] : [];
}

/** A session beyond a limit. */
export interface Outside {
  readonly kind: 'outside';
  readonly x: number;
  readonly side: 'above' | 'below';
  readonly direction: 'better' | 'worse';
}

export function outside(x: number, side: Outside['side'], sign: number): Outside {
  const direction = (side === 'above') === sign > 0 ? 'better' : 'worse';
  return { kind: 'outside', x, side, direction };
}
