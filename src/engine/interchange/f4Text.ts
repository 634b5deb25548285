import { parseTime } from '../transcript/time';
import { readLabelled } from './plainText';
import type { SourceLine } from './sourceLine';
import type { TextLayout } from './textLayout';

/** `#00:01:23-4#`: behind the dash, tenths of a second. */
const stamp = String.raw`#((?:\d{1,2}:)?\d{1,2}:\d{2})(?:[-.,](\d{1,3}))?#`;
const stampAtEnd = new RegExp(String.raw`\s*${stamp}$`);
const stampAtBegin = new RegExp(String.raw`^${stamp}\s*`);

/**
 * f4transkript, easytranscript, MAXQDA: a time at the end of each paragraph, which is when it ends and the next begins; or one
 * at its beginning. Turns are told by labels.
 */
export const f4Text: TextLayout = {
  id: 'f4',
  title: 'f4 / MAXQDA',
  looksLike: (lines) => lines.some(({ text }) => stampAtEnd.test(text.slice(-40)) || stampAtBegin.test(text)),
  read: (lines) => readLabelled(lines.map(stamped)),
};

function stamped(line: SourceLine): SourceLine {
  const before = stampAtBegin.exec(line.text);
  const rest = line.text.slice(before?.[0].length ?? 0);
  const tail = rest.slice(-40);
  const behind = stampAtEnd.exec(tail);
  const text = behind ? rest.slice(0, rest.length - tail.length + behind.index).trimEnd() : rest;
  return { ...line, text, start: secondsOf(before) ?? line.start, end: secondsOf(behind) ?? line.end };
}

function secondsOf(match: RegExpExecArray | null): number | null {
  return match ? parseTime(`${match[1]}.${match[2] ?? '0'}`) : null;
}
