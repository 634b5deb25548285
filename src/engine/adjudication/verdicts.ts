import { entriesOf, keyOf } from '../annotations/file';
import type { Coding, Decided } from '../annotations/types';
import { refsOf, type Matter } from './matter';

/** What was decided on a matter. */
export interface Verdict {
  readonly decision: string;
  readonly reason: string | null;
  /** Who decided. */
  readonly by: string | null;
}

/** What the consensus says of each entry it was made from, by `CODER/ID`. */
export type Verdicts = ReadonlyMap<string, readonly Decided[]>;

const decidedSections = ['annotations', 'episodes', 'ratings', 'decisions'] as const;

/** Entries about which two versions of the file still differ decide nothing. */
export function verdictsIn(consensus: Coding | null): Verdicts {
  const found = new Map<string, Decided[]>();
  if (!consensus) return found;
  const open = new Set(consensus.conflicts.map(({ about }) => about));
  for (const section of decidedSections) {
    for (const entry of entriesOf(consensus, section)) {
      if (open.has(`${section}/${keyOf(section, entry)}`)) continue;
      for (const ref of entry.from ?? []) found.set(ref, [...(found.get(ref) ?? []), entry]);
    }
  }
  return found;
}

/**
 * A matter is decided when the consensus says of all its sides what was made of them. It is open again when a further coder adds
 * a side, when what was agreed among some is not among all, and when two people decided it apart from each other.
 */
export function verdictOn(matter: Matter, verdicts: Verdicts): Verdict | null {
  const found = refsOf(matter).map((ref) => verdicts.get(ref) ?? []);
  const entries = new Set(found.flat());
  const [first] = entries;
  if (!first || found.some((each) => each.length === 0)) return null;
  const { decision = 'decided', reason = null, by = null } = first;
  const isTwice = decision !== 'both' && entries.size > 1;
  if (isTwice || [...entries].some((entry) => (entry.decision ?? 'decided') !== decision)) return null;
  return decision === 'agreed' && matter.kinds.length > 0 ? null : { decision, reason, by };
}

export interface Progress {
  /** Disagreements. */
  readonly total: number;
  readonly decided: number;
  /** Matters on which all agree. */
  readonly agreed: number;
  /** Of those, the ones that the consensus has. */
  readonly takenOver: number;
}

export function progressOf(matters: readonly Matter[], verdicts: Verdicts): Progress {
  const isDecided = (matter: Matter): boolean => verdictOn(matter, verdicts) !== null;
  const open = matters.filter(({ kinds }) => kinds.length > 0);
  const agreed = matters.filter(({ kinds }) => kinds.length === 0);
  return {
    total: open.length,
    decided: open.filter(isDecided).length,
    agreed: agreed.length,
    takenOver: agreed.filter(isDecided).length,
  };
}
