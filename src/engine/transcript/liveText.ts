import { type Position } from '../position';
import { doubtfulLines, hunksOf, type Hunk } from './hunks';
import { LineList } from './lineList';
import type { Line } from './lines';
import { mapMarks, Marks, type Edit } from './marks';
import { TranscriptParser, type ParsedTranscript, type StudySpeakers } from './parse';

/** A replacement of as many lines by as many is looked at line by line. */
const manyLines = 4;

/** One replacement, as an editor reports it: positions before the change. */
export interface Change {
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

/**
 * The text of an open transcript, kept line by line, with marks that move with it.
 *
 * Work inside `apply` is bounded by the lines an edit touches and the marks on them: a line that is not touched keeps its
 * object, and so its reading and its marks. Turns are built when somebody asks, once per revision.
 */
export class LiveText {
  readonly marks = new Marks();
  readonly #parser: TranscriptParser;
  readonly #lines: LineList;
  #parsed: ParsedTranscript | null = null;
  #lineNumbers: Map<Line, number> | null = null;
  #revision = 0;

  constructor(lines: readonly string[], speakers: StudySpeakers = null) {
    this.#parser = new TranscriptParser(speakers);
    this.#lines = new LineList(lines.map(asLine));
  }

  /** Counts the changes applied. */
  get revision(): number {
    return this.#revision;
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  get lines(): readonly Line[] {
    return this.#lines.all;
  }

  /** Lines read since the beginning; for tests and benchmarks. */
  get readCount(): number {
    return this.#parser.reader.readCount;
  }

  apply({ start, end, text }: Change): void {
    const touched = this.#lines.slice(start.line, end.line + 1);
    const head = touched[0]?.text.slice(0, start.character) ?? '';
    const tail = touched.at(-1)?.text.slice(end.character) ?? '';
    const inserted = text.split(/\r\n|\n|\r/);
    const next = inserted.map(
      (part, index) => (index === 0 ? head : '') + part + (index === inserted.length - 1 ? tail : ''),
    );
    if (
      touched.length < manyLines ||
      next.length < manyLines ||
      !this.#applyHunks(start.line, touched, next)
    ) {
      this.#replace({ start, end, before: touched, after: next.map(asLine), inserted });
    }
    this.#revision++;
    this.#parsed = null;
    this.#lineNumbers = null;
  }

  #replace(edit: Omit<Edit, 'startsTurn' | 'lineAt'>): void {
    const { start, before, after } = edit;
    mapMarks(this.marks, {
      ...edit,
      lineAt: (index) => this.#lines.at(index),
      startsTurn: (line) => this.#parser.startsTurn(line),
    });
    this.#lines.replace(start.line, before.length, after);
  }

  /** A revert, a formatter, a file read anew: not one replacement, but as many as there are differing stretches. */
  #applyHunks(first: number, touched: readonly Line[], next: readonly string[]): boolean {
    const old = touched.map((line) => line.text);
    const hunks = hunksOf(old, next);
    if (!hunks) return false;
    for (const index of doubtfulLines(old, hunks)) {
      for (const mark of this.marks.on(touched[index] ?? asLine('')))
        if (mark.state === 'sure') mark.state = 'unsure';
    }
    for (const hunk of hunks.reverse()) for (const part of partsOf(hunk)) this.#applyHunk(first, part);
    return true;
  }

  #applyHunk(first: number, { start, count, lines }: Hunk): void {
    const from = first + start;
    // Lines that come or go are taken together with a line that stays, so that there is a line end to come or go.
    const below = from + count < this.#lines.length;
    const stays = lines.length === 0 || count === 0;
    const above = stays && !below && from > 0;
    const begin = above ? from - 1 : from;
    const end = from + count + (stays && below ? 1 : 0);
    const before = this.#lines.slice(begin, end);
    const kept = before.map((line) => line.text);
    const texts = [...(above ? kept.slice(0, 1) : []), ...lines, ...(stays && below ? kept.slice(-1) : [])];
    this.#replace({
      start: { line: begin, character: 0 },
      end: { line: end - 1, character: kept.at(-1)?.length ?? 0 },
      before,
      after: (texts.length > 0 ? texts : ['']).map(asLine),
      inserted: texts.length > 0 ? texts : [''],
    });
  }

  /** The transcript as it stands now; parsed once per revision. */
  transcript(): ParsedTranscript {
    return (this.#parsed ??= this.#parser.parse(this.#lines.all));
  }

  /** The number of a line that a mark stands on; -1 for a line that is no more. */
  lineNumber(line: Line): number {
    this.#lineNumbers ??= new Map(this.#lines.all.map((each, index) => [each, index]));
    return this.#lineNumbers.get(line) ?? -1;
  }
}

function asLine(text: string): Line {
  return { text, eol: '\n' };
}

/** As many lines as before: each was changed for itself. Last first, as hunks are applied. */
function partsOf(hunk: Hunk): Hunk[] {
  const { start, count, lines } = hunk;
  if (count !== lines.length) return [hunk];
  return lines.map((line, index) => ({ start: start + index, count: 1, lines: [line] })).reverse();
}
