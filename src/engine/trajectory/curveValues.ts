import type { Curve } from './types';

/** Mean of a curve over a stretch, its points joined by straight lines; null where the curve has no part of the stretch. */
export function meanBetween(curve: Curve, start: number, end: number): number | null {
  const [only] = curve;
  if (only !== undefined && curve.length === 1) return only[0] >= start && only[0] < end ? only[1] : null;
  let area = 0;
  let length = 0;
  for (const [index, [x, value]] of curve.entries()) {
    const next = curve[index + 1];
    if (next === undefined) break;
    const from = Math.max(x, start);
    const to = Math.min(next[0], end);
    if (to <= from) continue;
    const slope = (next[1] - value) / (next[0] - x);
    area += (to - from) * (value + slope * ((from + to) / 2 - x));
    length += to - from;
  }
  return length > 0 ? area / length : null;
}

/** What a curve of steps comes to just before a place: a step at the place itself belongs to what follows. */
export function heldBefore(steps: Curve, end: number): number {
  return steps.findLast(([x]) => x < end)?.[1] ?? 0;
}

/** The point of a curve with the highest value, the first of several; null of an empty curve. */
export function highestOf(curve: Curve): readonly [number, number] | null {
  return curve.reduce<readonly [number, number] | null>(
    (best, point) => (best !== null && best[1] >= point[1] ? best : point),
    null,
  );
}
