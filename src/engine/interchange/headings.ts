import { candidateOf, isHeading } from './speakerLabels';
import type { SourceLine } from './sourceLine';

/** No sheet of facts on top of a transcript is longer. */
const longest = 12;

/**
 * Marks what stands above a transcript and looks like turns: `Date: 3 May`, `Client: C017`, `T: therapist`. These are the first
 * lines with a colon, up to the first whose label comes again; and they are a heading if one of them says so (`Date:`),
 * or if they are several, and two other labels come again and again below. They are remarks, and listed.
 */
export function withoutHeading(lines: readonly SourceLine[]): readonly SourceLine[] {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const label = candidateOf(text)?.toLowerCase();
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const labels = lines.slice(0, longest).map(({ text }) => candidateOf(text));
  const first = labels.findIndex((label) => label !== null);
  let end = Math.max(first, 0);
  const isOnTop = (label: string | null | undefined): boolean =>
    typeof label === 'string' && (isHeading(label) || counts.get(label.toLowerCase()) === 1);
  while (isOnTop(labels[end])) end++;
  const isSaid = labels.slice(0, end).some((label) => label !== null && isHeading(label));
  if (isSaid) end = paragraphEnd(lines, labels, end);
  const repeated = [...counts].filter(([label, count]) => count > 1 && !isHeading(label)).length;
  const isHead = (isSaid && repeated > 0) || (end - first > 1 && repeated > 1);
  if (end === first || end >= labels.length || !isHead) return lines;
  return lines.map((line, index) =>
    index >= first && index < end && line.remark === null ? { ...line, remark: 'unparsed' } : line,
  );
}

/** Of the same paragraph, two lines or more of different labels (`T: Dana Lee`), though these come again below. */
function paragraphEnd(
  lines: readonly SourceLine[],
  labels: readonly (string | null)[],
  from: number,
): number {
  const end = lines.findIndex(({ isNew }, index) => index >= from && isNew);
  const rest = end < 0 ? [] : labels.slice(from, end);
  const isList = rest.length > 1 && rest.length === end - from && !rest.includes(null);
  return isList && new Set(rest).size === rest.length ? end : from;
}
