import * as z from 'zod/mini';
import type { ImportFormat } from './format';
import { refused, type SourceReading } from './imported';
import { isBrokenOff, withoutNaN } from './jsonStrings';
import { problem, type Problem } from './problems';
import { readingOf, type Found } from './readingOf';
import type { OpenedSource } from './source';

/** A format that is a JSON document. */
interface JsonDocument<T> {
  readonly id: string;
  readonly title: string;
  readonly isOne: (document: unknown) => boolean;
  /** Keys by which a document is known that is broken off. */
  readonly keys: readonly string[];
  /** What is read; keys that it does not know are nobody's business. */
  readonly schema: z.ZodMiniType<T>;
  readonly find: (document: T) => Found;
}

/** Words of a source; a number is what some programs make of “5”. */
export const wordsSchema = z.nullish(z.union([z.string(), z.number()]));

/** Any value: a time or a name that cannot be read costs no words. */
export const valueSchema = z.optional(z.unknown());

/** The format of a JSON document. All of them share one parsing of a source. */
export function jsonFormat<T>(document: JsonDocument<T>): ImportFormat {
  const { id, title, isOne, keys } = document;
  return {
    id,
    title,
    looksLike: (source) => {
      const value = jsonOf(source);
      if (value !== broken) return value !== undefined && isOne(value);
      return keys.every((key) => source.text.includes(`"${key}"`));
    },
    read: (source) => read(source, document),
  };
}

function read<T>(source: OpenedSource, { id, schema, find }: JsonDocument<T>): SourceReading {
  const value = jsonOf(source);
  if (value === broken || value === undefined) return refused(brokenJson(source, id));
  const { success, data, error } = z.safeParse(schema, value);
  return success ? readingOf(source, id, find(data)) : refused(misshapen(id, error));
}

/** Not JSON, though it begins as if it were. */
const broken = Symbol('broken JSON');

/** By source: a large document is parsed once, however many formats it is held against. */
const parsed = new WeakMap<OpenedSource, unknown>();

/** The document; undefined where the text does not begin as one. */
function jsonOf(source: OpenedSource): unknown {
  if (!/^\s*[{[]/.test(source.text)) return undefined;
  if (!parsed.has(source)) parsed.set(source, parse(source.text));
  return parsed.get(source);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parseWithoutNaN(text);
  }
}

function parseWithoutNaN(text: string): unknown {
  if (!/\b(?:NaN|Infinity)\b/.test(text)) return broken;
  try {
    return JSON.parse(withoutNaN(text));
  } catch {
    return broken;
  }
}

/** What the parser says of the fault quotes the text around it, so it is not repeated. */
function brokenJson({ text }: OpenedSource, format: string): Problem {
  if (isBrokenOff(text)) return problem('truncated', { format });
  return problem('malformed', { format, place: '', reason: 'no complete JSON' });
}

function misshapen(format: string, { issues }: z.core.$ZodError): Problem {
  const [issue] = issues;
  const place = (issue?.path ?? [])
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  const expected = issue?.code === 'invalid_type' ? issue.expected : 'text';
  return problem('malformed', { format, place, reason: `${place}: ${expected} expected` });
}

/** The value at the end of these keys; undefined where the way does not lead so far. */
export function valueAt(document: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return Reflect.get(value, key);
  }, document);
}

/** Whether there is a list whose first element, if it has one, has such a key. */
export function isListOf(list: unknown, key: string): boolean {
  return Array.isArray(list) && (list.length === 0 || valueAt(list, 0, key) !== undefined);
}

/** A speaker as the source names one; numbers are those of `Speaker 1`, as the programs' own documents have it. */
export function speakerName(value: unknown, kind = 'Speaker'): string | null {
  if (typeof value === 'number') return `${kind} ${value}`;
  if (typeof value !== 'string' || value.trim() === '') return null;
  return /^\d+$/.test(value.trim()) ? `${kind} ${value.trim()}` : value.trim();
}
