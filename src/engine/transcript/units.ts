import type { At } from './at';
import { longestLine } from './check';
import { notationsIn } from './notation';
import type { Position } from '../position';
import { atOfTurn, codePointLength, codePointOffset, turnAtLine, utf16Index, wholeAt } from './offsets';
import type { Turn } from './types';

/** A stretch of a turn's text: UTF-16 indices, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Full stops that end no sentence. */
const titles = /(?:^|[\s([“"‘'])(?:Dr|Mr|Mrs|Ms|Prof|St|vs|etc|e\.g|i\.e|z\.\s?B|bzw|ca)\.\s*$/i;

let words: Intl.Segmenter | null = null;
let sentences: Intl.Segmenter | null = null;

/** The words of a text as Unicode divides them, in their order. A text of more than 100,000 signs has none. */
export function wordsIn(text: string): Stretch[] {
  if (text.length > longestLine) return [];
  const segmenter = (words ??= new Intl.Segmenter('und', { granularity: 'word' }));
  // No word goes over a blank, and a segmenter takes time with the square of what it is given.
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: run, index: from }) =>
    [...segmenter.segment(run)].flatMap(({ isWordLike, index, segment }) =>
      isWordLike === true ? [{ start: from + index, end: from + index + segment.length }] : [],
    ),
  );
}

/**
 * The sentences of a text in their order, without blanks at their ends; a line feed ends none. Pauses, non-verbals and
 * inaudible stretches end no sentence and are none: they belong to the one before, at the beginning to the first.
 * A text of more than 100,000 signs has none.
 */
export function sentencesIn(text: string): Stretch[] {
  if (text.length > longestLine) return [];
  const found: Stretch[] = [];
  let open: number | null = null;
  sentences ??= new Intl.Segmenter('und', { granularity: 'sentence' });
  for (const { index, segment } of sentences.segment(spoken(text))) {
    open ??= index;
    const end = index + segment.length;
    if (titles.test(segment) && end < text.length) continue;
    const stretch = withoutBlanks(text, open, end);
    if (stretch) found.push(stretch);
    open = null;
  }
  return found;
}

/** The text with blanks for what is not said, each sign at its place. */
function spoken(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { kind, start, end } of notationsIn(text)) {
    if (kind === 'masked' || kind === 'cutoff') continue;
    parts.push(text.slice(from, start), ' '.repeat(end - start));
    from = end;
  }
  return (parts.join('') + text.slice(from)).replace(/[\n\u0085\u2028\u2029]/g, ' ');
}

function withoutBlanks(text: string, from: number, to: number): Stretch | null {
  const inside = text.slice(from, to);
  const start = from + inside.length - inside.trimStart().length;
  const end = from + inside.trimEnd().length;
  return start < end ? { start, end } : null;
}

/**
 * The next larger unit around a passage: word, sentence, turn; of a passage over several turns, these turns as a whole.
 * Null where the passage covers them already, or is none of this transcript.
 */
export function widened(turns: readonly Turn[], at: At): At | null {
  const turn = turns[at.turn - 1];
  const last = turns[(at.end_turn ?? at.turn) - 1];
  if (!turn || !last || last.number < turn.number) return null;
  if (turn !== last) {
    const whole = wholeAt(turns, { turn: turn.number, end_turn: last.number });
    return whole && (whole.start < at.start || whole.end > at.end) ? whole : null;
  }
  const inside = stretchOf(turn, at);
  const units = [...wordsIn(turn.text), ...sentencesIn(turn.text), { start: 0, end: turn.text.length }];
  const unit = units.find((each) => holdsMore(each, inside));
  return unit ? passage(turn, unit) : null;
}

/** A place between two letters of a turn's text. */
export interface Place {
  readonly turn: number;
  /** Code points. */
  readonly offset: number;
}

/** The place in a turn's text that is nearest to a position of the document; null before the first turn. */
export function placeAt(turns: readonly Turn[], { line, character }: Position): Place | null {
  const turn = turnAtLine(turns, line);
  if (!turn) return null;
  let index = 0;
  for (const piece of turn.pieces) {
    if (piece.line > line) break;
    const length = piece.end - piece.start;
    if (piece.line === line) index += Math.max(0, Math.min(character - piece.start, length));
    else index += length + 1;
  }
  return { turn: turn.number, offset: codePointOffset(turn.text, Math.min(index, turn.text.length)) };
}

/**
 * The next smaller unit in a passage: turn, sentence, word; the one around a place, else the first. Null where the passage
 * holds nothing smaller, or is none of this transcript.
 */
export function narrowed(turns: readonly Turn[], at: At, around: Place | null = null): At | null {
  const turn = turns[at.turn - 1];
  const last = turns[(at.end_turn ?? at.turn) - 1];
  if (!turn || !last || last.number < turn.number) return null;
  if (turn !== last) return firstOfSeveral(turns, at, last.number);
  const whole = stretchOf(turn, at);
  const index = around?.turn === turn.number ? utf16Index(turn.text, around.offset) : -1;
  const smaller = (units: readonly Stretch[]): Stretch | undefined => {
    const inside = units.filter((each) => holdsMore(whole, each));
    return inside.find(({ start, end }) => start <= index && index < end) ?? inside[0];
  };
  const unit = smaller(sentencesIn(turn.text)) ?? smaller(wordsIn(turn.text));
  return unit ? passage(turn, unit) : null;
}

/** The part of a passage in its first turn that has words. */
function firstOfSeveral(turns: readonly Turn[], at: At, last: number): At | null {
  const first = turns[at.turn - 1];
  const length = first ? codePointLength(first.text) : 0;
  if (at.start < length) return { turn: at.turn, start: at.start, end: length };
  for (const turn of turns.slice(at.turn, last)) {
    if (turn.number === last) return at.end > 0 ? { turn: last, start: 0, end: at.end } : null;
    const whole = atOfTurn(turn);
    if (whole) return whole;
  }
  return null;
}

function stretchOf({ text }: Turn, { start, end }: At): Stretch {
  return { start: utf16Index(text, start), end: utf16Index(text, end) };
}

function passage({ number, text }: Turn, { start, end }: Stretch): At {
  return { turn: number, start: codePointOffset(text, start), end: codePointOffset(text, end) };
}

/** Whether a stretch holds another and is longer. */
function holdsMore(outer: Stretch, inner: Stretch): boolean {
  return (
    outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start
  );
}
