import type { EntryEdit, Place } from './change';
import { textOfPiece, type Piece, type SectionPart } from './file';
import { entryKeys, type Entry } from './layout';
import { field } from '../objects';
import { renderEntry } from './render';
import { respell } from './respell';
import { isEntry } from './schema';
import { canonicalJson } from '../canonicalJson';

type Comparer = (a: Entry, b: Entry) => number;

/** Of a key: where it stood when last seen, from which pieces put in and taken out shift it by a few; how many have it. */
interface Seen {
  readonly near: number;
  readonly count: number;
}

/** The pieces of one section while they are changed. */
export class PieceList {
  readonly pieces: Piece[];
  readonly section: SectionPart;
  readonly #eol: string;
  readonly #makeComparer: () => Comparer;
  #comparer: Comparer | null = null;
  #keys: Map<string, Seen> | null = null;

  constructor(section: SectionPart, eol: string, makeComparer: () => Comparer) {
    this.section = section;
    this.pieces = [...section.pieces];
    this.#eol = eol;
    this.#makeComparer = makeComparer;
  }

  /** The index of the entry with that key, -1 where there is none; of two, of the one that says what `text` says. */
  locate(key: string, text?: Piece | null): number {
    const at = this.#nearest(key);
    const found = this.pieces[at];
    if (!text || !found || textOfPiece(found) === textOfPiece(text)) return at;
    const twin = this.pieces.findIndex(
      (piece) => piece.key === key && textOfPiece(piece) === textOfPiece(text),
    );
    return twin >= 0 ? twin : at;
  }

  #nearest(key: string): number {
    const { near, count } = this.#seen(key);
    if (count === 0) return -1;
    for (let away = 0; away < this.pieces.length + near; away++) {
      if (this.pieces[near - away]?.key === key) return near - away;
      if (this.pieces[near + away]?.key === key) return near + away;
    }
    return -1;
  }

  /** Puts a piece at a place, else behind what stood above it there, else where it belongs; gives back what was put. */
  insert(piece: Piece, place: Place | undefined): Piece {
    const index = this.#fits(place) ?? this.#after(place) ?? this.#sortedIndex(piece);
    const put = this.#indented(piece);
    this.#count(piece.key, 1, index);
    this.pieces.splice(index, 0, put);
    return put;
  }

  /** Takes a piece out; gives back what stood there. */
  remove(index: number): { readonly piece: Piece; readonly place: Place } | null {
    const piece = this.pieces[index];
    if (!piece) return null;
    const place = this.#placeOf(index);
    this.#count(piece.key, -1, index);
    this.pieces.splice(index, 1);
    const twin = piece.key !== null && this.#seen(piece.key).count > 0;
    return { piece, place: twin ? { ...place, twin } : place };
  }

  /** What `edit` makes of the entry that stands at `index`: as it says, or field by field where the entry is another by now. */
  replaced(current: Piece, edit: EntryEdit): Piece | null {
    if (edit.after === null) return null;
    if (edit.before && textOfPiece(current) === textOfPiece(edit.before)) return edit.after;
    if (!current.value || !edit.after.value) return edit.after;
    const value = merged(current.value, edit.before?.value ?? null, edit.after.value);
    return isEntry(this.section.key, value) ? this.spelled(current, value) : edit.after;
  }

  /** The piece with its text changed to say `value`. */
  spelled(current: Piece, value: Entry): Piece {
    const { key, indent } = this.section;
    const written = renderEntry(key, value, indent, this.#eol);
    // An entry that stands as we write it is written again so; any other is changed field by field.
    const asWritten = current.source === renderEntry(key, current.raw, indent, this.#eol);
    const source = asWritten
      ? written
      : (respell(current.source, value, entryKeys[key], this.#eol) ?? written);
    return { ...current, source, value, raw: value, complete: true };
  }

  /** True where the entries beside it are in order with the one at `index`. */
  inOrder(index: number): boolean {
    const value = this.pieces[index]?.value;
    if (!value) return true;
    const [above, below] = [this.#valueBeside(index, -1), this.#valueBeside(index, 1)];
    return (!above || this.compare(above, value) <= 0) && (!below || this.compare(value, below) <= 0);
  }

  #placeOf(index: number): Place {
    return { index, previous: this.#keyAbove(index) };
  }

  /** A piece that was made for a list with its dashes elsewhere is written anew. */
  #indented(piece: Piece): Piece {
    const { key, indent } = this.section;
    if (piece.raw === undefined || piece.source.startsWith(`${' '.repeat(indent)}-`)) return piece;
    return { ...piece, lead: '', source: renderEntry(key, piece.value ?? piece.raw, indent, this.#eol) };
  }

  /** The index of a place if the same entry stands above it as did. */
  #fits(place: Place | undefined): number | null {
    if (!place || place.index > this.pieces.length) return null;
    return this.#keyAbove(place.index) === place.previous ? place.index : null;
  }

  #after(place: Place | undefined): number | null {
    const at = place?.previous ? this.locate(place.previous) : -1;
    return at < 0 ? null : at + 1;
  }

  /** Before the first entry that belongs behind it, else behind the last entry. */
  #sortedIndex(piece: Piece): number {
    const { value } = piece;
    const at = this.pieces.findIndex((one) => value && one.value && this.compare(one.value, value) > 0);
    return at >= 0 ? at : this.pieces.findLastIndex((one) => one.raw !== undefined) + 1 || this.pieces.length;
  }

  #keyAbove(index: number): string | null {
    for (let at = index - 1; at >= 0; at--) {
      const key = this.pieces[at]?.key;
      if (key !== null && key !== undefined) return key;
    }
    return null;
  }

  #valueBeside(index: number, step: 1 | -1): Entry | null {
    for (let at = index + step; at >= 0 && at < this.pieces.length; at += step) {
      const value = this.pieces[at]?.value;
      if (value) return value;
    }
    return null;
  }

  compare(a: Entry, b: Entry): number {
    this.#comparer ??= this.#makeComparer();
    return this.#comparer(a, b);
  }

  #count(key: string | null, by: 1 | -1, near: number): void {
    if (key === null) return;
    const count = this.#seen(key).count + by;
    this.#keys?.set(key, { near, count });
  }

  #seen(key: string): Seen {
    this.#keys ??= countKeys(this.pieces);
    return this.#keys.get(key) ?? { near: 0, count: 0 };
  }
}

function countKeys(pieces: readonly Piece[]): Map<string, Seen> {
  const keys = new Map<string, Seen>();
  for (const [at, { key }] of pieces.entries()) {
    if (key === null) continue;
    const before = keys.get(key);
    keys.set(key, { near: before?.near ?? at, count: (before?.count ?? 0) + 1 });
  }
  return keys;
}

/** What is there now, with the fields that differ between `before` and `after`. */
function merged(current: Entry, before: Entry | null, after: Entry): unknown {
  const changed = (key: string): boolean =>
    canonicalJson(field(before ?? {}, key)) !== canonicalJson(field(after, key));
  const kept = Object.entries(current).filter(([key]) => !changed(key));
  const set = Object.entries(after).filter(([key]) => changed(key));
  return Object.fromEntries([...kept, ...set]);
}
