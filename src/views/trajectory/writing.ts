import * as vscode from 'vscode';
import type { PanelPage, PictureFormat } from '../../panel/messages';
import { baseName } from '../../store/nearest';
import type { TrajectoryView } from './view';

/** The picture of a page, as it is looked at now; says so where it could not be drawn. */
export async function pictureOf(
  view: TrajectoryView,
  page: PanelPage,
  format: PictureFormat,
): Promise<Uint8Array | undefined> {
  const data = await (await view.page())?.picture(page, format);
  if (data) return format === 'svg' ? new TextEncoder().encode(data) : fromBase64(data);
  void vscode.window.showErrorMessage(
    vscode.l10n.t('The picture could not be drawn. Please open the Trajectory view and try again.'),
  );
  return undefined;
}

function fromBase64(data: string): Uint8Array {
  return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
}

/** Whether it could be written; else says why not. */
export async function writeTaken(uri: vscode.Uri, bytes: Uint8Array): Promise<boolean> {
  try {
    await vscode.workspace.fs.writeFile(uri, bytes);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} could not be written ({1}). Please choose another place.', baseName(uri), reason),
    );
    return false;
  }
}
