import { breakAt, type Break, type Permuting } from './changePoint';
import { snapped } from '../../statistics/descriptive';
import { unsaid, type Detection } from './detection';
import { isAtLeast, observedOf, signOf, type Measured } from './measured';
import { permutationP, randomOf, reaches, shuffle } from '../../statistics/random';
import { fitLine } from './regression';

export interface PiecewiseEstimates {
  /** The last session of the first line. */
  readonly after: number;
  readonly slope_before: number;
  readonly slope_after: number;
  /** Squares around one line, and around two. */
  readonly sse_one: number;
  readonly sse_two: number;
  /** Not F-distributed, since the best of many places was searched; null where two lines fit exactly. */
  readonly f: number | null;
  /** By shuffling what one line leaves; null where none was asked for. */
  readonly p: number | null;
}

/** A line needs a value that it does not go through anyway. */
const minLength = 3;
const minimum = 2 * minLength;

/**
 * Two lines with a break between, by the same search as one change of level. Its p is that of shuffled residuals of one
 * line (Freedman & Lane 1983), so that a steady trend is no break.
 */
export function piecewiseSlopes(
  series: Measured,
  parameters: Permuting,
): Detection<Permuting, PiecewiseEstimates, Break> {
  const seen = observedOf(series);
  const x = seen.map((each) => each.x);
  const y = seen.map((each) => each.value);
  const line = seen.length < minimum ? null : fitLine(x, y);
  if (line === null) return unsaid(parameters, seen.length, minimum, 'too-few-sessions');
  if (line.sse === 0) return unsaid(parameters, seen.length, minimum, 'no-variation');
  const squaresLeft = searcherOf(x);
  const residuals = Float64Array.from(line.residuals);
  const best = squaresLeft(residuals);
  const before = fitLine(x.slice(0, best.at), y.slice(0, best.at));
  const after = fitLine(x.slice(best.at), y.slice(best.at));
  if (before === null || after === null) return unsaid(parameters, seen.length, minimum, 'too-few-sessions');
  const sse_two = snapped(before.sse + after.sse, y);
  const p = breakP(residuals, squaresLeft, parameters);
  const freedom = seen.length - 4;
  const estimates = {
    after: x[best.at - 1] ?? 0,
    slope_before: before.b1.value,
    slope_after: after.b1.value,
    sse_one: line.sse,
    sse_two,
    f: sse_two === 0 ? null : (line.sse - sse_two) / 2 / (sse_two / freedom),
    p,
  };
  const found = p !== null && p <= parameters.alpha;
  const { slope_before: from, slope_after: to } = estimates;
  const findings = found ? [breakAt(estimates.after, from, to, signOf(series))] : [];
  return { parameters, n: seen.length, minimum, estimates, findings, cautions: [], undefined: null };
}

interface Split {
  readonly at: number;
  /** Squares around two lines, and around one. */
  readonly sse: number;
  readonly sseOfOne: number;
}

type Search = (y: Float64Array) => Split;

/**
 * The place where two lines leave the least squares. What depends on x alone is reckoned once; then each series costs one
 * walk, with the sums of y, y² and xy on the left taken from those of all.
 */
function searcherOf(x: readonly number[]): Search {
  const n = x.length;
  const t = Float64Array.from(x, (value) => value - (x[0] ?? 0));
  const [left, right] = [spreads(t), spreads(Float64Array.from(t).reverse()).reverse()];
  return (y) => {
    let [sumY, sumYY, sumTY] = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const value = y[i] ?? 0;
      sumY += value;
      sumYY += value * value;
      sumTY += (t[i] ?? 0) * value;
    }
    let [leftY, leftYY, leftTY] = [0, 0, 0];
    let [at, best] = [minLength, Number.POSITIVE_INFINITY];
    for (let k = 1; k <= n - minLength; k++) {
      const value = y[k - 1] ?? 0;
      leftY += value;
      leftYY += value * value;
      leftTY += (t[k - 1] ?? 0) * value;
      const [before, after] = [left[k - 1], right[k]];
      if (k < minLength || before === undefined || after === undefined) continue;
      const sse =
        squaresAround(before, k, leftY, leftYY, leftTY) +
        squaresAround(after, n - k, sumY - leftY, sumYY - leftYY, sumTY - leftTY);
      if (!isAtLeast(sse, best)) [at, best] = [k, sse];
    }
    const whole = left[n - 1];
    const sseOfOne = whole === undefined ? 0 : squaresAround(whole, n, sumY, sumYY, sumTY);
    return { at, sse: best, sseOfOne };
  };
}

/** Mean of the first so many of t, and their squares around it. */
interface Spread {
  readonly mean: number;
  readonly squares: number;
}

function spreads(t: Float64Array): Spread[] {
  let [sum, sumSquares] = [0, 0];
  return Array.from(t, (value, index) => {
    sum += value;
    sumSquares += value * value;
    return { mean: sum / (index + 1), squares: sumSquares - sum ** 2 / (index + 1) };
  });
}

function squaresAround({ mean, squares }: Spread, k: number, y: number, yy: number, ty: number): number {
  const product = ty - mean * y;
  return Math.max(0, yy - (y * y) / k - (squares > 0 ? (product * product) / squares : 0));
}

function breakP(residuals: Float64Array, search: Search, { permutations, seed }: Permuting): number | null {
  if (permutations === 0) return null;
  const found = gainOf(search(residuals));
  const random = randomOf(seed);
  const shuffled = Float64Array.from(residuals);
  let hits = 0;
  for (let round = 0; round < permutations; round++) {
    shuffle(shuffled, random);
    if (reaches(gainOf(search(shuffled)), found)) hits++;
  }
  return permutationP(hits, permutations);
}

/** How much better two lines are than one, also where they leave nothing. */
function gainOf({ sse, sseOfOne }: Split): number {
  return sseOfOne / Math.max(sse, 1e-12 * sseOfOne, Number.MIN_VALUE);
}
