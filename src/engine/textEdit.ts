import { comparePositions, type Position, type Range } from './position';

/** One replacement in a text; an empty range inserts. Line ends in `text` are line feeds. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/** One replacement by UTF-16 offsets, end exclusive. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The lines joined by line feeds, with edits applied that do not overlap. */
export function edited(lines: readonly { readonly text: string }[], edits: readonly TextEdit[]): string {
  const texts = lines.map(({ text }) => text);
  const lastFirst = [...edits].sort(
    (a, b) => comparePositions(b.range.start, a.range.start) || comparePositions(b.range.end, a.range.end),
  );
  for (const { range, text } of lastFirst) {
    const { start, end } = range;
    const head = (texts[start.line] ?? '').slice(0, start.character);
    const tail = (texts[end.line] ?? '').slice(end.character);
    texts.splice(start.line, end.line - start.line + 1, head + text + tail);
  }
  return texts.join('\n');
}

/** The same replacement by lines and columns of `source`, as many lines further down. */
export function asTextEdit(source: string, { start, end, text }: Splice, down: number): TextEdit {
  return { range: { start: positionIn(source, start, down), end: positionIn(source, end, down) }, text };
}

/** UTF-16 offset of a place in a text whose lines end with line feeds. */
export function offsetIn(source: string, { line, character }: Position): number {
  let start = 0;
  for (let count = 0; count < line; count++) {
    const feed = source.indexOf('\n', start);
    if (feed < 0) return source.length;
    start = feed + 1;
  }
  return Math.min(start + character, source.length);
}

function positionIn(source: string, offset: number, down: number): Position {
  const before = source.slice(0, offset);
  const feed = before.lastIndexOf('\n');
  const line = before.split('\n').length - 1;
  return { line: line + down, character: offset - feed - 1 };
}

/** A text with all changes made; null where two of them touch. */
export function spliced(text: string, splices: readonly Splice[]): string | null {
  let at = 0;
  let result = '';
  // A stable sort: what is put in at one place stays in the order given.
  for (const { start, end, text: put } of [...splices].sort((a, b) => a.start - b.start)) {
    if (start < at) return null;
    result += text.slice(at, start) + put;
    at = end;
  }
  return result + text.slice(at);
}
