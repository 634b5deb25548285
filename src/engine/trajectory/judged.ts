import type { Coding } from '../annotations/types';
import type { SessionAxis } from './axis';

/** The turns a coder judged. */
export interface Judged {
  /** By index. */
  readonly turns: readonly boolean[];
  readonly n: number;
  /** How long they are together; null where the session's length is not known. */
  readonly minutes: number | null;
}

/** Which turns a coder judged, and how long they are together. */
export function judgedTurns(coding: Coding, axis: SessionAxis): Judged {
  const turns = judgedOf(coding, axis.starts.length - 1);
  return { turns, n: turns.filter(Boolean).length, minutes: minutesOf(turns, axis) };
}

/** How many turns of a transcript of `count` turns its coder judged. */
export function judgedCount(coding: Coding, count: number): number {
  return judgedOf(coding, count).filter(Boolean).length;
}

/** `coded` as far as it names turns of the transcript; a release without it means all, else none is judged. By index. */
export function judgedOf(coding: Coding, count: number): boolean[] {
  const all = coding.coded === undefined && coding.released !== undefined;
  const turns = Array.from({ length: count }, () => all);
  // Spans may overlap and be long: each is marked by its ends, and the turns between are found in one walk.
  const changes = Array.from({ length: count + 1 }, () => 0);
  for (const { from, to } of coding.coded ?? []) {
    const [first, last] = [Math.max(1, from), Math.min(count, to)];
    if (!(first <= last) || !Number.isInteger(first) || !Number.isInteger(last)) continue;
    changes[first - 1] = (changes[first - 1] ?? 0) + 1;
    changes[last] = (changes[last] ?? 0) - 1;
  }
  let open = 0;
  for (let index = 0; index < count; index++) {
    open += changes[index] ?? 0;
    if (open > 0) turns[index] = true;
  }
  return turns;
}

/**
 * By time; else as large a share of the session as their share of its words, or of its turns where nobody says a word.
 * What goes before the first turn counts to it, so that all turns together are as long as the session.
 */
function minutesOf(turns: readonly boolean[], axis: SessionAxis): number | null {
  if (axis.minutes === null) return null;
  const scale =
    axis.axis.kind === 'time' || (axis.wordStarts.at(-1) ?? 0) === 0 ? axis.starts : axis.wordStarts;
  const origin = axis.axis.kind === 'time' ? axis.axis.start : (scale[0] ?? 0);
  let sum = 0;
  let begin = origin;
  for (const [index, judged] of turns.entries()) {
    const end = scale[index + 1] ?? begin;
    if (judged) sum += end - begin;
    begin = end;
  }
  const whole = (scale.at(-1) ?? 0) - origin;
  return whole > 0 ? (axis.minutes * sum) / whole : 0;
}
