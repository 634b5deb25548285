import type { Alias, Document, Node, Pair, YAMLError } from 'yaml';
import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml';
import * as z from 'zod/mini';
import type { Fault } from './faults';
import { fault } from './faults';
import type { Position, Range } from './position';
import { range } from './position';
import { expectedOf } from './yamlExpected';

/** Where a value stands in a file: keys and indices from the top. */
export type Path = readonly PropertyKey[];

/** A YAML file as data, with what is needed to say where each value stands. */
export interface YamlFile {
  /** Plain values; null where the file is empty or could not be read. Keys are always strings. */
  readonly value: unknown;
  readonly doc: Document;
  readonly lines: LineCounter;
  /** Only `not-yaml`; where there is one, `value` is null. */
  readonly faults: readonly Fault[];
}

export interface YamlLimits {
  /** How often aliases may be followed in all, against files that unfold without end. */
  readonly maxAliasCount?: number;
}

/** More than this many syntax faults of one file say nothing new. */
const maxSyntaxFaults = 20;

/**
 * Reads YAML 1.2 and never throws. A key given twice, a tab as indent, several documents, an alias that leads nowhere or
 * unfolds without end and a nesting too deep to follow are each a fault `not-yaml` with a place and a `reason`: the
 * parser's error code in small letters (`duplicate-key`, `tab-as-indent`, …), or `alias`, or `too-deep`. No word of
 * the file goes into a fault.
 */
export function parseYamlFile(text: string, limits: YamlLimits = {}): YamlFile {
  const lines = new LineCounter();
  let doc: Document;
  try {
    doc = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      stringKeys: true,
      logLevel: 'error',
    });
  } catch {
    // The parser calls itself for each level of nesting.
    return unread(parseDocument(''), lines, [fault('not-yaml', range(0, 0, 0, 0), { reason: 'too-deep' })]);
  }
  // Where it is at fault the parser stops counting lines.
  lines.lineStarts = lineStartsOf(text);
  if (doc.errors.length > 0) {
    return unread(
      doc,
      lines,
      doc.errors.slice(0, maxSyntaxFaults).map((error) => syntaxFault(error, lines, text.length)),
    );
  }
  try {
    const circle = text.includes('*') ? aliasIn(doc, isInItself) : null;
    if (circle === null) return { value: toValue(doc, limits), doc, lines, faults: [] };
    return unread(doc, lines, [fault('not-yaml', placeOf(circle, lines), { reason: 'alias' })]);
  } catch (error) {
    if (!(error instanceof ReferenceError)) {
      return unread(doc, lines, [fault('not-yaml', range(0, 0, 0, 0), { reason: 'too-deep' })]);
    }
    return unread(doc, lines, [
      fault(
        'not-yaml',
        placeOf(
          aliasIn(doc, () => true),
          lines,
        ),
        { reason: 'alias' },
      ),
    ]);
  }
}

/**
 * The value of `file` as `schema` reads it, and its faults: `wrong-value` and `missing-key` (then the value is null), and
 * `unknown-key` for keys a strict object does not know, which are left out of the value and are no reason to refuse it.
 * A file with faults of its own gives those and null.
 */
export function checkYamlFile<S extends z.core.$ZodType>(
  file: YamlFile,
  schema: S,
): { readonly value: z.core.output<S> | null; readonly faults: readonly Fault[] } {
  if (file.faults.length > 0) return { value: null, faults: file.faults };
  const first = z.safeParse(schema, file.value);
  if (first.success) return { value: first.data, faults: [] };
  const faults = faultsOf(first.error.issues, file.doc, file.lines);
  if (faults.some((found) => found.code !== 'unknown-key')) return { value: null, faults };
  const known = toValue(file.doc, {});
  for (const issue of first.error.issues) if (issue.code === 'unrecognized_keys') dropKeys(known, issue);
  const second = z.safeParse(schema, known);
  return { value: second.success ? second.data : null, faults };
}

/**
 * What a schema found, as faults at their places. `expected` is short and without words of the file: a type (`number`,
 * `integer`, `string`, `boolean`, `list`, `map`), `at least 1`, `at most 5`, `one of: a, b`, or what the schema itself
 * says (`z.regex(/…/, 'a date such as 2026-03-02')`).
 */
export function faultsOf(issues: readonly z.core.$ZodIssue[], doc: Document, lines: LineCounter): Fault[] {
  return issues.flatMap((issue) => faultsOfIssue(issue, [], doc, lines));
}

function faultsOfIssue(issue: z.core.$ZodIssue, above: Path, doc: Document, lines: LineCounter): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => keyFault('unknown-key', [...path, key], doc, lines));
  }
  const branch = issue.code === 'invalid_union' ? deepestBranch(issue) : null;
  if (branch !== null) return branch.flatMap((inner) => faultsOfIssue(inner, path, doc, lines));
  if (issue.code === 'invalid_key') return [keyFault('wrong-value', path, doc, lines, expectedOf(issue))];
  if (path.length > 0 && !isThere(doc, path)) {
    return [fault('missing-key', rangeOfPath(doc, lines, path.slice(0, -1)), { path: pathText(path) })];
  }
  const data = { path: pathText(path), expected: expectedOf(issue) };
  return [fault('wrong-value', rangeOfPath(doc, lines, path), data)];
}

/**
 * Where the value at `path` stands. A list or map, and a value that is not written out, is shown by its key; a path that
 * leads nowhere by the last thing on the way to it. Lines and UTF-16 columns from 0.
 */
export function rangeOfPath(doc: Document, lines: LineCounter, path: Path): Range {
  const { node, key } = walk(doc, path);
  const shown = (isCollection(node) || isEmpty(node)) && key !== null ? key : node;
  const place = placeOf(shown, lines);
  // A list or map without a key, at the top or in a list, may be the whole file: its beginning stands for it.
  return isCollection(shown) ? { start: place.start, end: place.start } : place;
}

/** Where the last key of `path` itself stands; for an item of a list, its value. */
export function rangeOfKey(doc: Document, lines: LineCounter, path: Path): Range {
  const { key, found } = walk(doc, path);
  return found && key !== null ? placeOf(key, lines) : rangeOfPath(doc, lines, path);
}

/** `cases.C017.sessions[2].date`, with indices from 1 as a person counts. */
export function pathText(path: Path): string {
  return path
    .map((step, at) => (typeof step === 'number' ? `[${step + 1}]` : `${at > 0 ? '.' : ''}${String(step)}`))
    .join('');
}

/** Line and UTF-16 column, from 0, of an offset in the text that was parsed. */
function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(0, line - 1), character: Math.max(0, col - 1) };
}

function unread(doc: Document, lines: LineCounter, faults: readonly Fault[]): YamlFile {
  return { value: null, doc, lines, faults };
}

/** Own properties only: a key `__proto__` is a key like any other. */
function toValue(doc: Document, limits: YamlLimits): unknown {
  return doc.toJS({ maxAliasCount: limits.maxAliasCount ?? 100 });
}

/** As an editor counts lines: a CR alone ends one, too. */
function lineStartsOf(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (end) => end.index + end[0].length)];
}

/** What is missing at the end of the text is shown behind it. */
function syntaxFault(error: YAMLError, lines: LineCounter, length: number): Fault {
  const [start, end] = error.pos.map((offset) => positionAt(lines, Math.min(offset, length + 1)));
  const place = { start: start ?? positionAt(lines, 0), end: end ?? positionAt(lines, length) };
  return fault('not-yaml', place, { reason: error.code.toLowerCase().replaceAll('_', '-') });
}

/** The first alias of the file that `wanted` holds for; `above` are the nodes it stands in. */
function aliasIn(doc: Document, wanted: typeof isInItself): Alias | null {
  let found: Alias | null = null;
  visit(doc, {
    Alias: (_key, alias, above) => {
      if (!wanted(alias, above)) return undefined;
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

/** An alias that stands for something it is a part of: that would unfold without end. */
function isInItself(alias: Alias, above: readonly unknown[]): boolean {
  return above.some((node) => isCollection(node) && node.anchor === alias.source);
}

function placeOf(node: Node | null, lines: LineCounter): Range {
  if (!node?.range) return range(0, 0, 0, 0);
  return { start: positionAt(lines, node.range[0]), end: positionAt(lines, node.range[1]) };
}

interface Step {
  /** The node at the path, or the last on the way there. */
  readonly node: Node | null;
  readonly key: Node | null;
  readonly found: boolean;
}

function walk(doc: Document, path: Path): Step {
  let step: Step = { node: doc.contents, key: null, found: true };
  for (const name of path) {
    const next = child(doc, step.node, name);
    if (next === null) return { ...step, found: false };
    step = next;
  }
  return step;
}

function child(doc: Document, parent: Node | null, name: PropertyKey): Step | null {
  const node = isAlias(parent) ? (parent.resolve(doc) ?? null) : parent;
  if (isSeq(node) && typeof name === 'number') {
    const item = node.items[name];
    return isNode(item) ? { node: item, key: null, found: true } : null;
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(
    (entry: Pair) => isScalar(entry.key) && String(entry.key.value) === String(name),
  );
  if (pair === undefined) return null;
  return {
    node: isNode(pair.value) ? pair.value : null,
    key: isNode(pair.key) ? pair.key : null,
    found: true,
  };
}

function isThere(doc: Document, path: Path): boolean {
  return walk(doc, path).found;
}

function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && (!node.range || node.range[0] === node.range[1]));
}

function keyFault(
  code: 'unknown-key' | 'wrong-value',
  path: Path,
  doc: Document,
  lines: LineCounter,
  expected?: string,
): Fault {
  const place = rangeOfKey(doc, lines, path);
  return fault(
    code,
    place,
    expected === undefined ? { path: pathText(path) } : { path: pathText(path), expected },
  );
}

/** Of the ways a union could be read, the one that got furthest; null where none got below the value itself. */
export function deepestBranch(issue: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | null {
  const best = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a))[0];
  return best !== undefined && best.length > 0 && depthOf(best) > 0 ? best : null;
}

function depthOf(branch: readonly z.core.$ZodIssue[]): number {
  return Math.min(...branch.map((inner) => inner.path.length + (inner.code === 'unrecognized_keys' ? 1 : 0)));
}

function dropKeys(top: unknown, issue: z.core.$ZodIssueUnrecognizedKeys): void {
  let holder: unknown = top;
  for (const name of issue.path) holder = isObject(holder) ? Reflect.get(holder, name) : null;
  if (isObject(holder)) for (const key of issue.keys) Reflect.deleteProperty(holder, key);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
