import { notationsIn, unspaced } from '../transcript/notation';

/** What is to be masked: a name as it is spelled, perhaps of several words. */
export interface MaskedWords {
  readonly words: string;
  /** Also where it is written in other capitals. */
  readonly anyCase?: boolean | undefined;
}

/** UTF-16 offsets, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** One mention of a name: a stretch for each line it stands on. */
export type Mention = readonly Stretch[];

/** More words than a name has. */
const longestName = 200;

const wordSign = '[\\p{L}\\p{M}\\p{N}_]';

/**
 * Finds a name wherever it stands as words of its own: in "Anna's" but not in "Annabel", on either side of a hyphen, over a
 * line end, in both forms of Unicode. What stands in a mask already (`*Anna`) is no mention.
 */
export class NameFinder {
  readonly #pattern: RegExp;
  readonly #words: string;
  readonly #anyCase: boolean;

  constructor({ words, anyCase = false }: MaskedWords) {
    this.#words = words.trim();
    this.#anyCase = anyCase;
    const forms = new Set([this.#words, this.#words.normalize('NFC'), this.#words.normalize('NFD')]);
    this.#pattern = new RegExp([...forms].map(asPattern).join('|'), anyCase ? 'giu' : 'gu');
  }

  find(text: string): Mention[] {
    const found = [...text.matchAll(this.#pattern)];
    if (found.length === 0) return [];
    const masks = notationsIn(text).filter(({ kind }) => kind === 'masked');
    return found.flatMap(({ index, 0: words }) => {
      const isMasked = masks.some(({ start, end }) => start <= index && index + words.length <= end);
      return isMasked ? [] : [linesOf(words, index)];
    });
  }

  isIn(text: string): boolean {
    return this.find(text).length > 0;
  }

  /** The text with every mention replaced; on two lines, on each. */
  mask(text: string, token: string): string {
    let masked = text;
    for (const { start, end } of this.find(text).flat().reverse()) {
      masked = masked.slice(0, start) + token + masked.slice(end);
    }
    return masked;
  }

  /** The same for a text that was cut off at its beginning or end, perhaps within the name: what is left of it goes too. */
  maskCut(text: string, cut: 'start' | 'end', token: string): string {
    const masked = this.mask(text, token);
    for (let length = this.#words.length - 1; length >= 2; length--) {
      const rest = cut === 'start' ? this.#words.slice(-length) : this.#words.slice(0, length);
      const edge = cut === 'start' ? masked.slice(0, length) : masked.slice(-length);
      const beside = cut === 'start' ? masked.slice(length, length + 2) : masked.slice(0, -length).slice(-2);
      if (!this.#isSame(edge, rest) || isWordAt(beside, cut)) continue;
      return cut === 'start' ? token + masked.slice(length) : masked.slice(0, -length) + token;
    }
    return masked;
  }

  #isSame(a: string, b: string): boolean {
    return this.#anyCase ? a.toLowerCase() === b.toLowerCase() : a === b;
  }
}

/** Why words cannot be masked; null where they can. */
export function wordsRefusal(words: string): 'empty' | 'too-long' | null {
  if (!/[\p{L}\p{N}]/u.test(words)) return 'empty';
  return words.length > longestName ? 'too-long' : null;
}

function asPattern(words: string): string {
  const inner = words
    .split(/\s+/u)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
  const before = isBounded(Array.from(words)[0]) ? `(?<!${wordSign})` : '';
  const after = isBounded(Array.from(words).at(-1)) ? `(?!${wordSign})` : '';
  return before + inner + after;
}

/** Whether another letter beside this sign would make another word of it: not in scripts that set no blanks. */
function isBounded(sign = ''): boolean {
  return new RegExp(wordSign, 'u').test(sign) && !unspaced.test(sign);
}

function isWordAt(text: string, side: 'start' | 'end'): boolean {
  return new RegExp(side === 'start' ? `^${wordSign}` : `${wordSign}$`, 'u').test(text);
}

/** The words on each line of a mention, without the line ends and blanks between. */
function linesOf(words: string, offset: number): Stretch[] {
  return [...words.matchAll(/[^\s][^\n\r]*/g)].map(({ index, 0: line }) => ({
    start: offset + index,
    end: offset + index + line.trimEnd().length,
  }));
}
