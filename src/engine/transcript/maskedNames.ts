import { notationsIn } from './notation';
import type { Turn } from './types';

/** More names than a session has. */
const mostNames = 100;

/** The masked names of a transcript as they are written (`[NAME_1]`, `*Anna`), in the order they first come. */
export function maskedNames(turns: readonly Turn[]): string[] {
  const names = new Set<string>();
  for (const { text } of turns) {
    if (names.size >= mostNames) break;
    if (!/[[*]/.test(text)) continue;
    for (const { kind, start, end } of notationsIn(text)) {
      if (kind === 'masked') names.add(text.slice(start, end));
    }
  }
  return [...names];
}

/** The next free one of the form `[NAME_1]`. */
export function nextMaskedName(names: readonly string[]): string {
  const numbers = names.map((name) => Number(/^\[NAME_(\d{1,6})\]$/.exec(name)?.[1] ?? 0));
  return `[NAME_${Math.max(0, ...numbers) + 1}]`;
}
