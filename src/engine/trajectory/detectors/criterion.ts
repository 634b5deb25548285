import { unsaid, type Caution, type Detection, type Unsaid } from './detection';
import { isAtLeast, missedBetween, observedOf, signOf, type Measured, type Observed } from './measured';
import { errorsOf, type Norm } from './norm';
import { ownSd } from './spread';

export interface CriterionParameters {
  /** A drop counts from the smallest of these multiples of σ on; a finding names the largest it reaches. */
  readonly k: readonly number[];
  /** The case's own SD, the one pooled over cases, the larger of both, or S_diff of the measure's norm. */
  readonly sigma: 'intra' | 'inter' | 'stricter' | 's-diff';
  /** SDs of what the linear trend leaves, instead of the values. */
  readonly residual: boolean;
  /** To the next session only, or on through consecutive decreases. */
  readonly descent: 'single' | 'several';
  /** ρ: repaired is what comes back to the peak but for this share of the drop. */
  readonly rho: number;
  /** Partly repaired is what regains this share of the drop. */
  readonly partial: number;
  /** Within so many sessions; null: at any time. */
  readonly within: number | null;
  /** Whether a step over a session without a value counts. */
  readonly bridge: boolean;
}

/** With what the study knows of the measure beside the case. */
export interface CriterionGiven extends CriterionParameters {
  readonly norm: Norm | null;
  /** Pooled SD within the cases, raw or residual as `residual` says; null where there is one case only. */
  readonly pooled: number | null;
}

export interface Drop {
  readonly kind: 'drop';
  /** The session before it. */
  readonly peak: number;
  /** The first session of it. */
  readonly onset: number;
  readonly low: number;
  /** How much worse, in the measure's unit: above zero. */
  readonly depth: number;
  /** The same in σ. */
  readonly depth_sigma: number;
  /** The largest `k` that it reaches. */
  readonly k: number;
  /** Sessions from peak to low. */
  readonly length: number;
  /** Sessions without a value between peak and low. */
  readonly missed: number;
  readonly repair: number | null;
  readonly sessions_to_repair: number | null;
  readonly state: 'repaired' | 'partial' | 'unrepaired' | 'series-ended';
}

export interface CriterionEstimates {
  readonly sigma: number;
  readonly intra: number | null;
  readonly inter: number | null;
  /** The smallest drop that counts. */
  readonly threshold: number;
}

/**
 * Drops in the series (domain: V detector). From a peak the values get worse, to the next session or over several, by k·σ
 * at least; repaired is the first later session back at the peak but for ρ of the drop. Here a rupture is a drop in the
 * series of session scores, not an event that was coded.
 */
export function dropsOf(
  series: Measured,
  given: CriterionGiven,
): Detection<CriterionGiven, CriterionEstimates, Drop> {
  const seen = observedOf(series);
  const minimum = given.sigma === 's-diff' ? 2 : 4;
  if (seen.length < minimum) return unsaid(given, seen.length, minimum, 'too-few-sessions');
  const chosen = sigmaOf(series, given);
  if (typeof chosen === 'string') return unsaid(given, seen.length, minimum, chosen);
  const { cautions, ...spread } = chosen;
  const estimates = { ...spread, threshold: Math.min(...given.k) * spread.sigma };
  const findings = scan(seen, signOf(series), given, estimates);
  return { parameters: given, n: seen.length, minimum, estimates, findings, cautions, undefined: null };
}

type Sigma = Omit<CriterionEstimates, 'threshold'> & { readonly cautions: readonly Caution[] };

function sigmaOf(
  series: Measured,
  { sigma: choice, residual, norm, pooled }: CriterionGiven,
): Sigma | Unsaid {
  if (choice === 's-diff') {
    if (norm === null) return 'no-norm';
    const { s_diff: sigma } = errorsOf(norm);
    return sigma > 0 ? { sigma, intra: null, inter: null, cautions: [] } : 'no-variation';
  }
  const intra = choice === 'inter' ? null : ownSd(series, residual);
  const inter = choice === 'intra' ? null : pooled;
  if (choice === 'inter' && inter === null) return 'one-case-only';
  const sigma = Math.max(intra ?? 0, inter ?? 0);
  if (sigma === 0) return 'no-variation';
  return { sigma, intra, inter, cautions: choice === 'stricter' && inter === null ? ['no-other-cases'] : [] };
}

function scan(
  seen: readonly Observed[],
  sign: number,
  given: CriterionGiven,
  { sigma, threshold }: CriterionEstimates,
): readonly Drop[] {
  const drops: Drop[] = [];
  for (let peak = 0; peak < seen.length - 1;) {
    const low = lowAfter(peak, seen, sign, given);
    const depth = worsening(seen, peak, low, sign);
    if (low > peak && isAtLeast(depth, threshold)) drops.push(dropOf(seen, peak, low, sign, given, sigma));
    peak = given.descent === 'several' ? Math.max(low, peak + 1) : peak + 1;
  }
  return drops;
}

/** Where consecutive decreases from a session on end; the session itself where none begins. */
function lowAfter(peak: number, seen: readonly Observed[], sign: number, given: CriterionGiven): number {
  let low = peak;
  while (low < seen.length - 1 && isStep(seen, low, given) && worsening(seen, low, low + 1, sign) > 0) {
    low++;
    if (given.descent === 'single') break;
  }
  return low;
}

function isStep(seen: readonly Observed[], at: number, { bridge }: CriterionGiven): boolean {
  const [from, to] = [seen[at], seen[at + 1]];
  return from !== undefined && to !== undefined && (bridge || missedBetween(from, to) === 0);
}

function worsening(seen: readonly Observed[], from: number, to: number, sign: number): number {
  return sign * ((seen[from]?.value ?? 0) - (seen[to]?.value ?? 0));
}

function dropOf(
  seen: readonly Observed[],
  peak: number,
  low: number,
  sign: number,
  given: CriterionGiven,
  sigma: number,
): Drop {
  const at = (index: number): Observed => seen[index] ?? { x: 0, value: 0, at: 0 };
  const depth = worsening(seen, peak, low, sign);
  const reached = given.k.filter((k) => isAtLeast(depth, k * sigma));
  const repair = repairOf(seen, peak, low, sign, given);
  return {
    kind: 'drop',
    peak: at(peak).x,
    onset: at(peak + 1).x,
    low: at(low).x,
    depth,
    depth_sigma: depth / sigma,
    k: Math.max(...reached),
    length: at(low).at - at(peak).at,
    missed: at(low).at - at(peak).at - (low - peak),
    repair: repair.at === null ? null : at(repair.at).x,
    sessions_to_repair: repair.at === null ? null : at(repair.at).at - at(low).at,
    state: repair.state,
  };
}

function repairOf(
  seen: readonly Observed[],
  peak: number,
  low: number,
  sign: number,
  { rho, partial, within }: CriterionGiven,
): { readonly at: number | null; readonly state: Drop['state'] } {
  const depth = worsening(seen, peak, low, sign);
  const lastAt = (seen[low]?.at ?? 0) + (within ?? Number.POSITIVE_INFINITY);
  let regained = 0;
  let at = low + 1;
  for (; at < seen.length && (seen[at]?.at ?? 0) <= lastAt; at++) {
    regained = Math.max(regained, worsening(seen, at, low, sign));
    if (isAtLeast(regained, (1 - rho) * depth)) return { at, state: 'repaired' };
  }
  if (regained > 0 && isAtLeast(regained, partial * depth)) return { at: null, state: 'partial' };
  const ended = within === null ? low === seen.length - 1 : (seen.at(-1)?.at ?? 0) < lastAt;
  return { at: null, state: ended ? 'series-ended' : 'unrepaired' };
}
