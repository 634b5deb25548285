import type { SessionFacts } from '../study/types';
import type { SessionAxis } from './axis';
import type { Placed } from './places';
import type { Curve } from './types';

/** Kernel width in minutes, on axes that can be read in minutes (domain 1.4). */
const widthMinutes = 3;
/** And in turns, on an axis of turns. */
const widthTurns = 8;
/** Places at which a curve is given. */
const samples = 120;

/** Width of the kernel in the axis' unit; among words, what is spoken in 3 minutes. */
export function kernelWidth({ axis, minutes }: SessionAxis, facts: SessionFacts): number {
  if (axis.kind === 'time') return widthMinutes * 60;
  if (axis.kind === 'turns') return widthTurns;
  return widthMinutes * (minutes === null ? facts.wordsPerMinute : axis.end / minutes);
}

/**
 * Signed density of a family (domain 1.4): A(x) = Σ w·K((x−x_i)/h) / Σ over all turns K((x−x_t)/h), with the Gaussian kernel
 * K(u) = exp(−u²/2) and w = valence × impact / 3, so that an annotation of default impact weighs 1 or −1. Given at up to
 * 120 places from the first mark of the family to the last, never beyond.
 *
 * @param placed The family's annotations in order.
 */
export function densityOf(placed: readonly Placed[], axis: SessionAxis, width: number): Curve {
  const first = placed[0]?.x;
  const last = placed.at(-1)?.x;
  if (first === undefined || last === undefined) return [];
  const turns = axis.starts.slice(0, -1);
  const marks = placed.map((each) => each.x);
  const weights = placed.map(({ code, impact }) => (code.valence * impact) / 3);
  const count = last > first ? samples : 1;
  return Array.from({ length: count }, (_, index) => {
    const x = count === 1 ? first : first + ((last - first) * index) / (count - 1);
    const all = kernelSum(turns, null, x, width);
    return [rounded(x, 1e3), all > 0 ? rounded(kernelSum(marks, weights, x, width) / all, 1e6) : 0] as const;
  });
}

/** Σ w·K at `x`; weights are 1 where none are given. Points further away than six widths weigh less than is written. */
function kernelSum(
  points: readonly number[],
  weights: readonly number[] | null,
  x: number,
  width: number,
): number {
  let sum = 0;
  for (let index = firstFrom(points, x - 6 * width); index < points.length; index++) {
    const distance = (x - (points[index] ?? 0)) / width;
    if (distance < -6) break;
    sum += (weights === null ? 1 : (weights[index] ?? 0)) * Math.exp((-distance * distance) / 2);
  }
  return sum;
}

/** Index of the first of the rising points that is not below `from`. */
function firstFrom(points: readonly number[], from: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** So that files do not differ in the last digit between machines. Never minus zero. */
function rounded(value: number, per: number): number {
  return Math.round(value * per) / per + 0;
}
