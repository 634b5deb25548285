import { baselineCautions, baselineOf, outside, type Baseline, type Outside } from './baseline';
import { meanOf } from '../../statistics/descriptive';
import { unsaid, type Detection } from './detection';
import { isBeyond, missedBetween, observedOf, signOf, type Measured, type Observed } from './measured';
import { runsOf, type Run } from './runRules';

export interface XmrParameters {
  readonly baseline: Baseline;
  /** Two of three sessions beyond the 2-sigma line, eight on one side of the mean, six in a row up or down. */
  readonly rules: readonly Run['rule'][];
  /** Whether a step over a session without a value is a moving range. */
  readonly bridge: boolean;
}

export interface XmrEstimates {
  readonly mean: number;
  /** Mean moving range. */
  readonly mr: number;
  readonly lcl: number;
  readonly ucl: number;
  readonly mr_ucl: number;
  readonly lower_2sigma: number;
  readonly upper_2sigma: number;
  readonly baseline_n: number;
}

/** A step larger than the limit of the moving ranges. */
export interface Jump {
  readonly kind: 'jump';
  readonly from: number;
  readonly to: number;
  readonly range: number;
  readonly direction: 'better' | 'worse';
}

const minimum = 4;

/** 3 / d₂ with d₂ = 1.128, the mean range of two values of a normal distribution with SD 1; rounded, as charts have it. */
const toLimits = 2.66;
const toMrLimit = 3.267;
export const d2 = 1.128;

/** Individuals and moving range chart: ȳ ± 2.66·MR̄, ranges up to 3.267·MR̄; run rules where they are asked for. */
export function xmrOutside(
  series: Measured,
  parameters: XmrParameters,
): Detection<XmrParameters, XmrEstimates, Outside | Jump | Run> {
  const seen = observedOf(series);
  const base = baselineOf(seen, parameters.baseline);
  const ranges = rangesOf(base, parameters.bridge);
  if (base.length < minimum || ranges.length === 0)
    return unsaid(parameters, seen.length, minimum, 'too-few-sessions');
  const estimates = limitsOf(base, ranges);
  const sign = signOf(series);
  return {
    parameters,
    n: seen.length,
    minimum,
    estimates,
    findings: [
      ...seen.flatMap((each) => beyondLimits(each, estimates, sign)),
      ...jumpsOf(seen, estimates, parameters, sign),
      ...runsOf(seen, estimates, parameters, sign),
    ],
    cautions: baselineCautions(base),
    undefined: null,
  };
}

function limitsOf(base: readonly Observed[], ranges: readonly number[]): XmrEstimates {
  const mean = meanOf(base.map(({ value }) => value));
  const mr = meanOf(ranges);
  return {
    mean,
    mr,
    lcl: mean - toLimits * mr,
    ucl: mean + toLimits * mr,
    mr_ucl: toMrLimit * mr,
    lower_2sigma: mean - (2 * mr) / d2,
    upper_2sigma: mean + (2 * mr) / d2,
    baseline_n: base.length,
  };
}

/** Moving ranges |y_t − y_{t−1}|, of neighbours only where a step over a missing session does not count. */
export function rangesOf(seen: readonly Observed[], bridge: boolean): readonly number[] {
  return stepsOf(seen, bridge).map(([from, to]) => Math.abs(to.value - from.value));
}

function stepsOf(seen: readonly Observed[], bridge: boolean): readonly (readonly [Observed, Observed])[] {
  return seen.slice(1).flatMap((to, index) => {
    const from = seen[index];
    return from !== undefined && (bridge || missedBetween(from, to) === 0) ? [[from, to] as const] : [];
  });
}

function beyondLimits({ x, value }: Observed, { lcl, ucl }: XmrEstimates, sign: number): Outside[] {
  if (isBeyond(value, ucl)) return [outside(x, 'above', sign)];
  return isBeyond(-value, -lcl) ? [outside(x, 'below', sign)] : [];
}

function jumpsOf(
  seen: readonly Observed[],
  { mr_ucl: limit }: XmrEstimates,
  { bridge }: XmrParameters,
  sign: number,
): Jump[] {
  return stepsOf(seen, bridge).flatMap(([from, to]) => {
    const range = Math.abs(to.value - from.value);
    if (!isBeyond(range, limit)) return [];
    const direction = sign * (to.value - from.value) > 0 ? 'better' : 'worse';
    return [{ kind: 'jump', from: from.x, to: to.x, range, direction }];
  });
}
