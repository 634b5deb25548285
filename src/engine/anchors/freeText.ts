import type { At } from '../transcript/at';
import { codePointOffset } from '../transcript/offsets';
import type { Turn } from '../transcript/types';
import { fold, type Folded } from './folded';
import type { TurnImages } from './turnImages';

/** Turns that follow one another and are nobody's certain image: words that changed or moved can only be here. */
export interface FreeRun {
  /** Indices from 0, the last included. */
  readonly first: number;
  readonly last: number;
  /** The texts of its turns, joined by line feeds. */
  readonly text: string;
  /** The same as words are compared: where they are looked for. */
  readonly folded: Folded;
  /** The turns that stood between the same unchanged ones in the old text; null where that is not known. */
  readonly old: { readonly first: number; readonly count: number } | null;
  /** Where in `text` each of its turns begins. */
  readonly starts: readonly number[];
}

export function freeRuns(turns: readonly Turn[], found: TurnImages | null): FreeRun[] {
  const images = found?.images ?? [];
  const taken = new Map(images.flatMap((image, old) => (image.kind === 'at' ? [[image.turn, old]] : [])));
  const runs: FreeRun[] = [];
  for (let first = 0; first < turns.length; first++) {
    if (taken.has(first)) continue;
    let last = first;
    while (last + 1 < turns.length && !taken.has(last + 1)) last++;
    const from = (taken.get(first - 1) ?? -1) + 1;
    const count = (taken.get(last + 1) ?? images.length) - from;
    runs.push(runOf(turns, first, last, found && { first: from, count }));
    first = last;
  }
  return runs;
}

export function runOf(
  turns: readonly Turn[],
  first: number,
  last: number,
  old: FreeRun['old'] = null,
): FreeRun {
  const texts = turns.slice(first, last + 1).map(({ text }) => text);
  const starts: number[] = [];
  let length = 0;
  for (const text of texts) {
    starts.push(length);
    length += text.length + 1;
  }
  const text = texts.join('\n');
  return { first, last, text, folded: fold(text), old, starts };
}

/** A stretch of a run's folded text (UTF-16, end exclusive) as a passage, without blanks at its ends; null where no words are left. */
export function passageIn(run: FreeRun, from: number, to: number): At | null {
  let [start, end] = [run.folded.at[from] ?? 0, run.folded.at[to] ?? run.text.length];
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

/** Whether more turns are there than were: then some came from elsewhere, or from nowhere. */
export function hasGrown({ first, last, old }: FreeRun): boolean {
  return old === null || last - first + 1 > old.count;
}
