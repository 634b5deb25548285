import { isShortName, type SourceLine } from './sourceLine';
import type { TextLayout } from './textLayout';
import { textReading } from './textReading';

const time = String.raw`(\d{1,2}):(\d{1,2}):(\d{1,2})\.(\d{1,7})`;
const cueLine = new RegExp(String.raw`^${time}\s*-->\s*${time}$`);

/** Teams' older DOCX: times, name and words on three lines. */
export const teamsParagraphs: TextLayout = {
  id: 'teams-docx',
  title: 'Teams',
  looksLike: (lines) =>
    cueLine.test(lines[0]?.text ?? '') || lines.filter(({ text }) => cueLine.test(text)).length > 1,
  read: (lines) => textReading(cues(lines), { unit: 'cues', isWrapped: false }),
};

function cues(lines: readonly SourceLine[]): SourceLine[] {
  const isUnpadded = lines.some(({ text }) => cueLine.test(text) && /(?:^|[\s:])\d:/.test(text));
  const marked: SourceLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const match = cueLine.exec(line.text);
    if (!match) {
      marked.push(line);
      continue;
    }
    const first = at + 1;
    while (isWords(lines[at + 1])) at++;
    const words = lines.slice(first, at + 1).map(({ text }) => text);
    // A name stands between times and words; where only one line is there, it is the words.
    const speaker = words.length > 1 && isShortName(words[0] ?? '') ? (words.shift() ?? null) : null;
    const [start, end] = [secondsOf(match.slice(1, 5), isUnpadded), secondsOf(match.slice(5), isUnpadded)];
    marked.push({ ...line, text: words.join('\n'), opens: { speaker, start }, end });
  }
  return marked;
}

function isWords(line: SourceLine | undefined): boolean {
  return line !== undefined && line.remark === null && !cueLine.test(line.text);
}

/** In this style the fraction counts milliseconds, without leading zeros: `0:0:6.90` comes after `0:0:6.500` never. */
function secondsOf(parts: readonly string[], isUnpadded: boolean): number {
  const [hours, minutes, seconds, fraction = ''] = parts;
  const part = isUnpadded && fraction.length <= 3 ? Number(fraction) / 1000 : Number(`0.${fraction}`);
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + part;
}
