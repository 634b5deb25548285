import search from 'approx-string-match';
import type { Context } from '../annotations/types';
import { isInWord } from './edges';
import { folded } from './folded';
import type { FreeRun } from './freeText';

/** Where words were found again: a stretch of a run's folded text (UTF-16, end exclusive), and how many of its characters differ. */
export interface Find {
  readonly run: FreeRun;
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** Of each ten characters, four may have changed. */
const mostChanged = 0.4;
/** Words shorter than this are found as they are or not at all: anything resembles them. */
const shortest = 12;

/** All places where the words stand as they were; any blanks count as one, since turns are split and lines are broken. */
export function findExactly(words: string, runs: readonly FreeRun[]): Find[] {
  const wanted = folded(words);
  if (wanted.trim() === '') return [];
  return runs.flatMap((run) => {
    const { text } = run.folded;
    const finds: Find[] = [];
    for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1)) {
      finds.push({ run, start, end: start + wanted.length, errors: 0 });
    }
    return finds;
  });
}

/** The places where most of the words stand, each the best of its neighbourhood, the likest first. */
export function findRoughly(words: string, runs: readonly FreeRun[]): Find[] {
  const wanted = folded(words);
  if (wanted.length < shortest) return [];
  const finds = runs.flatMap((run) => likest(wanted, run, 0, run.folded.text.length));
  return finds.sort((a, b) => a.errors - b.errors);
}

/** Of what stood around a passage, at least so much on either side tells where it was. */
const leastAround = 8;

/**
 * The words between what stood before and behind: a masked name is nothing like the name, and what is around it stays. Where the two
 * meet, nothing is left between them.
 */
export function findBetween(words: string, context: Context | undefined, runs: readonly FreeRun[]): Find[] {
  const { before, after } = nearestOf(context);
  if (before.length < leastAround || after.length < leastAround) return [];
  const most = 2 * words.length + leastAround;
  return runs.flatMap((run) => {
    const { text } = run.folded;
    const finds: Find[] = [];
    for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
      const start = at + before.length;
      const end = text.indexOf(after, start + 1);
      const errors = Math.ceil(words.length * mostChanged);
      const isNearest = text.lastIndexOf(before, end - before.length) === at;
      if (end > start && end - start <= most && isNearest) finds.push({ run, start, end, errors });
    }
    return finds;
  });
}

/** Whole words found stood beside the passage, and stand there no more often now: they are what they were, not what it became. */
export function stoodBeside({ run, start, end }: Find, context: Context | undefined): boolean {
  const { text } = run.folded;
  const from = isInWord(text, start) ? text.indexOf(' ', start) : start;
  const to = isInWord(text, end) ? text.lastIndexOf(' ', end) : end;
  const words = from < 0 ? '' : text.slice(from, to).trim();
  if (words === '') return false;
  const times = (around: string | undefined): number => folded(around ?? '').split(words).length - 1;
  const then = times(context?.before) + times(context?.after);
  return then > 0 && times(text) <= then;
}

function nearestOf(context: Context | undefined): Context {
  return {
    before: folded(context?.before ?? '').slice(-2 * leastAround),
    after: folded(context?.after ?? '').slice(0, 2 * leastAround),
  };
}

/** Where in a run's folded text, up to `latest`, what stood before a passage ends, and from `earliest` on what stood behind it begins. */
export function edgesOf(
  context: Context | undefined,
  { folded: { text } }: FreeRun,
  latest: number,
  earliest: number,
): { readonly start: number | null; readonly end: number | null } {
  const { before, after } = nearestOf(context);
  const start = before.length < leastAround ? -1 : text.lastIndexOf(before, latest - before.length);
  const end = after.length < leastAround ? -1 : text.indexOf(after, earliest);
  return { start: start < 0 ? null : start + before.length, end: end < 0 ? null : end };
}

/** The library gives the likest places only; the next ones are looked for beside them. */
function likest(wanted: string, run: FreeRun, from: number, to: number): Find[] {
  const most = Math.floor(wanted.length * mostChanged);
  if (to - from < wanted.length - most) return [];
  const [best] = search(run.folded.text.slice(from, to), wanted, most);
  if (!best) return [];
  const find = { run, start: from + best.start, end: from + best.end, errors: best.errors };
  return [find, ...likest(wanted, run, from, find.start), ...likest(wanted, run, find.end, to)];
}
