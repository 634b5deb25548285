import * as vscode from 'vscode';
import { showErrorMessage, showInformationMessage } from '../messages';
import { baseName } from '../../store/nearest';
import type { StudyFault } from '../../store/studyFiles';

/** What a person is told when a file of a study could not be written: which file, why, and what to do. */
export function tellStudyFault(fault: StudyFault): undefined {
  const name = baseName(fault.uri);
  if (fault.kind === 'failed') {
    const message = vscode.l10n.t(
      '{0} could not be written ({1}), so nothing was set up. Make room, or choose a folder you may write to, then try again.',
      name,
      fault.reason,
    );
    void showErrorMessage(message);
    return undefined;
  }
  if (fault.kind === 'newer') {
    const message = vscode.l10n.t(
      '{0} was written by a newer version of Alliance Coder, so it is read and not changed. Update the extension, or add it by hand.',
      name,
    );
    void showErrorMessage(message);
    return undefined;
  }
  const open = vscode.l10n.t('Open the File');
  const message = vscode.l10n.t(
    '{0} is written in a way that leaves no certain place for this, so it was left as it is. Add it by hand; the Problems view says what cannot be read.',
    name,
  );
  void showErrorMessage(message, open).then((choice) => {
    if (choice === open) void vscode.window.showTextDocument(fault.uri);
  });
  return undefined;
}

export function tellNoStudy(): undefined {
  const setUp = vscode.l10n.t('Set Up Study…');
  const message = vscode.l10n.t('There is no study file in this folder yet.');
  void showInformationMessage(message, setUp).then((choice) => {
    if (choice === setUp) void vscode.commands.executeCommand('alliance.setUpStudy');
  });
  return undefined;
}
