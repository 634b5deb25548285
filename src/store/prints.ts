import { fingerprints } from '../engine/annotations/hashes';
import type { ParsedTranscript } from '../engine/transcript/parse';

const known = new WeakMap<ParsedTranscript, string>();

/** The fingerprints of a text's turns, computed once per parse. */
export function printsOf(parsed: ParsedTranscript): string {
  const prints = known.get(parsed) ?? fingerprints(parsed.turns);
  known.set(parsed, prints);
  return prints;
}
