import { codePointLength, utf16Index, wholeAt } from '../transcript/offsets';
import type { Turn } from '../transcript/types';
import { sha256Of } from './hashes';
import type { Anchored, Context } from './types';
import type { At, LooseAt } from '../transcript/at';

/** A quote longer than this (in code points) is kept as its first and last part. */
const quoteLimit = 300;
const quotePart = 150;
const between = ' … ';

/** Code points of context on each side, at most. */
export const contextLength = 32;

/** What stands in the file of a passage, beside where it is. */
export interface Description {
  readonly speaker: string;
  readonly quote: string;
  readonly quote_sha256?: string;
  readonly context: Context;
}

/** Why a passage is none in this transcript. */
export type PlaceFault = 'turn-out-of-range' | 'offset-out-of-range' | 'empty-passage';

/** `exact`: the words at its place are its own. */
export type Standing = 'exact' | 'differs' | PlaceFault | 'no-place';

/** Speaker (of the first turn), quote and context of a passage; null where it is none in these turns. */
export function describe(turns: readonly Turn[], loose: LooseAt): Description | null {
  const at = placeOf(turns, loose);
  if (typeof at === 'string') return null;
  const passage = passageOf(turns, at);
  const quote = shortened(passage);
  return {
    speaker: turns[at.turn - 1]?.speaker ?? '',
    quote,
    ...(quote === passage ? {} : { quote_sha256: sha256Of(passage) }),
    context: contextOf(turns, at),
  };
}

/** The words of a passage: the texts of its turns joined by line feeds; null where it is none in these turns. */
export function quoteOf(turns: readonly Turn[], loose: LooseAt): string | null {
  const at = placeOf(turns, loose);
  return typeof at === 'string' ? null : passageOf(turns, at);
}

/**
 * Whether an annotation stands where its words are. One without a quote has nothing that could differ; one with
 * `quote_sha256` is compared by it, any other by its quote.
 */
export function standsAt(turns: readonly Turn[], annotation: Anchored): Standing {
  if (!annotation.at) return 'no-place';
  const at = placeOf(turns, annotation.at);
  if (typeof at === 'string') return at;
  const passage = passageOf(turns, at);
  if (annotation.quote_sha256 !== undefined) {
    return sha256Of(passage) === annotation.quote_sha256 ? 'exact' : 'differs';
  }
  return annotation.quote === undefined || annotation.quote === passage ? 'exact' : 'differs';
}

/** A passage with the whole turn where start or end are missing, or why it is none in these turns. */
function placeOf(turns: readonly Turn[], loose: LooseAt): At | PlaceFault {
  const at = wholeAt(turns, loose);
  const endTurn = loose.end_turn ?? loose.turn;
  if (!at || endTurn < loose.turn) return 'turn-out-of-range';
  const [first, last] = [textOf(turns, at.turn), textOf(turns, endTurn)];
  if (at.start > codePointLength(first) || at.end > codePointLength(last)) return 'offset-out-of-range';
  return endTurn === at.turn && at.start >= at.end ? 'empty-passage' : at;
}

function passageOf(turns: readonly Turn[], at: At): string {
  const endTurn = at.end_turn ?? at.turn;
  const first = textOf(turns, at.turn);
  if (endTurn === at.turn) return first.slice(utf16Index(first, at.start), utf16Index(first, at.end));
  const last = textOf(turns, endTurn);
  const inner = turns.slice(at.turn, endTurn - 1).map((turn) => turn.text);
  return [first.slice(utf16Index(first, at.start)), ...inner, last.slice(0, utf16Index(last, at.end))].join(
    '\n',
  );
}

function shortened(passage: string): string {
  if (passage.length <= quoteLimit) return passage;
  const points = Array.from(passage);
  if (points.length <= quoteLimit) return passage;
  return points.slice(0, quotePart).join('') + between + points.slice(-quotePart).join('');
}

/** The beginning and the end of a passage whose quote was shortened; null for one that is whole. */
export function shortenedParts(quote: string): { readonly head: string; readonly tail: string } | null {
  const points = Array.from(quote);
  const middle = points.slice(quotePart, -quotePart).join('');
  if (points.length !== 2 * quotePart + between.length || middle !== between) return null;
  return { head: points.slice(0, quotePart).join(''), tail: points.slice(-quotePart).join('') };
}

/** The text beside the passage in its own turn, else in the neighbouring one; empty at the ends of the transcript. */
function contextOf(turns: readonly Turn[], at: At): Context {
  const endTurn = at.end_turn ?? at.turn;
  const [first, last] = [textOf(turns, at.turn), textOf(turns, endTurn)];
  const before = first.slice(0, utf16Index(first, at.start)) || textOf(turns, at.turn - 1);
  const after = last.slice(utf16Index(last, at.end)) || textOf(turns, endTurn + 1);
  // Twice as many UTF-16 units hold all the code points wanted, however long the turn is.
  const units = 2 * contextLength + 1;
  return {
    before: Array.from(before.slice(-units)).slice(-contextLength).join(''),
    after: Array.from(after.slice(0, units)).slice(0, contextLength).join(''),
  };
}

function textOf(turns: readonly Turn[], number: number): string {
  return turns[number - 1]?.text ?? '';
}
