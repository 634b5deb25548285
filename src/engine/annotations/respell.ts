import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { keysWithin } from './layout';
import { field, isObject, orderedKeys } from '../objects';
import { contentEnd, endOfLine, lineStart, rangeStartEnd } from '../yamlLines';
import { renderField, renderValue } from './render';
import { canonicalJson } from '../canonicalJson';
import { spliced, type Splice } from '../textEdit';

interface Spelling {
  readonly text: string;
  readonly eol: string;
  readonly splices: Splice[];
  /** Set where a value cannot be replaced by itself. */
  unsure: boolean;
}

/**
 * The text of one entry (a list of one map, as it stands in its section) or of one top-level key, changed to say `value`:
 * only fields that differ are written anew, everything else, comments and formatting included, stays. Null where that
 * cannot be done with certainty; the entry is then written anew as a whole.
 */
export function respell(source: string, value: object, order: readonly string[], eol: string): string | null {
  const doc = parse(source);
  const map = doc && mapIn(doc);
  if (!map) return null;
  const spelling: Spelling = { text: source, eol, splices: [], unsure: false };
  spellMap(spelling, map, valueIn(doc), value, order);
  const spelled = spelling.unsure ? null : spliced(spelling.text, spelling.splices);
  const again = spelled === null ? null : parse(spelled);
  // What was written is read once more: a field that did not come out as meant is no field to leave in a file.
  return again && canonicalJson(known(valueIn(again))) === canonicalJson(known(value)) ? spelled : null;
}

function parse(source: string): Document | null {
  const doc = parseDocument(source, { stringKeys: true, logLevel: 'error', prettyErrors: false });
  return doc.errors.length === 0 ? doc : null;
}

function mapIn(doc: Document): YAMLMap | null {
  const node = isSeq(doc.contents) ? doc.contents.items[0] : doc.contents;
  return isMap(node) ? node : null;
}

function valueIn(doc: Document): object {
  const value: unknown = doc.toJS();
  const entry: unknown = Array.isArray(value) ? value[0] : value;
  return isObject(entry) ? entry : {};
}

/** Keys without a value say nothing. */
function known(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null));
}

function spellMap(
  spelling: Spelling,
  map: YAMLMap,
  before: object,
  after: object,
  order: readonly string[],
): void {
  for (const key of orderedKeys({ ...before, ...after }, order)) {
    const [old, wanted] = [field(before, key) ?? undefined, field(after, key)];
    if (canonicalJson(old) === canonicalJson(wanted)) continue;
    const index = map.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === key);
    const pair = map.items[index];
    if (wanted === undefined) removePair(spelling, map, index);
    else if (!pair) insertPair(spelling, map, key, wanted, order);
    else if (isMap(pair.value) && isObject(old) && isObject(wanted)) {
      spellMap(spelling, pair.value, old, wanted, keysWithin(key));
    } else replaceValue(spelling, map, pair, key, wanted);
  }
}

function replaceValue(spelling: Spelling, map: YAMLMap, pair: Pair, key: string, wanted: unknown): void {
  const { text, splices, eol } = spelling;
  const [from, to] = rangeStartEnd(pair.value);
  const written = renderValue(wanted, key);
  // A tag in front of the old value may not fit the new one.
  if (isNode(pair.value) && !isAlias(pair.value) && pair.value.tag !== undefined) spelling.unsure = true;
  if (from === to) {
    const colon = afterColon(text, pair);
    splices.push({ start: colon, end: colon, text: ` ${written}` });
  } else if (isScalar(pair.value) && pair.value.type?.startsWith('BLOCK') === true) {
    const comment = /^[^\r\n]*?([ \t]#[^\r\n]*)/.exec(text.slice(from, to))?.[1] ?? '';
    splices.push({ start: from, end: to, text: `${written}${comment}${eol}` });
  } else if ((isSeq(pair.value) || isMap(pair.value)) && !pair.value.flow && !map.flow) {
    if (isSeq(pair.value) && Array.isArray(wanted) && spellList(spelling, pair.value, wanted)) return;
    const colon = afterColon(text, pair);
    splices.push({ start: colon, end: colon, text: ` ${written}` });
    splices.push({ start: lineStart(text, from), end: endOfLine(text, contentEnd(pair.value)), text: '' });
  } else {
    splices.push({ start: from, end: to, text: written });
  }
}

/** Takes items out of a list in block style and puts new ones in, line by line; false where that is not all that changes. */
function spellList(spelling: Spelling, list: YAMLSeq, wanted: readonly unknown[]): boolean {
  const { text, splices, eol } = spelling;
  const old = list.items.map((item) => (isScalar(item) ? item.value : null));
  const kept = wanted.filter((item) => old.includes(item));
  const same = old.filter((item) => wanted.includes(item));
  if (kept.length === 0 || kept.join('\n') !== same.join('\n') || new Set(old).size < old.length)
    return false;
  const lineOf = (at: number) => lineStart(text, rangeStartEnd(list.items[at])[0]);
  const endOf = (at: number) => endOfLine(text, contentEnd(list.items[at]));
  const dash = ' '.repeat(rangeStartEnd(list)[0] - lineStart(text, rangeStartEnd(list)[0]));
  for (const [at, item] of old.entries()) {
    if (!wanted.includes(item)) splices.push({ start: lineOf(at), end: endOf(at), text: '' });
  }
  let place = lineOf(0);
  for (const item of wanted) {
    const at = old.indexOf(item);
    if (at >= 0) place = endOf(at);
    else splices.push({ start: place, end: place, text: `${dash}- ${renderValue(item)}${eol}` });
  }
  return true;
}

function insertPair(
  spelling: Spelling,
  map: YAMLMap,
  key: string,
  value: unknown,
  order: readonly string[],
): void {
  const { text, splices, eol } = spelling;
  const rank = order.indexOf(key);
  const before = map.items.findLast(
    (pair) => rank < 0 || (isScalar(pair.key) && rankOf(String(pair.key.value), order) < rank),
  );
  const first = map.items[0];
  const written = renderField(key, value);
  if (map.flow) {
    const at = before ? contentEnd(before) : first ? rangeStartEnd(first.key)[0] : rangeStartEnd(map)[0] + 1;
    splices.push({
      start: at,
      end: at,
      text: before ? `, ${written}` : first ? `${written}, ` : ` ${written} `,
    });
    return;
  }
  const start = rangeStartEnd(first?.key)[0];
  const indent = ' '.repeat(start - lineStart(text, start));
  if (before) {
    const at = endOfLine(text, contentEnd(before));
    splices.push({ start: at, end: at, text: `${indent}${written}${eol}` });
  } else {
    splices.push({ start, end: start, text: `${written}${eol}${indent}` });
  }
}

/** Unknown keys stand behind nothing: a new key is put behind the last known one before it. */
function rankOf(key: string, order: readonly string[]): number {
  const rank = order.indexOf(key);
  return rank < 0 ? order.length : rank;
}

function removePair(spelling: Spelling, map: YAMLMap, index: number): void {
  const { text, splices } = spelling;
  const [pair, next, previous] = [map.items[index], map.items[index + 1], map.items[index - 1]];
  if (!pair) return;
  const start = rangeStartEnd(pair.key)[0];
  if (!map.flow && index > 0) {
    splices.push({ start: lineStart(text, start), end: endOfLine(text, contentEnd(pair)), text: '' });
  } else if (next) {
    splices.push({ start: start, end: rangeStartEnd(next.key)[0], text: '' });
  } else if (previous) {
    splices.push({ start: contentEnd(previous), end: contentEnd(pair), text: '' });
  } else {
    const [from, to] = rangeStartEnd(map);
    splices.push({ start: from, end: to, text: '{}' });
  }
}

function afterColon(text: string, pair: Pair): number {
  return text.indexOf(':', rangeStartEnd(pair.key)[1]) + 1;
}
