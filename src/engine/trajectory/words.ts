import { notationsIn } from '../transcript/notation';
import type { Turn } from '../transcript/types';

const word = /[\p{L}\p{N}\p{M}]+(?:['’_-][\p{L}\p{N}\p{M}]+)*/gu;

/** Scripts that set no spaces between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/**
 * Spoken words of a text: runs of letters and digits, with apostrophes, hyphens and underscores inside them ("don't",
 * "mm-hm" are one). Of the notation, a masked name and a word broken off are one each; pauses, non-verbals and what is
 * inaudible are none. Texts in scripts without spaces are divided by the rules of Unicode.
 */
export function countWords(text: string): number {
  const spoken = spokenOf(text);
  return unspaced.test(spoken) ? countSegments(spoken) : (spoken.match(word)?.length ?? 0);
}

function spokenOf(text: string): string {
  let spoken = '';
  let behind = 0;
  for (const { kind, start, end } of notationsIn(text)) {
    if (kind === 'cutoff') continue;
    spoken += `${text.slice(behind, start)}${kind === 'masked' ? ' name ' : ' '}`;
    behind = end;
  }
  return spoken + text.slice(behind);
}

function countSegments(text: string): number {
  let count = 0;
  for (const segment of new Intl.Segmenter('und', { granularity: 'word' }).segment(text)) {
    if (segment.isWordLike) count++;
  }
  return count;
}

const counted = new WeakMap<Turn, number>();

/** Spoken words of a turn, counted once for each turn object. */
export function wordsOf(turn: Turn): number {
  const known = counted.get(turn);
  if (known !== undefined) return known;
  const count = countWords(turn.text);
  counted.set(turn, count);
  return count;
}
