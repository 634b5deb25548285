import { keyActs, type KeyAct } from './keys';
import type { Code, Codebook } from './types';

/** What a key means in coding mode. */
export type KeyMeaning =
  /** A family: apply it. */
  | { readonly kind: 'apply'; readonly code: Code }
  /** A child of the code just applied: say it more exactly. */
  | { readonly kind: 'refine'; readonly code: Code }
  /** A value of a scale, 0 to 9. */
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'act'; readonly act: KeyAct }
  | { readonly kind: 'unknown' };

/**
 * What a key means after the keys before it: `open` is the code just applied, which the key may refine; null where there is
 * none. A key that refines nothing is taken as if nothing were open.
 */
export function meaningOf(codebook: Codebook, open: Code | null, key: string): KeyMeaning {
  const refined = open && choicesUnder(codebook, open).find((code) => code.key === key);
  if (refined) return { kind: 'refine', code: refined };
  if (/^[0-9]$/.test(key)) return { kind: 'value', value: Number(key) };
  const act = Object.hasOwn(keyActs, key) ? keyActs[key] : undefined;
  if (act) return { kind: 'act', act };
  const family = codebook.families.find((code) => code.key === key);
  return family ? { kind: 'apply', code: family } : { kind: 'unknown' };
}

/** The codes the next key may choose under one: its children that have a key. */
export function choicesUnder(codebook: Codebook, { children }: Code): readonly Code[] {
  return children.flatMap((id) => codebook.codes.get(id) ?? []).filter(({ key }) => key !== null);
}

/** The keys that apply a code, its family's first; null where it or a code above it has none. */
export function keysOf(codebook: Codebook, code: Code): readonly string[] | null {
  if (code.key === null) return null;
  if (code.parent === null) return [code.key];
  const parent = codebook.codes.get(code.parent);
  const above = parent ? keysOf(codebook, parent) : null;
  return above && [...above, code.key];
}
