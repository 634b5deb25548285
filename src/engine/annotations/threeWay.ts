import { joinSpans, withoutTurns } from './acts';
import { field, isObject } from '../objects';
import { canonicalJson } from '../canonicalJson';
import type { TurnSpan } from './types';

/** A field of which two sides made something else; `other` is the value that did not stay. */
export interface Clash {
  readonly field: string;
  readonly other: unknown;
}

/** A value of three states: `ours` and `theirs` come of `base`. Nothing is `undefined`. */
export interface Three<T> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}

export function isSame(a: unknown, b: unknown): boolean {
  return a === b || (isThere(a) === isThere(b) && canonicalJson(a) === canonicalJson(b));
}

/** What the one side changed counts; where both made something else of it, theirs stays. */
export function merged({ base, ours, theirs }: Three<unknown>): { value: unknown; clashes: boolean } {
  if (isSame(ours, theirs) || isSame(base, ours)) return { value: theirs, clashes: false };
  return isSame(base, theirs) ? { value: ours, clashes: false } : { value: theirs, clashes: true };
}

/** The fields that say where an entry stands: they go together, and follow the text by themselves. */
const placeKeys: ReadonlySet<string> = new Set([
  'at',
  'was',
  'speaker',
  'quote',
  'quote_sha256',
  'context',
  'unconfirmed',
  'scope',
]);
const listKeys: ReadonlySet<string> = new Set(['ruptures', 'repairs', 'from']);

/** An entry as it was put down by a person, without what follows the text by itself. Its words stay: they follow nothing. */
export function workOf(entry: object): object {
  return without(entry, (key) => placeKeys.has(key) && key !== 'quote');
}

/** How the places of two sides are to be understood. */
export interface Texts {
  /** They are places in two texts: where the words are the same, they only followed. */
  readonly differ: boolean;
  /** Whose text the merged file is about. */
  readonly from: 'ours' | 'theirs';
}

/**
 * An entry field by field; a place, values by scale, and lists of ids are merged as what they are. Of a field with two new
 * values theirs stays.
 */
export function mergedEntry(
  { base, ours, theirs }: Three<object>,
  texts: Texts,
): { readonly entry: object; readonly clashes: readonly Clash[] } {
  const clashes: Clash[] = [];
  const value = new Map<string, unknown>(Object.entries(theirs));
  const put = (key: string, said: unknown): void =>
    void (said === undefined ? value.delete(key) : value.set(key, said));
  for (const key of keysOf(ours, theirs, (each) => !placeKeys.has(each))) {
    const three = { base: field(base, key), ours: field(ours, key), theirs: field(theirs, key) };
    if (listKeys.has(key)) put(key, mergedIds(three));
    else if (key === 'ratings') put(key, mergedRatings(three, clashes));
    else {
      const { value: said, clashes: both } = merged(three);
      put(key, said);
      if (both) clashes.push({ field: key, other: three.ours });
    }
  }
  const place = mergedPlace({ base: placeIn(base), ours: placeIn(ours), theirs: placeIn(theirs) }, texts);
  for (const key of placeKeys) put(key, field(place.value, key));
  if (place.clashes) clashes.push({ field: 'at', other: placeIn(ours) });
  return { entry: Object.fromEntries(value), clashes };
}

/** The fields of an entry that say where it stands, without empty ones. */
export function placeIn(entry: object): object {
  return without(entry, (key) => !placeKeys.has(key));
}

/** An entry that stands elsewhere. */
export function withPlace(entry: object, place: object): object {
  return { ...without(entry, (key) => placeKeys.has(key)), ...place };
}

function mergedPlace(three: Three<object>, { differ, from }: Texts): { value: object; clashes: boolean } {
  const { value, clashes } = merged(three);
  const followed = differ && isSame(field(three.ours, 'quote'), field(three.theirs, 'quote'));
  if (clashes && followed) return { value: three[from], clashes: false };
  return { value: isObject(value) ? value : {}, clashes };
}

function mergedRatings({ base, ours, theirs }: Three<unknown>, clashes: Clash[]): object | undefined {
  const maps = { base: mapOf(base), ours: mapOf(ours), theirs: mapOf(theirs) };
  const scales = keysOf(maps.ours, maps.theirs).flatMap((scale): [string, unknown][] => {
    const three = {
      base: field(maps.base, scale),
      ours: field(maps.ours, scale),
      theirs: field(maps.theirs, scale),
    };
    const { value, clashes: both } = merged(three);
    if (both) clashes.push({ field: `ratings.${scale}`, other: three.ours });
    return value === undefined ? [] : [[scale, value]];
  });
  return scales.length > 0 || isSame(theirs, {}) ? Object.fromEntries(scales) : undefined;
}

/** Ids as a set: what one side put in is in, what one side took out is out. */
function mergedIds({ base, ours, theirs }: Three<unknown>): readonly unknown[] | undefined {
  if (!Array.isArray(ours) && !Array.isArray(theirs)) return undefined;
  const [before, mine, others] = [listOf(base), listOf(ours), listOf(theirs)];
  const kept = others.filter((id) => mine.includes(id) || !before.includes(id));
  return [...kept, ...mine.filter((id) => !before.includes(id) && !others.includes(id))];
}

/** Turns judged, as a set. */
export function mergedSpans({ base, ours, theirs }: Three<readonly TurnSpan[]>): readonly TurnSpan[] {
  if (isSame(base, ours)) return theirs;
  if (isSame(base, theirs)) return ours;
  const goneFrom = (spans: readonly TurnSpan[]): readonly TurnSpan[] => withoutTurns(base, turnsIn(spans));
  const gone = turnsIn([...goneFrom(ours), ...goneFrom(theirs)]);
  return joinSpans(withoutTurns([...ours, ...theirs], gone));
}

function turnsIn(spans: readonly TurnSpan[]): ReadonlySet<number> {
  return new Set(
    spans.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)),
  );
}

function keysOf(ours: object, theirs: object, wanted: (key: string) => boolean = () => true): string[] {
  return [...new Set([...Object.keys(theirs), ...Object.keys(ours)])].filter(wanted);
}

function without(entry: object, unwanted: (key: string) => boolean): object {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !unwanted(key)));
}

function mapOf(value: unknown): object {
  return isObject(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isThere(value: unknown): boolean {
  return value !== undefined;
}
