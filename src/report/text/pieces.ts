import { utf16Index } from '../../engine/transcript/offsets';
import type { Turn } from '../../engine/transcript/types';
import type { Passage } from './passages';

/** A stretch of a turn over which the same passages lie. */
export interface Piece {
  readonly text: string;
  /** By lane. */
  readonly over: readonly Passage[];
  /** Those that begin with it, in the order of their numbers. */
  readonly begin: readonly Passage[];
}

/** A turn's text, cut wherever a passage begins or ends. */
export function piecesOf({ number, text }: Turn, passages: readonly Passage[]): Piece[] {
  const here = passages.flatMap((passage) => {
    const { start, end } = passage.range;
    if (start.line > number || end.line < number) return [];
    const from = start.line < number ? 0 : utf16Index(text, start.character);
    return [{ passage, from, to: end.line > number ? text.length : utf16Index(text, end.character) }];
  });
  const cuts = [...new Set([0, text.length, ...here.flatMap(({ from, to }) => [from, to])])];
  const ordered = cuts.sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, index) => ({
    text: text.slice(from, ordered[index + 1]),
    over: here
      .filter((each) => each.from <= from && from < each.to)
      .map(({ passage }) => passage)
      .sort((a, b) => a.lane - b.lane),
    begin: here
      .filter(({ passage, ...each }) => each.from === from && passage.range.start.line === number)
      .map(({ passage }) => passage),
  }));
}
