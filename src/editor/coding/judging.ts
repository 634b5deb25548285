import * as vscode from 'vscode';
import type { TurnSpan } from '../../engine/annotations/types';
import type { Turn } from '../../engine/transcript/types';
import { turnAtLine } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { PersonFile } from '../../store/personFile';
import { markPending, rangeOfMark } from '../../store/placing';

/**
 * Turns judged by going on from them. They are marked in the text until they are written, with the next act or after a
 * pause, and are no act of their own: an undo takes back the acts around them and leaves them judged.
 */
export class JudgedOnTheWay {
  /** Marks of turns not written yet. */
  readonly #waiting = new Map<CodedTranscript, Set<string>>();
  /** What was written, for as long as an undo may set `coded` back to a state before it. */
  readonly #written = new WeakMap<PersonFile, TurnSpan[]>();
  #count = 0;

  /** False where the turn counts as judged already. */
  add(coded: CodedTranscript, turn: Turn): boolean {
    if (isJudged(coded.ownCoding?.coded, turn.number)) return false;
    const marks = this.#waiting.get(coded) ?? new Set();
    this.#waiting.set(coded, marks);
    // The label is marked, since a turn may have no words.
    const label = new vscode.Range(turn.line, 0, turn.line, Math.max(1, turn.label.length));
    marks.add(markPending(coded.transcript, `judged ${++this.#count}`, label));
    return true;
  }

  isWaiting(coded: CodedTranscript): boolean {
    return (this.#waiting.get(coded)?.size ?? 0) > 0;
  }

  /** The turns that wait to be written. */
  spans(coded: CodedTranscript): TurnSpan[] {
    const { live } = coded.transcript;
    return [...(this.#waiting.get(coded) ?? [])].flatMap((mark) => {
      const range = rangeOfMark(coded.transcript, live.marks.get(mark));
      const turn = range && turnAtLine(coded.parsed.turns, range.start.line);
      return turn ? [{ from: turn.number, to: turn.number }] : [];
    });
  }

  /** They are in the file now. */
  settled(coded: CodedTranscript, file: PersonFile, spans: readonly TurnSpan[]): void {
    this.#written.set(file, [...this.writtenTo(file), ...spans]);
    this.forget(coded);
  }

  writtenTo(file: PersonFile): readonly TurnSpan[] {
    return this.#written.get(file) ?? [];
  }

  forget(coded: CodedTranscript): void {
    for (const mark of this.#waiting.get(coded) ?? []) coded.transcript.live.marks.remove(mark);
    this.#waiting.delete(coded);
  }
}

export function isJudged(spans: readonly TurnSpan[] | undefined, turn: number): boolean {
  return spans?.some(({ from, to }) => from <= turn && turn <= to) ?? false;
}
