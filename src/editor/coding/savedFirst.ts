import * as vscode from 'vscode';
import { showInformationMessage } from '../messages';
import type { CodedTranscript } from '../../store/codedTranscript';

/** What a person types while a save is under way is saved once more; beyond that the act has to wait. */
const mostSaves = 3;

/** Positions in a file are positions in a text on disk, so the text goes there first. */
export async function savedFirst(coded: CodedTranscript): Promise<boolean> {
  const { document } = coded;
  if (document.isUntitled) return nameFirst();
  for (let saves = 0; document.isDirty && saves < mostSaves; saves++) {
    const { version } = document;
    // `isDirty` follows a moment after the save: the version tells whether this is the text that was saved.
    if ((await document.save()) && document.version === version) {
      coded.saved();
      return true;
    }
  }
  return !document.isDirty;
}

async function nameFirst(): Promise<false> {
  const choose = vscode.l10n.t('Save…');
  const message = vscode.l10n.t('A transcript needs a name before it is coded.');
  if ((await showInformationMessage(message, choose)) === choose) {
    await vscode.commands.executeCommand('workbench.action.files.saveAs');
  }
  return false;
}
