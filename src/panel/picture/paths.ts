/** A place in pixels. */
export type Point = readonly [x: number, y: number];

/** One decimal is finer than any screen and keeps the markup short. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function at([x, y]: Point): string {
  return `${round(x)},${round(y)}`;
}

/** Straight from point to point. */
export function linePath(points: readonly Point[]): string {
  return points.length === 0 ? '' : `M${points.map(at).join('L')}`;
}

/** The corners of steps: each height holds from its point to the next. */
export function stepsOf(points: readonly Point[]): Point[] {
  return points.flatMap((point, index): Point[] => {
    const before = points[index - 1];
    return before ? [[point[0], before[1]], point] : [point];
  });
}

/** What lies between a line and a height. */
export function areaPath(points: readonly Point[], base: number): string {
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? `${linePath([...points, [last[0], base], [first[0], base]])}Z` : '';
}

/** Part of the way from one point to another, `share` of it. */
function between([x, y]: Point, [toX, toY]: Point, share: number): Point {
  return [x + (toX - x) * share, y + (toY - y) * share];
}

/** A soft line past its points, from the first to the last: a uniform cubic B-spline, its ends joined straight. */
export function splinePath(points: readonly Point[]): string {
  const [first, second] = points;
  const last = points.at(-1);
  if (!first || !second || !last) return linePath(points);
  const arcs = points.slice(1).map((point, index) => {
    const before = points[index] ?? first;
    const after = points[index + 2] ?? last;
    const end = between(between(before, point, 2 / 3), between(point, after, 1 / 3), 1 / 2);
    return `C${[between(before, point, 1 / 3), between(before, point, 2 / 3), end].map(at).join(',')}`;
  });
  return `M${at(first)}L${at(between(first, second, 1 / 6))}${arcs.join('')}L${at(last)}`;
}
