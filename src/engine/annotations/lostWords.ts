import { notationsIn } from '../transcript/notation';
import type { Turn } from '../transcript/types';
import { contextLength, shortenedParts, standsAt } from './quote';
import type { Annotation } from './types';

/** Runs of letters; what joins two of them ("don't", "mm-hm") parts them here, on both sides alike. */
const letters = /[\p{L}\p{M}]+/gu;

/** What a text says, in small letters and one form of Unicode. */
interface Said {
  readonly words: ReadonlySet<string>;
  /** Words of the tokens that stand for names: no words of the text, but a stretch may be cut within one. */
  readonly tokens: ReadonlySet<string>;
}

const known = new WeakMap<readonly Turn[], Said>();

/** All words of a text's lines, comments, labels and header included; computed once for the same turns. */
function saidIn(turns: readonly Turn[], lines: readonly { readonly text: string }[]): Said {
  const said = known.get(turns) ?? {
    words: new Set(lines.flatMap(({ text }) => wordsIn(text))),
    tokens: new Set(lines.flatMap(({ text }) => (/[[*]/.test(text) ? lettersIn(text) : []))),
  };
  known.set(turns, said);
  return said;
}

/**
 * Whether an annotation still quotes words that its transcript has nowhere any more, in whatever capitals. A quote that
 * stands at its place holds none. At the edges where a context or a long quote was cut, a part of a word is enough.
 */
export function holdsLostWords(
  annotation: Annotation,
  text: { readonly turns: readonly Turn[]; readonly lines: readonly { readonly text: string }[] },
): boolean {
  const { quote = '', context } = annotation;
  if (quote === '' && !context) return false;
  const said = saidIn(text.turns, text.lines);
  const stands = standsAt(text.turns, annotation) === 'exact';
  return (
    (context !== undefined &&
      (isLost(context.before, said, 'start') || isLost(context.after, said, 'end'))) ||
    (!stands && isLostQuote(quote, said))
  );
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
  return all.some((word) => !said.words.has(word)) || (part !== undefined && !isPart(part, said, cut));
}

/** What is left of `[NAME_1]` where it was cut. */
const tokenEnd = /^[\p{Lu}\d_+ -]{0,60}\]/u;
const tokenStart = /\[[\p{Lu}\d_+ -]{0,60}$/u;

function isPart(part: string, { words, tokens }: Said, cut: 'start' | 'end'): boolean {
  if (words.has(part)) return true;
  const isOf = (word: string): boolean => (cut === 'start' ? word.endsWith(part) : word.startsWith(part));
  return [...words].some(isOf) || [...tokens].some(isOf);
}

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
