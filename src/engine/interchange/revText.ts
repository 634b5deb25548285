import { parseTime } from '../transcript/time';
import { isShortName, type SourceLine } from './sourceLine';
import { readStamped } from './stampedTurns';
import type { TextLayout } from './textLayout';

/** `Speaker 1 (00:02):`; the words stand below, or behind it. */
const speakerLine = /^(?<name>\S[^:()]{0,59}?)\s*\((?<time>(?:\d{1,2}:)?\d{1,2}:\d{2})\):\s*(?<words>.*)$/su;

/** Rev's TXT and DOCX: the time in brackets is evidence enough that the name before it is one. */
export const revText: TextLayout = {
  id: 'rev',
  title: 'Rev',
  looksLike: (lines) => lines.some(({ text }) => text.endsWith(':') && marked(text) !== null),
  read: (lines) => readStamped(lines, marked),
};

function marked(text: string): Pick<SourceLine, 'opens' | 'text'> | null {
  const { name = '', time = '', words = '' } = speakerLine.exec(text)?.groups ?? {};
  const start = parseTime(time);
  return start === null || !isShortName(name) ? null : { opens: { speaker: name, start }, text: words };
}
