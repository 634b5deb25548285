import { codePointLength, codePointOffset, rangeOfAt } from '../../transcript/offsets';
import type { LooseAt } from '../../transcript/at';
import { headerEnd } from '../../transcript/header';
import type { ParsedTranscript } from '../../transcript/parse';
import type { Position } from '../../position';
import { storable } from './writeXml';

/** A stretch of a source's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/**
 * A transcript as other programs show it: its lines as they stand, labels, times and comments included, without the header,
 * which is written for programs. Line feeds, no byte order mark.
 */
export class SourceText {
  readonly text: string;
  /** Characters stand for others in it, which no program would read as text. */
  readonly isChanged: boolean;
  readonly #transcript: ParsedTranscript;
  readonly #firstLine: number;
  /** Code points before each line, by the transcript's line. */
  readonly #starts: readonly number[];
  /** UTF-16 units before each line. */
  readonly #indexes: readonly number[];

  constructor(transcript: ParsedTranscript) {
    const { lines } = transcript;
    this.#transcript = transcript;
    this.#firstLine = bodyLine(transcript);
    const starts: number[] = [];
    const indexes: number[] = [];
    let [before, index] = [0, 0];
    for (const [line, { text }] of lines.entries()) {
      starts.push(before);
      indexes.push(index);
      if (line < this.#firstLine) continue;
      before += codePointLength(text) + 1;
      index += text.length + 1;
    }
    this.#starts = starts;
    this.#indexes = indexes;
    const body = lines.slice(this.#firstLine).map(({ text }) => text);
    this.text = readable(body.join('\n'));
    this.isChanged = this.text !== body.join('\n');
  }

  /** Where a passage stands in the text, in code points, and the text there; null where it covers none of it. */
  spanOf(at: LooseAt): Span | null {
    const range = rangeOfAt(this.#transcript.turns, at);
    if (!range) return null;
    const words = this.text.slice(this.#indexOf(range.start), this.#indexOf(range.end));
    return { start: this.#offsetOf(range.start), end: this.#offsetOf(range.end), words };
  }

  #indexOf({ line, character }: Position): number {
    return (this.#indexes[line] ?? 0) + character;
  }

  #offsetOf({ line, character }: Position): number {
    const { lines } = this.#transcript;
    return (this.#starts[line] ?? 0) + codePointOffset(lines[line]?.text ?? '', character);
  }
}

/** As text for every reader, character by character: what would be taken for a byte order mark is a blank. */
function readable(text: string): string {
  return storable(text).replace(/^\ufeff+/, (marks) => ' '.repeat(marks.length));
}

/** The line on which the body begins, behind the header where there is one. */
export function bodyLine({ lines }: Pick<ParsedTranscript, 'lines'>): number {
  const end = headerEnd(lines);
  return end === 0 ? 0 : end + 1;
}
