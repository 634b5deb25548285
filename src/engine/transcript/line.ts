import type { LabelSet } from './labels';
import { parseTime } from './time';

export type LineKind = 'header' | 'blank' | 'comment' | 'label' | 'text';

/** What one line is. Columns are UTF-16, end exclusive; `textStart === textEnd` where it contributes no text. */
export interface ParsedLine {
  readonly kind: LineKind;
  /** Of a label line: where the label stands. */
  readonly labelStart: number;
  readonly labelEnd: number;
  /** Seconds: at the label, or at the beginning of a continuation. */
  readonly time: number | null;
  readonly timeStart: number;
  readonly timeEnd: number;
  readonly textStart: number;
  readonly textEnd: number;
}

/** No label, number and time are longer than this together: a line of ten megabytes is as quick to read as a short one. */
const longestPrefix = 240;

/** The wide one is the colon of Chinese and Japanese. */
const colon = /^[:：]/;
const blanks = /\s*/y;
const turnNumber = /\d{1,6}[.)]?\s+/y;
const bracketedTime = /\[(\d[\d:.,]{3,14})\]|\((\d[\d:.,]{3,14})\)/y;
const bareTime = /\d{1,3}(?::\d{2}){1,2}(?:[.,]\d{1,3})?(?=[\s:]|$)/y;
/** A continuation begins with a time in square brackets, or in any form when it has hours: people say "17:30". */
const lineTime = /\[(\d[\d:.,]{3,14})\]|\((\d{1,2}:\d{2}:[\d.,]{2,6})\)/y;
const bareHours = /\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?(?=\s|$)/y;
const tabbedNumber = /\d{1,6}(?:\t|\s{2})/y;

/** Reads one line without its line end. Never fails: what is nothing else is text. */
export function parseLine(text: string, labels: LabelSet): ParsedLine {
  const textEnd = text.trimEnd().length;
  if (textEnd === 0) return plain('blank', 0, 0);
  if (text.startsWith('# ')) return plain('comment', 0, 0);
  return labelLine(text, textEnd, labels) ?? continuation(text, textEnd);
}

export function headerLine(): ParsedLine {
  return plain('header', 0, 0);
}

function plain(kind: LineKind, textStart: number, textEnd: number): ParsedLine {
  return { kind, labelStart: 0, labelEnd: 0, time: null, timeStart: 0, timeEnd: 0, textStart, textEnd };
}

interface Stamp {
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
}

function labelLine(text: string, textEnd: number, labels: LabelSet): ParsedLine | null {
  const prefix = text.length > longestPrefix ? text.slice(0, longestPrefix) : text;
  let at = matchEnd(blanks, prefix, 0);
  at = matchEnd(turnNumber, prefix, at);
  const before = stampAt(prefix, at);
  if (before) at = matchEnd(blanks, prefix, before.end);
  const labelEnd = matchEnd(labels.pattern, prefix, at);
  if (labelEnd === at) return null;
  const found = afterLabel(prefix, labelEnd) ?? numberedLabel(prefix, at, labels);
  if (!found) return null;
  const time = before ?? found.stamp;
  const textStart = Math.min(skipBlanks(text, found.textStart), textEnd);
  return {
    kind: 'label',
    labelStart: at,
    labelEnd: found.labelEnd,
    time: time?.seconds ?? null,
    timeStart: time?.start ?? 0,
    timeEnd: time?.end ?? 0,
    textStart,
    textEnd: Math.max(textStart, textEnd),
  };
}

/** Blanks, an optional time, blanks, and the colon that makes a label of it. */
function afterLabel(
  prefix: string,
  labelEnd: number,
): { labelEnd: number; stamp: Stamp | null; textStart: number } | null {
  let at = matchEnd(blanks, prefix, labelEnd);
  const found = at > labelEnd || /[[(]/.test(prefix.charAt(at)) ? stampAt(prefix, at) : null;
  if (found) at = matchEnd(blanks, prefix, found.end);
  // A second colon is a stretched sound ("I::: don't know"), not the end of a label.
  const closed = colon.test(prefix.charAt(at)) && !colon.test(prefix.charAt(at + 1));
  return closed ? { labelEnd, stamp: found, textStart: at + 1 } : null;
}

/** `T12` and a tab or two blanks: turn 12 of T, as numbered transcripts write it. */
function numberedLabel(
  prefix: string,
  start: number,
  labels: LabelSet,
): { labelEnd: number; stamp: null; textStart: number } | null {
  for (let labelEnd = matchEnd(labels.pattern, prefix, start); labelEnd > start; labelEnd--) {
    const end = matchEnd(tabbedNumber, prefix, labelEnd);
    const label = prefix.slice(start, labelEnd);
    const numbered = prefix.slice(start, end).trimEnd().toLowerCase();
    if (end > labelEnd && isWholeLabel(labels, label) && !labels.byName.has(numbered))
      return { labelEnd, stamp: null, textStart: end };
  }
  return null;
}

function isWholeLabel(labels: LabelSet, label: string): boolean {
  return matchEnd(labels.pattern, label, 0) === label.length && !/\d$/.test(label);
}

function stampAt(prefix: string, at: number): Stamp | null {
  return stamp(bracketedTime, prefix, at) ?? stamp(bareTime, prefix, at);
}

function stamp(pattern: RegExp, prefix: string, at: number): Stamp | null {
  pattern.lastIndex = at;
  const match = pattern.exec(prefix);
  const seconds = match ? parseTime(match[1] ?? match[2] ?? match[0]) : null;
  return match && seconds !== null ? { seconds, start: at, end: at + match[0].length } : null;
}

function continuation(text: string, textEnd: number): ParsedLine {
  const start = skipBlanks(text, 0);
  const found = stamp(lineTime, text, start) ?? stamp(bareHours, text, start);
  if (!found) return plain('text', start, textEnd);
  const textStart = Math.min(skipBlanks(text, found.end), textEnd);
  return {
    ...plain('text', textStart, Math.max(textStart, textEnd)),
    time: found.seconds,
    timeStart: found.start,
    timeEnd: found.end,
  };
}

function skipBlanks(text: string, at: number): number {
  return matchEnd(blanks, text, at);
}

/** Where a sticky pattern ends that begins at `at`; `at` itself where it does not match. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
