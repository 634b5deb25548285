import type { DecodedText } from '../decode';
import type { QdaSelection } from './model';

/**
 * How a program counts positions. By the standard (REFI-QDA 1.5, section 10.2) they are code points; it does not say what a
 * line end of two characters is, nor whether a byte order mark counts.
 */
export interface Counting {
  readonly units: 'code-points' | 'utf-16';
  /** What CRLF counts. */
  readonly lineEnd: 1 | 2;
  readonly mark: boolean;
}

/** What the standard means. */
const standard: Counting = { units: 'code-points', lineEnd: 1, mark: false };

/** All that were seen, the standard first. */
const countings: readonly Counting[] = (['code-points', 'utf-16'] as const).flatMap((units) =>
  [false, true].flatMap((mark) => ([1, 2] as const).map((lineEnd): Counting => ({ units, lineEnd, mark }))),
);

/** Finds places that another program counted in a text as we have it: with line feeds, without a byte order mark, UTF-16. */
export class Ruler {
  readonly text: string;
  readonly #raw: string;
  readonly #hasMark: boolean;
  /** UTF-16 indexes in the raw text of the first half of each CRLF. */
  readonly #pairs: readonly number[];
  /** Code points before each character of two units. */
  readonly #wideInText: readonly number[];
  readonly #wideInRaw: readonly number[];

  constructor({ text, raw }: DecodedText) {
    this.text = text;
    this.#hasMark = raw.startsWith('\ufeff');
    this.#raw = this.#hasMark ? raw.slice(1) : raw;
    this.#pairs = [...this.#raw.matchAll(/\r\n/g)].map(({ index }) => index);
    this.#wideInText = wideIn(text);
    this.#wideInRaw = this.#pairs.length > 0 ? wideIn(this.#raw) : this.#wideInText;
  }

  /** Whether ways of counting differ in this text at all. */
  get isTricky(): boolean {
    return this.#hasMark || this.#pairs.length > 0 || this.#wideInText.length > 0;
  }

  /** The UTF-16 index of a position; null where the text has no such place. */
  indexOf(position: number, { units, lineEnd, mark }: Counting): number | null {
    const counted = mark && this.#hasMark ? position - 1 : position;
    if (counted < 0) return null;
    const raw = lineEnd === 2;
    const wide = raw ? this.#wideInRaw : this.#wideInText;
    const index = units === 'utf-16' ? counted : counted + below(wide, counted);
    if (index > (raw ? this.#raw : this.text).length) return null;
    return raw ? index - below(this.#pairs, index) : index;
  }

  /** The words of a selection; null where it is outside the text. */
  slice({ start, end }: Pick<QdaSelection, 'start' | 'end'>, counting: Counting): string | null {
    const [from, to] = [this.indexOf(start, counting), this.indexOf(end, counting)];
    return from === null || to === null || to < from ? null : this.text.slice(from, to);
  }
}

/** For each character outside the basic plane, how many code points stand before it. */
function wideIn(text: string): readonly number[] {
  return [...text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map(({ index }, before) => index - before);
}

/** How many of some rising numbers are below one. */
function below(rising: readonly number[], limit: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What was found out about a project's positions. */
export interface CountingFound {
  readonly counting: Counting;
  /** Selections whose words agree with the text, of those that say their words; none where none does. */
  readonly matched: number;
  readonly quoted: number;
}

export interface MeasuredSource {
  readonly ruler: Ruler;
  readonly selections: readonly QdaSelection[];
}

/**
 * How the positions of a project are counted: as most of the selections' own words say. Where no words are there, as the
 * program that wrote it is known to count.
 */
export function countingOf(sources: readonly MeasuredSource[], origin: string): CountingFound {
  const quotes = sources.flatMap(({ ruler, selections }) =>
    selections.filter(hasWords).map((selection) => ({ ruler, selection })),
  );
  const votes = countings.map((counting) => ({
    counting,
    matched: quotes.filter(({ ruler, selection }) => agrees(ruler.slice(selection, counting), selection))
      .length,
  }));
  const best = votes.reduce(
    (a, b) => (b.matched > a.matched ? b : a),
    votes[0] ?? { counting: standard, matched: 0 },
  );
  if (best.matched > 0) return { ...best, quoted: quotes.length };
  return { counting: { ...standard, lineEnd: usualLineEnd(origin) }, matched: 0, quoted: 0 };
}

/** QualCoder and those who count characters of the file take CRLF for two; ATLAS.ti and we for one. */
function usualLineEnd(origin: string): 1 | 2 {
  return /atlas|alliance/i.test(origin) ? 1 : 2;
}

export function hasWords({ name }: QdaSelection): boolean {
  return bare(name).length > 1;
}

/** Whether the words at a place are those that a selection has as its name, which may be cut. */
export function agrees(words: string | null, { name }: QdaSelection): boolean {
  if (words === null) return false;
  const [own, quote] = [bare(words), bare(name.replace(/(?:…|\.\.\.)\s*$/, ''))];
  return own === quote || (quote.length >= 20 && own.startsWith(quote));
}

/** Without blanks, which programs write in their own ways. */
function bare(text: string): string {
  return text.replace(/\s+/g, '');
}
