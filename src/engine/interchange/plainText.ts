import { withoutHeading } from './headings';
import type { Ignored } from './imported';
import { withoutLineNumbers } from './lineNumbers';
import { openedByNumbers } from './numberedTurns';
import { openedBy, openedByParagraphs } from './openTurns';
import { problem, type Problem } from './problems';
import type { SourceLine } from './sourceLine';
import { labelsIn } from './speakerLabels';
import { withColons } from './tabbedLabels';
import type { TextLayout } from './textLayout';
import { textReading, type TextReading } from './textReading';

/** Turns told by labels before a colon, by numbered turns, or, where nobody is named, by paragraphs. The last resort. */
export const plainText: TextLayout = {
  id: 'text',
  title: 'Plain text',
  looksLike: (lines) => lines.length > 0,
  read: (lines) => readLabelled(lines),
};

/** Lines whose turns are told by labels. Those already marked stay as they are. */
export function readLabelled(given: readonly SourceLine[]): TextReading {
  const unnumbered = withoutLineNumbers(given);
  const lines = withoutHeading(withColons((unnumbered?.lines ?? given).map(asNote)));
  const ignored: Ignored[] = unnumbered ? [{ what: 'numbers', count: unnumbered.count }] : [];
  const byNumbers = openedByNumbers(lines);
  const open = byNumbers?.lines ?? lines;
  if (byNumbers) ignored.push({ what: 'numbers', count: byNumbers.count });
  const warnings: Problem[] = byNumbers ? [problem('numbered-turns', { count: byNumbers.count })] : [];
  const labels = labelsIn(open);
  const isLabelled = labels.length > 0 || open.some(({ opens }) => opens);
  return textReading(isLabelled ? openedBy(open, labels) : openedByParagraphs(open), { ignored, warnings });
}

/** As in our own transcripts. */
function asNote(line: SourceLine): SourceLine {
  return line.remark === null && line.text.startsWith('# ')
    ? { ...line, text: line.text.slice(2), remark: 'note' }
    : line;
}
