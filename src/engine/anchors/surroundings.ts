import type { Context } from '../annotations/types';
import type { At } from '../transcript/at';
import { utf16Index } from '../transcript/offsets';
import type { Turn } from '../transcript/types';
import { folded } from './folded';

/** What of the text on one side of a passage stands there still. */
export interface Side {
  /** Characters of it that the file keeps. */
  readonly kept: number;
  /** How many of them stand right beside the passage as they did. */
  readonly beside: number;
  /** How many stand near it in their order; 0 where most do not. */
  readonly near: number;
  /** What stood there, and what does now: both read away from the passage. */
  readonly text: string;
  readonly now: string;
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

/** Looked at beside a passage: what was kept of its context, and as much again that may have come between. */
const reach = 64;

/** What stood before and behind a passage, compared with what stands there in the turns as they are. */
export function sidesOf(context: Context, at: At, turns: readonly Turn[]): Sides {
  const before = folded(textBefore(turns, at)).trimEnd();
  const after = folded(textBehind(turns, at)).trimStart();
  return {
    before: sideOf(reversed(folded(context.before).trimEnd()), reversed(before)),
    after: sideOf(folded(context.after).trimStart(), after),
  };
}

/** Anything resembles what is shorter. */
const leastLike = 8;
/** Of what is long, half may have changed; of what is short, a third. */
const long = 16;
function textBefore(turns: readonly Turn[], { turn, start }: At): string {
  const own = turns[turn - 1]?.text ?? '';
  let text = own.slice(0, utf16Index(own, start));
  for (let above = turn - 2; above >= 0 && text.length < 2 * reach; above--)
    text = `${turns[above]?.text}\n${text}`;
  return text.slice(-2 * reach);
}

function textBehind(turns: readonly Turn[], { turn, end_turn = turn, end }: At): string {
  const own = turns[end_turn - 1]?.text ?? '';
  let text = own.slice(utf16Index(own, end));
  for (let below = end_turn; below < turns.length && text.length < 2 * reach; below++)
    text += `\n${turns[below]?.text}`;
  return text.slice(0, 2 * reach);
}

/** That a passage begins or ends the transcript tells as much as words would. */
const edge = '\n'.repeat(long);

function sideOf(context: string, around: string): Side {
  const [old, now] = [context === '' ? edge : context, around === '' ? edge : around];
  let beside = 0;
  while (beside < old.length && old.charCodeAt(beside) === now.charCodeAt(beside)) beside++;
  const near = beside < old.length ? nearOf(old, now.slice(0, reach)) : 0;
  return { kept: old.length, beside, near: Math.max(beside, near), text: old, now };
}

/** What changed, came or went counts against it (edit distance to the beginning of `now` that is likest), but for blanks alone. */
function nearOf(old: string, now: string): number {
  if (withoutBlanks(now).startsWith(withoutBlanks(old))) return old.length;
  if (old.length < leastLike) return 0;
  let row = Array.from({ length: now.length + 1 }, (_, column) => column);
  for (let at = 0; at < old.length; at++) {
    const next = [at + 1];
    for (let column = 1; column < row.length; column++) {
      const same = old.charCodeAt(at) === now.charCodeAt(column - 1) ? 0 : 1;
      const [corner = 0, above = 0, left = 0] = [row[column - 1], row[column], next[column - 1]];
      next.push(Math.min(corner + same, above + 1, left + 1));
    }
    row = next;
  }
  const errors = Math.min(...row);
  return errors <= old.length / (old.length < long ? 3 : 2) ? old.length - errors : 0;
}

function withoutBlanks(text: string): string {
  return text.replaceAll(' ', '');
}

export function reversed(text: string): string {
  return Array.from(text).reverse().join('');
}
