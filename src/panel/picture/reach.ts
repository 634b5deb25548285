import type { Layout } from './layout';
import type { Rows } from './navigate';

/** What the arrow keys walk in the picture, from top to bottom: the curves, and the arcs above the first lane that they stand on. */
export function pictureRows(layout: Layout): Rows {
  const arcs = layout.arcs;
  const rows = layout.lanes.map((lane) => ({
    top: lane.top,
    stops: lane.marks.map((placed) => ({ key: `mark:${placed.mark.id}`, x: placed.x })),
  }));
  if (arcs) {
    const stops = arcs.arcs.map((placed) => ({ key: `arc:${placed.arc.episode}`, x: placed.from }));
    rows.push({ top: arcs.top, stops: stops.toSorted((a, b) => a.x - b.x) });
  }
  if (layout.curves) {
    const { top, zero } = layout.curves;
    rows.push({ top, stops: [{ key: 'curve:support', x: layout.left }] });
    rows.push({ top: zero, stops: [{ key: 'curve:strain', x: layout.left }] });
  }
  return rows.toSorted((a, b) => a.top - b.top).map((row) => row.stops);
}

/** What the arrow keys walk in the segment strip. */
export function stripRows(layout: Layout): Rows {
  return [
    layout.strip.cells.map((cell) => ({ key: `segment:${cell.segment.number}`, x: cell.x + cell.width / 2 })),
  ];
}

/**
 * What a pointer at (x, y) means: the curve, the nearest mark of the lane, the narrowest arc over it, the segment under it.
 * @returns the key of that thing, or null where nothing is near
 */
export function hit(layout: Layout, x: number, y: number): string | null {
  const { strip, arcs, curves, em } = layout;
  if (curves && y >= curves.top && y < curves.bottom) {
    return y < curves.zero ? 'curve:support' : 'curve:strain';
  }
  if (y >= strip.top && y <= strip.top + strip.height) {
    const cell = strip.cells.find((candidate) => x >= candidate.x && x < candidate.x + candidate.width);
    return cell ? `segment:${cell.segment.number}` : null;
  }
  if (arcs && y >= arcs.top && y < arcs.bottom) {
    const over = arcs.arcs.filter((placed) => x >= placed.from - em * 0.4 && x <= placed.to + em * 0.4);
    const narrowest = over.toSorted((a, b) => a.to - a.from - (b.to - b.from))[0];
    return narrowest ? `arc:${narrowest.arc.episode}` : null;
  }
  const lane = layout.lanes.find((candidate) => y >= candidate.top && y <= candidate.baseline + 1);
  const near = lane?.marks.toSorted((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0];
  return near && Math.abs(near.x - x) <= em * 0.8 ? `mark:${near.mark.id}` : null;
}
