import * as vscode from 'vscode';
import { showWarningMessage } from '../messages';
import { nothing } from '../../engine/annotations/acts';
import { andThen } from '../../engine/annotations/change';
import { setMemo } from '../../engine/annotations/memos';
import { memoText } from '../../engine/interchange/prepare';
import { baseName } from '../../store/nearest';
import type { Acting } from '../coding/acting';
import type { DraftSession } from './draft';

/**
 * Comments of a document become memos of the person who imports it, in their own annotation file, as one act each session.
 * False where they could not be: nobody said who imports, or the file cannot be written.
 */
async function bringMemos(acting: Acting, { prepared, target }: DraftSession): Promise<boolean> {
  const { session, composed } = prepared;
  if (session.memos.length === 0) return true;
  await vscode.workspace.openTextDocument(target);
  const coded = acting.codings.of(target);
  if (!coded || (await acting.coder(coded)) === undefined) return false;
  return acting.perform(coded, vscode.l10n.t('Import Comments'), (file) =>
    session.memos.reduce((step, memo) => {
      const turn = memo.entry === null ? null : (composed.turnOfEntry.get(memo.entry) ?? null);
      return andThen(step, (now) => setMemo(now, acting.newId(), memoText(memo), turn));
    }, nothing(file)),
  );
}

/** Comments that nobody took: said, and tried again when asked to. */
export function tellMemosLeft(acting: Acting, sessions: readonly DraftSession[]): void {
  const again = vscode.l10n.t('Take Them Over');
  const names = sessions.map(({ target }) => baseName(target)).join(', ');
  const message = vscode.l10n.t(
    'Comments in the documents become memos in your own annotation file, and were not taken over yet: {0}.',
    names,
  );
  void showWarningMessage(message, again).then(async (choice) => {
    if (choice !== again) return;
    const left = await withoutMemos(acting, sessions);
    if (left.length > 0) tellMemosLeft(acting, left);
  });
}

/** Brings the memos of all; those whose memos could not be brought. */
export async function withoutMemos(
  acting: Acting,
  sessions: readonly DraftSession[],
): Promise<readonly DraftSession[]> {
  const left: DraftSession[] = [];
  for (const session of sessions) if (!(await bringMemos(acting, session))) left.push(session);
  return left;
}
