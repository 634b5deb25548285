import { sha256Of } from '../annotations/hashes';
import type { Anchored } from '../annotations/types';
import { folded } from './folded';

/** The ways in which a program that saves a file may write the same words. */
const spellings: readonly ((words: string) => string)[] = [
  (words) => words,
  (words) => words.normalize('NFC'),
  (words) => words.normalize('NFD'),
  (words) => words.replace(/\s+/g, ' '),
];

/** Whether a passage's words are an annotation's, but for the form of Unicode and the blanks. Of a long one the hash tells. */
export function areItsWords({ quote, quote_sha256 }: Anchored, words: string): boolean {
  if (quote_sha256 === undefined) return quote !== undefined && folded(quote) === folded(words);
  return spellings.some((spelled) => sha256Of(spelled(words)) === quote_sha256);
}
