import * as vscode from 'vscode';
import { showErrorMessage } from '../editor/messages';
import { baseName } from '../store/nearest';

/**
 * Where a file is to be written, as a person says; proposed in a folder, else in that of the window, under a name whose ending says
 * what it holds.
 */
export function askForFile(near: vscode.Uri | undefined, name: string): Thenable<vscode.Uri | undefined> {
  const folder = near ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const ending = name.slice(name.lastIndexOf('.') + 1);
  return vscode.window.showSaveDialog({
    filters: { [ending.toUpperCase()]: [ending] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
}

/** Writes a file that a person chose a place for. @returns whether it could; where not, that was said */
export async function writtenFile(uri: vscode.Uri, bytes: Uint8Array): Promise<boolean> {
  try {
    await vscode.workspace.fs.writeFile(uri, bytes);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void showErrorMessage(
      vscode.l10n.t('{0} could not be written ({1}). Please choose another place.', baseName(uri), reason),
    );
    return false;
  }
}
