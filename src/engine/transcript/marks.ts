import { comparePositions, type Position } from '../position';
import { mapPassage, minimalDifference } from './difference';
import type { Line } from './lines';

/** A place that stays on its line while other lines come and go. UTF-16 column. */
export interface Anchor {
  readonly line: Line;
  readonly character: number;
}

/**
 * A passage that moves with the text (product section 4, live edits): a replacement counts as its minimal difference; text
 * typed at an edge stays outside; a passage wholly replaced covers the replacement, unsure; replaced by nothing it is
 * lost, and the text coming back to its place brings it back.
 */
export interface Mark {
  readonly id: string;
  start: Anchor;
  end: Anchor;
  /** `unsure`: it covers words that were never marked. `lost`: it covers none. */
  state: 'sure' | 'unsure' | 'lost';
}

/** A change of lines `start.line…end.line`, which were `before` and are `after`. */
export interface Edit {
  readonly start: Position;
  readonly end: Position;
  readonly before: readonly Line[];
  readonly after: readonly Line[];
  /** A line of the text, as it was. */
  readonly lineAt: (index: number) => Line | undefined;
  /** The new text, line by line. */
  readonly inserted: readonly string[];
  /** Whether a line begins a turn. */
  readonly startsTurn: (line: Line) => boolean;
}

const word = /[\p{L}\p{N}]/u;

interface Loss {
  readonly mark: Mark;
  /** Where the words stood and which they were: they have to come back there. */
  readonly at: Position;
  readonly words: string;
  readonly from: number;
  readonly to: number;
  readonly state: Mark['state'];
}

/** The marks of one text, found by the lines they begin and end on. */
export class Marks {
  readonly #byId = new Map<string, Mark>();
  readonly #byLine = new Map<Line, Set<Mark>>();
  readonly losses: Loss[] = [];

  get(id: string): Mark | undefined {
    return this.#byId.get(id);
  }

  all(): IterableIterator<Mark> {
    return this.#byId.values();
  }

  /** Adds a mark, or moves the one of this id. */
  put(id: string, start: Anchor, end: Anchor, state: Mark['state'] = 'sure'): Mark {
    this.remove(id);
    const mark: Mark = { id, start, end, state };
    this.#byId.set(id, mark);
    this.#attach(mark);
    return mark;
  }

  remove(id: string): void {
    const mark = this.#byId.get(id);
    if (!mark) return;
    this.detach(mark);
    this.#byId.delete(id);
    const loss = this.losses.findIndex((each) => each.mark === mark);
    if (loss >= 0) this.losses.splice(loss, 1);
  }

  clear(): void {
    this.#byId.clear();
    this.#byLine.clear();
    this.losses.length = 0;
  }

  on(line: Line): Iterable<Mark> {
    return this.#byLine.get(line) ?? [];
  }

  move(mark: Mark, start: Anchor, end: Anchor): void {
    this.detach(mark);
    mark.start = start;
    mark.end = end;
    this.#attach(mark);
  }

  detach(mark: Mark): void {
    for (const line of [mark.start.line, mark.end.line]) {
      const marks = this.#byLine.get(line);
      marks?.delete(mark);
      if (marks?.size === 0) this.#byLine.delete(line);
    }
  }

  #attach(mark: Mark): void {
    for (const line of [mark.start.line, mark.end.line]) {
      const marks = this.#byLine.get(line);
      if (marks) marks.add(mark);
      else this.#byLine.set(line, new Set([mark]));
    }
  }
}

/** The lines of an edit as one string, and columns as places in it. */
class Region {
  readonly text: string;
  readonly #starts: number[] = [];
  readonly #lines: readonly Line[];

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    let at = 0;
    for (const line of lines) {
      this.#starts.push(at);
      at += line.text.length + 1;
    }
    this.text = lines.map((line) => line.text).join('\n');
  }

  offset(index: number, character: number): number {
    return (this.#starts[index] ?? 0) + character;
  }

  anchor(offset: number): Anchor | null {
    let index = this.#starts.length - 1;
    while (index > 0 && (this.#starts[index] ?? 0) > offset) index--;
    const line = this.#lines[index];
    return line ? { line, character: offset - (this.#starts[index] ?? 0) } : null;
  }

  position(offset: number, firstLine: number): Position {
    let index = this.#starts.length - 1;
    while (index > 0 && (this.#starts[index] ?? 0) > offset) index--;
    return { line: firstLine + index, character: offset - (this.#starts[index] ?? 0) };
  }
}

/** Carries every mark on the touched lines over to the new lines. */
export function mapMarks(marks: Marks, edit: Edit): void {
  const touched = new Set<Mark>();
  for (const line of edit.before) for (const mark of marks.on(line)) touched.add(mark);
  if (touched.size === 0 && marks.losses.length === 0) return;
  const old = new Region(edit.before);
  const next = new Region(edit.after);
  const from = edit.start.character;
  const to = old.offset(edit.before.length - 1, edit.end.character);
  const difference = minimalDifference(old.text.slice(from, to), edit.inserted.join('\n'));
  const cut = { start: from + difference.start, end: from + difference.end, length: difference.text.length };
  const carry = new Carrier(marks, edit, old, next, cut);
  for (const mark of touched) carry.mark(mark);
  carry.bringBack(difference.text);
}

class Carrier {
  readonly #marks: Marks;
  readonly #edit: Edit;
  readonly #old: Region;
  readonly #next: Region;
  readonly #cut: { start: number; end: number; length: number };
  readonly #index: ReadonlyMap<Line, number>;
  readonly #lostNow = new Set<Mark>();

  constructor(
    marks: Marks,
    edit: Edit,
    old: Region,
    next: Region,
    cut: { start: number; end: number; length: number },
  ) {
    this.#marks = marks;
    this.#edit = edit;
    this.#old = old;
    this.#next = next;
    this.#cut = cut;
    this.#index = new Map(edit.before.map((line, index) => [line, index]));
  }

  mark(mark: Mark): void {
    const first = this.#index.get(mark.start.line);
    const last = this.#index.get(mark.end.line);
    const start = first === undefined ? -1 : this.#old.offset(first, mark.start.character);
    const end = last === undefined ? Number.POSITIVE_INFINITY : this.#old.offset(last, mark.end.character);
    if (mark.state === 'lost') return this.#settle(mark, start, start, first, last);
    const mapped = mapPassage(start, end, this.#cut);
    if (mapped.end <= mapped.start || (mapped.replaced && this.#crossesTurns()))
      return this.#lose(mark, start, end);
    if (mapped.replaced || this.#leavesNoWord(mark, start, end)) mark.state = 'unsure';
    this.#settle(mark, mapped.start, mapped.end, first, last);
  }

  /** Whether of the passage only marks like a full stop were left standing: its words are others, whatever they share. */
  #leavesNoWord(mark: Mark, start: number, end: number): boolean {
    const { start: from, end: to } = this.#cut;
    if (from === to || end <= from || start >= to) return false;
    const left = this.#old.text.slice(Math.max(0, start), from) + this.#old.text.slice(to, Math.max(to, end));
    const isAbove = start < 0 && this.#hasWord(mark.start, -1);
    const isBelow = end > this.#old.text.length && this.#hasWord(mark.end, 1);
    return !word.test(left) && !isAbove && !isBelow;
  }

  /** Whether a passage has a word on the lines between the touched ones and its own end above or below. */
  #hasWord({ line, character }: Anchor, step: -1 | 1): boolean {
    const { lineAt, start, before } = this.#edit;
    let at = step < 0 ? start.line - 1 : start.line + before.length;
    for (let each = lineAt(at); each && each !== line; each = lineAt(at)) {
      if (word.test(each.text)) return true;
      at += step;
    }
    return word.test(step < 0 ? line.text.slice(character) : line.text.slice(0, character));
  }

  /** Whether the words taken out or put in reach over a label: then they are not "within a turn". */
  #crossesTurns(): boolean {
    const { start, end, length } = this.#cut;
    return (
      this.#labelWithin(this.#old, this.#edit.before, start, end) ||
      this.#labelWithin(this.#next, this.#edit.after, start, start + length)
    );
  }

  #labelWithin(region: Region, lines: readonly Line[], start: number, end: number): boolean {
    const first = region.position(start, 0).line;
    const last = region.position(end, 0).line;
    return lines.slice(first + 1, last + 1).some((line) => this.#edit.startsTurn(line));
  }

  #settle(mark: Mark, start: number, end: number, first: number | undefined, last: number | undefined): void {
    const newStart = first === undefined ? mark.start : this.#next.anchor(start);
    const newEnd = last === undefined ? mark.end : this.#next.anchor(end);
    if (newStart && newEnd) this.#marks.move(mark, newStart, newEnd);
  }

  #lose(mark: Mark, start: number, end: number): void {
    const { start: from, end: to } = this.#cut;
    const words = this.#old.text.slice(from, to);
    const at = this.#old.position(from, this.#edit.start.line);
    this.#marks.losses.push({ mark, at, words, from: start - from, to: end - from, state: mark.state });
    mark.state = 'lost';
    this.#lostNow.add(mark);
    const place = this.#next.anchor(from);
    if (place) this.#marks.move(mark, place, place);
  }

  /** Words that come back to the place they were taken from bring their marks with them (text undo). */
  bringBack(words: string): void {
    if (words === '') return;
    const at = this.#old.position(this.#cut.start, this.#edit.start.line);
    const losses = this.#marks.losses;
    for (let i = losses.length - 1; i >= 0; i--) {
      const loss = losses[i];
      if (
        !loss ||
        this.#lostNow.has(loss.mark) ||
        loss.words !== words ||
        comparePositions(loss.at, at) !== 0
      )
        continue;
      const start = this.#next.anchor(this.#cut.start + loss.from);
      const end = this.#next.anchor(this.#cut.start + loss.to);
      if (!start || !end) continue;
      losses.splice(i, 1);
      loss.mark.state = loss.state;
      this.#marks.move(loss.mark, start, end);
    }
  }
}
