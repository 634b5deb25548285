import type { SourceLine } from './sourceLine';
import { mayBeSpeaker } from './speakerLabels';

const tabbed = /^([^\t:]{1,40}?):?\t+(?=\S)/;

/** `T`, a tab, and the words: read as `T: …` where half of the lines begin so, and each of these names more than once. */
export function withColons(lines: readonly SourceLine[]): readonly SourceLine[] {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const label = tabbed.exec(text)?.[1];
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const several = new Set(
    [...counts].filter(([label, count]) => count > 1 && mayBeSpeaker(label)).map(([label]) => label),
  );
  const isLabelled = ({ text, remark, opens }: SourceLine): boolean =>
    remark === null && !opens && several.has(tabbed.exec(text)?.[1] ?? '');
  if (lines.filter(isLabelled).length * 2 < lines.length) return lines;
  return lines.map((line) =>
    isLabelled(line) ? { ...line, text: line.text.replace(tabbed, '$1: ') } : line,
  );
}
