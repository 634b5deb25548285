import type { Codebook } from '../codebook/types';
import { codesAbove, codesFor } from './codeMatch';
import { formatValue } from './formatQuery';
import type { Hit } from './hit';
import { parseQuery } from './parseQuery';
import {
  facetOfKey,
  folded,
  isKey,
  kinds,
  roles,
  scopes,
  states,
  type FacetKey,
  type QueryKey,
} from './query';
import { tokensOf } from './queryTokens';
import { Matchers, rolesOf, speakersOf } from './satisfies';

/** How a query line could go on. */
export interface Suggestion {
  readonly key: QueryKey;
  /** Null where the key itself is suggested. */
  readonly value: string | null;
  /** The line with it taken. */
  readonly line: string;
  /** Passages with this value among those the rest of the line finds; null where that cannot be said. */
  readonly count: number | null;
}

/** The keys in the order in which they are suggested; text needs none. */
const suggestedKeys: readonly QueryKey[] = [
  'code',
  'coder',
  'role',
  'speaker',
  'case',
  'session',
  'kind',
  'note',
  'state',
  'with',
  'in',
];

/**
 * How a line could go on behind its last word: keys, or the values of a key that is begun. Values are those of the hits,
 * so nothing is suggested that may not be seen.
 *
 * @param hits All passages of where the line looks, whatever else it asks.
 */
export function suggest(line: string, hits: readonly Hit[]): Suggestion[] {
  const open = openToken(line);
  if (open === null) return keysBeginningWith('', line);
  const head = line.slice(0, open.start);
  if (open.key === null) return keysBeginningWith(open.typed, head);
  return isKey(open.key) ? valuesOf(open.key, open, head, hits) : [];
}

interface Open {
  readonly start: number;
  /** Null while only a word stands there. */
  readonly key: string | null;
  /** Values before the last comma, as written. */
  readonly before: string;
  readonly typed: string;
}

/** The token at the end of a line that is not finished with a blank. */
function openToken(line: string): Open | null {
  const token = tokensOf(line).at(-1);
  if (!token || token.end < line.length) return null;
  const last = token.values.at(-1);
  if (token.key === null) {
    const start = Math.max(token.start, line.search(/(?<!\S)\S*$/));
    return { start, key: null, before: '', typed: line.slice(start) };
  }
  const keyEnd = token.start + token.key.length + 1;
  const ended = last === undefined || last.end < line.length;
  const from = ended ? line.length : last.start;
  return {
    start: token.start,
    key: token.key === 'family' ? 'code' : token.key,
    before: line.slice(keyEnd, from),
    typed: ended ? '' : last.value,
  };
}

function keysBeginningWith(typed: string, head: string): Suggestion[] {
  return suggestedKeys
    .filter((key) => key.startsWith(typed.toLowerCase()))
    .map((key) => ({ key, value: null, line: `${head}${key}:`, count: null }));
}

function valuesOf(key: QueryKey, { before, typed }: Open, head: string, hits: readonly Hit[]): Suggestion[] {
  const line = (value: string): string => `${head}${key}:${before}${formatValue(value)} `;
  const wanted = folded(typed);
  const fits = ([value]: readonly [string, number | null]): boolean => folded(value).includes(wanted);
  const values = key === 'in' ? scopes.map((scope) => [scope, null] as const) : counted(key, head, hits);
  return values.filter(fits).map(([value, count]) => ({ key, value, line: line(value), count }));
}

/** Each value of a facet with how many passages have it, among those that fit the other facets. */
function counted(key: FacetKey, head: string, hits: readonly Hit[]): readonly (readonly [string, number])[] {
  const matchers = new Matchers({ ...parseQuery(head).query, [facetOfKey[key]]: [] });
  const counts = new Map<string, number>();
  const codebooks = new Set<Codebook>();
  for (const hit of hits) {
    if (!matchers.fits(hit)) continue;
    codebooks.add(hit.codebook);
    for (const value of new Set(valuesIn(key, hit))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return inOrder(key, counts, [...codebooks]);
}

function valuesIn(key: FacetKey, hit: Hit): readonly string[] {
  switch (key) {
    case 'code':
      return withThoseAbove(hit.annotation.code, hit.codebook);
    case 'with':
      return hit.also.flatMap((id) => withThoseAbove(id, hit.codebook));
    case 'kind':
      return hit.codes.flatMap(({ kind }) => kind ?? []);
    case 'coder':
      return [hit.coder];
    case 'role':
      return rolesOf(hit).flatMap((role) => role ?? []);
    case 'speaker':
      return speakersOf(hit).filter((speaker) => speaker !== '');
    case 'case':
      return hit.case === null ? [] : [hit.case];
    case 'session':
      return hit.session === null ? [] : [String(hit.session)];
    case 'state':
      return [hit.state];
    case 'note':
    case 'text':
      break;
  }
  return [];
}

function withThoseAbove(id: string, codebook: Codebook): readonly string[] {
  const codes = codesFor(codebook, id);
  return codes.length > 0 ? codes.flatMap((code) => codesAbove(codebook, code)) : [id];
}

/** Codes in the order of their codebook, what is a closed list in its order, numbers by size, the rest as it comes. */
function inOrder(
  key: FacetKey,
  counts: ReadonlyMap<string, number>,
  codebooks: readonly Codebook[],
): readonly (readonly [string, number])[] {
  const values = [...counts];
  if (key === 'session') return values.sort(([a], [b]) => Number(a) - Number(b));
  const order = new Map(listOf(key, codebooks).map((value, rank) => [value, rank]));
  const rank = (value: string): number => order.get(value) ?? order.size;
  return values.sort(([a], [b]) => rank(a) - rank(b));
}

function listOf(key: FacetKey, codebooks: readonly Codebook[]): readonly string[] {
  if (key === 'code' || key === 'with') {
    return [...new Set(codebooks.flatMap(({ codes }) => [...codes.keys()]))];
  }
  const lists: Partial<Record<FacetKey, readonly string[]>> = { kind: kinds, role: roles, state: states };
  return lists[key] ?? [];
}
