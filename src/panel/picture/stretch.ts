import type { PanelAxis } from '../messages';

/** A part of the axis. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The shortest part that is shown, as a share of the whole: below it there is nothing left to tell apart. */
const shortest = 1 / 40;

/** The part between two places, held within the axis and not too short; null where it comes to the whole. */
export function stretchBetween(axis: PanelAxis, one: number, other: number): Stretch | null {
  const whole = axis.end - axis.start;
  const length = Math.min(whole, Math.max(whole * shortest, Math.abs(other - one)));
  const middle = (one + other) / 2;
  const start = Math.min(axis.end - length, Math.max(axis.start, middle - length / 2));
  return length >= whole * 0.999 ? null : { start, end: start + length };
}

/** A part closer to or farther from a place, which stays where it is on screen. */
export function zoomed(
  axis: PanelAxis,
  shown: Stretch | null,
  around: number,
  factor: number,
): Stretch | null {
  const { start, end } = shown ?? axis;
  return stretchBetween(axis, around - (around - start) * factor, around + (end - around) * factor);
}

function place({ kind }: PanelAxis, value: number): string {
  if (kind !== 'time') return String(Math.round(value));
  const seconds = Math.round(value);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The part in words: "12:00–18:30 of 50:00". `words` holds {0}, {1} and {2}. */
export function nameOf(axis: PanelAxis, { start, end }: Stretch, words: string): string {
  const total = axis.kind === 'turns' ? axis.end - axis.start : axis.end;
  const parts = [start, end, total].map((value) => place(axis, value));
  return words.replaceAll(/\{([012])\}/g, (_, index: string) => parts[Number(index)] ?? '');
}
