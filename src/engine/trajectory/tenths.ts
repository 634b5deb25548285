import type { Codebook } from '../codebook/types';
import type { SessionAxis } from './axis';
import { isRupture } from './parts';
import type { Placed } from './places';

const parts = 10;

/** A session in ten equally long parts of its axis: one row of the case's heat map. */
export interface Tenths {
  /** By family: annotations that begin in each part. */
  readonly families: Readonly<Record<string, readonly number[]>>;
  /** Highest impact of the ruptures that begin in each part, the default where nobody rated; null without one. */
  readonly rupture_impact: readonly (number | null)[];
}

export function tenthsOf(placed: readonly Placed[], { axis }: SessionAxis, { families }: Codebook): Tenths {
  const length = axis.end - axis.start;
  const partOf = ({ x }: Placed): number =>
    length > 0 ? Math.min(parts - 1, Math.max(0, Math.floor(((x - axis.start) / length) * parts))) : 0;
  const counts = new Map(families.map(({ id }) => [id, zeros()]));
  const impacts = Array.from({ length: parts }, (): number | null => null);
  for (const each of placed) {
    const at = partOf(each);
    const row = counts.get(each.code.family);
    if (row) row[at] = (row[at] ?? 0) + 1;
    if (isRupture(each.part)) impacts[at] = Math.max(impacts[at] ?? each.impact, each.impact);
  }
  return { families: Object.fromEntries(counts), rupture_impact: impacts };
}

function zeros(): number[] {
  return Array.from({ length: parts }, () => 0);
}
