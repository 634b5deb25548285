import { facetOfKey, isKey, type Query, type QueryKey } from './query';

/** A query as a line: `parseQuery` reads the same query from it. Empty for everything in the study. */
export function formatQuery(query: Query): string {
  const keyed = Object.keys(facetOfKey)
    .filter(isKey)
    .flatMap((key) => (key === 'text' || key === 'in' ? [] : formatFacet(key, query[facetOfKey[key]])));
  const where = query.scope === 'study' ? [] : [`in:${query.scope}`];
  return [...keyed, ...query.texts.map(inMarks), ...where].join(' ');
}

/** One value as it is written behind a key. */
export function formatValue(value: string): string {
  return /[\s,"]/.test(value) ? inMarks(value) : value;
}

function formatFacet(key: QueryKey, values: readonly (string | number)[]): string[] {
  return values.length === 0 ? [] : [`${key}:${values.map((value) => formatValue(String(value))).join(',')}`];
}

function inMarks(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
