import { disagreementKinds, type DisagreementKind } from './kinds';
import type { Alternative, Side } from './matter';

/** Entries joined to groups by a chain of pairs. */
export class Groups<T> {
  readonly #group = new Map<T, T[]>();

  /** Alone, unless it is in a group already. */
  add(item: T): void {
    if (!this.#group.has(item)) this.#group.set(item, [item]);
  }

  join(one: T, other: T): void {
    this.add(one);
    this.add(other);
    const [into, from] = [this.#group.get(one) ?? [], this.#group.get(other) ?? []];
    if (into === from) return;
    into.push(...from);
    for (const item of from) this.#group.set(item, into);
  }

  all(): readonly (readonly T[])[] {
    return [...new Set(this.#group.values())];
  }
}

/** What makes a matter of its sides: they are put in the order of the coders, and those who say the same are one alternative. */
export function matterOf<S extends Side>(
  sides: readonly S[],
  coders: readonly string[],
  saysSame: (one: S, other: S) => boolean,
): { readonly key: string; readonly alternatives: readonly Alternative<S>[] } {
  const rank = (side: S): number => coders.indexOf(side.coder);
  const sorted = [...sides].sort((a, b) => rank(a) - rank(b));
  const alternatives: { first: S; sides: S[] }[] = [];
  for (const side of sorted) {
    const same = alternatives.find(({ first }) => saysSame(first, side));
    if (same) same.sides.push(side);
    else alternatives.push({ first: side, sides: [side] });
  }
  const key = sides
    .map(({ ref }) => ref)
    .sort()
    .join(' + ');
  return { key, alternatives };
}

/** The kinds in their order, each once; `missed` where not every coder has exactly one side. */
export function kindsOf(
  sides: readonly Side[],
  coders: readonly string[],
  found: Iterable<DisagreementKind>,
): readonly DisagreementKind[] {
  const kinds = new Set(found);
  const each = new Set(sides.map(({ coder }) => coder));
  if (each.size < coders.length || sides.length > each.size) kinds.add('missed');
  return disagreementKinds.filter((kind) => kinds.has(kind));
}
