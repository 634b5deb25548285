/** A line as it stands in the file: its text, and what ends it. The objects are never changed: identity means "untouched". */
export interface Line {
  readonly text: string;
  readonly eol: '' | '\n' | '\r\n' | '\r';
}

const lineEnd = /\r\n|\n|\r/g;

function eolOf(end: string): Line['eol'] {
  return end === '\r\n' || end === '\r' ? end : '\n';
}

/** CRLF, LF and CR end a line, nothing else does. The lines joined with their ends are the text. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(lineEnd)) {
    lines.push({ text: text.slice(start, match.index), eol: eolOf(match[0]) });
    start = match.index + match[0].length;
  }
  lines.push({ text: text.slice(start), eol: '' });
  return lines;
}

export function joinLines(lines: readonly Line[]): string {
  return lines.map((line) => line.text + line.eol).join('');
}
