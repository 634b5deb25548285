import { fault, type Fault } from '../faults';
import { range } from '../position';
import type { LabelSet } from './labels';
import type { Line } from './lines';
import type { ParsedLine } from './line';
import { formatTime } from './time';
import type { Turn } from './types';

/** A longer line is read as text without a look at its notation: no person wrote it. */
export const longestLine = 100_000;

/** What a reading of a transcript leaves to be said, in the order of the lines. */
export function readingFaults(
  lines: readonly Line[],
  readings: readonly ParsedLine[],
  turns: readonly Turn[],
  labels: LabelSet,
): Fault[] {
  const faults = [
    ...backwardTimes(readings),
    ...lineFaults(lines, readings),
    ...unknownLabels(lines, readings, labels),
  ];
  const written = readings.some((parsed) => parsed.kind !== 'header' && parsed.kind !== 'blank');
  if (turns.length === 0 && written) faults.push(fault('no-turns', firstText(lines, readings)));
  return faults.sort((a, b) => a.range.start.line - b.range.start.line);
}

function firstText(lines: readonly Line[], readings: readonly ParsedLine[]): Fault['range'] {
  const line = Math.max(
    readings.findIndex((parsed) => parsed.kind !== 'header' && parsed.kind !== 'blank'),
    0,
  );
  return range(line, 0, line, Math.min(lines[line]?.text.length ?? 0, 200));
}

function backwardTimes(readings: readonly ParsedLine[]): Fault[] {
  const faults: Fault[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  readings.forEach((parsed, line) => {
    if (parsed.time === null) return;
    if (parsed.time < latest) {
      const where = range(line, parsed.timeStart, line, parsed.timeEnd);
      faults.push(
        fault('time-backwards', where, { time: formatTime(parsed.time), before: formatTime(latest) }),
      );
    } else latest = parsed.time;
  });
  return faults;
}

function lineFaults(lines: readonly Line[], readings: readonly ParsedLine[]): Fault[] {
  return readings.flatMap((parsed, line) => {
    const text = lines[line]?.text ?? '';
    if (parsed.kind !== 'label' && parsed.kind !== 'text') return [];
    if (text.length > longestLine) {
      return [fault('line-too-long', range(line, 0, line, 200), { length: text.length, limit: longestLine })];
    }
    const open = unclosedNonverbal(text, parsed);
    return open < 0 ? [] : [fault('unclosed-nonverbal', range(line, open, line, parsed.textEnd))];
  });
}

/** Where a `((` stands that no `))` on the line closes, or -1. */
function unclosedNonverbal(text: string, parsed: ParsedLine): number {
  let at = text.indexOf('((', parsed.textStart);
  while (at >= 0) {
    const close = text.indexOf('))', at + 2);
    if (close < 0) return at;
    at = text.indexOf('((', close + 2);
  }
  return -1;
}

const labelLike = /^\s*(\p{L}[\p{L}\p{N}._' -]{0,30}?)\s*(?::(?=\s|$)|：)/u;

/** What a line of text begins with, if it looks like a label: `Mother` of `Mother: Yes.`. */
export function labelLikeOf(text: string): string | undefined {
  return labelLike.exec(text.slice(0, 64))?.[1];
}

/** A prefix that comes twice and is no speaker: said once, where it first stands, with the fix "add speaker". */
function unknownLabels(lines: readonly Line[], readings: readonly ParsedLine[], labels: LabelSet): Fault[] {
  const found = new Map<string, { label: string; line: number; start: number; count: number }>();
  readings.forEach((parsed, line) => {
    if (parsed.kind !== 'text') return;
    const label = labelLikeOf(lines[line]?.text ?? '');
    if (label === undefined || labels.byName.has(label.toLowerCase())) return;
    const known = found.get(label.toLowerCase());
    if (known) known.count++;
    else found.set(label.toLowerCase(), { label, line, start: parsed.textStart, count: 1 });
  });
  return [...found.values()]
    .filter(({ count }) => count > 1)
    .map(({ label, line, start, count }) =>
      fault('unknown-label', range(line, start, line, start + label.length), { label, count }),
    );
}
