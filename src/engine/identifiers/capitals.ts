import type { Stretch } from '../masking/names';

/** Words with a capital that are nobody's name: a language writes them so. */
const notNames: ReadonlySet<string> = new Set(
  `i god christmas easter monday tuesday wednesday thursday friday saturday sunday january february march april may june july
  august september october november december english german french spanish italian american british european ok okay tv
  cbt dbt emdr adhd ptsd ocd gp er hr ich sie ihr ihnen ihre ihren ihrer du`.split(/\s+/),
);

/** Before a name, in three languages: it is one also at the beginning of a sentence. */
const titles: ReadonlySet<string> = new Set(
  'dr mr mrs ms miss prof professor doctor sir aunt uncle frau herr tante onkel señor señora don doña tía tío'.split(
    ' ',
  ),
);

const word = /\p{L}[\p{L}\p{M}'’-]*/gu;
/** Whole words in capitals are shouted, or short for something. */
const capital = /^\p{Lu}(?!\p{Lu}+$)/u;
/** What a sentence ends with, an aside begins or ends with (behind a pause people begin anew), and what may stand between that and the next word. */
const sentenceEnd = /(?:^|[.?!…:–—\n()[\]"“„«])["“”„«»'’()[\]*\s-]*$/u;
/** Behind a title the full stop ends no sentence. */
const possessive = /['’]s$/u;

/** More capitals within sentences than this share: the language writes nouns so, as German does. */
const nounShare = 0.12;
/** Fewer words within sentences tell nothing about the language. */
const enoughWords = 40;

interface Word extends Stretch {
  readonly text: string;
  readonly isCapital: boolean;
  /** It may have its capital because a sentence begins with it. */
  readonly isFirst: boolean;
  readonly isBehindTitle: boolean;
}

/** Words of texts that may be names, and whether capitals could be looked at. */
export interface NameReading {
  /** Words that were written with a capital within a sentence, or behind a title; in small letters. */
  readonly names: ReadonlySet<string>;
  /** False where the language writes nouns with a capital: then only what stands behind a title counts. */
  readonly byCapitals: boolean;
}

/** Looks through all texts of a transcript at once: what is a name in one sentence is one at the beginning of another. */
export function readNames(texts: readonly string[]): NameReading {
  const words = texts.flatMap(wordsOf);
  const within = words.filter(({ isFirst }) => !isFirst);
  const capitals = within.filter(({ text, isCapital }) => isCapital && !isNoName(text)).length;
  const byCapitals = within.length < enoughWords || capitals / within.length <= nounShare;
  const small = countsOf(words.filter(({ isCapital }) => !isCapital));
  const large = countsOf(within.filter(({ isCapital }) => isCapital));
  // "It" and "No" begin what somebody is quoted with; a word that is oftener written small is nobody's name.
  const isUsual = (text: string): boolean => (small.get(plain(text)) ?? 0) > (large.get(plain(text)) ?? 0);
  const names = words.filter(
    ({ text, isCapital, isFirst, isBehindTitle }) =>
      isCapital && !isNoName(text) && (isBehindTitle || (byCapitals && !isFirst && !isUsual(text))),
  );
  return { names: new Set(names.map(({ text }) => plain(text))), byCapitals };
}

function countsOf(words: readonly Word[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of words) counts.set(plain(text), (counts.get(plain(text)) ?? 0) + 1);
  return counts;
}

/** Where the names of a reading stand in one of its texts; of several words in a row one stretch. */
export function namesIn(text: string, { names }: NameReading): Stretch[] {
  const found: { start: number; end: number }[] = [];
  for (const { text: said, isCapital, start, end } of wordsOf(text)) {
    if (!isCapital || !names.has(plain(said))) continue;
    const last = found.at(-1);
    const ownEnd = end - (possessive.exec(said)?.[0].length ?? 0);
    if (last && text.slice(last.end, start) === ' ') last.end = ownEnd;
    else found.push({ start, end: ownEnd });
  }
  return found;
}

function wordsOf(text: string): Word[] {
  let before = '';
  return [...text.matchAll(word)].map(({ 0: said, index }) => {
    const isBehindTitle = titles.has(before.toLowerCase());
    const isFirst = !isBehindTitle && sentenceEnd.test(text.slice(Math.max(0, index - 12), index));
    before = said;
    return {
      text: said,
      start: index,
      end: index + said.length,
      isCapital: capital.test(said),
      isFirst,
      isBehindTitle,
    };
  });
}

function plain(text: string): string {
  return text.replace(possessive, '').toLowerCase();
}

/** Initials (`I'm`, `TV`) and words that are always written so; titles are no names by themselves. */
function isNoName(text: string): boolean {
  const own = plain(text).split(/['’]/u)[0] ?? '';
  return notNames.has(own) || titles.has(own);
}
