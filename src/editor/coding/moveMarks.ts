import * as vscode from 'vscode';
import type { At } from '../../engine/transcript/at';
import { rangeOfAt } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import { markKey, markPending, putMark, rangeOfMark } from '../../store/placing';
import type { Moved } from './history';

/**
 * Puts the marks of annotations, or of comments (`commentAnchor`), on other words, or takes them away. Both stretches stay marked: an undo finds the former in a text
 * edited since.
 */
export function moveMarks(
  { transcript, parsed }: CodedTranscript,
  coder: string,
  places: ReadonlyMap<string, At | null>,
  newName: () => string,
): Moved[] {
  const { marks } = transcript.live;
  return [...places].map(([id, at]) => {
    const mark = markKey(coder, id);
    const known = marks.get(mark);
    const state = known?.state;
    const [before, after] = [rangeOfMark(transcript, known), at && rangeIn(parsed.turns, at)];
    if (after) putMark(transcript, mark, after, 'sure');
    else marks.remove(mark);
    return {
      entry: id.includes('/') ? id : `annotations/${id}`,
      mark,
      before: before && markPending(transcript, newName(), before, state),
      after: after && markPending(transcript, newName(), after),
    };
  });
}

function rangeIn(turns: Parameters<typeof rangeOfAt>[0], at: At): vscode.Range | null {
  const found = rangeOfAt(turns, at);
  return (
    found &&
    new vscode.Range(
      new vscode.Position(found.start.line, found.start.character),
      new vscode.Position(found.end.line, found.end.character),
    )
  );
}

/** Puts the marks where they were before an act, or after it. */
export function putBackMarks(
  { transcript }: CodedTranscript,
  moved: readonly Moved[],
  direction: 'undo' | 'redo',
): void {
  const { marks } = transcript.live;
  for (const { mark, before, after } of moved) {
    const name = direction === 'undo' ? before : after;
    const kept = name === null ? undefined : marks.get(name);
    const range = rangeOfMark(transcript, kept);
    if (range && kept) putMark(transcript, mark, range, kept.state);
    else if (name === null) marks.remove(mark);
  }
}
