import { sha256Of } from './hashes';
import { field, isObject } from './layout';
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

/** JSON without blanks, keys sorted by code point, keys without a value left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const keys = Object.keys(value).filter((key) => field(value, key) !== undefined);
  const pairs = keys
    .sort(compareCodePoints)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(field(value, key))}`);
  return `{${pairs.join(',')}}`;
}

function compareCodePoints(a: string, b: string): number {
  const [x, y] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < x.length && i < y.length; i++) {
    const difference = (x[i]?.codePointAt(0) ?? 0) - (y[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}
