import { isMap, isNode, isScalar, isSeq, type Document, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Splice } from './textEdit';

/** Entries of the maps of a YAML text: where they stand, and what it takes to change or remove one by hand, as it were. */

/** An entry of a map, with the map it stands in. */
export interface Entry {
  readonly map: YAMLMap;
  readonly pair: Pair;
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

/** The key of an entry as text. */
export function keyText({ pair: { key } }: Entry): string {
  return isScalar(key) ? String(key.value) : '';
}

/** Where the key of an entry stands. */
export function keyPlace({ pair: { key } }: Entry): { readonly start: number; readonly end: number } | null {
  return isNode(key) && key.range ? { start: key.range[0], end: key.range[1] } : null;
}

/** Another word in the place of a value that is written on the line of its key; null where there is none. */
export function otherValue({ pair: { value } }: Entry, text: string): Splice | null {
  if (!isScalar(value) || !value.range || value.range[0] === value.range[1]) return null;
  return { start: value.range[0], end: value.range[1], text };
}

/**
 * Takes the last of these entries away, and those above it that would be left with nothing. Null where it shares its line
 * with the dash of a list.
 */
export function removal(source: string, entries: readonly Entry[]): Splice | null {
  const last = entries.at(-1);
  const key = last && keyPlace(last);
  if (!last || !key) return null;
  if (entries.length > 1 && last.map.items.length === 1) return removal(source, entries.slice(0, -1));
  const end = endOf(source, last.pair);
  if (last.map.flow === true) return outOfFlow(source, last, key.start, end);
  const from = source.lastIndexOf('\n', key.start - 1) + 1;
  if (source.slice(from, key.start).trim() !== '') return null;
  return { start: from, end: behindLine(source, end), text: '' };
}

function outOfFlow(source: string, { map, pair }: Entry, start: number, end: number): Splice {
  const at = map.items.indexOf(pair);
  const [before, behind] = [map.items[at - 1], map.items[at + 1]];
  const next = behind && keyPlace({ map, pair: behind });
  if (next) return { start, end: next.start, text: '' };
  return { start: before ? endOf(source, before) : start, end, text: '' };
}

/** Where an entry ends: behind its value, else behind its colon. */
function endOf(source: string, { key, value }: Pair): number {
  const keyEnd = (isNode(key) ? key.range?.[1] : undefined) ?? 0;
  const [valueStart = 0, valueEnd = 0] = (isNode(value) ? value.range : null) ?? [];
  if (valueEnd > valueStart) return valueEnd;
  const colon = /^\s*:/.exec(source.slice(keyEnd, keyEnd + 80));
  return keyEnd + (colon?.[0].length ?? 0);
}

/** Behind the line that the last sign before `offset` stands on, with a comment that stands there. */
function behindLine(source: string, offset: number): number {
  const feed = source.indexOf('\n', source.slice(0, offset).trimEnd().length);
  return feed < 0 ? source.length : feed + 1;
}
