import { isMap, isPair, isScalar, isSeq, type Pair } from 'yaml';

/** Where lines and nodes begin and end in a text; a line includes its line end. */

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The end of the line `offset` stands on; `offset` itself where it is the beginning of a line behind something. */
export function endOfLine(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}

/** The end of what a node says, without blanks and comments behind it. */
export function contentEnd(node: unknown): number {
  if (isPair(node)) return pairEnd(node);
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items.at(-1);
    if (last !== undefined) return contentEnd(last);
  }
  return rangeStartEnd(node)[1];
}

function pairEnd(pair: Pair): number {
  return Math.max(contentEnd(pair.key), pair.value === null ? 0 : contentEnd(pair.value));
}

/** Begin and end of a node; zeros where it has none. */
export function rangeStartEnd(node: unknown): readonly [number, number] {
  const range = isMap(node) || isSeq(node) || isScalar(node) ? node.range : null;
  return range ? [range[0], range[1]] : [0, 0];
}

const commentLine = /^[ \t]*#/;
const blankLine = /^[ \t]*\r?\n?$/;

/** The lines of a text, each with its end. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** True for blank lines and comments only. */
export function isTrivia(text: string): boolean {
  return linesOf(text).every((line) => commentLine.test(line) || blankLine.test(line));
}

export function hasComment(text: string): boolean {
  return text.includes('#');
}

/** What stands above something, cut in two: what stands apart, and the comments directly above with the blank lines before them. */
export function splitTrivia(trivia: string): { readonly gap: string; readonly lead: string } {
  const lines = linesOf(trivia);
  let at = lines.length;
  while (at > 0 && commentLine.test(lines[at - 1] ?? '')) at--;
  while (at > 0 && blankLine.test(lines[at - 1] ?? '')) at--;
  return { gap: lines.slice(0, at).join(''), lead: lines.slice(at).join('') };
}

/** The end of what begins at column `column` and ends at `offset`, with the comment lines below that are indented deeper. */
export function endWithComments(text: string, offset: number, column: number): number {
  let end = endOfLine(text, offset);
  for (;;) {
    const next = text.slice(end, endOfLine(text, end + 1));
    if (!commentLine.test(next) || next.indexOf('#') <= column) return end;
    end += next.length;
  }
}
