import * as vscode from 'vscode';
import { showWarningMessage } from '../messages';
import type { AnnotationFile } from '../../engine/annotations/file';

/** What a person is told where two versions of a file met. */

/** Something was written elsewhere that says otherwise than an act here. */
export function tellConflicts(before: AnnotationFile, after: AnnotationFile): void {
  const known = new Set(before.coding.conflicts.map(({ id }) => id));
  const fresh = after.coding.conflicts.filter(({ id }) => !known.has(id)).length;
  if (fresh === 0) return;
  const resolve = vscode.l10n.t('Resolve Conflicts…');
  const message = vscode.l10n.t(
    'Your file was changed elsewhere, and in {0} places says something else than you did here. Both are kept until you decide.',
    fresh,
  );
  void showWarningMessage(message, resolve).then((choice) => {
    if (choice === resolve) void vscode.commands.executeCommand('alliance.resolveConflicts');
  });
}

/** An undo or redo met what somebody changed elsewhere since. */
export function tellLeft(label: string, isPartly: boolean): void {
  void showWarningMessage(
    isPartly
      ? vscode.l10n.t(
          'Part of “{0}” was changed elsewhere since, in another window or program. That is left as it is.',
          label,
        )
      : vscode.l10n.t(
          'What “{0}” did was changed elsewhere since, in another window or program. It is left as it is.',
          label,
        ),
  );
}
