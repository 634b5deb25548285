import type { At, LooseAt } from './at';
import { comparePositions, type Position, type Range } from '../position';
import type { Piece, Turn } from './types';

/** Code points of a text: what files count. */
export function codePointLength(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** UTF-16 index of a code point offset; the length of the text where the offset is behind it. */
export function utf16Index(text: string, codePoints: number): number {
  let index = 0;
  for (let count = 0; count < codePoints && index < text.length; count++) index += unitsAt(text, index);
  return index;
}

/** Code points before a UTF-16 index; an index within a surrogate pair counts as before it. */
export function codePointOffset(text: string, index: number): number {
  let count = 0;
  for (let at = 0; at + unitsAt(text, at) <= index && at < text.length; count++) at += unitsAt(text, at);
  return count;
}

function unitsAt(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}

/** A passage as written in a file, with the whole turn where start or end are missing; null where there is no such turn. */
export function wholeAt(turns: readonly Turn[], at: LooseAt): At | null {
  const last = turns[(at.end_turn ?? at.turn) - 1];
  if (!turns[at.turn - 1] || !last) return null;
  const end = at.end ?? codePointLength(last.text);
  const start = at.start ?? 0;
  return at.end_turn === undefined || at.end_turn === at.turn
    ? { turn: at.turn, start, end }
    : { turn: at.turn, start, end_turn: at.end_turn, end };
}

/** Where a passage stands in the document; null where a turn or an offset of it does not exist. */
export function rangeOfAt(turns: readonly Turn[], loose: LooseAt): Range | null {
  const at = wholeAt(turns, loose);
  const first = at && turns[at.turn - 1];
  const last = at && turns[(at.end_turn ?? at.turn) - 1];
  if (!first || !last) return null;
  if (at.start > codePointLength(first.text) || at.end > codePointLength(last.text)) return null;
  const start = positionIn(first, utf16Index(first.text, at.start), 'start');
  const end = positionIn(last, utf16Index(last.text, at.end), 'end');
  return start && end && comparePositions(start, end) < 0 ? { start, end } : null;
}

/**
 * The numbers of the turns in which at least one code point of a passage lies (domain: Units): none before whose first sign it
 * ends, none behind whose last it begins, none without words.
 */
export function turnsHolding(at: At, turns: readonly Turn[]): number[] {
  const last = at.end_turn ?? at.turn;
  return turns.slice(at.turn - 1, last).flatMap(({ number, text }) => {
    const from = number === at.turn ? at.start : 0;
    const to = number === last ? at.end : Number.POSITIVE_INFINITY;
    return from < Math.min(to, codePointLength(text)) ? [number] : [];
  });
}

/** Where a stretch of a turn's text stands in the document, UTF-16; null where it is empty. */
export function rangeInTurn(
  turn: Turn,
  stretch: { readonly start: number; readonly end: number },
): Range | null {
  const start = positionIn(turn, stretch.start, 'start');
  const end = positionIn(turn, stretch.end, 'end');
  return start && end && comparePositions(start, end) < 0 ? { start, end } : null;
}

/** The UTF-16 index in a turn's text of a place in the document; null where the place is not within its words. */
export function indexInTurn(turn: Turn, { line, character }: Position): number | null {
  let before = 0;
  for (const piece of turn.pieces) {
    if (piece.line === line && piece.start <= character && character <= piece.end) {
      return before + character - piece.start;
    }
    before += piece.end - piece.start + 1;
  }
  return null;
}

/** The document position of a UTF-16 index into a turn's text. At a line feed a start belongs to the line below, an end to the one above. */
function positionIn(turn: Turn, index: number, side: 'start' | 'end'): Position | null {
  let before = 0;
  for (const [i, piece] of turn.pieces.entries()) {
    const length = piece.end - piece.start;
    const inside = side === 'start' ? index < before + length : index <= before + length;
    const last = i === turn.pieces.length - 1;
    if (inside || last)
      return { line: piece.line, character: piece.start + Math.max(0, Math.min(index - before, length)) };
    before += length + 1;
  }
  return null;
}

/**
 * The passage a stretch of the document covers: cut to the texts of turns, without blanks at its ends.
 * Null where it covers no text of a turn (labels, times and comments are none).
 */
export function atOfRange(
  turns: readonly Turn[],
  range: Range,
  lines: readonly { readonly text: string }[],
): At | null {
  const first = firstTurnEndingAfter(turns, range.start.line);
  let start: { turn: Turn; index: number } | null = null;
  let end: { turn: Turn; index: number } | null = null;
  for (let i = first, turn = turns[i]; turn && turn.line <= range.end.line; turn = turns[++i]) {
    let before = 0;
    for (const piece of turn.pieces) {
      const cut = cutPiece(piece, range, lines[piece.line]?.text ?? '');
      if (cut) {
        start ??= { turn, index: before + cut.start - piece.start };
        end = { turn, index: before + cut.end - piece.start };
      }
      before += piece.end - piece.start + 1;
    }
  }
  return start && end ? passage(start, end) : null;
}

function passage(start: { turn: Turn; index: number }, end: { turn: Turn; index: number }): At {
  const from = codePointOffset(start.turn.text, start.index);
  const to = codePointOffset(end.turn.text, end.index);
  return start.turn === end.turn
    ? { turn: start.turn.number, start: from, end: to }
    : { turn: start.turn.number, start: from, end_turn: end.turn.number, end: to };
}

/** The part of a piece that lies in the range, without blanks at its ends; null where nothing remains. */
function cutPiece(piece: Piece, range: Range, text: string): { start: number; end: number } | null {
  if (piece.line < range.start.line || piece.line > range.end.line) return null;
  let start = piece.line === range.start.line ? Math.max(piece.start, range.start.character) : piece.start;
  let end = piece.line === range.end.line ? Math.min(piece.end, range.end.character) : piece.end;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}

/** Index of the first turn whose last line is not above the given one, by binary search. */
function firstTurnEndingAfter(turns: readonly Turn[], line: number): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.lastLine ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The turn a line belongs to: the last whose label stands on it or above; null before the first. */
export function turnAtLine(turns: readonly Turn[], line: number): Turn | null {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return turns[low - 1] ?? null;
}

/** The whole of a turn as a passage; null for a turn without text. */
export function atOfTurn(turn: Turn): At | null {
  const end = codePointLength(turn.text);
  return end > 0 ? { turn: turn.number, start: 0, end } : null;
}
