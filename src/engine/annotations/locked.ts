import { formatVersion } from './schema';
import type { Coding } from './types';

/** Of a newer format than this program knows: shown as far as it can be read, and never written. */
export function isNewer({ alliance }: Pick<Coding, 'alliance'>): boolean {
  return alliance > formatVersion;
}

/** No act changes it: it is sealed by its release, or of a newer format. */
export function isLocked(coding: Pick<Coding, 'alliance' | 'released'>): boolean {
  return coding.released !== undefined || isNewer(coding);
}
