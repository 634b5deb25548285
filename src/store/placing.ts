import * as vscode from 'vscode';
import { resolveAnchors } from '../engine/anchors/resolve';
import { memoTurn, noteOf } from '../engine/anchors/takeOver';
import { anchoredIn } from '../engine/annotations/anchored';
import type { Anchored, Coding, Unconfirmed } from '../engine/annotations/types';
import type { At, LooseAt } from '../engine/transcript/at';
import { standsAt } from '../engine/annotations/quote';
import { imagesOf } from '../engine/anchors/turnImages';
import { atOfRange, rangeOfAt, turnAtLine } from '../engine/transcript/offsets';
import type { Turn } from '../engine/transcript/types';
import type { Mark } from '../engine/transcript/marks';
import type { OpenTranscript } from './transcripts';

/** The mark of an annotation, named as files refer to it; of a comment's own words, by `commentAnchor`. */
export function markKey(coder: string, id: string): string {
  return `${coder}/${id}`;
}

/** One of several equally good places of an annotation, counted from 0. */
export function choiceKey(coder: string, id: string, choice: number): string {
  return `${markKey(coder, id)} ?${choice}`;
}

/** What a person should know of annotations that were found again, by the names of their marks. */
export type Notes = ReadonlyMap<string, Unconfirmed>;

/**
 * Puts a coding's annotations, and its comments on words, into the open text. Certain are those whose words stand at their place in the very text they
 * were written for, and in another text those that are found exactly (product section 4). Those found otherwise have a place that a
 * person should confirm, or several; the others get none, since a guess would be worse.
 */
export function placeCoding(transcript: OpenTranscript, coding: Coding, sameText: boolean): Notes {
  placeMemos(transcript, coding, sameText, () => true);
  const entries = anchoredIn(coding);
  // Other speakers make other turns of the same text, so that its hash alone says nothing of the places.
  if (!sameText) return placeFound(transcript, coding, entries, '');
  for (const entry of entries) place(transcript, coding.coder, entry);
  const quoted = entries.filter(({ at, was }) => !at && !was);
  return placeFound(transcript, coding, quoted, coding.text?.sha256 ?? '');
}

/** The same for those that have no mark yet, in their own text: brought by another window, or by an undo. */
export function placeUnmarked(transcript: OpenTranscript, coding: Coding, sameText: boolean): void {
  const isUnmarked = (key: string): boolean => transcript.live.marks.get(key) === undefined;
  placeMemos(transcript, coding, sameText, isUnmarked);
  if (!sameText) return;
  for (const entry of anchoredIn(coding)) {
    if (isUnmarked(markKey(coding.coder, entry.id))) place(transcript, coding.coder, entry);
  }
}

/** Puts entries of a coding where they are found in a text of this hash. */
function placeFound(
  transcript: OpenTranscript,
  { coder, text }: Coding,
  entries: readonly Anchored[],
  hash: string,
): Notes {
  const anchors = resolveAnchors({ annotations: entries, text }, transcript.parsed.turns, hash);
  const notes = new Map<string, Unconfirmed>();
  for (const [index, anchor] of anchors.entries()) {
    const entry = entries[index];
    if (!entry) continue;
    const note = noteOf(entry, anchor);
    if (note) notes.set(markKey(coder, entry.id), note);
    // A file written by hand that does not say for which text: nobody knows.
    const isSure = anchor.state === 'exact' && !note && text !== undefined;
    putPassage(transcript, markKey(coder, entry.id), anchor.at, isSure ? 'sure' : 'unsure');
    putChoices(transcript, coder, entry.id, anchor.places);
  }
  return notes;
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
  for (const memo of there) {
    const turn = turns[(memoTurn(memo, found, turns) ?? 0) - 1];
    if (turn) markTurn(transcript, markKey(coder, memo.id), turn);
  }
}

/** Marks the line a turn begins on: it stays itself whatever becomes of its label, its time or its words. */
function markTurn(transcript: OpenTranscript, key: string, { line }: Turn): void {
  const end = transcript.live.lines[line]?.text.length ?? 0;
  putMark(transcript, key, { start: { line, character: 0 }, end: { line, character: end } }, 'sure');
}

/** The turn that a mark on its line is at now; null when it is no more. */
export function turnOfMark(transcript: OpenTranscript, key: string): Turn | null {
  const range = rangeOfMark(transcript, transcript.live.marks.get(key));
  return range && turnAtLine(transcript.parsed.turns, range.start.line);
}

function place(transcript: OpenTranscript, coder: string, entry: Anchored): void {
  const { id, at, unconfirmed } = entry;
  const words = standsAt(transcript.parsed.turns, entry);
  // The place was written for this text, but its words are others: changed by hand, or never confirmed.
  const isSure = words === 'exact' && !unconfirmed;
  if (at && (words === 'exact' || words === 'differs'))
    putPassage(transcript, markKey(coder, id), at, isSure ? 'sure' : 'unsure');
  putChoices(transcript, coder, id, unconfirmed?.places ?? []);
}

function putPassage(transcript: OpenTranscript, key: string, at: LooseAt | null, state: Mark['state']): void {
  const range = at && rangeOfAt(transcript.parsed.turns, at);
  if (range) putMark(transcript, key, range, state);
}

function putChoices(transcript: OpenTranscript, coder: string, id: string, places: readonly LooseAt[]): void {
  for (const [index, at] of places.entries())
    putPassage(transcript, choiceKey(coder, id, index), at, 'unsure');
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
export function markPending(
  transcript: OpenTranscript,
  name: string,
  range: vscode.Range,
  state: Mark['state'] = 'sure',
): string {
  const key = `${pendingPrefix}${name}`;
  putMark(transcript, key, range, state);
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
    return range ? [{ key: mark.id, range, state: mark.state }] : [];
  });
  return () => {
    for (const { key, range, state } of pending) putMark(transcript, key, range, state);
  };
}

/** What was typed since a text was saved moves its marks as an edit would. */
export function typeOver({ live }: OpenTranscript, text: string): void {
  const last = live.lines.length - 1;
  const end = { line: last, character: live.lines[last]?.text.length ?? 0 };
  live.apply({ start: { line: 0, character: 0 }, end, text });
}
