import { curveBasis, line } from 'd3-shape';
import type { PanelArc } from '../messages';

/** An arc in pixels: its stroke, the mark at its end, and how far it reaches. */
export interface PlacedArc {
  readonly arc: PanelArc;
  readonly from: number;
  readonly to: number;
  /** The height of its crown. */
  readonly top: number;
  readonly path: string;
  readonly end: { readonly x: number; readonly y: number };
  /** From the end mark down to the repair it stands for; null while nothing answers. */
  readonly stem: number | null;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** At most so many heights, so that one crowded session does not push the lanes off the screen. */
const highestLevel = 3;

const curve = line().curve(curveBasis);

/** How high each span stands (0 to 3), in the order given: shorter ones lowest, each above the shorter ones it overlaps. */
export function arcLevels(spans: readonly Span[]): number[] {
  const byLength = spans
    .map((span, index) => ({ span, index }))
    .sort((a, b) => a.span.to - a.span.from - (b.span.to - b.span.from));
  const levels = spans.map(() => 0);
  byLength.forEach(({ span, index }, order) => {
    const below = byLength
      .slice(0, order)
      .filter((other) => other.span.from < span.to && span.from < other.span.to);
    const level = below.length === 0 ? 0 : Math.max(...below.map((other) => levels[other.index] ?? 0)) + 1;
    levels[index] = Math.min(highestLevel, level);
  });
  return levels;
}

interface Heights {
  /** The line the arcs stand on. */
  readonly base: number;
  readonly top: number;
  /** Where the rupture's mark begins, at or under the base. */
  readonly foot: number;
}

/** The stroke: up from the rupture, along, and down at the repair; one that is not answered never comes down. */
export function arcPath(span: Span, heights: Heights, comesDown: boolean): string {
  const { from, to } = span;
  const { base, top, foot } = heights;
  const shoulder = (base - top) * 1.4;
  const isLong = to - from > shoulder * 3;
  const points: [number, number][] = [
    [from, foot],
    [from, top],
  ];
  if (isLong) points.push([from + shoulder, top]);
  if (isLong && comesDown) points.push([to - shoulder, top]);
  points.push([to, top]);
  if (comesDown) points.push([to, base]);
  return curve(points) ?? '';
}
