import { meanOf, snapped, squaresOf } from '../../statistics/descriptive';
import { unsaid, type Detection } from './detection';
import { isAtLeast, observedOf, signOf, type Measured } from './measured';
import { permutationP, randomOf, reaches, shuffle } from '../../statistics/random';

/** How a p is found by shuffling. */
export interface Permuting {
  /** B; with 0 no p is reckoned. */
  readonly permutations: number;
  readonly seed: number;
  /** A change counts as found where p is not above this. */
  readonly alpha: number;
}

/** A level, or a slope, that holds from one session on. */
export interface Break {
  readonly kind: 'break';
  /** The last session before it. */
  readonly after: number;
  readonly before_value: number;
  readonly after_value: number;
  readonly direction: 'better' | 'worse';
}

export interface ChangePointEstimates {
  /** The last session before the best change. */
  readonly after: number;
  readonly mean_before: number;
  readonly mean_after: number;
  /** Squares around one mean, and around two. */
  readonly sse_one: number;
  readonly sse_two: number;
  /** Not F-distributed, since the best of many places was searched; null where two means fit exactly. */
  readonly f: number | null;
  /** By permutation; null where none was asked for. */
  readonly p: number | null;
}

const minimum = 4;

/**
 * One change of level: τ̂ = argmin SSE(1..τ) + SSE(τ+1..n), two sessions on each side at least. Its p is the share of
 * shuffled series whose best change is as good.
 */
export function changePointOf(
  series: Measured,
  parameters: Permuting,
): Detection<Permuting, ChangePointEstimates, Break> {
  const seen = observedOf(series);
  if (seen.length < minimum) return unsaid(parameters, seen.length, minimum, 'too-few-sessions');
  const y = seen.map(({ value }) => value);
  const sse_one = squaresOf(y);
  if (sse_one === 0) return unsaid(parameters, seen.length, minimum, 'no-variation');
  const mean = meanOf(y);
  const centred = Float64Array.from(y, (value) => value - mean);
  const best = bestSplit(centred);
  const sse_two = snapped(squaresOf(y.slice(0, best.at)) + squaresOf(y.slice(best.at)), y);
  const p = splitP(centred, best.gain, parameters);
  const estimates = {
    after: seen[best.at - 1]?.x ?? 0,
    mean_before: meanOf(y.slice(0, best.at)),
    mean_after: meanOf(y.slice(best.at)),
    sse_one,
    sse_two,
    f: sse_two === 0 ? null : (sse_one - sse_two) / (sse_two / (y.length - 2)),
    p,
  };
  const { after, mean_before: before, mean_after: behind } = estimates;
  const found = p !== null && p <= parameters.alpha;
  const findings = found ? [breakAt(after, before, behind, signOf(series))] : [];
  return { parameters, n: seen.length, minimum, estimates, findings, cautions: [], undefined: null };
}

export function breakAt(after: number, before: number, behind: number, sign: number): Break {
  const direction = sign * (behind - before) > 0 ? 'better' : 'worse';
  return { kind: 'break', after, before_value: before, after_value: behind, direction };
}

/**
 * The split that leaves the least squares. Of values whose sum is 0, the first k with sum S take S²·n / (k·(n − k)) from
 * the squares around one mean, so one walk is enough. Of equally good ones the first.
 */
function bestSplit(centred: Float64Array): { readonly at: number; readonly gain: number } {
  const n = centred.length;
  let [at, gain, sum] = [2, 0, centred[0] ?? 0];
  for (let k = 2; k <= n - 2; k++) {
    sum += centred[k - 1] ?? 0;
    const taken = (sum * sum * n) / (k * (n - k));
    if (!isAtLeast(gain, taken)) [at, gain] = [k, taken];
  }
  return { at, gain };
}

function splitP(centred: Float64Array, gain: number, { permutations, seed }: Permuting): number | null {
  if (permutations === 0) return null;
  const random = randomOf(seed);
  const shuffled = Float64Array.from(centred);
  let hits = 0;
  for (let round = 0; round < permutations; round++) {
    shuffle(shuffled, random);
    if (reaches(bestSplit(shuffled).gain, gain)) hits++;
  }
  return permutationP(hits, permutations);
}
