import * as vscode from 'vscode';
import { showInformationMessage } from '../messages';

/**
 * The folder a command is about: the one it was given (an address, or the folder that was clicked), else that of the
 * workspace, of several the one picked. Undefined where there is none, which is said, or nothing was picked.
 */
export async function folderOfStudy(given: unknown, question: string): Promise<vscode.Uri | undefined> {
  if (given instanceof vscode.Uri) return given;
  if (typeof given === 'string') return vscode.Uri.parse(given);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    return (await vscode.window.showWorkspaceFolderPick({ placeHolder: question }))?.uri;
  }
  const [folder] = folders;
  if (!folder) tellNoFolder();
  return folder?.uri;
}

function tellNoFolder(): void {
  const open = vscode.l10n.t('Open Folder…');
  const message = vscode.l10n.t(
    'A study is a folder of transcripts. Save your transcripts in one, and open it.',
  );
  void showInformationMessage(message, open).then((choice) => {
    if (choice === open) void vscode.commands.executeCommand('vscode.openFolder');
  });
}
