import * as vscode from 'vscode';
import { setStatusBarMessage } from '../messages';
import { turnAtLine } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Acting } from '../coding/acting';
import { nextPassage, nextUncodedTurn, rangeOfTurn } from '../coding/moving';
import type { Cursor } from './cursor';

/** The editor that has the keys, with what is coded in it. */
export interface Here {
  readonly coded: CodedTranscript;
  readonly editor: vscode.TextEditor;
}

/**
 * To the next or previous turn; its number, or undefined at the end. Going on from a turn judges it; going back, or putting
 * the cursor elsewhere with the mouse, judges nothing.
 */
export function stepTurn(
  acting: Acting,
  cursor: Cursor,
  { coded, editor }: Here,
  direction: 1 | -1,
): number | undefined {
  const { turns } = coded.parsed;
  const here = turnAtLine(turns, cursor.position(editor).line);
  if (here && direction > 0) acting.judged(coded, here);
  const next = turns[(here?.number ?? 0) + direction - 1];
  if (next) goTo(cursor, editor, rangeOfTurn(next));
  else {
    const message =
      direction > 0 ? vscode.l10n.t('This is the last turn.') : vscode.l10n.t('This is the first turn.');
    setStatusBarMessage(message, 3000);
  }
  return next?.number;
}

/** To the next or previous annotation; false at the end. */
export function stepAnnotation(cursor: Cursor, { coded, editor }: Here, direction: 1 | -1): boolean {
  const next = nextPassage(coded, cursor.position(editor), direction);
  if (next) goTo(cursor, editor, next);
  return next !== undefined;
}

/** To the next turn nobody judged; its number. Looking for work judges nothing. */
export function stepUncoded(acting: Acting, cursor: Cursor, { coded, editor }: Here): number | undefined {
  const next = nextUncodedTurn(acting, coded, cursor.position(editor));
  if (next) goTo(cursor, editor, rangeOfTurn(next));
  return next?.number;
}

function goTo(cursor: Cursor, editor: vscode.TextEditor, range: vscode.Range): void {
  cursor.set(editor, [new vscode.Selection(range.start, range.start)], range);
}
