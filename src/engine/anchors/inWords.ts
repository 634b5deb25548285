import { shortenedParts } from '../annotations/quote';
import type { Anchored, Context } from '../annotations/types';
import type { At } from '../transcript/at';
import type { Turn } from '../transcript/types';
import { edgesOf, findBetween, findExactly, findRoughly, stoodBeside, type Find } from './findWords';
import type { TurnImage } from './alignTurns';
import { hasGrown, passageIn, runOf, type FreeRun } from './freeText';
import { areItsWords } from './itsWords';
import type { TurnImages } from './turnImages';
import { couldBeNeighbour, isCertain } from './certain';
import { sidesOf, type Sides } from './surroundings';
import { ambiguous, placed, type Anchor } from './types';

/** An annotation of which it is known which words it was. */
export type Quoted = Anchored & { readonly quote: string };

/** What words are looked for in. */
export interface Ground {
  readonly turns: readonly Turn[];
  /** Null where nothing is known of the old turns. */
  readonly images: TurnImages | null;
  readonly runs: readonly FreeRun[];
}

export interface Candidate {
  readonly at: At;
  readonly find: Find;
  /** In the stretch between the unchanged turns around. */
  readonly home: boolean;
  /** Null where the file keeps nothing of what stood around. */
  readonly sides: Sides | null;
  readonly score: number;
}

/** Less than this is no likeness. */
const leastScore = 0.6;
/** The best must be clear of the next by this. */
const margin = 0.1;
/** Elsewhere than at home, words shorter than this are everybody's, and so are those that with what stands around them have fewer letters. */
const leastElsewhere = 12;
const leastWithContext = 24;
const mostPlaces = 8;

/** Looks for an annotation by its words, where no unchanged turn accounts for them; null where they are not found. */
export function inWords(anchored: Anchored, ground: Ground): Anchor | null {
  const { id, quote } = anchored;
  if (!quote?.trim()) return null;
  const annotation = { ...anchored, quote };
  const home = homeOf(annotation, ground);
  const candidates = findsOf(annotation, ground.runs, home).flatMap((find) => {
    const bounds = find.errors > 0 ? boundsOf(find, annotation.context) : [find];
    const bounded = bounds.flatMap((each) => {
      const at = passageIn(each.run, each.start, each.end);
      return at ? candidateOf(annotation, at, each, home, ground) : [];
    });
    return bounded.sort((a, b) => b.score - a.score).slice(0, 1);
  });
  // What its turn said was said twice: elsewhere that may be the other one.
  const isRepeated = ground.images?.repeated.has(((annotation.at ?? annotation.was)?.turn ?? 0) - 1) === true;
  const likely = candidates.filter((each) => isLikely(each) && (each.home || !isRepeated));
  const sorted = apart(likely.sort((a, b) => b.score - a.score));
  const [best] = sorted;
  if (!best) return null;
  const method = best.home ? 'words' : 'quote';
  const rivals = sorted.filter(({ score }) => score > best.score - margin);
  if (rivals.length > 1) {
    const places = rivals.slice(0, mostPlaces).map(({ at }) => at);
    return ambiguous(id, method, best.score / rivals.length, places.sort(byPlace));
  }
  if (best.find.errors > 0) return placed(id, 'changed', method, best.score, best.at);
  if (couldBeNeighbour(best, annotation)) return ambiguous(id, method, best.score / 2, [best.at]);
  const exact = best.home && ground.images !== null && isCertain(best, candidates, annotation, ground);
  return placed(id, exact ? 'exact' : 'moved', method, best.score, best.at);
}

/**
 * The runs between the nearest unchanged turns around the place where it stood; all where nothing is known of that. Of a passage over
 * several turns, its own unchanged ones belong to it.
 */
function homeOf({ at, was }: Anchored, { turns, images, runs }: Ground): readonly FreeRun[] {
  const place = at ?? was;
  if (!images || !place) return runs;
  const old = images.images;
  const own = old.slice(place.turn - 1, place.end_turn ?? place.turn);
  const firstOld = isAt(own[0]) ? place.turn - 1 : old.slice(0, place.turn - 1).findLastIndex(isAt) + 1;
  const behind = place.end_turn ?? place.turn;
  const nextAnchor = old.slice(behind).findIndex(isAt);
  const lastOld = isAt(own.at(-1)) ? behind - 1 : (nextAnchor < 0 ? old.length : behind + nextAnchor) - 1;
  const from = turnOf(own[0]) ?? (turnOf(old[firstOld - 1]) ?? -1) + 1;
  const to = turnOf(own.at(-1)) ?? (turnOf(old[lastOld + 1]) ?? turns.length) - 1;
  if (own.some(isAt)) {
    return from <= to ? [runOf(turns, from, to, { first: firstOld, count: lastOld - firstOld + 1 })] : [];
  }
  return runs.filter(({ first, last }) => first >= from && last <= to);
}

function isAt(image: TurnImage | undefined): boolean {
  return image?.kind === 'at';
}

function turnOf(image: TurnImage | undefined): number | null {
  return image?.kind === 'at' ? image.turn : null;
}

/** Exact copies wherever they are, and beside them likenesses at home, where the words may have been edited. */
function findsOf(annotation: Quoted, runs: readonly FreeRun[], home: readonly FreeRun[]): Find[] {
  const { quote, context } = annotation;
  const parts = shortenedParts(quote);
  if (parts) return longFinds(annotation, parts, home);
  const exact = findExactly(quote, [...home, ...runs.filter((run) => !home.includes(run))]);
  const atHome = exact.some(({ run }) => home.includes(run));
  if (atHome) return exact;
  const like = [...findRoughly(quote, home), ...findBetween(quote, context, home)];
  return [...exact, ...like.filter((find) => !stoodBeside(find, context))];
}

/** Of a long passage its beginning and its end are known: they must be found in order in one run. Whether it is whole its hash tells. */
function longFinds(
  annotation: Anchored,
  { head, tail }: { readonly head: string; readonly tail: string },
  runs: readonly FreeRun[],
): Find[] {
  const either = (words: string): Find[] => {
    const exact = findExactly(words, runs);
    return exact.length > 0 ? exact : findRoughly(words, runs);
  };
  const tails = either(tail);
  return either(head).flatMap((begin) => {
    const end = tails.find(({ run, start }) => run === begin.run && start >= begin.end);
    if (!end) return [];
    const find = { run: begin.run, start: begin.start, end: end.end };
    const isWhole = wordings(find).some((words) => areItsWords(annotation, words));
    return [{ ...find, errors: isWhole ? 0 : begin.errors + end.errors + 1 }];
  });
}

/** The words found, as they are and with each turn on one line. */
function wordings({ run, start, end }: Omit<Find, 'errors'>): string[] {
  const [from, to] = [run.folded.at[start] ?? 0, run.folded.at[end] ?? run.text.length];
  const edges = [from, ...run.starts.filter((begin) => begin > from && begin < to), to + 1];
  const lines = edges
    .slice(1)
    .map((edge, index) => run.text.slice(edges[index], edge - 1).replace(/\s+/g, ' '));
  return [run.text.slice(from, to), lines.join('\n')];
}

/** Of finds that overlap, the best, which stands first. */
function apart(sorted: readonly Candidate[]): Candidate[] {
  return sorted.filter(
    ({ find }, index) =>
      !sorted
        .slice(0, index)
        .some(
          ({ find: other }) => other.run === find.run && other.start < find.end && find.start < other.end,
        ),
  );
}

/**
 * Words that changed at an edge leave open where the passage ends: as found, with the turn, or where its context does. What stands around
 * it decides.
 */
function boundsOf(find: Find, context: Context | undefined): Find[] {
  const { run, start, end } = find;
  const most = Math.max(leastElsewhere, (end - start) / 2);
  const { text, at } = run.folded;
  const begins = run.starts.map((begin) => at.indexOf(begin));
  const first = begins.findLast((begin) => begin <= start) ?? 0;
  const last = (begins.find((begin) => begin > end) ?? text.length + 1) - 1;
  const edges = edgesOf(context, run, start + most, end - most);
  const starts = [first, edges.start ?? start].filter((from) => from < end && Math.abs(start - from) <= most);
  const ends = [last, edges.end ?? end].filter((to) => to > start && Math.abs(to - end) <= most);
  return [start, ...starts].flatMap((from) =>
    [end, ...ends].map((to) => ({ ...find, start: from, end: to })),
  );
}

function candidateOf(
  annotation: Quoted,
  at: At,
  find: Find,
  homeRuns: readonly FreeRun[],
  { turns, images }: Ground,
): Candidate {
  const { context, quote } = annotation;
  const sides = context ? sidesOf(context, at, turns) : null;
  const home = homeRuns.includes(find.run);
  const likeness = 1 - find.errors / quote.length;
  const around = sides ? shareBeside(sides) : 0.5;
  const near = images ? Number(home) : 1 / (1 + Math.abs(at.turn - (annotation.at?.turn ?? at.turn)) / 10);
  return { at, find, home, sides, score: 0.6 * likeness + 0.25 * around + 0.15 * near };
}

/** How much of what was kept of both sides stands right beside, 0 to 1; null where nothing is known. */
function shareBeside({ before, after }: Sides): number {
  return (before.beside / before.kept + after.beside / after.kept) / 2;
}

function shareNear({ before, after }: Sides): number {
  return (before.near / before.kept + after.near / after.kept) / 2;
}

/** The same of the side of which less stands there: elsewhere one alone may be that of their like. */
function leastNear({ before, after }: Sides): number {
  return Math.min(before.near / before.kept, after.near / after.kept);
}

function isLikely({ score, home, find, sides }: Candidate): boolean {
  if (score < leastScore) return false;
  const around = sides ? shareNear(sides) : 0;
  const length = find.end - find.start;
  // Words of which much changed are theirs only where something around them is theirs, too.
  if (find.errors > length / 8 && around < 0.4) return false;
  if (!home) {
    const near = sides ? sides.before.near + sides.after.near : 0;
    const isTelling = length >= leastElsewhere && length + near >= leastWithContext;
    return hasGrown(find.run) && isTelling && sides !== null && leastNear(sides) >= 0.5;
  }
  return length >= leastElsewhere || around >= 0.5;
}

function byPlace(a: At, b: At): number {
  return a.turn - b.turn || a.start - b.start;
}
