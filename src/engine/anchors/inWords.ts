import { describe, shortenedParts } from '../annotations/quote';
import type { Annotation, At } from '../annotations/types';
import type { Turn } from '../transcript/types';
import { findBetween, findExactly, findRoughly, type Find } from './findWords';
import type { TurnImage } from './alignTurns';
import { passageIn, runOf, type FreeRun } from './freeText';
import type { TurnImages } from './turnImages';
import { ambiguous, placed, type Anchor } from './types';

/** What words are looked for in. */
export interface Ground {
  readonly turns: readonly Turn[];
  /** Null where nothing is known of the old turns. */
  readonly images: TurnImages | null;
  readonly runs: readonly FreeRun[];
}

interface Candidate {
  readonly at: At;
  readonly find: Find;
  /** In the stretch between the unchanged turns around. */
  readonly home: boolean;
  /** How much of what stood before and behind stands there, 0 to 1 each; null where nothing stood there. */
  readonly before: number | null;
  readonly after: number | null;
  readonly score: number;
}

/** Less than this is no likeness. */
const leastScore = 0.6;
/** The best must be clear of the next by this. */
const margin = 0.1;
/** Elsewhere than at home, words shorter than this are everybody's. */
const leastElsewhere = 12;
/** A context of so many characters on one side is as good as both. */
const longContext = 16;
const mostPlaces = 8;

/** Looks for an annotation by its words, where no unchanged turn accounts for them; null where they are not found. */
export function inWords(annotation: Annotation, ground: Ground): Anchor | null {
  const { id, quote } = annotation;
  if (quote === undefined) return null;
  const home = homeOf(annotation, ground);
  const candidates = findsOf(annotation, ground.runs, home).flatMap((find) => {
    const bounds = find.errors > 0 ? boundsOf(find) : [find];
    const bounded = bounds.flatMap((each) => {
      const at = passageIn(each.run, each.start, each.end);
      return at ? candidateOf(annotation, at, each, home, ground) : [];
    });
    return bounded.sort((a, b) => b.score - a.score).slice(0, 1);
  });
  const sorted = apart(candidates.filter((each) => isLikely(each)).sort((a, b) => b.score - a.score));
  const [best] = sorted;
  if (!best) return null;
  const method = best.home ? 'words' : 'quote';
  const rivals = sorted.filter(({ score }) => score > best.score - margin);
  if (rivals.length > 1) {
    const places = rivals.slice(0, mostPlaces).map(({ at }) => at);
    return ambiguous(id, method, best.score / rivals.length, places.sort(byPlace));
  }
  if (best.find.errors > 0) return placed(id, 'changed', method, best.score, best.at);
  const single = candidates.filter(({ find }) => find.errors === 0).length === 1;
  const { run, start, end } = best.find;
  const untouched = run.text.slice(start, end) === quote;
  const exact = best.home && ground.images !== null && single && untouched && isFramed(best, annotation);
  return placed(id, exact ? 'exact' : 'moved', method, best.score, best.at);
}

/**
 * The runs between the nearest unchanged turns around the place where it stood; all where nothing is known of that. Of a passage over
 * several turns, its own unchanged ones belong to it.
 */
function homeOf({ at, was }: Annotation, { turns, images, runs }: Ground): readonly FreeRun[] {
  const place = at ?? was;
  if (!images || !place) return runs;
  const own = images.images.slice(place.turn - 1, place.end_turn ?? place.turn);
  const from = turnOf(own[0]) ?? (turnOf(images.images.slice(0, place.turn - 1).findLast(isAt)) ?? -1) + 1;
  const to =
    turnOf(own.at(-1)) ??
    (turnOf(images.images.slice(place.end_turn ?? place.turn).find(isAt)) ?? turns.length) - 1;
  if (own.some(isAt)) return from <= to ? [runOf(turns, from, to)] : [];
  return runs.filter(({ first, last }) => first >= from && last <= to);
}

function isAt({ kind }: TurnImage): boolean {
  return kind === 'at';
}

function turnOf(image: TurnImage | undefined): number | null {
  return image?.kind === 'at' ? image.turn : null;
}

/** Exact copies wherever they are, and beside them likenesses at home, where the words may have been edited. */
function findsOf(
  { quote = '', context }: Annotation,
  runs: readonly FreeRun[],
  home: readonly FreeRun[],
): Find[] {
  const parts = shortenedParts(quote);
  if (parts) return longFinds(parts, home);
  const exact = findExactly(quote, [...home, ...runs.filter((run) => !home.includes(run))]);
  const atHome = exact.some(({ run }) => home.includes(run));
  return atHome ? exact : [...exact, ...findRoughly(quote, home), ...findBetween(quote, context, home)];
}

/** Of a long passage its beginning and its end are known: they must be found in order in one run. */
function longFinds({ head, tail }: { head: string; tail: string }, runs: readonly FreeRun[]): Find[] {
  const either = (words: string): Find[] => {
    const exact = findExactly(words, runs);
    return exact.length > 0 ? exact : findRoughly(words, runs);
  };
  const tails = either(tail);
  return either(head).flatMap((begin) => {
    const end = tails.find(({ run, start }) => run === begin.run && start >= begin.end);
    // Between the two nothing is known, so these words are never called untouched.
    return end
      ? [{ run: begin.run, start: begin.start, end: end.end, errors: begin.errors + end.errors + 1 }]
      : [];
  });
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

/** Words that changed at an edge leave open where the passage ends: as found, or with the turn. What stands around it decides. */
function boundsOf(find: Find): Find[] {
  const { run, start, end } = find;
  const most = Math.max(leastElsewhere, (end - start) / 2);
  const first = run.starts.findLast((begin) => begin <= start) ?? 0;
  const last = (run.starts.find((begin) => begin > end) ?? run.text.length + 1) - 1;
  const starts = start - first <= most ? [start, first] : [start];
  const ends = last - end <= most ? [end, last] : [end];
  return starts.flatMap((from) => ends.map((to) => ({ ...find, start: from, end: to })));
}

function candidateOf(
  annotation: Annotation,
  at: At,
  find: Find,
  homeRuns: readonly FreeRun[],
  { turns, images }: Ground,
): Candidate {
  const { context, quote = '' } = annotation;
  const now = describe(turns, at)?.context;
  // Where turns were split or joined, a blank more or less stands between.
  const before = context && now ? sameEnd(context.before.trimEnd(), now.before.trimEnd()) : null;
  const after = context && now ? sameBeginning(context.after.trimStart(), now.after.trimStart()) : null;
  const home = homeRuns.includes(find.run);
  const likeness = 1 - find.errors / Math.max(1, quote.length);
  const around = mean([before, after]) ?? 0.5;
  const near = images ? Number(home) : 1 / (1 + Math.abs(at.turn - (annotation.at?.turn ?? at.turn)) / 10);
  return { at, find, home, before, after, score: 0.6 * likeness + 0.25 * around + 0.15 * near };
}

function isLikely({ score, home, find, before, after }: Candidate): boolean {
  if (score < leastScore) return false;
  const around = mean([before, after]) ?? 0;
  const length = find.end - find.start;
  // Words of which much changed are theirs only where something around them is theirs, too.
  if (find.errors > 0 && around < 0.3 && find.errors > length / 5) return false;
  if (!home) return length >= leastElsewhere && around >= 0.5;
  return length >= leastElsewhere || around > 0.5;
}

/** What stood around it stands there: on both sides, or, of words within one turn, much of that turn before them. */
function isFramed({ before, after }: Candidate, { at, context }: Annotation): boolean {
  if (!at || !context || before !== 1) return false;
  const inOneTurn = at.end_turn === undefined || at.end_turn === at.turn;
  return (
    after === 1 || (inOneTurn && (at.start ?? 0) > 0 && Array.from(context.before).length >= longContext)
  );
}

function sameEnd(old: string, now: string): number {
  return sameBeginning(Array.from(old).reverse().join(''), Array.from(now).reverse().join(''));
}

/** How much of `old`, from its beginning, `now` begins with; 1 where both are empty. */
function sameBeginning(old: string, now: string): number {
  if (old === '') return now === '' ? 1 : 0;
  let same = 0;
  while (same < old.length && old.charCodeAt(same) === now.charCodeAt(same)) same++;
  return same / old.length;
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function byPlace(a: At, b: At): number {
  return a.turn - b.turn || a.start - b.start;
}
