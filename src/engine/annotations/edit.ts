import { apply } from './apply';
import { andThen, type Edit, type EntryEdit, type Step } from './change';
import { Draft } from './draft';
import {
  find,
  keyOf,
  sectionOf,
  type AnnotationFile,
  type Piece,
  type SectionPart,
  type TopPart,
} from './file';
import { entryKeys, type Entries, type Entry, type Section, type TopKey } from './layout';
import { field, isObject } from '../objects';
import { spelledTop } from './layouts';
import { compareEntries } from './order';
import { PieceList } from './pieceList';
import { renderEntry, renderTop } from './render';
import { isEntry } from './schema';
import { canonicalJson } from '../canonicalJson';
import type { Coding } from './types';

/**
 * Puts entries into a section, or in the place of those with the same key (`keyOf`). Of an entry that is there only the
 * fields that differ are written; keys the format does not know stay.
 */
export function put<S extends Section>(
  file: AnnotationFile,
  section: S,
  entries: Entries[S] | readonly Entries[S][],
): Step {
  const list: readonly Entry[] = Array.isArray(entries) ? entries : [entries];
  return andThen(complete(file), (whole) => {
    const there = openList(whole, section);
    return apply(
      whole,
      list.flatMap((entry) => putEdit(there, section, writable(section, entry), whole.eol)),
    );
  });
}

/** Takes entries out of a section; keys that are not there are passed over. */
export function remove(file: AnnotationFile, section: Section, keys: string | readonly string[]): Step {
  return andThen(complete(file), (whole) => {
    const there = openList(whole, section);
    const edits = [keys].flat().flatMap((key): Edit[] => {
      const before = there.pieces[there.locate(key)];
      return before ? [{ kind: 'entry', section, key, before, after: null }] : [];
    });
    return apply(whole, edits);
  });
}

/** Sets one field of an entry, or takes it out where `value` is undefined. Without such an entry nothing is done. */
export function setField<S extends Section, F extends keyof Entries[S]>(
  file: AnnotationFile,
  section: S,
  key: string,
  name: F,
  value: Entries[S][F],
): Step {
  return andThen(complete(file), (whole) => {
    const entry = find(whole, section, key);
    return entry ? put(whole, section, { ...entry, [name]: value }) : apply(whole, []);
  });
}

/** Sets a top-level key that is no section, or takes it out where `value` is undefined. */
export function setTop<K extends TopKey>(file: AnnotationFile, key: K, value: Coding[K]): Step {
  return setKey(file, key, value);
}

/** The same for any top-level key, also one that the format does not know. */
export function setKey(file: AnnotationFile, key: string, value: unknown): Step {
  return andThen(complete(file), (whole) => {
    const before =
      whole.parts.find((part): part is TopPart => part.kind === 'top' && part.key === key) ?? null;
    const raw: unknown = plain(value);
    if (raw === undefined) return apply(whole, before ? [{ kind: 'top', key, before, after: null }] : []);
    if (before && canonicalJson(before.raw) === canonicalJson(raw)) return apply(whole, []);
    const fresh: TopPart = { kind: 'top', key, lead: '', source: renderTop(key, raw, whole.eol), raw };
    const after = before ? spelledTop(before, raw, whole.eol) : fresh;
    return apply(whole, [{ kind: 'top', key, before, after }]);
  });
}

/**
 * Writes what a hand-written file may leave out: ids, empty lists of episodes. Every act does this first. What needs the
 * transcript (speaker, quote, context) is filled in by `describe` and `put`.
 */
export function complete(file: AnnotationFile): Step {
  const draft = new Draft(file);
  draft.layOutRoot();
  const whole = draft.close();
  const edits = whole.parts.flatMap((part) => (part.kind === 'section' ? completions(whole, part) : []));
  const inverse = draft.inverse();
  const first: Step = { file: whole, change: apply(whole, inverse).inverse, inverse };
  return edits.length > 0
    ? andThen(first, (next) => apply(next, edits))
    : { ...first, file: file.loose === null ? file : whole };
}

function completions(file: AnnotationFile, part: SectionPart): readonly Edit[] {
  if (part.pieces.every((piece) => piece.complete)) return [];
  const list = openList(file, part.key);
  return part.pieces.flatMap((before): Edit[] => {
    if (before.complete || before.key === null || before.value === null) return [];
    const after = list.spelled(before, before.value);
    return [{ kind: 'entry', section: part.key, key: before.key, before, after }];
  });
}

/** The pieces of a section, to be changed. */
export function openList(file: AnnotationFile, section: Section): PieceList {
  const none: SectionPart = {
    kind: 'section',
    key: section,
    lead: '',
    head: '',
    indent: 2,
    block: true,
    pieces: [],
  };
  const comparer = () => compareEntries(section, file.coding, file.ratingOrder);
  return new PieceList(sectionOf(file, section) ?? none, file.eol, comparer);
}

function putEdit(list: PieceList, section: Section, entry: Entry, eol: string): readonly EntryEdit[] {
  const key = keyOf(section, entry);
  const at = list.locate(key);
  const before = list.pieces[at];
  if (!before?.value) {
    const source = renderEntry(section, entry, list.section.indent, eol);
    const after: Piece = { lead: '', source, key, value: entry, raw: entry, complete: true };
    return [{ kind: 'entry', section, key, before: null, after }];
  }
  const value = withUnknown(section, before.value, entry);
  if (canonicalJson(before.value) === canonicalJson(value)) return [];
  const settle = list.inOrder(at) && list.compare(before.value, value) !== 0;
  return [{ kind: 'entry', section, key, before, after: list.spelled(before, value), settle }];
}

/** The new entry with the keys of the old one that the format does not know. */
function withUnknown(section: Section, before: Entry, entry: Entry): Entry {
  const unknown = Object.entries(before).filter(
    ([key]) => !entryKeys[section].includes(key) && field(entry, key) === undefined,
  );
  return unknown.length > 0 ? { ...Object.fromEntries(unknown), ...entry } : entry;
}

/**
 * A copy as it will be read again: without keys that hold nothing, and with U+FFFD for half a surrogate pair, which no
 * UTF-8 file can hold and for whose escape R refuses the whole file.
 */
function writable(section: Section, entry: Entry): Entry {
  const said = plain(entry);
  return isEntry(section, said) ? said : entry;
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\ufffd');
  if (Array.isArray(value)) return value.map(plain);
  if (!isObject(value)) return value;
  const said = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(said.map(([key, item]) => [key, plain(item)]));
}
