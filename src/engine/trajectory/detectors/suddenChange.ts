import { meanOf, squaresOf } from '../../statistics/descriptive';
import { unsaid, type Detection, type Unsaid } from './detection';
import {
  isAtLeast,
  isBeyond,
  missedBetween,
  observedOf,
  signOf,
  type Measured,
  type Observed,
} from './measured';
import { errorsOf, type Norm } from './norm';
import { quantileOfT } from '../../statistics/studentT';

export interface SuddenParameters {
  /** Criterion 1: as large as this, or as a reliable change of the measure's norm; false leaves it out. */
  readonly least: number | 'reliable' | false;
  /** Criterion 2: this share of the value before; false leaves it out (weak on a scale whose floor is not 0). */
  readonly relative: number | false;
  /** Criterion 3: larger than what the sessions around differ by. */
  readonly stable: boolean;
  /** Sessions looked at on each side. */
  readonly around: number;
  /** Whether a step over a session without a value counts. */
  readonly bridge: boolean;
}

export interface SuddenGiven extends SuddenParameters {
  readonly norm: Norm | null;
}

export interface Sudden {
  readonly kind: 'sudden';
  readonly from: number;
  readonly to: number;
  readonly change: number;
  readonly direction: 'better' | 'worse';
  /** Means of the sessions around, and the difference that criterion 3 asks for; null where it is left out. */
  readonly mean_before: number | null;
  readonly mean_after: number | null;
  readonly needed: number | null;
}

export interface SuddenEstimates {
  /** What criterion 1 asks for; null where it is left out. */
  readonly least: number | null;
  /** Steps of which criterion 3 says nothing, for want of two sessions on each side. */
  readonly not_judged: number;
}

const minimum = 4;

/**
 * Sudden gains, and losses as their mirror (Tang & DeRubeis 1999): a step between two sessions that is (1) large in itself,
 * (2) large against the value before, (3) larger than t.975 times the pooled SD of up to three sessions on each side.
 */
export function suddenChanges(
  series: Measured,
  given: SuddenGiven,
): Detection<SuddenGiven, SuddenEstimates, Sudden> {
  const seen = observedOf(series);
  if (seen.length < minimum) return unsaid(given, seen.length, minimum, 'too-few-sessions');
  const least = leastOf(given);
  if (typeof least === 'string') return unsaid(given, seen.length, minimum, least);
  if (given.relative !== false && seen.some(({ value }) => value <= 0))
    return unsaid(given, seen.length, minimum, 'not-positive');
  const sign = signOf(series);
  const found = seen.slice(0, -1).map((_, at) => stepAt(seen, at, given, least, sign));
  return {
    parameters: given,
    n: seen.length,
    minimum,
    estimates: { least, not_judged: found.filter((each) => each === 'not-judged').length },
    findings: found.filter((each) => each !== null && each !== 'not-judged'),
    cautions: [],
    undefined: null,
  };
}

function leastOf({ least, norm }: SuddenGiven): number | null | Unsaid {
  if (least === false) return null;
  if (least !== 'reliable') return least;
  return norm === null ? 'no-norm' : 1.96 * errorsOf(norm).s_diff;
}

/** The step behind a session; null where it is none that counts. */
function stepAt(
  seen: readonly Observed[],
  at: number,
  given: SuddenGiven,
  least: number | null,
  sign: number,
): Sudden | 'not-judged' | null {
  const [from, to] = [seen[at], seen[at + 1]];
  if (from === undefined || to === undefined || from.value === to.value) return null;
  if (!given.bridge && missedBetween(from, to) > 0) return null;
  const change = to.value - from.value;
  if (least !== null && !isAtLeast(Math.abs(change), least)) return null;
  if (given.relative !== false && !isAtLeast(Math.abs(change), given.relative * from.value)) return null;
  const step = { kind: 'sudden', from: from.x, to: to.x, change } as const;
  const direction = sign * change > 0 ? 'better' : 'worse';
  if (!given.stable) return { ...step, direction, mean_before: null, mean_after: null, needed: null };
  const around = aroundOf(seen, at, given);
  if (around === null) return 'not-judged';
  const difference = Math.sign(change) * (around.mean_after - around.mean_before);
  return isBeyond(difference, around.needed) ? { ...step, direction, ...around } : null;
}

/** Null with fewer than two sessions on a side. */
function aroundOf(
  seen: readonly Observed[],
  at: number,
  { around, bridge }: SuddenParameters,
): { readonly mean_before: number; readonly mean_after: number; readonly needed: number } | null {
  const [last, first] = [seen[at]?.at ?? 0, seen[at + 1]?.at ?? 0];
  const isNear = (each: Observed): boolean => bridge || (each.at > last - around && each.at < first + around);
  const before = seen.slice(Math.max(0, at + 1 - around), at + 1).filter(isNear);
  const after = seen.slice(at + 1, at + 1 + around).filter(isNear);
  if (before.length < 2 || after.length < 2) return null;
  const y = before.map(({ value }) => value);
  const z = after.map(({ value }) => value);
  const df = y.length + z.length - 2;
  const needed = criticalT(df) * Math.sqrt((squaresOf(y) + squaresOf(z)) / df);
  return { mean_before: meanOf(y), mean_after: meanOf(z), needed };
}

const known = new Map<number, number>();

/** t.975: 2.776 with three sessions on each side, 3.182 with one missing, 4.303 with two. */
function criticalT(df: number): number {
  const t = known.get(df) ?? quantileOfT(0.975, df);
  known.set(df, t);
  return t;
}
