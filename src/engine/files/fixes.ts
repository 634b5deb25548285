import { isMap, isNode, isScalar, parseDocument, visit, type Document, type YAMLMap } from 'yaml';
import { newId } from '../annotations/ids';
import { renderString } from '../yamlScalar';
import type { Codebook } from '../codebook/types';
import type { Fault, FaultCode } from '../faults';
import { nearestTo } from '../spelling';
import { offsetIn, type Splice } from '../textEdit';
import { entriesAt, keyPlace, keyText, removal } from '../yamlEntries';
import { wordAt } from '../yamlPath';
import { keysAt, type JsonSchema } from './jsonSchema';

/** What a fix does; the editor has the words for it. Its `data` are the values the words need. */
export type FileFixKind = 'rename-key' | 'remove-key' | 'add-key' | 'new-id' | 'set-code';

/** A way out of a fault of one of our files. */
export interface FileFix extends Splice {
  readonly kind: FileFixKind;
  readonly data: readonly string[];
  /** The one that is meant by all likelihood. */
  readonly preferred: boolean;
  /** Something is to be written behind what the fix puts in. */
  readonly goesOn: boolean;
}

/** A file of ours with what is known around it. */
export interface FaultyText {
  /** With line feeds or CRLF. */
  readonly text: string;
  readonly schema: JsonSchema;
  /** The codes there are; null where none are known. */
  readonly codebook: Codebook | null;
  /** Numbers from 0 up to, not including, 1. */
  readonly random: () => number;
}

/** So many codes are offered at most. */
const mostCodes = 3;

const fixers: Partial<Record<FaultCode, (file: FaultyText, found: Fault) => FileFix[]>> = {
  'unknown-key': unknownKey,
  'missing-key': missingKey,
  'duplicate-id': duplicateId,
  'unknown-code': unknownCode,
  'old-code': (file, found) => otherCodes(file, found, [String(found.data['now'])]),
  'ambiguous-code': (file, found) => otherCodes(file, found, String(found.data['codes']).split(', ')),
};

/** What can be done about a fault of a file of ours, the best first. */
export function fileFixes(file: FaultyText, found: Fault): FileFix[] {
  return fixers[found.code]?.(file, found) ?? [];
}

function unknownKey(file: FaultyText, found: Fault): FileFix[] {
  const offset = offsetIn(file.text, found.range.start);
  const entries = entriesAt(documentOf(file.text), offset);
  const last = entries.at(-1);
  const place = last && keyPlace(last);
  const word = wordAt(file.text, offset);
  if (!last || !place || word?.kind !== 'key') return [];
  const key = keyText(last);
  const there = new Set(last.map.items.map((pair) => keyText({ map: last.map, pair })));
  const known = keysAt(file.schema, word.path).map((each) => each.key);
  const [near] = nearestTo(
    key,
    known.filter((each) => !there.has(each)),
  );
  const splice = removal(file.text, entries);
  return [
    ...(near === undefined ? [] : [fix('rename-key', [key, near], { ...place, text: near }, true)]),
    ...(splice === null ? [] : [fix('remove-key', [key], splice, false)]),
  ];
}

/** The value is for the person to write: none that is made up would be right. */
function missingKey(file: FaultyText, found: Fault): FileFix[] {
  const key = /(?:^|[.\]])([^.[\]]+)$/.exec(String(found.data['path']))?.[1];
  const map = mapOf(file.text, found);
  const [first] = map?.items ?? [];
  const place = map && first && keyPlace({ map, pair: first });
  if (key === undefined || !map || !place) return [];
  const text = `${renderString(key)}: `;
  if (map.flow === true) {
    const at = place.start;
    return [{ ...fix('add-key', [key], { start: at, end: at, text: `${text}, ` }, true), goesOn: false }];
  }
  const end = endOfLine(file.text, place.end);
  // Below a key that goes on in the next lines there is no telling where it ends: then above it.
  const single = isScalar(first.value) && (first.value.range?.[1] ?? 0) <= end;
  const indent = ' '.repeat(place.start - (file.text.lastIndexOf('\n', place.start - 1) + 1));
  const splice = single
    ? { start: end, end, text: `\n${indent}${text}` }
    : { start: place.start, end: place.start, text: `${text}\n${indent}` };
  return [{ ...fix('add-key', [key], splice, true), goesOn: single }];
}

function duplicateId(file: FaultyText, found: Fault): FileFix[] {
  const place = valueFrom(file.text, found, 'id', String(found.data['id']));
  let id = newId(file.random);
  while (file.text.includes(id)) id = newId(file.random);
  return place ? [fix('new-id', [id], { ...place, text: id }, true)] : [];
}

function unknownCode(file: FaultyText, found: Fault): FileFix[] {
  const code = String(found.data['code']);
  const ids = [...(file.codebook?.codes.keys() ?? [])];
  const near = nearestTo(code, ids, Math.max(2, Math.floor(code.length / 3)));
  const last = code.split('.').at(-1);
  const sameEnd = ids.filter((id) => id.split('.').at(-1) === last);
  return otherCodes(file, found, [...new Set([...near, ...sameEnd])].slice(0, mostCodes));
}

function otherCodes(file: FaultyText, found: Fault, codes: readonly string[]): FileFix[] {
  const place = valueFrom(file.text, found, 'code', String(found.data['code']));
  if (!place) return [];
  return codes.map((code) =>
    fix('set-code', [code], { ...place, text: renderString(code) }, codes.length === 1),
  );
}

function fix(
  kind: FileFixKind,
  data: readonly string[],
  { start, end, text }: Splice,
  preferred: boolean,
): FileFix {
  return { kind, data, start, end, text, preferred, goesOn: false };
}

function documentOf(text: string): Document {
  return parseDocument(text, { prettyErrors: false, stringKeys: true, uniqueKeys: false, logLevel: 'error' });
}

/** The first value of a key from the place of a fault on. */
function valueFrom(
  text: string,
  found: Fault,
  key: string,
  value: string,
): { readonly start: number; readonly end: number } | null {
  const from = offsetIn(text, found.range.start);
  let place: { start: number; end: number } | null = null;
  visit(documentOf(text), {
    Pair: (_, pair) => {
      const { value: node } = pair;
      if (!isScalar(pair.key) || pair.key.value !== key || !isScalar(node) || !node.range) return undefined;
      if (String(node.value) !== value || node.range[0] < from) return undefined;
      place = { start: node.range[0], end: node.range[1] };
      return visit.BREAK;
    },
  });
  return place;
}

/** The map that a fault is about: one that stands behind a key is shown by its key, any other by where it begins. */
function mapOf(text: string, { range: { start, end } }: Fault): YAMLMap | null {
  const offset = offsetIn(text, start);
  const begins = start.line === end.line && start.character === end.character;
  let found: YAMLMap | null = null;
  visit(documentOf(text), {
    Map: (_, map) => {
      if (begins && map.range?.[0] === offset) found ??= map;
    },
    Pair: (_, { key, value }) => {
      if (!begins && isNode(key) && key.range?.[0] === offset && isMap(value)) found = value;
    },
  });
  return found;
}

function endOfLine(text: string, offset: number): number {
  const end = /[\r\n]|$/.exec(text.slice(offset));
  return offset + (end?.index ?? 0);
}
