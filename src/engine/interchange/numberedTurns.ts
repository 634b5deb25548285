import { usualLabels } from '../transcript/labels';
import type { SourceLine } from './sourceLine';

const numbered = /^(?<label>\p{L}{1,12})\s?(?<number>\d{1,5})(?:\s*[.:)]\s*|\s+|$)/u;
const usual = new Set(usualLabels().map(({ label }) => label.toLowerCase()));

/**
 * Marks turns that are numbered, `T1 …`, `C2 …`: turn 1 of T. `T1` may as well be the first of two therapists; so the labels
 * are taken for numbered turns only where the numbers of each speaker rise through the text, past any number of persons.
 * Null where they do not.
 */
export function openedByNumbers(
  lines: readonly SourceLine[],
): { readonly lines: SourceLine[]; readonly count: number } | null {
  const bySpeaker = new Map<string, number[]>();
  for (const { text, remark } of lines) {
    const found = remark === null ? numberedTurn(text) : null;
    if (!found) continue;
    const numbers = bySpeaker.get(found.label.toLowerCase()) ?? [];
    numbers.push(found.number);
    bySpeaker.set(found.label.toLowerCase(), numbers);
  }
  const all = [...bySpeaker.values()];
  const count = all.reduce((sum, numbers) => sum + numbers.length, 0);
  const highest = all.flat().reduce((most, number) => Math.max(most, number), 0);
  if (count < 4 || highest < 3 || !all.every(rises)) return null;
  return { lines: lines.map((line) => (line.remark === null ? openedLine(line) : line)), count };
}

function numberedTurn(text: string): { label: string; number: number; end: number } | null {
  const match = numbered.exec(text);
  const { label = '', number = '' } = match?.groups ?? {};
  return match && usual.has(label.toLowerCase())
    ? { label, number: Number(number), end: match[0].length }
    : null;
}

/** But for a slip in ten. */
function rises(numbers: readonly number[]): boolean {
  const steps = numbers.slice(1).filter((number, index) => number > (numbers[index] ?? 0)).length;
  return steps >= (numbers.length - 1) * 0.9;
}

function openedLine(line: SourceLine): SourceLine {
  const found = numberedTurn(line.text);
  if (!found) return line;
  return {
    ...line,
    text: line.text.slice(found.end),
    opens: { speaker: found.label.toUpperCase(), start: null },
  };
}
