import * as vscode from 'vscode';
import type { Annotation, At, Coding } from '../engine/annotations/types';
import { standsAt } from '../engine/annotations/quote';
import { imagesOf } from '../engine/anchors/turnImages';
import { atOfRange, rangeOfAt, turnAtLine } from '../engine/transcript/offsets';
import type { Turn } from '../engine/transcript/types';
import type { Mark } from '../engine/transcript/marks';
import type { OpenTranscript } from './transcripts';

/** The mark of an annotation, named as files refer to it. */
export function markKey(coder: string, id: string): string {
  return `${coder}/${id}`;
}

/**
 * Puts a coding's annotations into the open text. Certain are those whose words stand at their place in the very text they
 * were written for. In another text, those whose words stand there all the same have a place that a person should confirm;
 * the others get none, since a guess would be worse (product section 4).
 */
export function placeCoding(transcript: OpenTranscript, coding: Coding, sameText: boolean): void {
  for (const annotation of coding.annotations) place(transcript, coding.coder, annotation, sameText);
  placeMemos(transcript, coding, sameText, () => true);
}

/** The same for those that have no mark yet: brought by another window, or by an undo. */
export function placeUnmarked(transcript: OpenTranscript, coding: Coding, sameText: boolean): void {
  for (const annotation of coding.annotations) {
    const marked = transcript.live.marks.get(markKey(coding.coder, annotation.id));
    if (!marked) place(transcript, coding.coder, annotation, sameText);
  }
  placeMemos(transcript, coding, sameText, (key) => transcript.live.marks.get(key) === undefined);
}

/** Memos stand at their turn; in another text, where its fingerprint tells which that is. */
function placeMemos(
  transcript: OpenTranscript,
  { memos, coder, text }: Coding,
  sameText: boolean,
  wanted: (key: string) => boolean,
): void {
  const there = memos.filter(({ id, at }) => at && wanted(markKey(coder, id)));
  if (there.length === 0) return;
  const { turns } = transcript.parsed;
  const found = sameText ? null : imagesOf(text?.turns, turns);
  for (const { id, at } of there) {
    const number = at?.turn ?? 0;
    const image = found?.images[number - 1];
    const turn = turns[found ? (image?.kind === 'at' ? image.turn : -1) : number - 1];
    if (turn) markTurn(transcript, markKey(coder, id), turn);
  }
}

/** Marks the line a turn begins on: it stays itself whatever becomes of its label, its time or its words. */
export function markTurn(transcript: OpenTranscript, key: string, { line }: Turn): void {
  const end = transcript.live.lines[line]?.text.length ?? 0;
  putMark(transcript, key, { start: { line, character: 0 }, end: { line, character: end } }, 'sure');
}

/** The turn that a mark on its line is at now; null when it is no more. */
export function turnOfMark(transcript: OpenTranscript, key: string): Turn | null {
  const range = rangeOfMark(transcript, transcript.live.marks.get(key));
  return range && turnAtLine(transcript.parsed.turns, range.start.line);
}

function place(transcript: OpenTranscript, coder: string, annotation: Annotation, sameText: boolean): void {
  const { turns } = transcript.parsed;
  const words = standsAt(turns, annotation);
  const exact = words === 'exact';
  // The place was written for this text, but its words are others: changed by hand, or never confirmed.
  const trusted = exact || (sameText && words === 'differs');
  const range = annotation.at && trusted ? rangeOfAt(turns, annotation.at) : null;
  if (range) putMark(transcript, markKey(coder, annotation.id), range, sameText && exact ? 'sure' : 'unsure');
}

export function putMark(
  transcript: OpenTranscript,
  key: string,
  range: {
    readonly start: { line: number; character: number };
    readonly end: { line: number; character: number };
  },
  state: Mark['state'],
): void {
  const { live } = transcript;
  const first = live.lines[range.start.line];
  const last = live.lines[range.end.line];
  if (!first || !last) return;
  live.marks.put(
    key,
    { line: first, character: range.start.character },
    { line: last, character: range.end.character },
    state,
  );
}

/** Where a mark stands now; null when it is lost. */
export function rangeOfMark(transcript: OpenTranscript, mark: Mark | undefined): vscode.Range | null {
  if (!mark || mark.state === 'lost') return null;
  const first = transcript.live.lineNumber(mark.start.line);
  const last = transcript.live.lineNumber(mark.end.line);
  return first < 0 || last < 0
    ? null
    : new vscode.Range(first, mark.start.character, last, mark.end.character);
}

/** The passage a mark covers now, as a file says it; null when it covers no words. */
export function atOfMark(transcript: OpenTranscript, mark: Mark | undefined): At | null {
  const range = rangeOfMark(transcript, mark);
  return range ? atOfRange(transcript.parsed.turns, range, transcript.live.lines) : null;
}

const pendingPrefix = 'pending ';

/** Marks what a coder is about to tag, so that it is found again whatever is typed, saved or read before it is. */
export function markPending(transcript: OpenTranscript, name: string, range: vscode.Range): string {
  const key = `${pendingPrefix}${name}`;
  putMark(transcript, key, range, 'sure');
  return key;
}

/** The same for a whole turn. */
export function markPendingTurn(transcript: OpenTranscript, name: string, turn: Turn): string {
  const key = `${pendingPrefix}${name}`;
  markTurn(transcript, key, turn);
  return key;
}

/** Remembers the pending marks while all others are put anew; returns what puts them back into the same text. */
export function keepPending(transcript: OpenTranscript): () => void {
  const pending = [...transcript.live.marks.all()].flatMap((mark) => {
    const range = mark.id.startsWith(pendingPrefix) ? rangeOfMark(transcript, mark) : null;
    return range ? [{ key: mark.id, range }] : [];
  });
  return () => {
    for (const { key, range } of pending) putMark(transcript, key, range, 'sure');
  };
}
