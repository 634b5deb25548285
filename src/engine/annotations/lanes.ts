import { comparePositions, type Range } from '../position';

/**
 * Gives every stretch a lane of its own, from 0, for as long as it lasts: stretches that share a word never share a lane, and
 * a stripe runs straight from its first word to its last. Of those that begin together the longest comes first.
 */
export function lanesOf<T extends Range>(stretches: readonly T[]): Map<T, number> {
  const sorted = [...stretches].sort(
    (a, b) => comparePositions(a.start, b.start) || comparePositions(b.end, a.end),
  );
  const lanes = new Map<T, number>();
  const ends: Range['end'][] = [];
  for (const stretch of sorted) {
    const free = ends.findIndex((end) => comparePositions(end, stretch.start) <= 0);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = stretch.end;
    lanes.set(stretch, lane);
  }
  return lanes;
}
