import type { AnnotationFile, Part, Piece, TopPart } from './file';
import type { Section } from './layout';

/**
 * What an act does to a file, piece by piece, each with its text before and after: applied in order it is the act, and what
 * `apply` gives back with it is its undoing, byte for byte. A change may be applied to a file that others have changed
 * meanwhile: entries are found by key, and of an entry that differs only the fields the act changed are set.
 */
export type Change = readonly Edit[];

export type Edit = EntryEdit | TopEdit | LayoutEdit;

/** An entry is put in (`before` null), taken out (`after` null) or replaced. */
export interface EntryEdit {
  readonly kind: 'entry';
  readonly section: Section;
  readonly key: string;
  readonly before: Piece | null;
  readonly after: Piece | null;
  /** Where it stood or is to stand; by its sorted place where this is missing or no longer fits. */
  readonly place?: Place;
  /** The entry is to be moved to its sorted place should it be out of order afterwards. */
  readonly settle?: boolean;
  /** The section stays when its last entry goes: it stood there empty before. */
  readonly keepSection?: boolean;
}

export interface Place {
  /** Among the pieces of the section, or the parts of the file. */
  readonly index: number;
  /** The key of the nearest one above that has a key; null at the top. */
  readonly previous: string | null;
  /** Another of the same key stands in the section. */
  readonly twin?: boolean;
  /** The section itself, which went with its last entry. */
  readonly frame?: Frame;
}

export interface Frame {
  readonly lead: string;
  readonly head: string;
  readonly indent: number;
  readonly place: Place;
}

/** A top-level key that is no section. */
export interface TopEdit {
  readonly kind: 'top';
  readonly key: string;
  readonly before: TopPart | null;
  readonly after: TopPart | null;
  readonly place?: Place;
}

/** A section, or the whole file (`section` null), is laid out anew, saying the same. */
export interface LayoutEdit {
  readonly kind: 'layout';
  readonly section: Section | null;
  readonly before: Layout;
  readonly after: Layout;
}

export interface Layout {
  readonly parts: readonly Part[];
  readonly loose: string | null;
}

/** A file after an act; `change` does it again, `inverse` takes it back. */
export interface Step {
  readonly file: AnnotationFile;
  readonly change: Change;
  readonly inverse: Change;
}

/** One act of several: `next` goes on where `first` ended. */
export function andThen(first: Step, next: (file: AnnotationFile) => Step): Step {
  const second = next(first.file);
  return {
    file: second.file,
    change: [...first.change, ...second.change],
    inverse: [...second.inverse, ...first.inverse],
  };
}
