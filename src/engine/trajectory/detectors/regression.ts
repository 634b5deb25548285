import { meanOf, snapped, squaresOf, sumOf } from '../../statistics/descriptive';
import { twoSidedP } from '../../statistics/studentT';

/** A coefficient with its standard error and the two-sided p of Student's t. */
export interface Coefficient {
  readonly value: number;
  readonly se: number;
  readonly p: number;
}

/** y = b0 + b1·t′ (+ b2·t′²) with t′ counted from the mean of x. */
export interface Fit {
  readonly b0: number;
  readonly b1: Coefficient;
  readonly b2: Coefficient | null;
  readonly residuals: readonly number[];
  readonly sse: number;
  /** √(Σe² / (n − p)): the variability around it. */
  readonly sd: number;
}

/** Least squares; null where there is no freedom left or all x are one. */
export function fitLine(x: readonly number[], y: readonly number[]): Fit | null {
  const [t, spread] = centred(x);
  if (x.length < 3 || spread === 0) return null;
  const mean = meanOf(y);
  const slope = slopeOf(t, y, spread);
  const residuals = y.map((value, at) => value - mean - slope * (t[at] ?? 0));
  const { sse, sd } = spreadOf(residuals, y, 2);
  const b1 = coefficient(slope, sd / Math.sqrt(spread), x.length - 2, y);
  return { b0: mean, b1, b2: null, residuals, sse, sd };
}

/** The same with a square, made of a curve q = t′² − α·t′ − β that is square to the line: so b2 needs no matrix. */
export function fitCurve(x: readonly number[], y: readonly number[]): Fit | null {
  const [t, spread] = centred(x);
  if (x.length < 4 || spread === 0) return null;
  const squares = t.map((value) => value * value);
  const alpha = slopeOf(t, squares, spread);
  const beta = meanOf(squares);
  const q = squares.map((value, at) => value - alpha * (t[at] ?? 0) - beta);
  const bend = snapped(sumOf(q.map((value) => value * value)), squares);
  if (bend === 0) return null;
  const mean = meanOf(y);
  const [slope, curve] = [slopeOf(t, y, spread), slopeOf(q, y, bend)];
  const residuals = y.map((value, at) => value - mean - slope * (t[at] ?? 0) - curve * (q[at] ?? 0));
  const { sse, sd } = spreadOf(residuals, y, 3);
  const df = x.length - 3;
  return {
    b0: mean - curve * beta,
    b1: coefficient(slope - curve * alpha, sd * Math.sqrt(1 / spread + alpha ** 2 / bend), df, y),
    b2: coefficient(curve, sd / Math.sqrt(bend), df, y),
    residuals,
    sse,
    sd,
  };
}

/** Distances from the mean, and the sum of their squares. */
function centred(x: readonly number[]): readonly [readonly number[], number] {
  const mean = meanOf(x);
  return [x.map((value) => value - mean), squaresOf(x)];
}

function slopeOf(t: readonly number[], y: readonly number[], spread: number): number {
  const mean = meanOf(y);
  return sumOf(y.map((value, at) => (value - mean) * (t[at] ?? 0))) / spread;
}

function spreadOf(
  residuals: readonly number[],
  y: readonly number[],
  parameters: number,
): Pick<Fit, 'sse' | 'sd'> {
  const sse = snapped(sumOf(residuals.map((value) => value * value)), y);
  return { sse, sd: Math.sqrt(sse / (y.length - parameters)) };
}

/** Where all values lie on the fit, a slope is certain, unless it is only what rounding left of none. */
function coefficient(value: number, se: number, df: number, y: readonly number[]): Coefficient {
  if (se > 0) return { value, se, p: twoSidedP(value / se, df) };
  const scale = Math.max(...y.map(Math.abs));
  return Math.abs(value) <= 1e-12 * scale ? { value: 0, se, p: 1 } : { value, se, p: 0 };
}
