import type { Coding } from './types';

/** A transcript, as far as it tells whether a coding was made in it. */
export interface PossibleHome {
  /** Name of its file. */
  readonly name: string;
  readonly hash: string;
  /** Fingerprints of its turns. */
  readonly prints: string;
}

/** How much speaks for a transcript: its text is the very same; so many of the turns coded are in it; only its name is. */
export type Likeness =
  | { readonly kind: 'same-text' }
  | { readonly kind: 'turns'; readonly same: number; readonly of: number }
  | { readonly kind: 'same-name' };

export interface Home<T extends PossibleHome> {
  readonly transcript: T;
  readonly likeness: Likeness;
}

const printLength = 6;

/** Of the turns a coding was made in, the share that has to be in a text for it to be thought of at all. */
const leastShare = 0.5;

/** The transcripts in which a coding may have been made, those first for which most speaks. */
export function homesFor<T extends PossibleHome>(
  coding: Pick<Coding, 'text' | 'transcript'>,
  transcripts: readonly T[],
): readonly Home<T>[] {
  return transcripts
    .flatMap((transcript) => {
      const found = likenessOf(coding, transcript);
      return found ? [{ transcript, likeness: found }] : [];
    })
    .sort((a, b) => weight(b.likeness) - weight(a.likeness));
}

function likenessOf(
  { text, transcript }: Pick<Coding, 'text' | 'transcript'>,
  { name, hash, prints }: PossibleHome,
): Likeness | null {
  if (text?.sha256 === hash) return { kind: 'same-text' };
  const old = printsIn(text?.turns ?? '');
  const same = inCommon(old, printsIn(prints));
  if (old.length > 0 && same >= old.length * leastShare) return { kind: 'turns', same, of: old.length };
  return name === transcript ? { kind: 'same-name' } : null;
}

/** Between 0 and 1; the same text is more than any share, and a name alone less. */
function weight(likeness: Likeness): number {
  if (likeness.kind === 'same-text') return 2;
  return likeness.kind === 'turns' ? likeness.same / likeness.of : 0;
}

/** Turns of one text that are also in the other, each of those paired once, in whatever order. */
function inCommon(old: readonly string[], now: readonly string[]): number {
  const left = new Map<string, number>();
  for (const print of now) left.set(print, (left.get(print) ?? 0) + 1);
  return old.filter((print) => {
    const count = left.get(print) ?? 0;
    left.set(print, count - 1);
    return count > 0;
  }).length;
}

function printsIn(prints: string): readonly string[] {
  return prints.length % printLength === 0 ? (prints.match(/.{6}/g) ?? []) : [];
}
