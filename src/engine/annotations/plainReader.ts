/** YAML sets an end to keys without a mark of their own; ours are far shorter. */
const longestKey = 100;

/** Deeper than anything of ours. */
const deepest = 10;

/**
 * Reads a value as `renderValue` writes it, and not much else: `undefined` is what it cannot read, and what it reads need not
 * have been written so. Who asks writes the value anew and compares.
 */
export class PlainReader {
  readonly #text: string;
  #at: number;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#at = start;
  }

  /** A key and its colon with the blank behind; null where there is none. */
  key(): string | null {
    const start = this.#at;
    const key = this.#text[start] === '"' ? this.#quoted() : this.#scalar(plainKey);
    if (typeof key !== 'string' || this.#at - start > longestKey || !this.#take(': ')) return null;
    // A key that means something to JavaScript is read by the library.
    return key in Object.prototype ? null : key;
  }

  value(depth = 0): unknown {
    if (depth > deepest) return undefined;
    if (this.#take('{')) return this.#map(depth);
    if (this.#take('[')) return this.#list(depth);
    if (this.#text[this.#at] === '"') return this.#quoted();
    const word = this.#scalar(plainWord);
    return word === undefined ? undefined : meaning(word);
  }

  #map(depth: number): unknown {
    const entries = new Map<string, unknown>();
    if (this.#take('}')) return {};
    let isFirst = true;
    while (this.#take(isFirst ? ' ' : ', ')) {
      isFirst = false;
      const key = this.key();
      const value = key === null ? undefined : this.value(depth + 1);
      if (key === null || value === undefined || entries.has(key)) return undefined;
      entries.set(key, value);
    }
    return this.#take(' }') ? Object.fromEntries(entries) : undefined;
  }

  #list(depth: number): unknown {
    const items: unknown[] = [];
    if (this.#take(']')) return items;
    while (this.#take(items.length === 0 ? ' ' : ', ')) {
      const item = this.value(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return this.#take(' ]') ? items : undefined;
  }

  #take(mark: string): boolean {
    const isThere = this.#text.startsWith(mark, this.#at);
    if (isThere) this.#at += mark.length;
    return isThere;
  }

  /** A string in double quotes with JSON's escapes. */
  #quoted(): string | undefined {
    const start = this.#at;
    let end = this.#text.indexOf('"', start + 1);
    while (end >= 0 && isEscaped(this.#text, end)) end = this.#text.indexOf('"', end + 1);
    if (end < 0) return undefined;
    this.#at = end + 1;
    const inner = this.#text.slice(start + 1, end);
    if (!inner.includes('\\')) return inner;
    try {
      const read: unknown = JSON.parse(`"${inner}"`);
      return typeof read === 'string' ? read : undefined;
    } catch {
      return undefined;
    }
  }

  #scalar(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const word = pattern.exec(this.#text)?.[0];
    if (word !== undefined) this.#at += word.length;
    return word;
  }
}

/** Letters, digits and what may stand between them; blanks only inside. */
const plainWord = /[A-Za-z0-9._/'+-]+(?: [A-Za-z0-9._/'-]+)*/y;
const plainKey = /[A-Za-z0-9._/'-]+(?: [A-Za-z0-9._/'-]+)*/y;

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

const words: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['null', null],
  ['true', true],
  ['false', false],
  ['.nan', Number.NaN],
  ['.inf', Number.POSITIVE_INFINITY],
  ['-.inf', Number.NEGATIVE_INFINITY],
]);

function meaning(word: string): unknown {
  if (words.has(word)) return words.get(word);
  return /^[A-Za-z]/.test(word) ? word : /^-?\d/.test(word) ? Number(word) : undefined;
}
