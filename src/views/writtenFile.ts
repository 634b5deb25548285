import * as vscode from 'vscode';
import { showErrorMessage } from '../editor/messages';
import { baseName } from '../store/nearest';

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
