import { diffArrays } from 'diff';

/** Old lines `start…start + count` were replaced by `lines`; all others stayed. */
export interface Hunk {
  readonly start: number;
  readonly count: number;
  readonly lines: readonly string[];
}

/** Beyond this many differing lines two texts have nothing in common that is worth a search. */
const mostEdits = 4000;

/** What differs between two texts, line by line; null where too much does. */
export function hunksOf(old: readonly string[], next: readonly string[]): Hunk[] | null {
  const parts = diffArrays([...old], [...next], { maxEditLength: mostEdits });
  if (!parts) return null;
  const hunks: { start: number; count: number; lines: string[] }[] = [];
  let at = 0;
  let open: { start: number; count: number; lines: string[] } | null = null;
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      at += value.length;
      open = null;
      continue;
    }
    if (!open) hunks.push((open = { start: at, count: 0, lines: [] }));
    if (added) open.lines.push(...value);
    else {
      open.count += value.length;
      at += value.length;
    }
  }
  return hunks;
}

/**
 * Lines that stayed, but might as well be those that came or went: "C: Mm." beside a deleted "C: Mm.". Indices into the old
 * lines; what stands on them has to be confirmed.
 */
export function doubtfulLines(old: readonly string[], hunks: readonly Hunk[]): number[] {
  return hunks.flatMap(({ start, count, lines }) => {
    const changed = new Set([...old.slice(start, start + count), ...lines]);
    const doubtful: number[] = [];
    for (let i = start - 1; changed.has(old[i] ?? '\n'); i--) doubtful.push(i);
    for (let i = start + count; changed.has(old[i] ?? '\n'); i++) doubtful.push(i);
    return doubtful;
  });
}
