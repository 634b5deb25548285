import { field, isObject } from './objects';

/** JSON without blanks, keys sorted by code point, keys without a value left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value ?? null);
  const keys = Object.keys(value).filter((key) => field(value, key) !== undefined);
  const pairs = keys
    .sort(compareCodePoints)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(field(value, key))}`);
  return `{${pairs.join(',')}}`;
}

function compareCodePoints(a: string, b: string): number {
  const [x, y] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < x.length && i < y.length; i++) {
    const difference = (x[i]?.codePointAt(0) ?? 0) - (y[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}
