import { nothing } from './acts';
import { apply } from './apply';
import { andThen, type EntryEdit, type Step } from './change';
import { complete, openList, put, setKey } from './edit';
import { sectionOf, source, type AnnotationFile, type Piece, type TopPart } from './file';
import { derivedId } from './ids';
import { sections, type Entry, type Section } from './layout';
import type { PieceList } from './pieceList';
import { isEntry } from './schema';
import { sealHolds } from './seal';
import { canonicalJson } from '../canonicalJson';
import { isSame, merged, mergedEntry, mergedSpans, workOf, type Texts } from './threeWay';
import type { Conflict } from './types';

/** Two states of one person's file, and the one both come of; null where nobody knows it. */
export interface Versions {
  readonly base: AnnotationFile | null;
  readonly ours: AnnotationFile;
  /** The ground: its layout stays, and of a field with two new values its value. */
  readonly theirs: AnnotationFile;
}

export interface Merge {
  /** From `theirs` to both in one. What could not be decided stands in its `conflicts`. */
  readonly step: Step;
  /** Those that are new. */
  readonly conflicts: readonly Conflict[];
  /** Both in one is not what was sealed: the release is taken back. */
  readonly unsealed: boolean;
}

export interface MergeOptions {
  /** The time, ISO 8601. */
  readonly at: string;
  /** Where `ours` was found, for the person who decides; left out for another window. */
  readonly from?: string | undefined;
}

/** Whether two files are states of one: the same coder's, of the same transcript. */
export function areVersions(a: AnnotationFile, b: AnnotationFile): boolean {
  return a.coding.coder === b.coding.coder && a.coding.transcript === b.coding.transcript;
}

/** Why a file cannot be merged: what cannot be read, or is there twice, would be lost. */
export function isMergeable(file: AnnotationFile): boolean {
  return file.parts.every((part) => {
    if (part.kind !== 'section') return true;
    const entries = part.pieces.filter(({ raw }) => raw !== undefined);
    const keys = new Set(entries.map(({ key }) => key));
    return !keys.has(null) && keys.size === entries.length;
  });
}

/**
 * Both states in one, by id: what one side put in, changed or took out counts. Where both changed the same field, or one
 * changed what the other deleted, both are kept: the one in its place, the other under `conflicts`.
 */
export function merge(versions: Versions, options: MergeOptions): Merge {
  const { base, ours, theirs } = versions;
  const none: Merge = { step: nothing(theirs), conflicts: [], unsealed: false };
  if (source(ours) === source(theirs) || (base && source(base) === source(ours))) return none;
  if (base && source(base) === source(theirs)) {
    // Byte for byte: what nobody else changed is as we left it.
    return { ...none, step: replaced(theirs, ours) };
  }
  return new Merging(versions, options).done();
}

/** The one file in the other's place, as one step. */
function replaced(before: AnnotationFile, after: AnnotationFile): Step {
  const layout = (file: AnnotationFile) => ({ parts: file.parts, loose: file.loose });
  const change = [{ kind: 'layout', section: null, before: layout(before), after: layout(after) }] as const;
  const { inverse } = apply(before, change);
  return { file: after, change, inverse };
}

class Merging {
  readonly #base: AnnotationFile | null;
  readonly #ours: AnnotationFile;
  readonly #whole: Step;
  readonly #options: MergeOptions;
  readonly #texts: Texts;
  readonly #conflicts: Conflict[] = [];

  constructor({ base, ours, theirs }: Versions, options: MergeOptions) {
    this.#base = base;
    this.#ours = complete(ours).file;
    this.#whole = complete(theirs);
    this.#options = options;
    const moved = base !== null && !isSame(base.coding.text, ours.coding.text);
    const differ = !isSame(ours.coding.text, theirs.coding.text);
    this.#texts = { differ, from: moved ? 'ours' : 'theirs' };
  }

  done(): Merge {
    const theirs = this.#whole.file;
    const edits = sections.flatMap((section) => this.#section(section, theirs));
    const laid = andThen(this.#whole, (now) => apply(now, edits));
    const topped = this.#topKeys().reduce(
      (step, [key, value]) => andThen(step, (now) => setKey(now, key, value)),
      laid,
    );
    const kept = andThen(topped, (now) => put(now, 'conflicts', this.#conflicts));
    const unsealed = !this.#isSealed(kept.file);
    const step = unsealed ? andThen(kept, (now) => this.#takenBack(now)) : kept;
    return { step, conflicts: this.#conflicts, unsealed };
  }

  #section(section: Section, theirs: AnnotationFile): readonly EntryEdit[] {
    const list = openList(theirs, section);
    const mine = entriesByKey(this.#ours, section);
    const before = entriesByKey(this.#base, section);
    const added = [...mine].flatMap(([key, piece]) => {
      const there = list.pieces[list.locate(key)];
      const was = before.get(key)?.value ?? null;
      return there
        ? this.#both(list, { key, was, mine: piece, theirs: there })
        : this.#oursOnly(section, key, was, piece);
    });
    const gone = list.pieces.flatMap((piece) => {
      const was = before.get(piece.key ?? '')?.value;
      return was && piece.key !== null && !mine.has(piece.key)
        ? this.#deleted(section, piece, piece.key, was)
        : [];
    });
    return [...added, ...gone];
  }

  #both(
    list: PieceList,
    { key, was, mine, theirs }: { key: string; was: Entry | null; mine: Piece; theirs: Piece },
  ): readonly EntryEdit[] {
    if (!mine.value || !theirs.value || sayTheSame(mine, theirs)) return [];
    const three = { base: was ?? {}, ours: mine.value, theirs: theirs.value };
    const { entry, clashes } = mergedEntry(three, this.#texts);
    const { key: section } = list.section;
    for (const { field, other } of clashes) this.#note(`${section}/${key}`, field, other);
    if (!isEntry(section, entry) || isSame(entry, theirs.value)) return [];
    const settle = list.inOrder(list.locate(key)) && list.compare(theirs.value, entry) !== 0;
    const lead = theirs.lead || this.#ending(mine.lead);
    return [
      {
        kind: 'entry',
        section,
        key,
        before: theirs,
        after: { ...list.spelled(theirs, entry), lead },
        settle,
      },
    ];
  }

  /** Put in by us, or taken out by them: then it comes back only if we made something of it meanwhile. */
  #oursOnly(section: Section, key: string, was: Entry | null, piece: Piece): readonly EntryEdit[] {
    if (was && !this.#isChanged(was, piece.value, this.#ours)) return [];
    if (was) this.#note(`${section}/${key}`);
    const after = { ...piece, lead: this.#ending(piece.lead), source: this.#ending(piece.source) };
    return [{ kind: 'entry', section, key, before: null, after }];
  }

  /** Taken out by us, unless they made something of it meanwhile. */
  #deleted(section: Section, piece: Piece, key: string, was: Entry): readonly EntryEdit[] {
    if (!this.#isChanged(was, piece.value, this.#whole.file)) {
      return [{ kind: 'entry', section, key, before: piece, after: null }];
    }
    this.#note(`${section}/${key}`);
    return [];
  }

  #isChanged(was: Entry, now: Entry | null, side: AnnotationFile): boolean {
    return isReworked(was, now, !isSame(this.#base?.coding.text, side.coding.text));
  }

  /** The keys of the file itself that are to be set. */
  #topKeys(): [string, unknown][] {
    const [base, ours, theirs] = [topKeysOf(this.#base), topKeysOf(this.#ours), topKeysOf(this.#whole.file)];
    return [...new Set([...theirs.keys(), ...ours.keys()])].flatMap((key): [string, unknown][] => {
      if (key === 'coded') return [[key, this.#coded()]];
      const three = { base: base.get(key), ours: ours.get(key), theirs: theirs.get(key) };
      if (key === 'text') return [[key, three[this.#texts.from]]];
      const { value, clashes } = merged(three);
      if (clashes && key !== 'released') this.#note(key, undefined, three.ours);
      return [[key, value]];
    });
  }

  #coded(): unknown {
    const coded = (file: AnnotationFile | null) => file?.coding.coded ?? [];
    const spans = mergedSpans({
      base: coded(this.#base),
      ours: coded(this.#ours),
      theirs: coded(this.#whole.file),
    });
    return spans.length > 0 ? spans : undefined;
  }

  /** A release stands where what was sealed is what there is, and nothing is open. */
  #isSealed({ coding }: AnnotationFile): boolean {
    if (coding.released === undefined) return true;
    if (this.#conflicts.length > 0) return false;
    // A seal that somebody broke by hand is for the Problems view.
    const wasBroken = [this.#ours, this.#whole.file].some(
      (side) => isSame(side.coding.released, coding.released) && !sealHolds(side.coding),
    );
    return wasBroken || sealHolds(coding);
  }

  #takenBack(file: AnnotationFile): Step {
    const { at } = this.#options;
    const open = setKey(file, 'released', undefined);
    return andThen(open, (now) => put(now, 'log', { at, event: 'taken_back', reason: 'merged' }));
  }

  /** The same conflict has the same id, whoever finds it. */
  #note(about: string, field?: string, value?: unknown): void {
    const { from } = this.#options;
    const said = { about, field, value };
    const id = derivedId(`conflicts\t${canonicalJson(said)}`, new Set());
    this.#conflicts.push({ id, ...said, ...(from === undefined ? {} : { from }) });
  }

  #ending(text: string): string {
    return text.replaceAll(/\r?\n/g, this.#whole.file.eol);
  }
}

/**
 * The entries that another state of a file has otherwise, came or went, as `annotations/k7f3m2q9`; those whose place only
 * followed the text are not among them.
 */
export function changedEntries(before: AnnotationFile, after: AnnotationFile): readonly string[] {
  const moved = !isSame(before.coding.text, after.coding.text);
  return sections.flatMap((section) => {
    const [was, now] = [entriesByKey(before, section), entriesByKey(after, section)];
    return [...new Set([...was.keys(), ...now.keys()])]
      .filter((key) => {
        const [one, other] = [was.get(key), now.get(key)];
        return !one || !other || (one.source !== other.source && isReworked(one.value, other.value, moved));
      })
      .map((key) => `${section}/${key}`);
  });
}

/** Most entries stand in both as they were: their text tells it without a look at each field. */
function sayTheSame(a: Piece, b: Piece): boolean {
  return a.source === b.source || isSame(a.value, b.value);
}

function isReworked(was: Entry | null, now: Entry | null, moved: boolean): boolean {
  if (!was || !now || !moved) return !isSame(was, now);
  return !isSame(workOf(was), workOf(now));
}

function entriesByKey(file: AnnotationFile | null, section: Section): ReadonlyMap<string, Piece> {
  const pieces = (file && sectionOf(file, section)?.pieces) ?? [];
  return new Map(
    pieces.flatMap((piece): [string, Piece][] => (piece.key === null ? [] : [[piece.key, piece]])),
  );
}

function topKeysOf(file: AnnotationFile | null): ReadonlyMap<string, unknown> {
  const tops = (file?.parts ?? []).filter((part): part is TopPart => part.kind === 'top');
  return new Map(tops.map(({ key, raw }) => [key, raw]));
}
