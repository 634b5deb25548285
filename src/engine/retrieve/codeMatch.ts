import { resolveCode } from '../codebook/keys';
import { lineOf } from '../codebook/line';
import type { Code, Codebook } from '../codebook/types';

/** Whether the code of an annotation, as its file says it, is one of those asked for. */
export type CodeMatch = (id: string) => boolean;

/** The codes an id stands for: its own, the one that replaced it, or all that did; none where the codebook knows none. */
export function codesFor(codebook: Codebook, id: string): readonly Code[] {
  const found = resolveCode(codebook, id);
  if (found === null) return [];
  return 'id' in found ? [found] : found.replacedBy;
}

/** Matches the codes asked for with all below them. Of an old id that several codes replaced, one is enough. */
export function matchCodes(asked: readonly string[], codebook: Codebook): CodeMatch {
  const wanted = new Set(asked.flatMap((id) => [id.toLowerCase(), ...idsFor(codebook, id)]));
  const known = new Map<string, boolean>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const matches = linesOf(codebook, id).some((each) => wanted.has(each.toLowerCase()));
    known.set(id, matches);
    return matches;
  };
}

function idsFor(codebook: Codebook, id: string): string[] {
  return codesFor(codebook, id).map((code) => code.id.toLowerCase());
}

/** The id as written, and each of its codes with those above it; where the codebook knows none, its dots tell. */
function linesOf(codebook: Codebook, id: string): string[] {
  const codes = codesFor(codebook, id);
  if (codes.length > 0) return [id, ...codes.flatMap((code) => codesAbove(codebook, code))];
  const parts = id.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}

/** The ids of a code and of those above it, nearest first. */
export function codesAbove(codebook: Codebook, code: Code): string[] {
  return lineOf(code, codebook).map(({ id }) => id);
}
