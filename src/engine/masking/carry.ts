import type { LooseAt } from '../transcript/at';
import type { Range } from '../position';
import type { Splice, TextEdit } from '../textEdit';
import { codePointLength, codePointOffset, indexInTurn, utf16Index } from '../transcript/offsets';
import type { Turn } from '../transcript/types';
import type { MaskedText } from './maskText';

/**
 * Where a stretch is when edits that stay within their lines have been made: what covered a part of a name covers its
 * token afterwards, all else moves by as much as the line before it got longer or shorter.
 */
export function carriedRange({ start, end }: Range, edits: readonly TextEdit[]): Range {
  return {
    start: { line: start.line, character: carried(start.character, onLine(edits, start.line), 'start') },
    end: { line: end.line, character: carried(end.character, onLine(edits, end.line), 'end') },
  };
}

/** The same for a passage as a file says it. What is none in the text before stays as it is. */
export function carriedAt<T extends LooseAt>(at: T, { edits, before: { turns } }: MaskedText): T {
  const [first, last] = [turns[at.turn - 1], turns[(at.end_turn ?? at.turn) - 1]];
  if (!first || !last) return at;
  // What a person wrote shorter, the whole turn, stays as it is.
  return {
    ...at,
    ...(at.start === undefined ? {} : { start: inTurn(first, at.start, edits, 'start') }),
    ...(at.end === undefined ? {} : { end: inTurn(last, at.end, edits, 'end') }),
  };
}

type Side = 'start' | 'end';

function inTurn(turn: Turn, offset: number, edits: readonly TextEdit[], side: Side): number {
  const own = turn.pieces.flatMap(({ line }) => byLine(edits).get(line) ?? []);
  const splices = own.flatMap(({ range, text }): Splice[] => {
    const [start, end] = [indexInTurn(turn, range.start), indexInTurn(turn, range.end)];
    return start === null || end === null ? [] : [{ start, end, text }];
  });
  if (splices.length === 0 || offset > codePointLength(turn.text)) return offset;
  let text = turn.text;
  for (const { start, end, text: put } of splices.toReversed())
    text = text.slice(0, start) + put + text.slice(end);
  return codePointOffset(text, carried(utf16Index(turn.text, offset), splices, side));
}

function onLine(edits: readonly TextEdit[], line: number): Splice[] {
  const own = byLine(edits).get(line) ?? [];
  return own.map(({ range: { start, end }, text }) => ({ start: start.character, end: end.character, text }));
}

const known = new WeakMap<readonly TextEdit[], ReadonlyMap<number, readonly TextEdit[]>>();

/** The edits of each line, in order; put together once. */
function byLine(edits: readonly TextEdit[]): ReadonlyMap<number, readonly TextEdit[]> {
  const before = known.get(edits);
  if (before) return before;
  const lines = new Map<number, TextEdit[]>();
  for (const edit of edits) {
    const { line } = edit.range.start;
    const own = lines.get(line);
    if (own) own.push(edit);
    else lines.set(line, [edit]);
  }
  known.set(edits, lines);
  return lines;
}

function carried(index: number, splices: readonly Splice[], side: Side): number {
  const shift = splices
    .filter(({ start }) => start < index)
    .reduce((sum, { start, end, text }) => {
      if (end <= index) return sum + text.length - (end - start);
      return sum + start - index + (side === 'end' ? text.length : 0);
    }, 0);
  return index + shift;
}
