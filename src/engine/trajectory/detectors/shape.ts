import { isBeyond, observedOf, type Measured } from './measured';
import { sdOf } from '../../statistics/descriptive';
import { unsaid, type Detection } from './detection';
import { fitCurve, fitLine, type Coefficient, type Fit } from './regression';

export interface ShapeParameters {
  /** A slope or curve counts where its p is below this. */
  readonly alpha: number;
  /** With fewer sessions the shape has no name. */
  readonly label_from: number;
}

/** The SD of the means of the cases; null where it is not known. */
export interface ShapeGiven extends ShapeParameters {
  readonly sd_between: number | null;
}

export type Shape = 'stable' | 'growing' | 'declining' | 'u' | 'inverted-u';

/** Why a shape has no name. */
export type Unnamed =
  | 'too-few-sessions'
  | 'no-sd-between' // nothing rises, falls or bends, and how much is little is not known
  | 'none'; // nothing rises, falls or bends, and the spread is too large to be called stable

export interface ShapeEstimates {
  /** Level. */
  readonly mean: number;
  readonly sd: number | null;
  readonly linear: { readonly b0: number; readonly b1: Coefficient; readonly residual_sd: number };
  /** Null with fewer than six sessions. */
  readonly quadratic: {
    readonly b0: number;
    readonly b1: Coefficient;
    readonly b2: Coefficient;
    readonly residual_sd: number;
    /** Where the curve turns, as a session number or day; null where it is straight. */
    readonly vertex: number | null;
  } | null;
  readonly label: Shape | null;
  readonly unlabelled: Unnamed | null;
}

const minimum = 4;
const minimumForCurve = 6;

/**
 * Level, slope, curvature and variability around the curve (Stiles et al. 2004), with x counted from its mean. A U bends
 * upwards and turns in the middle 60 % of the sessions; a stable series neither rises nor bends and varies around its line
 * by less than half of what the cases differ.
 */
export function shapeOf(series: Measured, given: ShapeGiven): Detection<ShapeGiven, ShapeEstimates, never> {
  const seen = observedOf(series);
  const x = seen.map((each) => each.x);
  const y = seen.map((each) => each.value);
  const line = seen.length < minimum ? null : fitLine(x, y);
  if (line === null) return unsaid(given, seen.length, minimum, 'too-few-sessions');
  const curve = seen.length < minimumForCurve ? null : fitCurve(x, y);
  const quadratic = curve === null ? null : bent(curve, line, x);
  const label = nameOf(line, quadratic, x, given);
  const linear = { b0: line.b0, b1: line.b1, residual_sd: line.sd };
  const estimates = { mean: line.b0, sd: sdOf(y), linear, quadratic, ...label };
  return {
    parameters: given,
    n: seen.length,
    minimum,
    estimates,
    findings: [],
    cautions: [],
    undefined: null,
  };
}

function bent(curve: Fit, line: Fit, x: readonly number[]): ShapeEstimates['quadratic'] {
  if (curve.b2 === null) return null;
  const { b0, b1, b2, sd } = curve;
  const middle = x.reduce((sum, value) => sum + value, 0) / x.length;
  const vertex = b2.value === 0 ? null : middle - b1.value / (2 * b2.value);
  // On a straight line a bend is what rounding left, and turns anywhere.
  return { b0, b1, b2, residual_sd: sd, vertex: line.sse === 0 ? null : vertex };
}

function nameOf(
  { b1, sd }: Fit,
  quadratic: ShapeEstimates['quadratic'],
  x: readonly number[],
  { alpha, label_from: from, sd_between: between }: ShapeGiven,
): Pick<ShapeEstimates, 'label' | 'unlabelled'> {
  if (x.length < from) return { label: null, unlabelled: 'too-few-sessions' };
  const bends = quadratic !== null && quadratic.b2.p < alpha;
  if (bends && turnsInside(quadratic.vertex, x)) return named(quadratic.b2.value > 0 ? 'u' : 'inverted-u');
  if (b1.p < alpha) return named(b1.value > 0 ? 'growing' : 'declining');
  if (bends) return { label: null, unlabelled: 'none' };
  if (between === null) return { label: null, unlabelled: 'no-sd-between' };
  return isBeyond(between / 2, sd) ? named('stable') : { label: null, unlabelled: 'none' };
}

function named(label: Shape): Pick<ShapeEstimates, 'label' | 'unlabelled'> {
  return { label, unlabelled: null };
}

function turnsInside(vertex: number | null, x: readonly number[]): boolean {
  if (vertex === null) return false;
  const [from, to] = [Math.min(...x), Math.max(...x)];
  const margin = (to - from) / 5;
  return vertex >= from + margin && vertex <= to - margin;
}
