import { withoutTurns } from '../../engine/annotations/acts';
import type { TurnSpan } from '../../engine/annotations/types';
import type { Turn } from '../../engine/transcript/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import { markPendingTurn, turnOfMark } from '../../store/placing';

/**
 * Turns judged by going on from them. They are marked in the text until they are written, with the next act or after a
 * pause, and are no act of their own: an undo takes back the acts around them and leaves them judged.
 */
export class JudgedOnTheWay {
  /** Marks of turns not written yet. */
  readonly #waiting = new Map<CodedTranscript, Set<string>>();
  #count = 0;

  /** False where the turn counts as judged already. */
  add(coded: CodedTranscript, turn: Turn): boolean {
    if (isJudged(coded.ownCoding?.coded, turn.number)) return false;
    const marks = this.#waiting.get(coded) ?? new Set();
    this.#waiting.set(coded, marks);
    marks.add(markPendingTurn(coded.transcript, `judged ${++this.#count}`, turn));
    return true;
  }

  isWaiting(coded: CodedTranscript): boolean {
    return (this.#waiting.get(coded)?.size ?? 0) > 0;
  }

  /** The turns that wait to be written. */
  spans(coded: CodedTranscript): TurnSpan[] {
    return [...turnsMarked(coded, [...(this.#waiting.get(coded) ?? [])])].map(single);
  }

  /** They are in the file now. */
  forget(coded: CodedTranscript): void {
    for (const mark of this.#waiting.get(coded) ?? []) coded.transcript.live.marks.remove(mark);
    this.#waiting.delete(coded);
  }
}

/** Marks the turns that an act made count as judged. */
export function markJudged(
  { transcript, parsed }: CodedTranscript,
  before: readonly TurnSpan[],
  after: readonly TurnSpan[],
  newName: () => string,
): string[] {
  if (before === after) return [];
  const turns = after.flatMap(({ from, to }) => parsed.turns.slice(from - 1, to));
  return turns
    .filter(({ number }) => !isJudged(before, number))
    .map((turn) => markPendingTurn(transcript, newName(), turn));
}

/** Where those turns are now. */
export function turnsMarked({ transcript }: CodedTranscript, marks: readonly string[]): ReadonlySet<number> {
  return new Set(marks.flatMap((mark) => turnOfMark(transcript, mark)?.number ?? []));
}

/** The turns judged after an act was taken back or done again: all others stay as they are, whatever was typed since. */
export function judgedAfter(
  before: readonly TurnSpan[],
  turns: ReadonlySet<number>,
  direction: 'undo' | 'redo',
): readonly TurnSpan[] {
  return direction === 'undo' ? withoutTurns(before, turns) : [...before, ...[...turns].map(single)];
}

function single(turn: number): TurnSpan {
  return { from: turn, to: turn };
}

export function isJudged(spans: readonly TurnSpan[] | undefined, turn: number): boolean {
  return spans?.some(({ from, to }) => from <= turn && turn <= to) ?? false;
}
