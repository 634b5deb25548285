import { isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { field, isObject } from './objects';
import { contentEnd, endOfLine, endWithComments, lineStart, rangeStartEnd } from './yamlLines';
import { renderField, renderValue } from './yamlRender';
import { renderString } from './yamlScalar';
import { canonicalJson } from './canonicalJson';
import { spliced, type Splice } from './textEdit';
import { parseYamlFile } from './yamlFile';

/** What can be written; keys that hold undefined are not. */
export type YamlValue = string | number | boolean | readonly YamlValue[] | YamlRecord;

export interface YamlRecord {
  readonly [key: string]: YamlValue | undefined;
}

interface Spelling {
  readonly text: string;
  readonly eol: string;
  readonly splices: Splice[];
  /** The order of keys in the map at a path; a new key goes behind those that come before it. */
  readonly order: readonly string[];
}

/**
 * A hand-written YAML text that says one thing more: `value` at `path` (keys from the top; missing maps are made). A map is
 * put into the map that is there, key by key; anything else replaces what is there. Everything else stays as it is, byte for
 * byte: comments, order, formatting, line ends. `order` are the top-level keys in the order in which new ones are to stand.
 *
 * Null where the text cannot be read, or is written in a way that this cannot be done with certainty.
 */
export function setInYaml(
  text: string,
  path: readonly string[],
  value: YamlValue,
  order: readonly string[] = [],
): string | null {
  return spelled(text, order, under(path, value), (spelling, top) =>
    putMap(spelling, top, under(path, value)),
  );
}

/**
 * The text with an item more in the list at `path`, behind the item `behind` (−1: before all others); where there is no list
 * yet, it is made. Null as with `setInYaml`.
 */
export function addToYamlList(
  text: string,
  path: readonly string[],
  item: YamlRecord,
  behind: number,
  order: readonly string[] = [],
): string | null {
  const { value, doc } = parseYamlFile(text);
  const list = nodeAt(doc.contents, path);
  const before = listAt(value, path);
  if (before?.length === 0) return setInYaml(text, path, [item], order);
  if (!before || !isSeq(list)) return null;
  const wanted = [...before.slice(0, behind + 1), item, ...before.slice(behind + 1)];
  return spelled(text, order, under(path, wanted), (spelling) => putItem(spelling, list, item, behind));
}

/**
 * The text with another list at `path`. Comments on lines of their own in the list of before stand above the new one. Null as
 * with `setInYaml`.
 */
export function setYamlList(
  text: string,
  path: readonly string[],
  items: readonly YamlRecord[],
  order: readonly string[] = [],
): string | null {
  const list = nodeAt(parseYamlFile(text).doc.contents, path);
  if (!isSeq(list) || list.flow === true || list.items.length === 0)
    return setInYaml(text, path, items, order);
  return spelled(text, order, under(path, items), ({ splices, eol }) => {
    const first = rangeStartEnd(list)[0];
    const [from, to] = [lineStart(text, first), contentEnd(list.items.at(-1))];
    const comments = text
      .slice(from, to)
      .split(/\r?\n/)
      .filter((line) => /^\s*#/.test(line));
    const lines = valueLines(items, columnOf(text, first)) ?? [];
    splices.push({ start: from, end: to, text: [...comments, ...lines].join(eol) });
    return lines.length > 0;
  });
}

/** The text with keys set in the item `index` (a map) of the list at `path`. Null as with `setInYaml`. */
export function setInYamlItem(
  text: string,
  path: readonly string[],
  index: number,
  value: YamlRecord,
): string | null {
  const { value: top, doc } = parseYamlFile(text);
  const list = nodeAt(doc.contents, path);
  const item = isSeq(list) ? list.items[index] : null;
  const before = listAt(top, path);
  if (!isMap(item) || !before) return null;
  const wanted = before.map((each, at) => (at === index ? merged(each, value) : each));
  return spelled(text, [], under(path, wanted), (spelling) => putMap(spelling, item, value));
}

/** Makes the splices, and reads the result once more: what did not come out as meant is nothing to leave in a file. */
function spelled(
  text: string,
  order: readonly string[],
  wanted: object,
  put: (spelling: Spelling, top: YAMLMap) => boolean,
): string | null {
  const { value, doc, faults } = parseYamlFile(text);
  if (faults.length > 0 || !isMap(doc.contents) || !isObject(value)) return null;
  const spelling: Spelling = { text, eol: text.includes('\r\n') ? '\r\n' : '\n', splices: [], order };
  if (!put(spelling, doc.contents)) return null;
  const result = spliced(spelling.text, spelling.splices);
  const again = result === null ? null : parseYamlFile(result);
  const same =
    again?.faults.length === 0 && canonicalJson(again.value) === canonicalJson(merged(value, wanted));
  return same ? result : null;
}

function under(path: readonly string[], value: unknown): YamlRecord {
  const wrapped = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return isRecord(wrapped) ? wrapped : {};
}

function isRecord(value: unknown): value is YamlRecord {
  return isObject(value);
}

/** `before` with what `put` says: maps key by key, anything else as a whole. */
function merged(before: unknown, put: unknown): unknown {
  if (!isObject(put) || !isObject(before)) return isObject(put) ? merged({}, put) : put;
  const said = Object.entries(put).filter(([, value]) => value !== undefined);
  return {
    ...before,
    ...Object.fromEntries(said.map(([key, value]) => [key, merged(field(before, key), value)])),
  };
}

/** The list at a path: empty where nothing stands there, null where something else does. */
function listAt(top: unknown, path: readonly string[]): readonly unknown[] | null {
  const found = path.reduce<unknown>((at, key) => (isObject(at) ? field(at, key) : undefined), top) ?? [];
  return Array.isArray(found) ? found : null;
}

function nodeAt(top: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (isMap(at) ? pairOf(at, key)?.value : null), top);
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

function putMap(spelling: Spelling, map: YAMLMap, value: YamlRecord): boolean {
  return Object.entries(value).every(([key, wanted]) => {
    if (wanted === undefined) return true;
    const pair = pairOf(map, key);
    if (!pair) return insertPair(spelling, map, key, wanted);
    if (isMap(pair.value) && pair.value.items.length > 0 && isRecord(wanted)) {
      return putMap(spelling, pair.value, wanted);
    }
    return replaceValue(spelling, map, pair, wanted);
  });
}

function insertPair(spelling: Spelling, map: YAMLMap, key: string, value: YamlValue): boolean {
  const behind = map.items[indexBehind(spelling, map, key)];
  if (!behind) return false;
  if (map.flow) {
    const at = contentEnd(behind);
    spelling.splices.push({ start: at, end: at, text: `, ${renderField(key, value)}` });
    return true;
  }
  const column = columnOf(spelling.text, rangeStartEnd(behind.key)[0]);
  putLines(
    spelling,
    endWithComments(spelling.text, contentEnd(behind), column),
    fieldLines(key, value, column),
  );
  return true;
}

/** Top-level keys have an order; new keys elsewhere go to the end. */
function indexBehind({ order }: Spelling, map: YAMLMap, key: string): number {
  const rank = order.indexOf(key);
  const known = map.items.findLastIndex(
    (pair) =>
      isScalar(pair.key) &&
      order.includes(String(pair.key.value)) &&
      order.indexOf(String(pair.key.value)) < rank,
  );
  return known >= 0 ? known : map.items.length - 1;
}

function putItem(spelling: Spelling, list: YAMLSeq, item: YamlRecord, behind: number): boolean {
  const { text, eol, splices } = spelling;
  const previous = list.items[behind];
  if (list.flow) {
    const at = previous ? contentEnd(previous) : rangeStartEnd(list)[0] + 1;
    splices.push({
      start: at,
      end: at,
      text: previous ? `, ${renderValue(item)}` : ` ${renderValue(item)},`,
    });
    return true;
  }
  const first = rangeStartEnd(list)[0];
  const column = columnOf(text, first);
  const line = `${' '.repeat(column)}- ${renderValue(item)}`;
  if (previous) putLines(spelling, endWithComments(text, contentEnd(previous), column), [line]);
  else splices.push({ start: lineStart(text, first), end: lineStart(text, first), text: `${line}${eol}` });
  return true;
}

function replaceValue(spelling: Spelling, map: YAMLMap, pair: Pair, wanted: YamlValue): boolean {
  const { text, splices } = spelling;
  const { value: node } = pair;
  const [from, to] = rangeStartEnd(node);
  const colon = text.indexOf(':', rangeStartEnd(pair.key)[1]) + 1;
  // An alias, or a value with an anchor or a tag, says more than its text.
  if (colon === 0 || (isNode(node) && isMarked(node))) return false;
  if (isBlock(node)) return false;
  const isEmpty = from === to;
  const lines = map.flow ? null : valueLines(wanted, columnOf(text, rangeStartEnd(pair.key)[0]) + 2);
  if (!lines) {
    splices.push(
      isEmpty
        ? { start: colon, end: colon, text: ` ${renderValue(wanted)}` }
        : { start: from, end: to, text: renderValue(wanted) },
    );
    return true;
  }
  // The old value goes, a comment behind it stays, and the new one stands below.
  if (!isEmpty) splices.push({ start: colon, end: to, text: '' });
  putLines(spelling, endOfLine(text, Math.max(colon, isEmpty ? 0 : to)), lines);
  return true;
}

function isMarked(node: Node): boolean {
  const anchor: unknown = Reflect.get(node, 'anchor');
  return node.tag !== undefined || anchor !== undefined || !(isScalar(node) || isMap(node) || isSeq(node));
}

/** What stands on lines of its own below its key: nobody would want it gone with its comments for a new value. */
function isBlock(node: unknown): boolean {
  if (isScalar(node)) return node.type?.startsWith('BLOCK') === true;
  return (isMap(node) || isSeq(node)) && node.flow !== true;
}

/** Whole lines put in where a line begins, or at the end of a text whose last line has no line end. */
function putLines({ text, eol, splices }: Spelling, at: number, lines: readonly string[]): void {
  const open = at > 0 && text[at - 1] !== '\n';
  const put = lines.map((line) => (open ? `${eol}${line}` : `${line}${eol}`)).join('');
  splices.push({ start: at, end: at, text: put });
}

/** A key with its value at a column: what holds lists or maps of maps goes onto lines of its own. */
export function fieldLines(key: string, value: YamlValue, column: number): readonly string[] {
  const lines = valueLines(value, column + 2);
  const blanks = ' '.repeat(column);
  return lines ? [`${blanks}${renderString(key)}:`, ...lines] : [`${blanks}${renderField(key, value)}`];
}

function valueLines(value: YamlValue, column: number): readonly string[] | null {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (items.length === 0 || !items.every(isObject)) return null;
    return items.map((item) => `${' '.repeat(column)}- ${renderValue(item)}`);
  }
  if (!isRecord(value) || !Object.values(value).some((inner) => typeof inner === 'object')) return null;
  return Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined ? [] : fieldLines(key, inner, column),
  );
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}
