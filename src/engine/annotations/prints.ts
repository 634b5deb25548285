import { fingerprint } from './hashes';
import type { Coding } from './types';
import type { ParsedTranscript } from '../transcript/parse';

const known = new WeakMap<ParsedTranscript, string>();

/** The fingerprints of a text's turns, computed once per parse. */
export function printsOf(parsed: ParsedTranscript): string {
  const prints = known.get(parsed) ?? printsAnew(parsed);
  known.set(parsed, prints);
  return prints;
}

/** The fingerprints of the text last asked for: the next is mostly a version of it, with a turn or two that are others. */
let recent: ReadonlyMap<string, string> = new Map();

function printsAnew({ turns }: ParsedTranscript): string {
  const now = new Map<string, string>();
  for (const { role, text } of turns) {
    const turn = `${role}\t${text}`;
    if (!now.has(turn)) now.set(turn, recent.get(turn) ?? fingerprint(role, text));
  }
  recent = now;
  return turns.map(({ role, text }) => now.get(`${role}\t${text}`)).join('');
}

/**
 * Whether a coding was made in the text with this hash. Turn numbers depend on the labels too: the same text with other
 * speakers has other turns, and other fingerprints.
 */
export function isMadeIn({ text }: Pick<Coding, 'text'>, hash: string, prints: () => string): boolean {
  return text?.sha256 === hash && (text.turns === undefined || text.turns === prints());
}
