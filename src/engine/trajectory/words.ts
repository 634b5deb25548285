import { spokenWords } from '../transcript/notation';
import type { Turn } from '../transcript/types';

const counted = new WeakMap<Turn, number>();

/** Spoken words of a turn, counted once for each turn object. */
export function wordsOf(turn: Turn): number {
  const known = counted.get(turn);
  if (known !== undefined) return known;
  const count = spokenWords(turn.text);
  counted.set(turn, count);
  return count;
}
