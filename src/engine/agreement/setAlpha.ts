import { codeFor } from '../codebook/keys';
import { coefficient, undefinedFor, type Coefficient } from './coefficient';
import type { Compared } from './codeAgreement';
import { alphaOf, coincidences } from './krippendorff';
import { turnsHolding } from '../transcript/offsets';
import { fits } from './presence';
import type { WeightedRow } from './ratings';

/**
 * Passonneau's (2006) MASI distance of two sets, 0 to 1: 1 − J·M, J the share they have in common (Jaccard), M 1 for equal sets,
 * 2/3 where one holds the other, 1/3 where they overlap, 0 where they have nothing in common.
 */
export function masiDistance(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  const common = [...first].filter((each) => second.has(each)).length;
  const all = first.size + second.size - common;
  if (all === 0) return 0;
  const monotonic =
    common === first.size && common === second.size
      ? 1
      : common === 0
        ? 0
        : common === Math.min(first.size, second.size)
          ? 2 / 3
          : 1 / 3;
  return 1 - (common / all) * monotonic;
}

/**
 * Krippendorff's α of the sets of codes that coders gave each unit (Passonneau 2006), over all codes together: one figure for a
 * scheme in which several codes may stand on one turn. Not for characters.
 */
export function setAlpha(compared: readonly Compared[], coders: readonly string[]): Coefficient {
  const sets: ReadonlySet<string>[] = [];
  const numbers = new Map<string, number>();
  const rows = compared.flatMap(({ session, units: { units } }): WeightedRow[] => {
    const byTurn = session.codings.map(({ places }) => codesByTurn(places, session));
    return units.map(({ from, to, role }) => ({
      weight: 1,
      values: byTurn.map((codes) => {
        // In a segment counts what begins there, in a turn what lies there.
        const given = new Set<string>();
        for (let turn = from; turn <= to; turn++) {
          for (const { code, begins, lies } of codes.get(turn) ?? [])
            if (role === null ? begins : lies) given.add(code);
        }
        const key = [...given].sort().join('\n');
        const known = numbers.get(key) ?? sets.push(given) - 1;
        numbers.set(key, known);
        return known;
      }),
    }));
  });
  if (coders.length < 2) return undefinedFor('one-rater', 0);
  if (rows.length === 0) return undefinedFor('no-units', 0);
  const none = new Set<string>();
  const value = alphaOf(coincidences(rows, sets.length), (first, second) =>
    masiDistance(sets[first] ?? none, sets[second] ?? none),
  );
  return value === null ? undefinedFor('one-category', rows.length) : coefficient(value, rows.length);
}

interface Given {
  readonly code: string;
  readonly begins: boolean;
  readonly lies: boolean;
}

function codesByTurn(
  places: Compared['session']['codings'][number]['places'],
  { codebook, transcript }: Compared['session'],
): ReadonlyMap<number, readonly Given[]> {
  const found = new Map<number, Given[]>();
  for (const [annotation, at] of places) {
    const code = codeFor(codebook, annotation.code);
    if (!code) continue;
    const holding = new Set(turnsHolding(at, transcript.turns));
    for (let turn = at.turn; turn <= (at.end_turn ?? at.turn); turn++) {
      // On a turn of another role than the code's it is in no row either.
      if (!fits(code, transcript.turns[turn - 1]?.role ?? null)) continue;
      const list = found.get(turn) ?? [];
      list.push({ code: code.id, begins: turn === at.turn, lies: holding.has(turn) });
      found.set(turn, list);
    }
  }
  return found;
}
