import type { Turn } from './types';

/** Turns from one to another, counted from 1, both included. */
export interface Turns {
  readonly from: number;
  readonly to: number;
}

/**
 * The exchange a turn belongs to: what the therapist says, in one turn or several on end, with all that follows until the
 * therapist speaks again. Turns before the therapist's first are one exchange. Where nobody is a therapist, whoever speaks
 * first counts as one. Null where there is no such turn.
 */
export function exchangeOf(turns: readonly Turn[], number: number): Turns | null {
  if (!turns[number - 1]) return null;
  const hasTherapist = turns.some(({ role }) => role === 'therapist');
  const leads = (turn: Turn | undefined): boolean =>
    turn !== undefined && (hasTherapist ? turn.role === 'therapist' : turn.speaker === turns[0]?.speaker);
  const begins = (index: number): boolean => leads(turns[index]) && !leads(turns[index - 1]);
  let from = number;
  while (from > 1 && !begins(from - 1)) from--;
  let to = number;
  while (to < turns.length && !begins(to)) to++;
  return { from, to };
}
