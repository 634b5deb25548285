import { listedLabelSet, type LabelSet } from '../transcript/labels';
import { parseLine } from '../transcript/line';
import { parseTime } from '../transcript/time';
import type { SourceLine } from './sourceLine';

/** The colon of Chinese and Japanese; nobody who is named has a longer name. */
const wideColon = /^([^:：]{0,80})：/u;
const timeBehind = /^\[(\d[\d:.,]{3,14})\]\s*/;

/** Marks the lines that begin a turn by the labels given, as our own grammar finds them; and takes times off the lines. */
export function openedBy(lines: readonly SourceLine[], speakers: readonly string[]): SourceLine[] {
  const labels = listedLabelSet(speakers.map((label) => ({ label, role: 'other', name: null })));
  const names = new Map(speakers.map((label) => [label.toLowerCase(), label]));
  return lines.map((line) => (line.remark !== null || line.opens ? line : opened(line, labels, names)));
}

function opened(line: SourceLine, labels: LabelSet, names: ReadonlyMap<string, string>): SourceLine {
  const text = line.text.replace(wideColon, '$1:');
  const parsed = parseLine(text, labels);
  const words = text.slice(parsed.textStart, parsed.textEnd);
  const start = parsed.time ?? line.start;
  if (parsed.kind !== 'label') return parsed.time === null ? line : { ...line, text: words, start };
  const label = text.slice(parsed.labelStart, parsed.labelEnd);
  const speaker = names.get(label.toLowerCase()) ?? label;
  const behind = start === null ? timeBehind.exec(words) : null;
  const seconds = behind ? parseTime(behind[1] ?? '') : null;
  if (!behind || seconds === null) return { ...line, text: words, opens: { speaker, start } };
  return { ...line, text: words.slice(behind[0].length), opens: { speaker, start: seconds } };
}

/** Where nobody is named, every paragraph is speech; where no paragraph ends but with its line, every line is. */
export function openedByParagraphs(lines: readonly SourceLine[]): SourceLine[] {
  const spoken = lines.filter(({ remark }) => remark === null);
  const hasParagraphs = spoken.some(({ isNew }, index) => index > 0 && isNew);
  return openedBy(lines, []).map((line) =>
    line.remark === null && !line.opens && (line.isNew || !hasParagraphs || line.start !== null)
      ? { ...line, opens: { speaker: null, start: line.start } }
      : line,
  );
}
