import * as vscode from 'vscode';
import { showErrorMessage } from '../../editor/messages';
import type { PanelPage, PictureFormat } from '../../panel/messages';
import type { TrajectoryView } from './view';

export function isPicture(format: string): format is PictureFormat {
  return format === 'svg' || format === 'png';
}

/** The picture of a page, as it is looked at now; says so where it could not be drawn. */
export async function pictureOf(
  view: TrajectoryView,
  page: PanelPage,
  format: PictureFormat,
): Promise<Uint8Array | undefined> {
  const data = await (await view.page())?.picture(page, format);
  if (data) return format === 'svg' ? new TextEncoder().encode(data) : fromBase64(data);
  void showErrorMessage(
    vscode.l10n.t('The picture could not be drawn. Please open the Trajectory view and try again.'),
  );
  return undefined;
}

function fromBase64(data: string): Uint8Array {
  return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
}
