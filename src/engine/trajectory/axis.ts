import type { SessionFacts } from '../study/types';
import type { Transcript, Turn } from '../transcript/types';
import type { Axis } from './types';
import { wordsOf } from './words';

/** A session's axis and the places of its turns on it. */
export interface SessionAxis {
  readonly axis: Axis;
  /** Where each turn begins, by index, and behind them the end of the axis. Never falling. */
  readonly starts: readonly number[];
  /** Words before each turn, by index, and behind them all words. */
  readonly wordStarts: readonly number[];
  /** The session's length by stamps or duration; null where neither says. */
  readonly minutes: number | null;
  /** The same, else words at the assumed pace. */
  readonly assumedMinutes: number;
}

/**
 * The axis of a session (domain 1.4): seconds where two turns have different stamps, or one a stamp and the duration is
 * known; else cumulative words; else, without a word, turns. A study may demand words or turns; time it can only demand
 * where there are stamps.
 */
export function sessionAxis(transcript: Transcript, facts: SessionFacts): SessionAxis {
  const { turns } = transcript;
  const wordStarts = cumulativeWords(turns);
  const words = wordStarts.at(-1) ?? 0;
  const stamps = risingStamps(turns);
  if ((facts.axis ?? 'time') === 'time' && isEnough(stamps, facts))
    return timeAxis(turns, wordStarts, stamps, facts);
  const assumedMinutes = facts.duration ?? words / facts.wordsPerMinute;
  const length = { minutes: facts.duration, assumedMinutes, wordStarts };
  const lengthFrom = facts.duration === null ? 'words-per-minute' : 'duration';
  if (facts.axis !== 'turns' && words > 0) {
    return { ...length, axis: untimed('words', 0, words, lengthFrom), starts: wordStarts };
  }
  const starts = Array.from({ length: turns.length + 1 }, (_, index) => index + 1);
  const axis = untimed(
    'turns',
    1,
    turns.length + 1,
    words > 0 || facts.duration !== null ? lengthFrom : 'turns',
  );
  return { ...length, axis, starts };
}

/** The axes a session can be drawn over: time where there are stamps enough, words where any is spoken, turns always. */
export function axesOf(transcript: Transcript, facts: SessionFacts): readonly Axis['kind'][] {
  const kinds = ['time', 'words', 'turns'] as const;
  const { turns } = transcript;
  const has = {
    time: isEnough(risingStamps(turns), facts),
    words: turns.some((turn) => wordsOf(turn) > 0),
    turns: true,
  };
  return kinds.filter((kind) => has[kind]);
}

/** Where a turn begins, by its number. */
export function positionOf({ starts }: SessionAxis, turn: number): number {
  return starts[turn - 1] ?? starts.at(-1) ?? 0;
}

interface Stamp {
  readonly index: number;
  readonly time: number;
}

function cumulativeWords(turns: readonly Turn[]): readonly number[] {
  const starts = [0];
  for (const turn of turns) starts.push((starts.at(-1) ?? 0) + wordsOf(turn));
  return starts;
}

/** A stamp that goes back is passed over; that it does is said among the transcript's faults. */
function risingStamps(turns: readonly Turn[]): readonly Stamp[] {
  const stamps: Stamp[] = [];
  for (const [index, { time }] of turns.entries()) {
    if (time !== null && time >= (stamps.at(-1)?.time ?? 0)) stamps.push({ index, time });
  }
  return stamps;
}

function isEnough(stamps: readonly Stamp[], facts: SessionFacts): boolean {
  const first = stamps[0];
  const last = stamps.at(-1);
  if (first === undefined || last === undefined) return false;
  return last.time > first.time || (facts.duration ?? 0) * 60 > last.time;
}

function untimed(kind: 'words' | 'turns', start: number, end: number, lengthFrom: Axis['length_from']): Axis {
  return { kind, unit: kind, start, end, interpolated: false, length_from: lengthFrom };
}

function timeAxis(
  turns: readonly Turn[],
  wordStarts: readonly number[],
  stamps: readonly Stamp[],
  facts: SessionFacts,
): SessionAxis {
  const { end, lengthFrom } = endOfTime(turns, wordStarts, stamps, facts);
  // A turn before the first stamp begins at 0 or later; behind the last stamp the text runs on to the end.
  const known = [
    ...(stamps[0]?.index === 0 ? [] : [{ index: 0, time: 0 }]),
    ...stamps,
    { index: turns.length, time: end },
  ];
  const starts: number[] = [];
  for (const [at, from] of known.entries()) {
    const to = known[at + 1] ?? from;
    const passed = wordsBetween(wordStarts, from.index, to.index);
    const perWord = passed > 0 ? (to.time - from.time) / passed : 0;
    for (let index = from.index; index < to.index; index++) {
      starts.push(milliseconds(from.time + wordsBetween(wordStarts, from.index, index) * perWord));
    }
  }
  starts.push(end);
  const minutes = end / 60;
  return {
    axis: {
      kind: 'time',
      unit: 'seconds',
      start: 0,
      end,
      interpolated: stamps.length < turns.length,
      length_from: lengthFrom,
    },
    starts,
    wordStarts,
    minutes,
    assumedMinutes: minutes,
  };
}

/**
 * The duration, where it reaches beyond the last stamp. Else the last stamp; turns without one behind it go on at the pace
 * between the first and the last stamp.
 */
function endOfTime(
  turns: readonly Turn[],
  wordStarts: readonly number[],
  stamps: readonly Stamp[],
  facts: SessionFacts,
): { readonly end: number; readonly lengthFrom: Axis['length_from'] } {
  const first = stamps[0] ?? { index: 0, time: 0 };
  const last = stamps.at(-1) ?? first;
  const duration = milliseconds((facts.duration ?? 0) * 60);
  if (duration >= last.time) return { end: duration, lengthFrom: 'duration' };
  if (last.index === turns.length - 1) return { end: milliseconds(last.time), lengthFrom: 'last-stamp' };
  const passed = wordsBetween(wordStarts, first.index, last.index);
  const perWord = passed > 0 ? (last.time - first.time) / passed : 60 / facts.wordsPerMinute;
  const rest = wordsBetween(wordStarts, last.index, turns.length) * perWord;
  return { end: milliseconds(last.time + rest), lengthFrom: 'last-stamp' };
}

function wordsBetween(wordStarts: readonly number[], from: number, to: number): number {
  return (wordStarts[to] ?? 0) - (wordStarts[from] ?? 0);
}

function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
