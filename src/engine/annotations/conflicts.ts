import { deleteAnnotations, nothing } from './acts';
import { andThen, type Step } from './change';
import { put, remove, setKey } from './edit';
import { entriesOf, find, keyOf, type AnnotationFile } from './file';
import { isSection, type Entry, type Section } from './layout';
import { field, isObject } from '../objects';
import { isEntry } from './schema';
import { placeIn, withPlace } from './threeWay';
import type { Conflict } from './types';

/** What is kept of two versions until a person decides (product section 10). */

/** The entry that a conflict is about; null for a key of the file itself. */
export function entryOf({ about }: Conflict): { readonly section: Section; readonly key: string } | null {
  const slash = about.indexOf('/');
  const section = about.slice(0, Math.max(0, slash));
  return isSection(section) ? { section, key: about.slice(slash + 1) } : null;
}

/** What stands here, where the other version says `conflict.value`; the entry as a whole where the other has none. */
export function valueHere(file: AnnotationFile, conflict: Conflict): unknown {
  const found = entryOf(conflict);
  if (!found) return field(file.coding, conflict.about);
  const entry = entryAt(file, found.section, found.key);
  if (!entry || conflict.field === undefined) return entry ?? undefined;
  if (conflict.field === 'at') return placeIn(entry);
  const scale = scaleOf(conflict);
  return scale === null ? field(entry, conflict.field) : field(mapIn(entry), scale);
}

const mostWords = 60;

/**
 * The words that a conflict is about, on one line and shortened: those of the passage; of a comment's, or what it or a memo says; of an
 * episode's first passage. Null where it is about none.
 */
export function wordsConcerned(file: AnnotationFile, conflict: Conflict): string | null {
  const found = entryOf(conflict);
  const entry = found && entryAt(file, found.section, found.key);
  if (!entry) return null;
  const [first = ''] = 'ruptures' in entry ? [...entry.ruptures, ...entry.repairs] : [];
  const quoting = 'ruptures' in entry ? find(file, 'annotations', first) : entry;
  const words = [field(quoting ?? {}, 'quote'), field(entry, 'text')].find((one) => typeof one === 'string');
  const line = words?.trim().replaceAll(/\s+/g, ' ');
  const letters = Array.from(line ?? '');
  if (letters.length <= mostWords) return line || null;
  return `${letters.slice(0, mostWords).join('').replace(/ \S*$/, '')} …`;
}

/** Settles a conflict as one step: what stands here stays, or the other version's value takes its place. */
export function settle(file: AnnotationFile, id: string, keep: 'here' | 'other'): Step {
  const conflict = find(file, 'conflicts', id);
  if (!conflict) return nothing(file);
  const taken = keep === 'other' ? takeOther(file, conflict) : nothing(file);
  return andThen(taken, (now) => remove(now, 'conflicts', id));
}

function takeOther(file: AnnotationFile, conflict: Conflict): Step {
  const found = entryOf(conflict);
  if (!found) return setKey(file, conflict.about, conflict.value);
  const { section, key } = found;
  const entry = entryAt(file, section, key);
  if (!entry) return nothing(file);
  if (conflict.field === undefined) {
    return section === 'annotations' ? deleteAnnotations(file, [key]) : remove(file, section, key);
  }
  const next = withOther(entry, conflict, conflict.field);
  return isEntry(section, next) ? put(file, section, next) : nothing(file);
}

function withOther(entry: Entry, conflict: Conflict, name: string): object {
  const { value } = conflict;
  if (name === 'at') return withPlace(entry, isObject(value) ? value : {});
  const scale = scaleOf(conflict);
  if (scale === null) return { ...entry, [name]: value };
  const ratings = Object.entries(mapIn(entry)).filter(([key]) => key !== scale);
  const all = value === undefined ? ratings : [...ratings, [scale, value] as const];
  return { ...entry, ratings: all.length > 0 ? Object.fromEntries(all) : undefined };
}

function scaleOf({ field: name }: Conflict): string | null {
  return name?.startsWith('ratings.') === true ? name.slice('ratings.'.length) : null;
}

function mapIn(entry: Entry): object {
  const ratings = field(entry, 'ratings');
  return isObject(ratings) ? ratings : {};
}

function entryAt(file: AnnotationFile, section: Section, key: string): Entry | null {
  return entriesOf(file.coding, section).find((entry) => keyOf(section, entry) === key) ?? null;
}
