import type { Find } from './findWords';
import { folded } from './folded';
import type { Quoted } from './inWords';
import { reversed, type Side, type Sides } from './surroundings';

/**
 * Whether the words at an edge of a passage may not be its own: their like came or went beside it, so that it may begin or end elsewhere,
 * or they are a part only of a longer word that came to stand there.
 */
export function hasUnsureEdge(find: Find, { before, after }: Sides, annotation: Quoted): boolean {
  const words = folded(annotation.quote).split(' ');
  const [first, last] = [reversed(words[0] ?? ''), words.at(-1) ?? ''];
  return (
    isDoubled(before, first) ||
    isDoubled(after, last) ||
    isHalved(before, first) ||
    isHalved(after, last) ||
    isJoined(find, annotation)
  );
}

/** The word stands there twice now: which of the two came nobody can tell. */
function isDoubled({ beside, kept, text, now }: Side, word: string): boolean {
  return beside < Math.min(kept, word.length) && now.startsWith(word) && !text.includes(word);
}

/** The word stood there twice, and what stands there now fits the one as well as the other: which of the two went nobody can tell. */
function isHalved({ text, now }: Side, word: string): boolean {
  const beside = sameWords(text, now);
  const isThere = now.includes(word);
  for (let at = text.indexOf(word, beside); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    // The other one, with all that stood between, is there as it was: then words only came.
    if (now.includes(text.slice(0, end))) continue;
    const isWhole = !isInWord(text, at) && !isInWord(text, end);
    const other = sameWords(text.slice(end).trimStart(), now);
    if (isWhole && (other > beside || (other === beside && !isThere))) return true;
  }
  return false;
}

/** How many characters two texts begin with alike, of whole words. */
function sameWords(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  while (isInWord(a, length) || isInWord(b, length)) length--;
  return length;
}

/** At an edge of a passage that was none of a word stands the middle of one. */
function isJoined({ run, start, end }: Find, { at, context, quote }: Quoted): boolean {
  const { before = '', after = '' } = context ?? {};
  const { text } = run.folded;
  const began = at?.start === 0 || !isInWord(before + quote, before.length);
  return (began && isInWord(text, start)) || (!isInWord(quote + after, quote.length) && isInWord(text, end));
}

const ofWord = /[\p{L}\p{M}\p{N}]/u;

export function isInWord(text: string, at: number): boolean {
  return ofWord.test(text.charAt(at - 1)) && ofWord.test(text.charAt(at));
}
