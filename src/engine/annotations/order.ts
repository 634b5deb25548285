import { compareText } from '../compareText';
import type { Entry, Section } from './layout';
import type { Annotation, Coding, Episode, Rating } from './types';
import type { LooseAt } from '../transcript/at';

/**
 * The order in which entries of a section are written: annotations by position; episodes by the position of their first
 * rupture; ratings of the session first, then by segment, in the codebook's order; memos on the session first, then by
 * position; comments and log by time, decisions too. Entries that are level stay as they stand.
 */
export function compareEntries(
  section: Section,
  coding: Pick<Coding, 'annotations'>,
  ratingOrder: readonly string[] = [],
): (a: Entry, b: Entry) => number {
  switch (section) {
    case 'annotations':
      return (a, b) => ('code' in a && 'code' in b ? compareAnnotations(a, b) : 0);
    case 'episodes': {
      const compare = compareEpisodes(coding.annotations);
      return (a, b) => ('ruptures' in a && 'ruptures' in b ? compare(a, b) : 0);
    }
    case 'ratings': {
      const compare = compareRatings(ratingOrder);
      return (a, b) => ('rating' in a && 'rating' in b ? compare(a, b) : 0);
    }
    case 'memos':
      return (a, b) => compareMemoPlaces(placeIn(a), placeIn(b));
    case 'decisions':
    case 'comments':
    case 'log':
    case 'conflicts':
      break;
  }
  return (a, b) => compareText(timeOf(a), timeOf(b));
}

function placeIn(entry: Entry): LooseAt | undefined {
  return 'at' in entry && typeof entry.at === 'object' ? entry.at : undefined;
}

function timeOf(entry: Entry): string {
  if ('at' in entry && typeof entry.at === 'string') return entry.at;
  return 'created' in entry ? (entry.created ?? '') : '';
}

/** By turn, start, end turn, end and id; annotations without a place stand last. */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  return comparePlaces(a.at, b.at) || compareText(a.id, b.id);
}

function comparePlaces(a: LooseAt | undefined, b: LooseAt | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return (
    a.turn - b.turn ||
    (a.start ?? 0) - (b.start ?? 0) ||
    (a.end_turn ?? a.turn) - (b.end_turn ?? b.turn) ||
    compareEnds(a.end, b.end)
  );
}

/** A missing end is the end of the turn, behind every offset. */
function compareEnds(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a - b;
}

function compareEpisodes(annotations: readonly Annotation[]): (a: Episode, b: Episode) => number {
  const places = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const first = (episode: Episode): Annotation | undefined => {
    const ruptures = episode.ruptures.flatMap((id) => places.get(id) ?? []);
    return ruptures.sort(compareAnnotations)[0];
  };
  return (a, b) => {
    const [x, y] = [first(a), first(b)];
    if (!x || !y) return Number(!x) - Number(!y) || compareText(a.id, b.id);
    return compareAnnotations(x, y) || compareText(a.id, b.id);
  };
}

function compareRatings(order: readonly string[]): (a: Rating, b: Rating) => number {
  const rank = (rating: Rating): number => {
    const at = order.indexOf(rating.rating);
    return at < 0 ? order.length : at;
  };
  return (a, b) => segmentOf(a) - segmentOf(b) || rank(a) - rank(b);
}

/** Segments count from 1; the session stands before them. */
function segmentOf({ scope }: Rating): number {
  return scope === 'session' ? 0 : scope.segment;
}

function compareMemoPlaces(a: LooseAt | undefined, b: LooseAt | undefined): number {
  if (!a || !b) return Number(Boolean(a)) - Number(Boolean(b));
  return comparePlaces(a, b);
}
