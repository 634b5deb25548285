import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Splice } from './textEdit';

/** Small changes of a YAML text by hand, as it were: comments, order and layout of everything else stay. */

/** As a step of a path: an item that is to be added at the end of a list. */
export const newItem = Symbol('new item');

export type Step = string | number | typeof newItem;

/** An entry of a map, with the map it stands in. */
export interface Entry {
  readonly map: YAMLMap;
  readonly pair: Pair;
}

/**
 * Adds `value`, itself YAML on one line, at a path, with all that is missing on the way there. Null where something stands
 * there already, or what is on the way is no map or list.
 */
export function addition(source: string, doc: Document, path: readonly Step[], value: string): Splice | null {
  let node: Node | null = doc.contents;
  for (const [at, step] of path.entries()) {
    const nested = nest(path.slice(at + 1), value);
    if (node === null) return { start: 0, end: 0, text: `${inner(step, nested)}\n` };
    if (step === newItem) return isSeq(node) ? withItem(source, node, nested) : null;
    if (typeof step === 'number') {
      const item: unknown = isSeq(node) ? node.items[step] : null;
      if (!isNode(item)) return null;
      node = item;
      continue;
    }
    if (!isMap(node)) return null;
    const pair = entryOf(node, step)?.pair;
    if (!pair) return withEntry(source, node, inner(step, nested));
    if (isEmpty(pair.value)) return withValue(source, pair, nested);
    node = isNode(pair.value) && at + 1 < path.length ? pair.value : null;
    if (node === null) return null;
  }
  return null;
}

/** The entry at a path of keys. */
export function entryAt(doc: Document, path: readonly string[]): Entry | null {
  let node: unknown = doc.contents;
  let found: Entry | null = null;
  for (const key of path) {
    found = entryOf(node, key);
    node = found?.pair.value;
  }
  return found;
}

/** Where the key of an entry stands. */
export function keyPlace({ pair: { key } }: Entry): { readonly start: number; readonly end: number } | null {
  return isNode(key) && key.range ? { start: key.range[0], end: key.range[1] } : null;
}

function entryOf(node: unknown, key: string): Entry | null {
  if (!isMap(node)) return null;
  const pair = node.items.find((each) => isScalar(each.key) && String(each.key.value) === key);
  return pair ? { map: node, pair } : null;
}

/** The entries around an offset, the outermost first. */
export function entriesAt(doc: Document, offset: number): Entry[] {
  const found: Entry[] = [];
  let node: unknown = doc.contents;
  while (isMap(node) || isSeq(node)) {
    if (isSeq(node)) {
      node = node.items.find((item) => isNode(item) && holds(item.range, offset));
      continue;
    }
    const pair: Pair | undefined = node.items.find(
      ({ key, value }) =>
        (isNode(key) && holds(key.range, offset)) || (isNode(value) && holds(value.range, offset)),
    );
    if (!pair) break;
    found.push({ map: node, pair });
    node = pair.value;
  }
  return found;
}

function holds(range: Node['range'], offset: number): boolean {
  return range !== null && range !== undefined && range[0] <= offset && offset <= range[1];
}

/**
 * Takes the last of these entries away, and those above it that would be left with nothing. Null where it shares its line
 * with the dash of a list.
 */
export function removal(source: string, entries: readonly Entry[]): Splice | null {
  const last = entries.at(-1);
  if (!last) return null;
  if (entries.length > 1 && last.map.items.length === 1) return removal(source, entries.slice(0, -1));
  const [start, end] = [startOf(last.pair), endOf(source, last.pair)];
  if (start === null) return null;
  if (last.map.flow === true) return outOfFlow(source, last, start, end);
  const from = lineStart(source, start);
  if (source.slice(from, start).trim() !== '') return null;
  return { start: from, end: Math.min(lineEnd(source, end) + 1, source.length), text: '' };
}

function outOfFlow(source: string, { map, pair }: Entry, start: number, end: number): Splice {
  const at = map.items.indexOf(pair);
  const [before, behind] = [map.items[at - 1], map.items[at + 1]];
  const next = behind ? startOf(behind) : null;
  if (next !== null) return { start, end: next, text: '' };
  return { start: before ? endOf(source, before) : start, end, text: '' };
}

/** Plain where YAML 1.1 and 1.2 read the same text, else in quotation marks. */
export function yamlWord(text: string): string {
  const plain = /^[\p{L}_][\p{L}\p{M}\p{N}_.'’ -]*$/u.test(text) && text.trim() === text;
  const special = /^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text);
  return plain && !special ? text : JSON.stringify(text);
}

/** A value of plain maps, numbers and words on one line. */
export function yamlFlow(value: unknown): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const entries = Object.entries(value).map(([key, inside]) => `${yamlWord(key)}: ${yamlFlow(inside)}`);
    return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
  }
  return typeof value === 'string' ? yamlWord(value) : JSON.stringify(value ?? null);
}

function nest(path: readonly Step[], value: string): string {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  return step === newItem ? `[ ${nest(rest, value)} ]` : `{ ${inner(step, nest(rest, value))} }`;
}

function inner(step: Step, value: string): string {
  return step === newItem ? `- ${value}` : `${yamlWord(String(step))}: ${value}`;
}

function withEntry(source: string, map: YAMLMap, text: string): Splice | null {
  const last = map.items.at(-1);
  if (map.flow === true) return inFlow(map, last ? endOf(source, last) : null, text);
  const first = map.items[0] && startOf(map.items[0]);
  return last && typeof first === 'number' ? onNextLine(source, endOf(source, last), first, text) : null;
}

function withItem(source: string, list: YAMLSeq, text: string): Splice | null {
  const last = list.items.at(-1);
  const end = isNode(last) ? (last.range?.[1] ?? null) : null;
  if (list.flow === true) return inFlow(list, end, text);
  const dash = list.range?.[0];
  return end !== null && dash !== undefined ? onNextLine(source, end, dash, `- ${text}`) : null;
}

function inFlow({ range }: YAMLMap | YAMLSeq, end: number | null, text: string): Splice | null {
  if (end !== null) return { start: end, end, text: `, ${text}` };
  return range ? { start: range[0] + 1, end: range[1] - 1, text: ` ${text} ` } : null;
}

/** Below what ends at `end`, as far in as what begins at `like`. */
function onNextLine(source: string, end: number, like: number, text: string): Splice {
  const at = lineEnd(source, end);
  return { start: at, end: at, text: `\n${' '.repeat(like - lineStart(source, like))}${text}` };
}

/** Puts a value in the place of the one an entry has, or has not. */
export function withValue(source: string, pair: Pair, text: string): Splice | null {
  const { key, value } = pair;
  if (isNode(value) && value.range && value.range[1] > value.range[0]) {
    return { start: value.range[0], end: value.range[1], text };
  }
  const end = isNode(key) ? key.range?.[1] : undefined;
  if (end === undefined) return null;
  const colon = colonBehind(source, end);
  return colon === end
    ? { start: end, end, text: `: ${text}` }
    : { start: colon, end: colon, text: ` ${text}` };
}

function isEmpty(value: unknown): boolean {
  return value === null || (isScalar(value) && value.value === null);
}

function startOf({ key }: Pair): number | null {
  return isNode(key) ? (key.range?.[0] ?? null) : null;
}

/** Where an entry ends: behind its value, else behind its colon. */
function endOf(source: string, { key, value }: Pair): number {
  const keyEnd = (isNode(key) ? key.range?.[1] : undefined) ?? 0;
  const [valueStart = 0, valueEnd = 0] = (isNode(value) ? value.range : null) ?? [];
  if (valueEnd === valueStart) return colonBehind(source, keyEnd);
  return Math.max(valueEnd, colonBehind(source, keyEnd));
}

/** Behind the colon of a key that ends at `end`; `end` where it has none. */
function colonBehind(source: string, end: number): number {
  const colon = /^\s*:/.exec(source.slice(end, end + 80));
  return colon ? end + colon[0].length : end;
}

function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

/** The end of the line that the last sign before `offset` stands on; a comment there stays with it. */
function lineEnd(source: string, offset: number): number {
  const words = source.slice(0, offset).trimEnd().length;
  const feed = source.indexOf('\n', words);
  const end = feed < 0 ? source.length : feed;
  return source.charAt(end - 1) === '\r' ? end - 1 : end;
}
