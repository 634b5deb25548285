import { notationsIn } from '../transcript/notation';
import type { ParsedTranscript } from '../transcript/parse';
import type { NameFinder } from './names';

/** What stands for a name: `[NAME_1]`, `[PARTNER]`, or a pseudonym `*Anna`. */

/** Kinds of tokens, the commonest first. */
export const tokenKinds = ['NAME', 'PARTNER', 'PLACE', 'CITY', 'EMPLOYER', 'DATE'] as const;

/** `no-token`: it would not be recognised as a mask. `holds-name`: it says the name itself. */
export type TokenRefusal = 'no-token' | 'holds-name';

export function tokenRefusal(token: string, name: NameFinder): TokenRefusal | null {
  const [mask] = notationsIn(token);
  if (mask?.kind !== 'masked' || mask.start !== 0 || mask.end !== token.length) return 'no-token';
  return name.isIn(token.replace(/[[\]*]/g, '')) ? 'holds-name' : null;
}

/** The tokens of transcripts, in texts and comments, with how often each stands there; in the order they first come. */
export function tokensIn(
  transcripts: readonly Pick<ParsedTranscript, 'lines'>[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { lines } of transcripts) {
    for (const { text } of lines) {
      if (!/[[*]/.test(text)) continue;
      for (const { kind, start, end } of notationsIn(text)) {
        const token = text.slice(start, end);
        if (kind === 'masked') counts.set(token, (counts.get(token) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** The next free one of a kind: `[CITY_3]` where `[CITY_2]` is the highest. */
export function nextToken(kind: string, used: Iterable<string>): string {
  const pattern = new RegExp(String.raw`^\[${kind}_(\d{1,6})\]$`);
  const numbers = [...used].map((token) => Number(pattern.exec(token)?.[1] ?? 0));
  return `[${kind}_${Math.max(0, ...numbers) + 1}]`;
}
