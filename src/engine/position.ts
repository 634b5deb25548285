/** A place in a text: line and UTF-16 column, both from 0. A `vscode.Position` satisfies it. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text, end exclusive. A `vscode.Range` satisfies it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export function range(line: number, character: number, endLine: number, endCharacter: number): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

/** Negative, zero or positive as `a` stands before, at or behind `b`. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** True where the two share at least one character, or an empty one lies within the other or at its edge. */
export function overlaps(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}
