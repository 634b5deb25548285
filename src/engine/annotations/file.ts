import type { Entries, Entry, Section } from './layout';
import type { Coding } from './types';

/**
 * An annotation file as text in pieces. An act replaces the pieces it touches; every other byte stays as it is, comments,
 * order and unknown keys included. All values are immutable.
 *
 *     # alice, second pass          ← lead of the top part below
 *     coder: alice                  ← top part
 *     annotations:                  ← head of a section part
 *       # not sure about this one   ← lead of the piece below
 *       - id: k7f3m2q9              ← source of a piece, to the end of its last line
 *         code: bond
 */
export interface AnnotationFile {
  /** What the file says. Entries stand in the order of the file. */
  readonly coding: Coding;
  readonly parts: readonly Part[];
  /**
   * The text of a file that is laid out anew at the first change. One that is one map in flow style (JSON) or indented as a
   * whole: its parts have no source of their own. One of an older format: its parts are spelled in the present one already.
   * Null for every other file.
   */
  readonly loose: string | null;
  readonly eol: '\n' | '\r\n';
  /** False where the last line has no end. */
  readonly terminated: boolean;
  /** The codebook's ratings in their order: where a new rating is put. */
  readonly ratingOrder: readonly string[];
}

export type Part = TextPart | TopPart | SectionPart;

/** Lines that belong to nothing: directives, document marks, comments that stand apart. */
export interface TextPart {
  readonly kind: 'text';
  readonly source: string;
}

/** A top-level key that is no section, also an unknown one. */
export interface TopPart {
  readonly kind: 'top';
  readonly key: string;
  /** Blank lines and comments directly above. */
  readonly lead: string;
  readonly source: string;
  readonly raw: unknown;
}

/** A list of entries. */
export interface SectionPart {
  readonly kind: 'section';
  readonly key: Section;
  readonly lead: string;
  /** The line of the key; where the list is not in block style, all of it. */
  readonly head: string;
  /** Column of the dashes. */
  readonly indent: number;
  /** False for a list in flow style: its pieces have no source of their own until the first change. */
  readonly block: boolean;
  readonly pieces: readonly Piece[];
}

/** An entry, or comments that stand apart between two (`raw` is undefined then). */
export interface Piece {
  /** Blank lines and comments directly above. */
  readonly lead: string;
  readonly source: string;
  /** What the entry is found by (`keyOf`); null where it cannot be read. */
  readonly key: string | null;
  /** Null where it cannot be read. */
  readonly value: Entry | null;
  /** The value as it stands in the text. */
  readonly raw: unknown;
  /** False where the value holds what the text does not say yet: an id, an empty list. */
  readonly complete: boolean;
}

/** The text of the file. */
export function source(file: AnnotationFile): string {
  const text = file.loose ?? file.parts.map(textOfPart).join('');
  return file.terminated ? text : text.slice(0, text.length - file.eol.length);
}

export function textOfPart(part: Part): string {
  if (part.kind === 'text') return part.source;
  if (part.kind === 'top') return part.lead + part.source;
  return part.lead + part.head + part.pieces.map(textOfPiece).join('');
}

export function textOfPiece(piece: Piece): string {
  return piece.lead + piece.source;
}

/** What an entry is found by: its id; rating and scope; what was decided about; all that a log entry says. Unique in its section. */
export function keyOf(section: Section, entry: Entry): string {
  if ('id' in entry) return entry.id;
  if ('rating' in entry) {
    const { scope } = entry;
    return `${entry.rating} ${scope === 'session' ? scope : `segment ${scope.segment}`}`;
  }
  if (!('event' in entry)) return [section, ...entry.from].join(' ');
  return [section, entry.at, entry.event, entry.about ?? '', entry.by ?? '', entry.reason ?? ''].join(' ');
}

/** The entries of a section that could be read, in the order of the file. */
export function valuesOf<S extends Section>(pieces: readonly Piece[], section: S): readonly Entries[S][] {
  return pieces.map((piece) => piece.value).filter((value) => isOf(section, value));
}

/** The pieces of a section hold its entries: read and put there by the schema of that section. */
function isOf<S extends Section>(_section: S, value: Entry | null): value is Entries[S] {
  return value !== null;
}

export function sectionOf(file: AnnotationFile, section: Section): SectionPart | null {
  const part = file.parts.find((one) => one.kind === 'section' && one.key === section);
  return part?.kind === 'section' ? part : null;
}

/** The entry of a section with that key (`keyOf`); null where there is none. */
export function find<S extends Section>(file: AnnotationFile, section: S, key: string): Entries[S] | null {
  return entriesOf(file.coding, section).find((entry) => keyOf(section, entry) === key) ?? null;
}

/** The entries of a section. */
export function entriesOf<S extends Section>(coding: Coding, section: S): readonly Entries[S][] {
  const lists: { readonly [K in Section]: readonly Entries[K][] } = coding;
  return lists[section];
}
