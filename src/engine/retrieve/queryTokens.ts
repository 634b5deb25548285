/** A value with where it stands in the line (UTF-16, end exclusive). */
export interface WrittenValue {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Begun with a quotation mark that has no end. */
  readonly open: boolean;
}

/** A part of a query line: `key:value,value`, or text to be found (`key` is null). */
export interface Token {
  /** As written, in small letters. */
  readonly key: string | null;
  readonly start: number;
  readonly end: number;
  readonly values: readonly WrittenValue[];
}

const keyPattern = /([a-z]+):/iy;
const blanks = /\s+/y;
const quoted = /"((?:[^"\\]|\\.)*)("?)/sy;
const bare = /[^\s,"][^\s,]*/y;
const word = /\S+/y;

/** The parts of a query line in their order; words beside each other are one text. */
export function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  let words = false;
  let at = skip(line, 0);
  while (at < line.length) {
    const token = keyedAt(line, at) ?? quotedAt(line, at) ?? wordAt(line, at);
    const before = tokens.at(-1);
    const isWord = token.key === null && line[at] !== '"';
    if (isWord && words && before) tokens[tokens.length - 1] = joined(before, token);
    else tokens.push(token);
    words = isWord;
    at = skip(line, token.end);
  }
  return tokens;
}

function keyedAt(line: string, start: number): Token | null {
  const key = match(keyPattern, line, start);
  if (!key) return null;
  const values: WrittenValue[] = [];
  let end = start + key[0].length;
  for (;;) {
    const value = valueAt(line, end);
    if (value) values.push(value);
    end = value?.end ?? end;
    if (line[end] !== ',') return { key: (key[1] ?? '').toLowerCase(), start, end, values };
    end++;
  }
}

function valueAt(line: string, start: number): WrittenValue | null {
  const marked = match(quoted, line, start);
  if (marked) return quotedValue(marked, start);
  const plain = match(bare, line, start);
  return plain && { value: plain[0], start, end: start + plain[0].length, open: false };
}

function quotedAt(line: string, start: number): Token | null {
  const marked = match(quoted, line, start);
  const value = marked && quotedValue(marked, start);
  return value && { key: null, start, end: value.end, values: [value] };
}

function quotedValue(marked: RegExpExecArray, start: number): WrittenValue {
  const value = (marked[1] ?? '').replace(/\\(.)/gs, '$1');
  return { value, start, end: start + marked[0].length, open: marked[2] === '' };
}

function wordAt(line: string, start: number): Token {
  const value = match(word, line, start)?.[0] ?? line.slice(start);
  const end = start + value.length;
  return { key: null, start, end, values: [{ value, start, end, open: false }] };
}

function joined(before: Token, token: Token): Token {
  // Each is of one value. `join` would write the whole again for every word.
  const value = `${before.values[0]?.value ?? ''} ${token.values[0]?.value ?? ''}`;
  const { start } = before;
  const { end } = token;
  return { key: null, start, end, values: [{ value, start, end, open: false }] };
}

function skip(line: string, at: number): number {
  return at + (match(blanks, line, at)?.[0].length ?? 0);
}

function match(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}
