import { stretchesIn } from '../masking/maskText';
import type { Stretch } from '../masking/names';
import type { Range } from '../position';
import { notationsIn } from '../transcript/notation';
import type { ParsedTranscript } from '../transcript/parse';
import { namesIn, readNames, type NameReading } from './capitals';
import { patterns, type IdentifierKind } from './patterns';
import type { WordList } from './wordList';

/** Words that may identify somebody. */
export interface Identifier {
  readonly kind: IdentifierKind;
  readonly words: string;
  readonly range: Range;
}

export interface Identifiers {
  readonly found: readonly Identifier[];
  /** False where the language writes nouns with a capital: names were looked for behind titles and in the list only. */
  readonly byCapitals: boolean;
}

/** A line longer than this is no speech. */
const longestText = 100_000;

/**
 * What in the turns and comments of a transcript may identify a person. An aid, not a guarantee: a nickname, a rare event or
 * a name at the beginning of every sentence is not found.
 */
export function identifiersIn(parsed: ParsedTranscript, list: WordList): Identifiers {
  const comments = parsed.readings.flatMap(({ kind }, line) =>
    kind === 'comment' ? [parsed.lines[line]?.text ?? ''] : [],
  );
  const names = readNames([...parsed.turns.map(({ text }) => text), ...comments].map(withoutMasks));
  const found = stretchesIn(parsed, (text) => inText(text, names, list)).flatMap(
    ({ kind, words, ranges: [first, ...more] }) => {
      const last = more.at(-1) ?? first;
      return first && last ? [{ kind, words, range: { start: first.start, end: last.end } }] : [];
    },
  );
  return { found, byCapitals: names.byCapitals };
}

interface Found extends Stretch {
  readonly kind: IdentifierKind;
  readonly words: string;
}

/** The study's list first, then what signs tell, then capitals; what is masked already is none. */
function inText(original: string, names: NameReading, { listed, allowed }: WordList): Found[] {
  if (original.length > longestText) return [];
  const text = withoutMasks(original);
  const taken: Stretch[] = allowed.flatMap((finder) => finder.find(text).flat());
  const found: Found[] = [];
  const take = (kind: IdentifierKind, { start, end }: Stretch): void => {
    if (taken.some((other) => start < other.end && other.start < end)) return;
    const words = text.slice(start, end).trimEnd();
    const one = { kind, words, start, end: start + words.length };
    taken.push(one);
    found.push(one);
  };
  for (const finder of listed) for (const stretch of finder.find(text).flat()) take('listed', stretch);
  for (const { kind, pattern } of patterns) {
    for (const { index, 0: words } of text.matchAll(pattern)) {
      take(kind, { start: index, end: index + words.length });
    }
  }
  for (const stretch of namesIn(text, names)) take('name', stretch);
  return found;
}

/** The text with letters that mean nothing where a name is masked, as long as before. */
function withoutMasks(text: string): string {
  if (text.length > longestText || !/[[*]/.test(text)) return text;
  let plain = text;
  for (const { kind, start, end } of notationsIn(text)) {
    if (kind === 'masked') plain = plain.slice(0, start) + 'x'.repeat(end - start) + plain.slice(end);
  }
  return plain;
}
