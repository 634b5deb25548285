import type { Annotation, Rating } from '../annotations/types';
import type { At } from '../transcript/at';
import type { EpisodeMatter, Matter, PassageMatter, PassageSide, RatingMatter, Side } from './matter';

/** What is decided, as the consensus file records it. */
export type Decision = 'agreed' | 'accepted' | 'both' | 'merged' | 'changed' | 'neither';

export interface PassageValue extends Pick<Annotation, 'code' | 'ratings' | 'note'> {
  readonly at: At;
}

export interface EpisodeValue extends Pick<Annotation, 'note'> {
  /** Episodes of coders, as `CODER/ID`, whose links it has. */
  readonly links: readonly string[];
  readonly resolution: number | undefined;
}

export type RatingValue = Pick<Rating, 'rating' | 'scope' | 'value' | 'note'>;

interface Chosen<M extends Matter, V> {
  readonly subject: M['subject'];
  readonly matter: M;
  readonly decision: Decision;
  /** What is to stand in the consensus, each with the side (`CODER/ID`) it is nearest to; nothing where neither is right. */
  readonly taken: readonly { readonly nearest: string; readonly value: V }[];
}

type PassageChoice = Chosen<PassageMatter, PassageValue>;
type EpisodeChoice = Chosen<EpisodeMatter, EpisodeValue>;
type RatingChoice = Chosen<RatingMatter, RatingValue>;

/** A decision about a matter. */
export type Choice = PassageChoice | EpisodeChoice | RatingChoice;

/** Accepts what one alternative says, or each of several. Null where there is no such alternative, or a value cannot be two. */
export function accept(matter: Matter, indexes: readonly number[]): Choice | null {
  if (indexes.some((index) => !matter.alternatives[index])) return null;
  if (matter.subject === 'rating' && indexes.length > 1) return null;
  const several = indexes.length > 1 ? 'both' : 'accepted';
  return take(matter, matter.kinds.length === 0 ? 'agreed' : several, indexes);
}

/** Nothing of it goes into the consensus. */
export function neither(matter: Matter): Choice {
  return take(matter, 'neither', []);
}

/**
 * All in one: a passage over all their words, with the code and values of the alternative named; an episode with all their links
 * and its resolution. Null for a rating.
 */
export function merge(matter: Matter, index: number): Choice | null {
  if (matter.subject === 'rating' || !matter.alternatives[index]) return null;
  if (matter.subject === 'passage') return changePassage(matter, index, { at: unionOf(matter) }, 'merged');
  const links = matter.alternatives.map(({ first }) => first.ref);
  return choose(matter, 'merged', [index], (side) => ({ ...episodeValue(side), links }));
}

/** Another code, other words or other values than those of the alternative named. */
export function changePassage(
  matter: PassageMatter,
  index: number,
  changed: Partial<PassageValue>,
  decision: Decision = 'changed',
): Choice {
  return choose(matter, decision, [index], (side) => ({ ...passageValue(side), ...changed }));
}

/** The links of the alternative named, resolved otherwise; undefined: not rated. */
export function changeEpisode(matter: EpisodeMatter, index: number, resolution: number | undefined): Choice {
  return choose(matter, 'changed', [index], (side) => ({ ...episodeValue(side), resolution }));
}

export function changeRating(matter: RatingMatter, value: Rating['value']): Choice {
  return choose(matter, 'changed', [0], (side) => ({ ...ratingValue(side), value }));
}

function take(matter: Matter, decision: Decision, indexes: readonly number[]): Choice {
  if (matter.subject === 'passage') return choose(matter, decision, indexes, passageValue);
  if (matter.subject === 'episode') return choose(matter, decision, indexes, episodeValue);
  return choose(matter, decision, indexes, ratingValue);
}

interface Alternatives<S> {
  readonly alternatives: readonly { readonly first: S }[];
}

function choose<S extends Side, M extends Matter, V>(
  matter: M & Alternatives<S>,
  decision: Decision,
  indexes: readonly number[],
  valueOf: (side: S) => V,
): Chosen<M, V> {
  const taken = indexes.flatMap((index) => {
    const first = matter.alternatives[index]?.first;
    return first ? [{ nearest: first.ref, value: valueOf(first) }] : [];
  });
  return { subject: matter.subject, matter, decision, taken };
}

function passageValue({ code, at, entry: { ratings, note } }: PassageSide): PassageValue {
  return { code, at, ratings, note };
}

function episodeValue({
  ref,
  entry: { resolution, note },
}: EpisodeMatter['alternatives'][0]['first']): EpisodeValue {
  return { links: [ref], resolution, note };
}

function ratingValue({
  entry: { rating, scope, value, note },
}: RatingMatter['alternatives'][0]['first']): RatingValue {
  return { rating, scope, value, note };
}

/** From the first word of any of them to the last. */
export function unionOf({ alternatives }: PassageMatter): At {
  const places = alternatives.map(({ first }) => first.at);
  const starts = places.map(({ turn, start }) => ({ turn, offset: start })).sort(byPosition);
  const ends = places
    .map(({ turn, end_turn = turn, end }) => ({ turn: end_turn, offset: end }))
    .sort(byPosition);
  const [first, last] = [starts[0], ends.at(-1)];
  if (!first || !last) return { turn: 1, start: 0, end: 0 };
  const { turn, offset: start } = first;
  return { turn, start, ...(last.turn > turn ? { end_turn: last.turn } : {}), end: last.offset };
}

interface Position {
  readonly turn: number;
  readonly offset: number;
}

function byPosition(a: Position, b: Position): number {
  return a.turn - b.turn || a.offset - b.offset;
}
