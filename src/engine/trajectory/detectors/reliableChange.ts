import { unsaid, type Detection } from './detection';
import { isBeyond, missedBetween, observedOf, signOf, type Measured, type Observed } from './measured';
import { errorsOf, type Norm } from './norm';

export interface ReliableChangeParameters {
  /** |RC| above this is reliable. */
  readonly z: number;
  /** Each session against the one before it, or against the first. */
  readonly against: 'previous' | 'first';
  /** Whether a step over a session without a value counts. */
  readonly bridge: boolean;
}

export interface ReliableChangeGiven extends ReliableChangeParameters {
  readonly norm: Norm | null;
}

export interface Change {
  readonly kind: 'change';
  readonly from: number;
  readonly to: number;
  readonly change: number;
  readonly rc: number;
  readonly direction: 'better' | 'worse';
}

export interface ReliableChangeEstimates {
  readonly se: number;
  readonly s_diff: number;
  /** In the measure's unit. */
  readonly smallest: number;
  readonly first_to_last: { readonly change: number; readonly rc: number; readonly reliable: boolean };
}

const minimum = 2;

/** RC = (x₂ − x₁) / S_diff, reliable beyond ±1.96 (Jacobson & Truax 1991). */
export function reliableChanges(
  series: Measured,
  given: ReliableChangeGiven,
): Detection<ReliableChangeGiven, ReliableChangeEstimates, Change> {
  const seen = observedOf(series);
  const [first, last] = [seen[0], seen.at(-1)];
  if (seen.length < minimum || first === undefined || last === undefined)
    return unsaid(given, seen.length, minimum, 'too-few-sessions');
  if (given.norm === null) return unsaid(given, seen.length, minimum, 'no-norm');
  const { se, s_diff } = errorsOf(given.norm);
  if (s_diff <= 0) return unsaid(given, seen.length, minimum, 'no-variation');
  const sign = signOf(series);
  const changeOf = (from: Observed, to: Observed): Change => {
    const change = to.value - from.value;
    const direction = sign * change > 0 ? 'better' : 'worse';
    return { kind: 'change', from: from.x, to: to.x, change, rc: change / s_diff, direction };
  };
  const isReliable = ({ rc }: Change): boolean => isBeyond(Math.abs(rc), given.z);
  const { change, rc, ...whole } = changeOf(first, last);
  return {
    parameters: given,
    n: seen.length,
    minimum,
    estimates: {
      se,
      s_diff,
      smallest: given.z * s_diff,
      first_to_last: { change, rc, reliable: isReliable({ change, rc, ...whole }) },
    },
    findings: pairsOf(seen, given)
      .map(([from, to]) => changeOf(from, to))
      .filter(isReliable),
    cautions: [],
    undefined: null,
  };
}

function pairsOf(
  seen: readonly Observed[],
  { against, bridge }: ReliableChangeParameters,
): readonly (readonly [Observed, Observed])[] {
  return seen.slice(1).flatMap((to, index) => {
    const from = against === 'first' ? seen[0] : seen[index];
    if (from === undefined) return [];
    return against === 'first' || bridge || missedBetween(from, to) === 0 ? [[from, to] as const] : [];
  });
}
