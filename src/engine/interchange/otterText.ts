import { parseTime } from '../transcript/time';
import { isShortName, type SourceLine } from './sourceLine';
import type { TextLayout } from './textLayout';
import { textReading } from './textReading';

/** `Dana Lee  0:15`, and nothing behind it: two blanks or more, or a tab. */
const speakerLine = /^(?<name>\S.{0,59}?)(?:\s{2,}|\t)(?<time>\d{1,2}:\d{2}(?::\d{2})?)$/u;
const timeAlone = /^\d{1,2}:\d{2}(?::\d{2})?$/;
const footer = /^transcribed by https?:\/\/otter\.ai/i;
/** Teams writes who turned it on and off. */
const transcription = /^.{1,60} (?:started|stopped) transcription$/i;

/** Otter's TXT, and the DOCX of Otter and Teams: name and time on a line of their own, the words below. */
export const otterText: TextLayout = {
  id: 'otter',
  title: 'Otter',
  looksLike: (lines) => {
    const count = lines.filter(({ text }) => speakerOf(text) !== null).length;
    return count > 1 || (count === 1 && speakerOf(lines[0]?.text ?? '') !== null) || isWithoutNames(lines);
  },
  read: (lines) => textReading(lines.map(marked)),
};

/** Otter exports without names have times alone, and the footer tells them from others. */
function isWithoutNames(lines: readonly SourceLine[]): boolean {
  return lines.some(({ text }) => footer.test(text)) && lines.some(({ text }) => timeAlone.test(text));
}

function marked(line: SourceLine): SourceLine {
  if (line.remark !== null) return line;
  if (footer.test(line.text) || transcription.test(line.text)) return { ...line, remark: 'unparsed' };
  const found = timeAlone.test(line.text) ? { name: null, time: line.text } : speakerOf(line.text);
  const start = found ? parseTime(found.time) : null;
  if (!found || start === null) return line;
  return { ...line, text: '', opens: { speaker: found.name, start } };
}

/** Nobody is called unknown. */
function speakerOf(text: string): { readonly name: string | null; readonly time: string } | null {
  const { name = '', time = '' } = speakerLine.exec(text)?.groups ?? {};
  if (!isShortName(name)) return null;
  return { name: /^unknown speaker$/i.test(name) ? null : name, time };
}
