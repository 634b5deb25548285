import type { At } from '../../engine/annotations/types';
import * as vscode from 'vscode';
import { rangeOfAt } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import { markKey, markPending, putMark, rangeOfMark } from '../../store/placing';
import type { Moved } from './history';

/** Puts annotations' marks on other words. Both stretches stay marked: an undo finds the former in a text edited since. */
export function moveMarks(
  { transcript, parsed }: CodedTranscript,
  coder: string,
  places: ReadonlyMap<string, At>,
  newName: () => string,
): Moved[] {
  return [...places].flatMap(([id, at]) => {
    const mark = markKey(coder, id);
    const before = rangeOfMark(transcript, transcript.live.marks.get(mark));
    const found = rangeOfAt(parsed.turns, at);
    if (!before || !found) return [];
    const after = new vscode.Range(
      new vscode.Position(found.start.line, found.start.character),
      new vscode.Position(found.end.line, found.end.character),
    );
    putMark(transcript, mark, after, 'sure');
    const kept = (range: vscode.Range): string => markPending(transcript, newName(), range);
    return [{ mark, before: kept(before), after: kept(after) }];
  });
}

/** Puts the marks where they were before an act, or after it. */
export function putBackMarks(
  { transcript }: CodedTranscript,
  moved: readonly Moved[],
  direction: 'undo' | 'redo',
): void {
  for (const { mark, before, after } of moved) {
    const kept = transcript.live.marks.get(direction === 'undo' ? before : after);
    const range = rangeOfMark(transcript, kept);
    if (range && kept) putMark(transcript, mark, range, kept.state);
  }
}
