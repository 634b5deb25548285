import { codingOf } from './assemble';
import type { Change, Edit, EntryEdit, Frame, Layout, LayoutEdit, Place, TopEdit } from './change';
import {
  textOfPart,
  type AnnotationFile,
  type Part,
  type Piece,
  type SectionPart,
  type TopPart,
} from './file';
import { sections, type Entry, type Section } from './layout';
import { blockParts, blockSection, rankOfKey, spelledTop } from './layouts';
import { hasComment } from '../yamlLines';
import { compareEntries } from './order';
import { PieceList } from './pieceList';

/** A file while a change is made to it, and what undoes what was done so far. */
export class Draft {
  readonly #file: AnnotationFile;
  #parts: Part[];
  #loose: string | null;
  /** The sections being changed. */
  readonly #lists = new Map<Section, PieceList>();
  readonly #touched = new Set<Section>();
  /** Those that were not in the file. */
  readonly #added = new Set<Section>();
  /** What undoes each edit, the first edit's first. */
  readonly #undone: Edit[] = [];

  constructor(file: AnnotationFile) {
    this.#file = file;
    this.#parts = [...file.parts];
    this.#loose = file.loose;
  }

  edit(edit: Edit): void {
    if (edit.kind === 'layout') this.#layOut(edit);
    else if (edit.kind === 'top') this.#editTop(edit);
    else this.#editEntry(edit);
  }

  /** Moves the entries that asked for it and are out of order now. */
  settle(change: Change): void {
    for (const edit of change) {
      if (edit.kind !== 'entry' || edit.settle !== true) continue;
      const list = this.#lists.get(edit.section);
      const at = list?.locate(edit.key, edit.after) ?? -1;
      if (list && at >= 0 && !list.inOrder(at)) this.#move(list, edit, at);
    }
  }

  close(): AnnotationFile {
    const parts = this.#closedParts();
    const read = codingOf(parts);
    // What was not touched stays the same value: whoever computed something of it need not compute it again.
    const kept = sections.filter((section) => !this.#touched.has(section));
    const same = Object.fromEntries(kept.map((section) => [section, this.#file.coding[section]]));
    return { ...this.#file, coding: { ...read, ...same }, parts, loose: this.#loose };
  }

  inverse(): Change {
    return [...this.#undone].reverse();
  }

  /** Gives a loose file the canonical layout; one of an older format, whose parts are spelled already, the present one. */
  layOutRoot(): void {
    if (this.#loose === null) return;
    const isSpelled = this.#parts.some((part) => textOfPart(part) !== '');
    const parts = isSpelled ? this.#parts : blockParts(this.#loose, this.#parts, this.#file.eol);
    this.#layOut(layoutEdit(null, { parts: this.#parts, loose: this.#loose }, { parts, loose: null }));
  }

  #closedParts(): Part[] {
    return this.#parts.map((part) => {
      const list = part.kind === 'section' ? this.#lists.get(part.key) : undefined;
      return part.kind === 'section' && list ? { ...part, pieces: list.pieces } : part;
    });
  }

  // Entries

  #editEntry(edit: EntryEdit): void {
    const list = this.#listFor(edit);
    const at = list?.locate(edit.key, edit.before) ?? -1;
    const current = list?.pieces[at];
    if (!list) return;
    if (!current || (edit.before === null && edit.place?.twin === true)) {
      if (edit.after) this.#insert(list, edit, edit.after);
      return;
    }
    const next = list.replaced(current, edit);
    if (next === null) {
      this.#remove(list, edit, at);
      return;
    }
    if (next !== current) {
      list.pieces[at] = next;
      this.#undo(edit, next, current);
    }
    if (edit.before && edit.place) this.#move(list, edit, at, edit.place);
  }

  #insert(list: PieceList, edit: EntryEdit, piece: Piece): void {
    const keepSection = list.pieces.length === 0 && !this.#added.has(edit.section);
    const put = list.insert(piece, edit.place);
    this.#undo({ ...edit, keepSection }, put, null);
  }

  #remove(list: PieceList, edit: EntryEdit, at: number): void {
    const removed = list.remove(at);
    if (!removed) return;
    const stays = list.pieces.length > 0 || edit.keepSection === true;
    const frame = stays ? null : this.#dropSection(list.section);
    this.#undo(edit, null, removed.piece, frame ? { ...removed.place, frame } : removed.place);
  }

  /** Puts a piece at another place of its list: at `place`, else where it belongs. */
  #move(list: PieceList, edit: EntryEdit, at: number, place?: Place): void {
    const taken = list.remove(at);
    if (!taken) return;
    list.insert(taken.piece, place);
    this.#undo(edit, taken.piece, taken.piece, taken.place);
  }

  #undo(edit: EntryEdit, before: Piece | null, after: Piece | null, place?: Place): void {
    const { section, key } = edit;
    const keep = after === null && edit.keepSection === true ? { keepSection: true } : {};
    this.#undone.push({ kind: 'entry', section, key, before, after, ...(place ? { place } : {}), ...keep });
  }

  /** The list of a section, in block style; null where the section is missing and nothing is to be put into it. */
  #listFor(edit: EntryEdit): PieceList | null {
    this.layOutRoot();
    const open = this.#lists.get(edit.section);
    if (open) return open;
    const part = this.#parts.find((one) => one.kind === 'section' && one.key === edit.section);
    if (part?.kind !== 'section') {
      return edit.after ? this.#open(this.#addSection(edit.section, edit.place?.frame)) : null;
    }
    if (part.block) return this.#open(part);
    const found = edit.after ?? part.pieces.some((piece) => piece.key === edit.key);
    return found ? this.#open(this.#layOutSection(part)) : null;
  }

  #open(part: SectionPart): PieceList {
    const list = new PieceList(part, this.#file.eol, () => this.#comparer(part.key));
    this.#lists.set(part.key, list);
    this.#touched.add(part.key);
    return list;
  }

  #comparer(section: Section): (a: Entry, b: Entry) => number {
    const { annotations } = codingOf(this.#closedParts());
    return compareEntries(section, { annotations }, this.#file.ratingOrder);
  }

  // Sections

  #addSection(section: Section, frame: Frame | undefined): SectionPart {
    const { lead, head, indent } = frame ?? { lead: '', head: `${section}:${this.#file.eol}`, indent: 2 };
    const part: SectionPart = { kind: 'section', key: section, lead, head, indent, block: true, pieces: [] };
    this.#parts.splice(this.#indexFor(section, frame?.place), 0, part);
    this.#added.add(section);
    return part;
  }

  /** A section goes with its last entry, unless a person wrote comments to it. */
  #dropSection(section: SectionPart): Frame | null {
    const { lead, head, indent } = section;
    const index = this.#parts.findIndex((part) => part.kind === 'section' && part.key === section.key);
    if (index < 0 || hasComment(lead + head)) return null;
    const place = { index, previous: this.#keyAbove(index) };
    this.#parts.splice(index, 1);
    this.#lists.delete(section.key);
    return { lead, head, indent, place };
  }

  // Top-level keys

  #editTop(edit: TopEdit): void {
    this.layOutRoot();
    const index = this.#parts.findIndex((part) => part.kind === 'top' && part.key === edit.key);
    const current = this.#parts[index];
    if (current?.kind !== 'top') {
      if (!edit.after) return;
      this.#parts.splice(this.#indexFor(edit.key, edit.place), 0, edit.after);
      this.#undoTop(edit.after, null, edit.key);
    } else if (edit.after) {
      const same = edit.before && textOfPart(edit.before) === textOfPart(current);
      const next = same ? edit.after : spelledTop(current, edit.after.raw, this.#file.eol);
      this.#parts[index] = next;
      this.#undoTop(next, current, edit.key);
    } else {
      this.#parts.splice(index, 1);
      this.#undoTop(null, current, edit.key, { index, previous: this.#keyAbove(index) });
    }
  }

  #undoTop(before: TopPart | null, after: TopPart | null, key: string, place?: Place): void {
    this.#undone.push({ kind: 'top', key, before, after, ...(place ? { place } : {}) });
  }

  /** Where a key belongs: where it stood, else behind the keys that come before it, else before all others. */
  #indexFor(key: string, place: Place | undefined): number {
    if (place && place.index <= this.#parts.length && this.#keyAbove(place.index) === place.previous) {
      return place.index;
    }
    const rank = rankOfKey(key);
    const before = this.#parts.findLastIndex((part) => part.kind !== 'text' && rankOfKey(part.key) <= rank);
    if (before >= 0) return before + 1;
    return Math.max(
      0,
      this.#parts.findIndex((part) => part.kind !== 'text'),
    );
  }

  #keyAbove(index: number): string | null {
    const part = this.#parts.slice(0, index).findLast((one) => one.kind !== 'text');
    return part?.key ?? null;
  }

  // Layout

  #layOut(edit: LayoutEdit): void {
    const done = edit.section === null ? this.#layOutFile(edit) : this.#replaceSection(edit, edit.section);
    if (!done) return;
    for (const part of edit.after.parts) if (part.kind === 'section') this.#touched.add(part.key);
    this.#undone.push({ ...edit, before: edit.after, after: edit.before });
  }

  #layOutFile({ before, after }: LayoutEdit): boolean {
    const same =
      before.loose === null && this.#loose === null
        ? isSame(before.parts, this.#closedParts())
        : before.loose === this.#loose;
    if (!same) return false;
    this.#parts = [...after.parts];
    this.#loose = after.loose;
    this.#lists.clear();
    return true;
  }

  #replaceSection({ before, after }: LayoutEdit, section: Section): boolean {
    const parts = this.#closedParts();
    const index = parts.findIndex((part) => part.kind === 'section' && part.key === section);
    if (index < 0 || !isSame(before.parts, parts.slice(index, index + 1))) return false;
    this.#parts = [...parts.slice(0, index), ...after.parts, ...parts.slice(index + 1)];
    this.#lists.delete(section);
    return true;
  }

  #layOutSection(part: SectionPart): SectionPart {
    const next = blockSection(part, this.#file.eol);
    this.#layOut(layoutEdit(part.key, { parts: [part], loose: null }, { parts: [next], loose: null }));
    return next;
  }
}

function layoutEdit(section: Section | null, before: Layout, after: Layout): LayoutEdit {
  return { kind: 'layout', section, before, after };
}

/** True where the parts are the same, byte for byte. */
function isSame(a: readonly Part[], b: readonly Part[]): boolean {
  return a.map(textOfPart).join('') === b.map(textOfPart).join('');
}
