import type { Code, Codebook } from './types';

/** A code and those above it, nearest first. A codebook's own reader allows no circle; one ends where it closes. */
export function lineOf(code: Code, codebook: Codebook): readonly Code[] {
  const line = new Set<Code>();
  let each: Code | undefined = code;
  while (each !== undefined && !line.has(each)) {
    line.add(each);
    each = each.parent === null ? undefined : codebook.codes.get(each.parent);
  }
  return [...line];
}
