import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Pair,
  type Scalar,
} from 'yaml';
import type { Path } from './yamlFile';

/** A key or a value of a YAML text. */
export interface YamlWord {
  /** Keys and indices from the top to the value, or to the map that holds the key. */
  readonly path: Path;
  readonly kind: 'key' | 'value';
  /** As it stands there; nulls and the like as they are written. */
  readonly text: string;
  /** UTF-16 offsets, without quotation marks. */
  readonly start: number;
  readonly end: number;
}

/** The place where somebody is writing: a key or a value that is about to be, whatever stands there yet. */
export interface YamlCursor extends YamlWord {
  /** What else stands in the maps around it, the innermost first, by key; of lists and maps only that they are there. */
  readonly maps: readonly ReadonlyMap<string, unknown>[];
  /** The single values of the list it is an item of. */
  readonly items: readonly unknown[];
  /** In brackets. */
  readonly inFlow: boolean;
  /** A colon follows: an existing key is being changed. */
  readonly hasColon: boolean;
  /** In quotation marks. */
  readonly isQuoted: boolean;
}

/** Stands for what is being written, so that the rest can be read; in nobody's file. */
const stand = '\u{f8ff}alliance\u{f8ff}';
const wordBefore = /(?<![^\s,[\]{}:#"'&*!|>%@`])[^\s,[\]{}:#"'&*!|>%@`]*$/;
const wordBehind = /^[^\s,[\]{}:#"']*/;

/**
 * Where an offset of a half-written YAML text is: works on what cannot be read as a whole, on tabs, line ends of any kind,
 * double keys. Null in comments and running text, and where nothing certain can be said. Never throws.
 */
export function pathAt(text: string, offset: number): YamlCursor | null {
  const part = partAt(text, offset);
  const at = offset - part.start;
  const before = wordBefore.exec(part.text.slice(0, at))?.[0] ?? '';
  const behind = wordBehind.exec(part.text.slice(at))?.[0] ?? '';
  const head = part.text.slice(0, at - before.length);
  const tail = part.text.slice(at + behind.length);
  const hasColon = /^["']?\s*:/.test(tail);
  // Where a line begins there may be a key or an item; a key does not disturb the lines that follow.
  const begins = /(?:^|[\r\n])[^\S\r\n]*(?:-[^\S\r\n]+)*$/.test(head);
  const whole = `${head}${stand}${begins && !hasColon ? ':' : ''}${tail}`;
  const doc = parsed(whole);
  const found = doc && findScalar(doc, ({ value }) => value === stand);
  const path = found && part.pathOf(pathTo(found.above, found.kind));
  if (!found || !path || !standsWithOthers(found, whole)) return null;
  const { node, kind, above } = found;
  const list = above.at(-2);
  return {
    path,
    kind,
    text: before + behind,
    start: offset - before.length,
    end: offset + behind.length,
    maps: above
      .filter((each) => isMap(each))
      .reverse()
      .map((map) => besides(map.items, above)),
    items: isSeq(list) ? list.items.flatMap((item) => (isScalar(item) ? [item.value] : [])) : [],
    inFlow: above.some((each) => (isMap(each) || isSeq(each)) && each.flow === true),
    hasColon,
    isQuoted: isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'),
  };
}

/** The key or single value at an offset; null where there is none. Never throws. */
export function wordAt(text: string, offset: number): YamlWord | null {
  const part = partAt(text, offset);
  const at = offset - part.start;
  const doc = parsed(part.text);
  const found = doc && findScalar(doc, ({ range }) => !!range && range[0] <= at && at <= range[1]);
  const path = found && part.pathOf(pathTo(found.above, found.kind));
  const [start = 0, end = 0] = found?.node.range ?? [];
  if (!found || !path || start === end) return null;
  const { value, source, type } = found.node;
  const quotes = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0;
  return {
    path,
    kind: found.kind,
    text: typeof value === 'string' ? value : (source ?? ''),
    start: start + quotes + part.start,
    end: end - quotes + part.start,
  };
}

interface Part {
  readonly text: string;
  /** Added to an offset in the part, gives one in the whole. */
  readonly start: number;
  /** From a path in the part, one in the whole. */
  readonly pathOf: (path: Path) => Path | null;
}

const topKey = /^[^\s#-]/;

/**
 * Of a long list at the top, the one entry around an offset: what is wrong or long elsewhere does not matter there.
 * Everything where it is not written so.
 */
function partAt(text: string, offset: number): Part {
  const all: Part = { text, start: 0, pathOf: (path) => path };
  const lines = linesOf(text);
  const here = lines.findLastIndex(({ start }) => start <= offset);
  const section = lines.findLastIndex((line, index) => index <= here && topKey.test(line.text));
  const key = /^([A-Za-z_][\w-]*):\s*(?:#.*)?$/.exec(lines[section]?.text ?? '')?.[1];
  const first = lines.find((line, index) => index > section && !/^\s*(?:#|$)/.test(line.text));
  const dash = /^ *- /.exec(first?.text ?? '')?.[0];
  if (section === here || key === undefined || dash === undefined) return all;
  const begins = (line: Line): boolean => line.text.startsWith(dash) || topKey.test(line.text);
  const from = lines.findLastIndex((line, index) => index <= here && begins(line));
  const indent = /^ */.exec(lines[here]?.text ?? '')?.[0].length ?? 0;
  const blank = (lines[here]?.text ?? '').trim() === '' && offset - (lines[here]?.start ?? 0) < dash.length;
  if (from <= section || blank || (indent < dash.length && from !== here)) return all;
  const next = lines.findIndex((line, index) => index > from && begins(line));
  const index = lines.slice(section, from).filter((line) => line.text.startsWith(dash)).length;
  const start = lines[from]?.start ?? 0;
  const end = lines[next]?.start ?? text.length;
  return {
    text: text.slice(start, end),
    start,
    pathOf: ([item, ...rest]) => (item === 0 ? [key, index, ...rest] : null),
  };
}

interface Line {
  readonly text: string;
  readonly start: number;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { text: line.replace(/\r$/, ''), start };
    start += line.length + 1;
    return found;
  });
}

function parsed(text: string): Document | null {
  try {
    return parseDocument(text, {
      prettyErrors: false,
      stringKeys: true,
      uniqueKeys: false,
      logLevel: 'error',
    });
  } catch {
    // The parser calls itself for each level of nesting.
    return null;
  }
}

interface Found {
  readonly node: Scalar;
  readonly kind: 'key' | 'value';
  /** What it stands in, from the top, and itself. */
  readonly above: readonly unknown[];
}

function findScalar(doc: Document, wanted: (node: Scalar) => boolean): Found | null {
  let found: Found | null = null;
  visit(doc, {
    Scalar: (key, node, above) => {
      if (!wanted(node)) return undefined;
      found = { node, kind: key === 'key' ? 'key' : 'value', above: [...above, node] };
      return visit.BREAK;
    },
  });
  return found;
}

function pathTo(above: readonly unknown[], kind: 'key' | 'value'): Path {
  const steps = above.flatMap((each, at): (string | number)[] => {
    if (isPair(each)) return [isScalar(each.key) ? String(each.key.value) : ''];
    return isSeq(each) ? [each.items.indexOf(above[at + 1])] : [];
  });
  return kind === 'key' ? steps.slice(0, -1) : steps;
}

/** A key further in or out than the other keys of its map belongs elsewhere, and nobody can say where. */
function standsWithOthers({ node, kind, above }: Found, text: string): boolean {
  const map = above.findLast((each) => isMap(each));
  if (kind === 'value' || !map || map.flow === true) return true;
  return map.items.every(({ key }) => columnOf(key, text) === columnOf(node, text));
}

function columnOf(key: unknown, text: string): number {
  const start = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
  return start - (text.lastIndexOf('\n', start - 1) + 1);
}

function besides(pairs: readonly Pair[], above: readonly unknown[]): ReadonlyMap<string, unknown> {
  const others = pairs.filter((pair) => !above.includes(pair));
  return new Map(
    others.flatMap(({ key, value }): [string, unknown][] =>
      isScalar(key) ? [[String(key.value), isScalar(value) ? value.value : undefined]] : [],
    ),
  );
}
