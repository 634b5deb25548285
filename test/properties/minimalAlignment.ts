import { isBlank, said, type Dialogue, type Span, type Utterance } from './editedDialogue';

/**
 * What can be known of a passage from the two texts alone, worked out in full and without the engine: turns are aligned with the fewest
 * of them coming and going; what is left between turns that have one image only is aligned word by word, in the same way. A passage has
 * a place where all of its words have one image in every such alignment, and stand together there.
 */
export class MinimalAlignment {
  readonly #before: Dialogue;
  readonly #after: Dialogue;
  readonly #turns: readonly (number | null)[];
  readonly #keys: readonly string[];
  readonly #there: ReadonlySet<string>;
  readonly #gaps = new Map<string, ReadonlyMap<string, Word>>();

  /** `keyOf`: what turns are compared by. */
  constructor(before: Dialogue, after: Dialogue, keyOf: (utterance: Utterance) => string) {
    this.#before = before;
    this.#after = after;
    this.#keys = before.map(keyOf);
    const now = after.map(keyOf);
    this.#turns = onlyImages(this.#keys, now);
    const taken = new Set(this.#turns);
    this.#there = new Set(now.filter((_, turn) => !taken.has(turn)));
  }

  /** Whether a turn is there as it was, in one way. */
  keeps(turn: number): boolean {
    return typeof this.#turns[turn] === 'number';
  }

  /** Null where there is more than one way, or none. */
  placeOf(span: Span): Span | null {
    const words: Word[] = [];
    for (let turn = span.first; turn <= span.last; turn++) {
      const own = wordsIn(this.#before, turn).filter(
        ({ start, end }) =>
          (turn > span.first || start >= span.start) && (turn < span.last || end <= span.end),
      );
      for (const word of own) {
        const image = this.#imageOf(word);
        if (!image || !follows(words.at(-1), image, this.#after, word === own[0] && turn > span.first))
          return null;
        words.push(image);
      }
    }
    const [first, last] = [words[0], words.at(-1)];
    return first && last ? { first: first.turn, start: first.start, last: last.turn, end: last.end } : null;
  }

  #imageOf({ turn, start, end, text }: Word): Word | null {
    const image = this.#turns[turn];
    if (typeof image === 'number') return { turn: image, start, end, text };
    // A turn that is there as it was, but in another order, or one of several alike: it need not have changed, so nothing within it is aligned.
    if (this.#there.has(this.#keys[turn] ?? '')) return null;
    const from = this.#turns.findLastIndex((each, index) => index < turn && each !== null);
    const to = this.#turns.findIndex((each, index) => index > turn && each !== null);
    const key = `${from} ${to}`;
    let gap = this.#gaps.get(key);
    if (!gap) this.#gaps.set(key, (gap = this.#gapBetween(from, to < 0 ? this.#before.length : to)));
    return gap.get(`${turn} ${start}`) ?? null;
  }

  #gapBetween(from: number, to: number): ReadonlyMap<string, Word> {
    const old = range(from + 1, to).flatMap((turn) => wordsIn(this.#before, turn));
    const [first, last] = [this.#turns[from] ?? -1, this.#turns[to] ?? this.#after.length];
    const now = range(first + 1, last).flatMap((turn) => wordsIn(this.#after, turn));
    const images = onlyImages(
      old.map(({ text }) => text),
      now.map(({ text }) => text),
    );
    return new Map(
      old.flatMap(({ turn, start }, index): [string, Word][] => {
        const image = now[images[index] ?? -1];
        return image ? [[`${turn} ${start}`, image]] : [];
      }),
    );
  }
}

interface Word {
  readonly turn: number;
  /** Letters, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The next word of the same turn; or, where the passage goes on in its next turn, the first of that. */
function follows(before: Word | undefined, word: Word, dialogue: Dialogue, nextTurn: boolean): boolean {
  if (!before) return true;
  const letters = dialogue[word.turn]?.letters ?? [];
  const rest = (dialogue[before.turn]?.letters ?? []).slice(before.end, nextTurn ? undefined : word.start);
  if (!nextTurn) return word.turn === before.turn && word.start > before.end && rest.every(isBlank);
  return word.turn === before.turn + 1 && [...rest, ...letters.slice(0, word.start)].every(isBlank);
}

/** A turn's text, in one form of Unicode. */
export function byWords({ letters }: Utterance): string {
  return said(letters).normalize('NFC');
}

/** The same, however it is broken into lines. */
export function byWordsOnOneLine(utterance: Utterance): string {
  return byWords(utterance).replaceAll('\n', ' ');
}

export function byRoleAndWords(utterance: Utterance): string {
  return `${utterance.speaker} ${byWords(utterance)}`;
}

function wordsIn(dialogue: Dialogue, turn: number): Word[] {
  const letters = dialogue[turn]?.letters ?? [];
  const words: Word[] = [];
  for (let start = 0; start < letters.length; start++) {
    if (isBlank(letters[start])) continue;
    let end = start;
    while (end < letters.length && !isBlank(letters[end])) end++;
    words.push({ turn, start, end, text: said(letters.slice(start, end)).normalize('NFC') });
    start = end;
  }
  return words;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** For each of `a`, the one of `b` that it is in every longest common subsequence; null where it is another or none in some. */
function onlyImages(a: readonly string[], b: readonly string[]): (number | null)[] {
  const { most, before, behind } = lcsTables(a, b);
  return a.map((symbol, i) => {
    const columns = range(0, b.length + 1);
    if (columns.some((j) => before.get(i, j) + behind.get(i + 1, j) === most)) return null;
    const images = columns.filter(
      (j) => b[j] === symbol && before.get(i, j) + 1 + behind.get(i + 1, j + 1) === most,
    );
    return images.length === 1 ? (images[0] ?? null) : null;
  });
}

interface LcsTables {
  /** How many are common at most. */
  readonly most: number;
  /** The same of all beginnings, and of all ends. */
  readonly before: Table;
  readonly behind: Table;
  /** The same where a stretch of `a` may be paired with one of `b` only (ends exclusive). */
  readonly through: (from: number, to: number, first: number, last: number) => number;
}

export function lcsTables(a: readonly string[], b: readonly string[]): LcsTables {
  const before = table(a.length, b.length);
  const behind = table(a.length, b.length);
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      if (i > 0 && j > 0) before.set(i, j, longest(before, i - 1, j - 1, i, j, a[i - 1] === b[j - 1]));
      const [k, l] = [a.length - i, b.length - j];
      if (i > 0 && j > 0) behind.set(k, l, longest(behind, k + 1, l + 1, k, l, a[k] === b[l]));
    }
  }
  return {
    most: before.get(a.length, b.length),
    before,
    behind,
    through: (from, to, first, last) =>
      before.get(from, first) +
      lcsTables(a.slice(from, to), b.slice(first, last)).most +
      behind.get(to, last),
  };
}

interface Table {
  readonly get: (row: number, column: number) => number;
  readonly set: (row: number, column: number, value: number) => void;
}

function table(rows: number, columns: number): Table {
  const cells = new Uint16Array((rows + 1) * (columns + 1));
  return {
    get: (row, column) => cells[row * (columns + 1) + column] ?? 0,
    set: (row, column, value) => void (cells[row * (columns + 1) + column] = value),
  };
}

/** `same`: both go on with an equal one. Else the better of leaving one of the two out. */
function longest({ get }: Table, i: number, j: number, row: number, column: number, same: boolean): number {
  return same ? get(i, j) + 1 : Math.max(get(i, column), get(row, j));
}
