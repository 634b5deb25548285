import { area, curveLinear, curveStepAfter, line } from 'd3-shape';
import type { PanelCurve, PanelCurves } from '../curve-messages';

/** One curve in pixels. */
export interface PlacedCurve {
  readonly curve: PanelCurve;
  readonly area: string;
  readonly line: string;
}

/** The band over the lanes: a row of words, support over the zero line, strain under it, a row of words. */
export interface CurveBand {
  readonly top: number;
  /** Where the lanes under it may begin. */
  readonly bottom: number;
  readonly zero: number;
  readonly support: PlacedCurve;
  readonly strain: PlacedCurve;
  /** Where the words over and under the curves stand. */
  readonly words: { readonly above: number; readonly below: number };
}

/** In ems; where the picture is wide, the curves get more air. */
const size = { words: 1.3, support: 3.4, strain: 2.3, wide: 1.5, gap: 0.5 } as const;

/** Pixels per unit, so that the curve fills its room above zero, and what is below zero keeps within its room there. */
function unit(points: PanelCurve['points'], above: number, below: number): number {
  const highest = Math.max(0, ...points.map(([, value]) => value));
  const lowest = Math.max(0, ...points.map(([, value]) => -value));
  const units = [highest > 0 ? above / highest : null, lowest > 0 ? below / lowest : null];
  return Math.min(...units.filter((value) => value !== null));
}

function place(
  curve: PanelCurve,
  x: (value: number) => number,
  y: (value: number) => number,
  shape: typeof curveLinear,
): PlacedCurve {
  const points = curve.points.map(([at, value]): [number, number] => [x(at), y(value)]);
  return {
    curve,
    area: area().curve(shape).y0(y(0)).digits(1)(points) ?? '',
    line: line().curve(shape).digits(1)(points) ?? '',
  };
}

/**
 * The geometry of support and open strain.
 * @param x places on the axis in pixels, not held within the plot: what lies outside is cut off when it is drawn
 */
export function bandOf(
  curves: PanelCurves,
  x: (value: number) => number,
  { top, em, isWide }: { readonly top: number; readonly em: number; readonly isWide: boolean },
): CurveBand {
  const above = em * size.support * (isWide ? size.wide : 1);
  const below = em * size.strain * (isWide ? size.wide : 1);
  const zero = top + em * size.words + above;
  const perSupport = unit(curves.support.points, above, below);
  const perStrain = unit(curves.strain.points, below, 0);
  const foot = zero + below + em * size.words;
  return {
    top,
    bottom: foot + em * size.gap,
    zero,
    support: place(curves.support, x, (value) => zero - (value === 0 ? 0 : value * perSupport), curveLinear),
    strain: place(curves.strain, x, (value) => zero + (value === 0 ? 0 : value * perStrain), curveStepAfter),
    words: { above: top + em * 0.95, below: foot - em * 0.35 },
  };
}
