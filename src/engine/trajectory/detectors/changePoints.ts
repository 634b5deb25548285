import { breakAt, type Break } from './changePoint';
import { meanOf } from '../../statistics/descriptive';
import { unsaid, type Detection } from './detection';
import { isAtLeast, observedOf, signOf, type Measured, type Observed } from './measured';
import { d2, rangesOf } from './xmr';

export interface ChangePointsParameters {
  /** The penalty of a change is this times σ̂²·ln n, σ̂ = MR̄ / 1.128. */
  readonly penalty: number;
  readonly min_length: number;
}

export interface ChangePointsEstimates {
  readonly sigma: number;
  /** In squares. */
  readonly penalty: number;
  /** Stretches of one level, each from a session to another. */
  readonly segments: readonly { readonly from: number; readonly to: number; readonly mean: number }[];
}

/**
 * Several changes of level by optimal partitioning (Jackson et al. 2005): the division with the least squares, where each
 * change costs the penalty. F(t) = min over s of F(s) + SSE(s+1..t) + penalty finds it exactly.
 */
export function changePointsOf(
  series: Measured,
  parameters: ChangePointsParameters,
): Detection<ChangePointsParameters, ChangePointsEstimates, Break> {
  const seen = observedOf(series);
  const minimum = 2 * parameters.min_length;
  if (seen.length < minimum) return unsaid(parameters, seen.length, minimum, 'too-few-sessions');
  const sigma = meanOf(rangesOf(seen, true)) / d2;
  if (sigma === 0) return unsaid(parameters, seen.length, minimum, 'no-variation');
  const penalty = parameters.penalty * sigma ** 2 * Math.log(seen.length);
  const starts = bestDivision(seen, penalty, parameters.min_length);
  const segments = starts.map((start, index) => segmentOf(seen.slice(start, starts[index + 1])));
  const sign = signOf(series);
  return {
    parameters,
    n: seen.length,
    minimum,
    estimates: { sigma, penalty, segments },
    findings: segments.slice(1).map(({ mean }, index) => {
      const before = segments[index];
      return breakAt(before?.to ?? 0, before?.mean ?? mean, mean, sign);
    }),
    cautions: [],
    undefined: null,
  };
}

function segmentOf(inside: readonly Observed[]): ChangePointsEstimates['segments'][number] {
  const mean = meanOf(inside.map(({ value }) => value));
  return { from: inside[0]?.x ?? 0, to: inside.at(-1)?.x ?? 0, mean };
}

/** The index at which each stretch begins. */
function bestDivision(seen: readonly Observed[], penalty: number, minLength: number): readonly number[] {
  const n = seen.length;
  const squares = squaresBetween(seen);
  const cost = Array.from({ length: n + 1 }, (_, t) => (t === 0 ? -penalty : Number.POSITIVE_INFINITY));
  const startOf = Array.from({ length: n + 1 }, () => 0);
  for (let t = minLength; t <= n; t++) {
    for (let s = 0; s <= t - minLength; s++) {
      const found = (cost[s] ?? Number.POSITIVE_INFINITY) + squares(s, t) + penalty;
      if (Number.isFinite(found) && !isAtLeast(found, cost[t] ?? 0)) [cost[t], startOf[t]] = [found, s];
    }
  }
  const starts: number[] = [];
  for (let t = n; t > 0; t = startOf[t] ?? 0) starts.unshift(startOf[t] ?? 0);
  return starts;
}

/** Squares around the mean of what lies from one index up to another, in one step each. */
function squaresBetween(seen: readonly Observed[]): (from: number, to: number) => number {
  // Counted from the mean, so that a far-off level does not drown the differences.
  const mean = meanOf(seen.map(({ value }) => value));
  const sums = [0];
  const squares = [0];
  for (const { value } of seen) {
    sums.push((sums.at(-1) ?? 0) + value - mean);
    squares.push((squares.at(-1) ?? 0) + (value - mean) ** 2);
  }
  return (from, to) => {
    const sum = (sums[to] ?? 0) - (sums[from] ?? 0);
    return Math.max(0, (squares[to] ?? 0) - (squares[from] ?? 0) - sum ** 2 / (to - from));
  };
}
