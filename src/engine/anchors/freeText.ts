import type { At } from '../annotations/types';
import { codePointOffset } from '../transcript/offsets';
import type { Turn } from '../transcript/types';
import type { TurnImages } from './turnImages';

/** Turns that follow one another and are nobody's certain image: words that changed or moved can only be here. */
export interface FreeRun {
  /** Indices from 0, the last included. */
  readonly first: number;
  readonly last: number;
  /** The texts of its turns, joined by line feeds. */
  readonly text: string;
  /** Where in `text` each of its turns begins. */
  readonly starts: readonly number[];
}

export function freeRuns(turns: readonly Turn[], found: TurnImages | null): FreeRun[] {
  const images = found?.images ?? [];
  const taken = new Set(images.flatMap((image) => (image.kind === 'at' ? [image.turn] : [])));
  const runs: FreeRun[] = [];
  for (let first = 0; first < turns.length; first++) {
    if (taken.has(first)) continue;
    let last = first;
    while (last + 1 < turns.length && !taken.has(last + 1)) last++;
    runs.push(runOf(turns, first, last));
    first = last;
  }
  return runs;
}

export function runOf(turns: readonly Turn[], first: number, last: number): FreeRun {
  const texts = turns.slice(first, last + 1).map(({ text }) => text);
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length + 1;
  }
  return { first, last, text: texts.join('\n'), starts };
}

/** A stretch of a run (UTF-16, end exclusive) as a passage, without blanks at its ends; null where no words are left. */
export function passageIn(run: FreeRun, from: number, to: number): At | null {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(run.text.charAt(start))) start++;
  while (end > start && /\s/.test(run.text.charAt(end - 1))) end--;
  if (start >= end) return null;
  const [first, last] = [turnAt(run, start), turnAt(run, end - 1)];
  const offset = (turn: number, at: number): number => {
    const begin = run.starts[turn] ?? 0;
    const next = run.starts[turn + 1];
    const text = run.text.slice(begin, next === undefined ? undefined : next - 1);
    return codePointOffset(text, at - begin);
  };
  const at = { turn: run.first + first + 1, start: offset(first, start) };
  return first === last
    ? { ...at, end: offset(first, end) }
    : { ...at, end_turn: run.first + last + 1, end: offset(last, end) };
}

/** Index, within the run, of the turn that holds a character. */
function turnAt({ starts }: FreeRun, at: number): number {
  let turn = 0;
  while ((starts[turn + 1] ?? Number.POSITIVE_INFINITY) <= at) turn++;
  return turn;
}
