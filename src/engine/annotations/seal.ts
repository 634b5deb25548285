import { sha256Of } from './hashes';
import { canonicalJson } from '../canonicalJson';
import type { Coding } from './types';

/**
 * What `released.sha256` holds: SHA-256 of the canonical JSON (UTF-8, no blanks, keys of maps sorted by code point, numbers
 * as in JavaScript) of `{"annotations":[…],"episodes":[…],"ratings":[…]}`, the values as they stand in the file, a missing
 * list as `[]`.
 */
export function sealOf(coding: Pick<Coding, 'annotations' | 'episodes' | 'ratings'>): string {
  const { annotations, episodes, ratings } = coding;
  return sha256Of(canonicalJson({ annotations, episodes, ratings }));
}

/** True where the seal of a released coding matches; a coding that is not released has none to break. */
export function sealHolds(coding: Coding): boolean {
  return coding.released === undefined || coding.released.sha256 === sealOf(coding);
}
