import { codeFor } from './keys';
import { lineOf } from './line';
import type { Codebook } from './types';

/** How often codes are used. */
export interface CodeCounts {
  /** By code, with all below it; codes that are not used are missing. */
  readonly used: ReadonlyMap<string, number>;
  /** Ids that are no code of the codebook, nor stand for a single one, in the order they come. */
  readonly others: ReadonlyMap<string, number>;
}

/** Counts the codes of annotations. An old id counts as the one code that replaced it. */
export function countCodes(codebook: Codebook, ids: Iterable<string>): CodeCounts {
  const used = new Map<string, number>();
  const others = new Map<string, number>();
  for (const id of ids) {
    const found = codeFor(codebook, id);
    if (found) {
      for (const code of lineOf(found, codebook)) used.set(code.id, (used.get(code.id) ?? 0) + 1);
    } else others.set(id, (others.get(id) ?? 0) + 1);
  }
  return { used, others };
}
