import { codePointLength, codePointOffset, rangeOfAt, utf16Index } from '../../transcript/offsets';
import type { LooseAt } from '../../annotations/types';
import { headerEnd } from '../../transcript/header';
import type { ParsedTranscript } from '../../transcript/parse';
import type { Position } from '../../position';
import { storable } from './writeXml';

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

  constructor(transcript: ParsedTranscript) {
    const { lines } = transcript;
    this.#transcript = transcript;
    this.#firstLine = bodyLine(transcript);
    const starts: number[] = [];
    let before = 0;
    for (const [index, { text }] of lines.entries()) {
      starts.push(before);
      if (index >= this.#firstLine) before += codePointLength(text) + 1;
    }
    this.#starts = starts;
    const body = lines.slice(this.#firstLine).map(({ text }) => text);
    this.text = readable(body.join('\n'));
    this.isChanged = this.text !== body.join('\n');
  }

  /** Where a passage stands in the text, in code points; null where it covers none of it. */
  spanOf(at: LooseAt): { readonly start: number; readonly end: number } | null {
    const range = rangeOfAt(this.#transcript.turns, at);
    return range && { start: this.#offsetOf(range.start), end: this.#offsetOf(range.end) };
  }

  /** The words between two places. */
  slice(start: number, end: number): string {
    const from = utf16Index(this.text, start);
    return this.text.slice(from, from + utf16Index(this.text.slice(from), end - start));
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
