import { compareText } from '../compareText';
import type { Annotation } from '../annotations/types';
import type { At } from '../transcript/at';
import { codeFor } from '../codebook/keys';
import type { Codebook } from '../codebook/types';
import type { Transcript, Turn } from '../transcript/types';
import type { ComparedCoding } from './compared';

/** What two coders made of one passage. */
export type DifferenceKind =
  | 'same'
  | 'missed' // only one of them coded it
  | 'other-code' // another code of the same family
  | 'other-family'
  | 'other-bounds' // the same code on other words
  | 'other-rating'; // the same code on the same words, rated differently

/** An annotation of the first coder, the second coder's it was paired with, or one of the two alone. */
export interface Pair {
  readonly kind: DifferenceKind;
  readonly first: Placed | null;
  readonly second: Placed | null;
}

export interface Placed {
  readonly coder: string;
  readonly annotation: Annotation;
  readonly at: At;
}

interface Stretch extends Placed {
  /** Code points from the beginning of the session. */
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly family: string;
}

/**
 * Two coders' annotations of a session, paired one to one by largest overlap (domain: Units), ties by the same code, then the
 * same family, then by position; in the order of the text.
 */
export function pairAnnotations(
  first: ComparedCoding,
  second: ComparedCoding,
  codebook: Codebook,
  transcript: Transcript,
): Pair[] {
  const starts = turnStarts(transcript.turns);
  const ours = stretchesOf(first, codebook, starts);
  const theirs = stretchesOf(second, codebook, starts);
  const paired = new Map<Stretch, Stretch>();
  const taken = new Set<Stretch>();
  for (const { one, other } of candidates(ours, theirs)) {
    if (paired.has(one) || taken.has(other)) continue;
    paired.set(one, other);
    taken.add(other);
  }
  const pairs = [
    ...ours.map((one) => ({ one, other: paired.get(one) ?? null })),
    ...theirs.filter((other) => !taken.has(other)).map((other) => ({ one: null, other })),
  ];
  return pairs
    .sort((a, b) => position(a.one ?? a.other) - position(b.one ?? b.other))
    .map(({ one, other }) => ({ kind: kindOf(one, other), first: one, second: other }));
}

/** Where each turn begins, in code points from the start of the session, and where the last ends. */
export function turnStarts(turns: readonly Turn[]): number[] {
  const starts = [0];
  // One more for the line between two turns, so that passages that only meet do not overlap.
  for (const { text } of turns) starts.push((starts.at(-1) ?? 0) + Array.from(text).length + 1);
  return starts;
}

function stretchesOf(
  { coder, places }: ComparedCoding,
  codebook: Codebook,
  starts: readonly number[],
): Stretch[] {
  const found = [...places].map(([annotation, at]): Stretch => {
    const code = codeFor(codebook, annotation.code);
    return {
      coder,
      annotation,
      at,
      start: (starts[at.turn - 1] ?? 0) + at.start,
      end: (starts[(at.end_turn ?? at.turn) - 1] ?? 0) + at.end,
      code: code?.id ?? annotation.code,
      family: code?.family ?? annotation.code,
    };
  });
  return found.sort(
    (a, b) => a.start - b.start || a.end - b.end || compareText(a.annotation.id, b.annotation.id),
  );
}

interface Candidate {
  readonly one: Stretch;
  readonly other: Stretch;
  readonly overlap: number;
  /** 2 for the same code, 1 for the same family. */
  readonly likeness: number;
}

/** All that overlap, the best first. Both lists are in order, so that only neighbours are held against each other. */
function candidates(ours: readonly Stretch[], theirs: readonly Stretch[]): Candidate[] {
  const found: Candidate[] = [];
  const longest = theirs.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  let from = 0;
  for (const one of ours) {
    while (from < theirs.length && (theirs[from]?.start ?? 0) + longest <= one.start) from++;
    for (let index = from; index < theirs.length; index++) {
      const other = theirs[index];
      if (!other || other.start >= one.end) break;
      const overlap = Math.min(one.end, other.end) - Math.max(one.start, other.start);
      const likeness = one.code === other.code ? 2 : one.family === other.family ? 1 : 0;
      if (overlap > 0) found.push({ one, other, overlap, likeness });
    }
  }
  return found.sort(
    (a, b) =>
      b.overlap - a.overlap ||
      b.likeness - a.likeness ||
      a.one.start - b.one.start ||
      a.other.start - b.other.start,
  );
}

function position(stretch: Stretch | null): number {
  return stretch?.start ?? 0;
}

function kindOf(one: Stretch | null, other: Stretch | null): DifferenceKind {
  if (!one || !other) return 'missed';
  if (one.family !== other.family) return 'other-family';
  if (one.code !== other.code) return 'other-code';
  if (one.start !== other.start || one.end !== other.end) return 'other-bounds';
  return sameRatings(one.annotation, other.annotation) ? 'same' : 'other-rating';
}

export function sameRatings(
  { ratings: first = {} }: Annotation,
  { ratings: second = {} }: Annotation,
): boolean {
  const scales = new Set([...Object.keys(first), ...Object.keys(second)]);
  return [...scales].every((scale) => first[scale] === second[scale]);
}
