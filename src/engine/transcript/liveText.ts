import { type Position } from '../position';
import type { Line } from './lines';
import { mapMarks, Marks, type Edit } from './marks';
import { TranscriptParser, type ParsedTranscript, type StudySpeakers } from './parse';

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
  #lines: Line[];
  #parsed: ParsedTranscript | null = null;
  #lineNumbers: Map<Line, number> | null = null;
  #revision = 0;

  constructor(lines: readonly string[], speakers: StudySpeakers = null) {
    this.#parser = new TranscriptParser(speakers);
    this.#lines = lines.map((text) => ({ text, eol: '\n' }));
  }

  /** Counts the changes applied. */
  get revision(): number {
    return this.#revision;
  }

  get lines(): readonly Line[] {
    return this.#lines;
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
    const replaced = newLines(head, inserted, tail);
    const startsTurn = (line: Line): boolean => this.#parser.startsTurn(line);
    const edit: Edit = { start, end, before: touched, after: replaced, inserted, startsTurn };
    mapMarks(this.marks, edit);
    if (replaced.length === touched.length) {
      replaced.forEach((line, index) => {
        this.#lines[start.line + index] = line;
      });
    } else {
      this.#lines = spliced(this.#lines, start.line, touched.length, replaced);
    }
    this.#revision++;
    this.#parsed = null;
    this.#lineNumbers = null;
  }

  /** The transcript as it stands now; parsed once per revision. */
  transcript(): ParsedTranscript {
    return (this.#parsed ??= this.#parser.parse(this.#lines));
  }

  /** The number of a line that a mark stands on; -1 for a line that is no more. */
  lineNumber(line: Line): number {
    this.#lineNumbers ??= new Map(this.#lines.map((each, index) => [each, index]));
    return this.#lineNumbers.get(line) ?? -1;
  }
}

function newLines(head: string, inserted: readonly string[], tail: string): Line[] {
  return inserted.map((text, index) => ({
    text: (index === 0 ? head : '') + text + (index === inserted.length - 1 ? tail : ''),
    eol: '\n',
  }));
}

/** `splice` with very many lines would overflow the call stack, so it is done in two halves. */
function spliced(lines: Line[], at: number, count: number, replacement: readonly Line[]): Line[] {
  if (replacement.length < 10_000) {
    lines.splice(at, count, ...replacement);
    return lines;
  }
  return [...lines.slice(0, at), ...replacement, ...lines.slice(at + count)];
}
