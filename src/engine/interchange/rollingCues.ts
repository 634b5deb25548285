import type { CueLine } from './cueMarkup';

/** A cue as far as it matters for what is shown twice. */
interface ShownCue {
  /** Seconds; null where they are not known. */
  readonly start: number | null;
  readonly end: number | null;
  readonly lines: readonly CueLine[];
  /** The cue's text with its markup. */
  readonly raw: string;
}

/**
 * The lines of each cue that it shows for the first time. Live captions roll: a cue shows the last lines of the one before once
 * more, above a new one. Others show one text several times, each with another word underlined.
 *
 * People repeat themselves too ("No." "No."), so nothing is taken away before the file has shown that it rolls: half of its
 * cues begin with the lines with which the one before ended, and two of them add a line below at the moment at which the other
 * ends. What voice tags give to somebody does not roll. Cues that differ in nothing but
 * what is underlined (`<u>`) are one where that happens three times.
 */
export function newLines(cues: readonly ShownCue[]): (readonly CueLine[])[] {
  const repeated = cues.map((cue, index) => {
    const before = cues[index - 1];
    return before ? sharedLines(before.lines, cue.lines) : 0;
  });
  const repeating = repeated.filter((count) => count > 0).length;
  const adding = cues.filter(({ lines, start }, index) => {
    const count = repeated[index] ?? 0;
    return count > 0 && count < lines.length && isAtOnce(cues[index - 1]?.end, start);
  }).length;
  const rolls = adding >= 2 && repeating * 2 >= cues.length - 1;
  const marked = cues.map((cue, index) => isMarkedAnew(cues[index - 1], cue));
  const isMarked = marked.filter(Boolean).length >= 3;
  return cues.map(({ lines }, index) => {
    if (isMarked && marked[index]) return [];
    return rolls ? lines.slice(repeated[index]) : lines;
  });
}

function isAtOnce(end: number | null | undefined, start: number | null): boolean {
  return end != null && start !== null && start - end < 0.1;
}

/** How many lines at the end of one cue are those at the beginning of the next. */
function sharedLines(before: readonly CueLine[], next: readonly CueLine[]): number {
  for (let count = Math.min(before.length, next.length, 4); count > 0; count--) {
    const isSame = before
      .slice(-count)
      .every(({ text, voice }, index) => voice === null && text === next[index]?.text);
    if (isSame) return count;
  }
  return 0;
}

function isMarkedAnew(before: ShownCue | undefined, next: ShownCue): boolean {
  if (!before || before.raw === next.raw || before.lines.length !== next.lines.length) return false;
  if (!before.raw.includes('<u>') && !next.raw.includes('<u>')) return false;
  return next.lines.every(({ text }, index) => text === before.lines[index]?.text);
}
