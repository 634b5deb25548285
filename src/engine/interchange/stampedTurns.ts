import { openedBy } from './openTurns';
import type { SourceLine } from './sourceLine';
import { labelsIn, mostSpeakers } from './speakerLabels';
import { textReading, type TextReading } from './textReading';

/** Lines that a layout marks, and those that were labelled by hand later on. */
export function readStamped(
  lines: readonly SourceLine[],
  mark: (text: string) => Pick<SourceLine, 'opens' | 'text'> | null,
): TextReading {
  const open = lines.map((line) => (line.remark === null ? { ...line, ...mark(line.text) } : line));
  const names = open.flatMap(({ opens }) => opens?.speaker ?? []);
  return textReading(openedBy(open, [...new Set([...names, ...labelsIn(open)])].slice(0, mostSpeakers)));
}
