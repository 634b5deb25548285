import type { Annotation, Episode, Rating } from '../annotations/types';
import type { At } from '../transcript/at';
import type { DisagreementKind } from './kinds';

/** What one coder has there. */
export interface Side<E = Annotation | Rating | Episode> {
  readonly coder: string;
  /** `CODER/ID`, of a rating `CODER/RATING SCOPE`: as a decision names it in `from`. */
  readonly ref: string;
  readonly entry: E;
}

/** A passage with its place in the text as it is now, and its code as the codebook calls it. */
export interface PassageSide extends Side<Annotation> {
  readonly at: At;
  readonly code: string;
}

/** What may be decided for: what one coder says, or several say alike. */
export interface Alternative<S> {
  readonly first: S;
  /** All who say so, in the order of the coders. */
  readonly sides: readonly S[];
}

interface About<S> {
  /** Made of its sides, whatever the order of the coders: a decision is found again by it. */
  readonly key: string;
  /** None where all agree; the gravest first. */
  readonly kinds: readonly DisagreementKind[];
  /** In the order of the coders. */
  readonly alternatives: readonly Alternative<S>[];
  /** Where to look; null for the session as a whole. */
  readonly turn: number | null;
}

export interface PassageMatter extends About<PassageSide> {
  readonly subject: 'passage';
}

export interface RatingMatter extends About<Side<Rating>> {
  readonly subject: 'rating';
}

export interface EpisodeMatter extends About<Side<Episode>> {
  readonly subject: 'episode';
  /** The passages that its episodes link. */
  readonly passages: readonly PassageMatter[];
}

/** What coders made of one passage, one episode or one rating: something they agree on, or a disagreement. */
export type Matter = PassageMatter | EpisodeMatter | RatingMatter;

export function sidesOf(matter: Matter): readonly Side[] {
  const alternatives: readonly Alternative<Side>[] = matter.alternatives;
  return alternatives.flatMap(({ sides }) => sides);
}

export function refsOf(matter: Matter): readonly string[] {
  return sidesOf(matter).map(({ ref }) => ref);
}
