import { notationsIn } from '../transcript/notation';
import type { Turn } from '../transcript/types';
import { contextLength, shortenedParts, standsAt } from './quote';
import type { Anchored } from './types';

/** Runs of letters; what joins two of them ("don't", "mm-hm") parts them here, on both sides alike. */
const letters = /[\p{L}\p{M}]+/gu;

/** What a text says, in small letters and one form of Unicode. */
interface Said {
  readonly words: ReadonlySet<string>;
  /** How words, and the tokens that stand for names, begin and end: a stretch may be cut within one. */
  readonly starts: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
}

/** A text as far as its words count. */
interface Text {
  readonly turns: readonly Turn[];
  /** All lines of the file: comments, labels and header count as said, too. */
  readonly lines: readonly { readonly text: string }[];
}

/** Computed once for the same turns, and for the same annotation in them. */
const known = new WeakMap<readonly Turn[], Said>();
const answered = new WeakMap<object, { readonly turns: readonly Turn[]; readonly lost: boolean }>();

/**
 * Whether an annotation, or a comment, still quotes words that its transcript has nowhere any more, in whatever capitals. A
 * quote that stands at its place holds none. At the edges where a context or a long quote was cut, a part of a word is
 * enough.
 */
export function holdsLostWords(entry: Quoting, text: Text): boolean {
  const before = answered.get(entry);
  if (before?.turns === text.turns) return before.lost;
  const lost = isAnyLost(entry, text);
  answered.set(entry, { turns: text.turns, lost });
  return lost;
}

type Quoting = Pick<Anchored, 'at' | 'quote' | 'quote_sha256' | 'context'>;

function isAnyLost({ at, quote = '', quote_sha256, context }: Quoting, text: Text): boolean {
  if (quote === '' && !context) return false;
  const said = saidIn(text);
  if (context && (isLost(context.before, said, 'start') || isLost(context.after, said, 'end'))) return true;
  const stands = standsAt(text.turns, { id: '', at, quote, quote_sha256 }) === 'exact';
  return !stands && isLostQuote(quote, said);
}

function saidIn({ turns, lines }: Text): Said {
  const before = known.get(turns);
  if (before) return before;
  const words = new Set(lines.flatMap(({ text }) => wordsIn(text)));
  const tokens = lines.flatMap(({ text }) => (/[[*]/.test(text) ? lettersIn(text) : []));
  const all = [...new Set([...words, ...tokens])].map((word) => Array.from(word));
  const starts = new Set(all.flatMap((signs) => signs.map((_, at) => signs.slice(0, at + 1).join(''))));
  const ends = new Set(all.flatMap((signs) => signs.map((_, at) => signs.slice(at).join(''))));
  const said = { words, starts, ends };
  known.set(turns, said);
  return said;
}

function isLostQuote(quote: string, said: Said): boolean {
  const parts = shortenedParts(quote);
  if (!parts) return wordsIn(quote).some((word) => !said.words.has(word));
  return isLost(parts.head, said, 'end') || isLost(parts.tail, said, 'start');
}

/** `cut` says at which edge the stretch may begin or end within a word, or within a token. */
function isLost(stretch: string, said: Said, cut: 'start' | 'end'): boolean {
  const isCut = Array.from(stretch).length >= contextLength;
  const rest = isCut ? stretch.replace(cut === 'start' ? tokenEnd : tokenStart, ' ') : stretch;
  const all = wordsIn(rest);
  const edge = cut === 'start' ? /^[\p{L}\p{M}]/u : /[\p{L}\p{M}]$/u;
  const part = isCut && edge.test(rest) ? (cut === 'start' ? all.shift() : all.pop()) : undefined;
  const parts = cut === 'start' ? said.ends : said.starts;
  return all.some((word) => !said.words.has(word)) || (part !== undefined && !parts.has(part));
}

/** What is left of `[NAME_1]` where it was cut. */
const tokenEnd = /^[\p{Lu}\d_+ -]{0,60}\]/u;
const tokenStart = /\[[\p{Lu}\d_+ -]{0,60}$/u;

/** Without the tokens that stand for names. */
function wordsIn(text: string): string[] {
  return lettersIn(/[[*]/.test(text) ? withoutMasks(text) : text);
}

function lettersIn(text: string): string[] {
  return (text.match(letters) ?? []).map((word) => word.normalize('NFC').toLowerCase());
}

function withoutMasks(text: string): string {
  let rest = text;
  for (const { kind, start, end } of notationsIn(text).reverse()) {
    if (kind === 'masked') rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  return rest;
}
