import { sealHolds } from '../../annotations/seal';
import type { Coding } from '../../annotations/types';

/** Where a coding stands. `seal-broken`: it was changed after its release. */
export type CodingState = 'coding' | 'released' | 'seal-broken';

/** @param coding As its file has it: what is left out of it would break its seal. */
export function stateOf(coding: Coding): CodingState {
  if (!coding.released) return 'coding';
  return sealHolds(coding) ? 'released' : 'seal-broken';
}

/** Each state with the number it has in tables of numbers, and in words. */
export const codingStates: readonly (readonly [number, CodingState, string])[] = [
  [0, 'coding', 'not released'],
  [1, 'released', 'released'],
  [2, 'seal-broken', 'released, and changed since'],
];
