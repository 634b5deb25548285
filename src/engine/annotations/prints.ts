import { fingerprints } from './hashes';
import type { Coding } from './types';
import type { ParsedTranscript } from '../transcript/parse';

const known = new WeakMap<ParsedTranscript, string>();

/** The fingerprints of a text's turns, computed once per parse. */
export function printsOf(parsed: ParsedTranscript): string {
  const prints = known.get(parsed) ?? fingerprints(parsed.turns);
  known.set(parsed, prints);
  return prints;
}

/**
 * Whether a coding was made in the text with this hash. Turn numbers depend on the labels too: the same text with other
 * speakers has other turns, and other fingerprints.
 */
export function isMadeIn({ text }: Pick<Coding, 'text'>, hash: string, prints: () => string): boolean {
  return text?.sha256 === hash && (text.turns === undefined || text.turns === prints());
}
