/** Whose turn a line begins, and when; `words` are the rest of the line. */
export interface Opening {
  /** As the source names the speaker; null where it does not. */
  readonly speaker: string | null;
  /** Seconds; null where none is given. */
  readonly start: number | null;
}

/** A line of a text, or of a paragraph in a document, on its way to become speech. Never blank. */
export interface SourceLine {
  /** Number of the line or paragraph in the source, from 1. */
  readonly line: number;
  /** Without what has been recognised: line number, label, times. */
  readonly text: string;
  /** Stands behind a blank line, or begins a paragraph of a document. */
  readonly isNew: boolean;
  /** Set where the line begins a turn. */
  readonly opens: Opening | null;
  /** Seconds at which the words begin and end, where they are stamped. */
  readonly start: number | null;
  readonly end: number | null;
  /** Set where the line belongs to no turn. */
  readonly remark: 'unparsed' | 'note' | null;
}

export function sourceLine(text: string, line: number, more: Partial<SourceLine> = {}): SourceLine {
  return { line, text, isNew: false, opens: null, start: null, end: null, remark: null, ...more };
}

/** The lines of a plain text that are not blank. A form feed is a page's end, and so is blank. */
export function textLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let isNew = true;
  for (const [index, raw] of text.split('\n').entries()) {
    for (const part of raw.split('\f')) {
      const words = part.trim();
      if (words !== '') lines.push(sourceLine(words, index + 1, { isNew }));
      isNew = words === '';
    }
  }
  return lines;
}

/** What a stretch of text may be called where nothing but its place says that it names a speaker. */
export function isShortName(text: string): boolean {
  return text.length <= 60 && /\p{L}/u.test(text) && !/[:/]|[.!?;]$|\p{L}{2}[.!?;] /u.test(text);
}
