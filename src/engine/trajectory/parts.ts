import { lineOf } from '../codebook/line';
import type { Code, Codebook, Kind } from '../codebook/types';
import type { Part } from './types';

/** What a code's annotations are in the trajectory; null where they are only counted. */
export type PartOf = (code: Code) => Part | null;

/**
 * Reads from a codebook what each code is. A code with a kind is that. One without takes it from the kinds below it, or,
 * where there are none, from those below its nearest ancestor that has some: a straining code above or among withdrawal
 * and confrontation is a `rupture` of no said kind, a strengthening one above or among attempts an `attempt`.
 */
export function partsOf(codebook: Codebook): PartOf {
  const below = kindsBelow(codebook);
  return (code) => code.kind ?? bareOf(code, nearestKinds(code, codebook, below));
}

/** The way an attempt is made, by the ids above it: under a code named `immediate` or `expressive`. */
export function attemptSort(code: Code, codebook: Codebook): 'immediate' | 'expressive' | null {
  for (const each of lineOf(code, codebook)) {
    const name = each.id.slice(each.id.lastIndexOf('.') + 1);
    if (name === 'immediate' || name === 'expressive') return name;
  }
  return null;
}

export function isRupture(part: Part | null): boolean {
  return part === 'withdrawal' || part === 'confrontation' || part === 'rupture';
}

export function isRepair(part: Part | null): boolean {
  return part === 'attempt' || part === 'response' || part === 'decline';
}

function kindsBelow(codebook: Codebook): ReadonlyMap<string, ReadonlySet<Kind>> {
  const below = new Map<string, Set<Kind>>();
  for (const code of codebook.codes.values()) {
    if (code.kind === null) continue;
    for (const above of lineOf(code, codebook).slice(1)) {
      const kinds = below.get(above.id) ?? new Set();
      below.set(above.id, kinds.add(code.kind));
    }
  }
  return below;
}

function nearestKinds(
  code: Code,
  codebook: Codebook,
  below: ReadonlyMap<string, ReadonlySet<Kind>>,
): ReadonlySet<Kind> | null {
  for (const each of lineOf(code, codebook)) {
    const kinds = below.get(each.id);
    if (kinds !== undefined) return kinds;
  }
  return null;
}

function bareOf(code: Code, kinds: ReadonlySet<Kind> | null): Part | null {
  if (kinds === null) return null;
  if (code.valence < 0 && (kinds.has('withdrawal') || kinds.has('confrontation'))) return 'rupture';
  return code.valence > 0 && kinds.has('attempt') ? 'attempt' : null;
}
