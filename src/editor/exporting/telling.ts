import * as vscode from 'vscode';
import { showErrorMessage, showInformationMessage, showWarningMessage } from '../messages';
import type { Loss } from '../../engine/interchange/losses';
import { baseName } from '../../store/nearest';
import { lossWords } from '../../words/losses';

/** A loss as scripts get it. */
export interface SaidLoss extends Loss {
  readonly message: string;
}

export function inWords(losses: readonly Loss[]): SaidLoss[] {
  return losses.map((one) => ({ ...one, message: lossWords(one, vscode.l10n.t) }));
}

/** Sentences that a notification has room for. */
const mostSentences = 5;

/** What was written, and what it leaves out. */
export function tellExported(written: readonly vscode.Uri[], losses: readonly SaidLoss[]): void {
  const [first] = written;
  if (!first) return;
  const more = losses.length - mostSentences;
  const message = [
    written.length > 1
      ? vscode.l10n.t(
          'Exported: {0}, and beside it {1} files that explain it.',
          baseName(first),
          written.length - 1,
        )
      : vscode.l10n.t('Exported: {0}.', baseName(first)),
    ...losses.slice(0, mostSentences).map((each) => each.message),
    ...(more > 0 ? [vscode.l10n.t('More that is left out: {0}.', more)] : []),
  ].join(' ');
  const [open, folder] = [vscode.l10n.t('Open the File'), vscode.l10n.t('Open Folder')];
  const isInside = vscode.workspace.getWorkspaceFolder(first) !== undefined;
  // What was hidden or has no certain place is for the person to know before the file is relied on.
  const show = losses.some(({ code }) => urgent.has(code)) ? showWarningMessage : showInformationMessage;
  void show(message, open, ...(isInside || first.scheme === 'file' ? [folder] : [])).then((choice) => {
    if (choice === open) void openWritten(first);
    const reveal = isInside ? 'revealInExplorer' : 'revealFileInOS';
    if (choice === folder) void vscode.commands.executeCommand(reveal, first);
  });
}

/** A report as an editor tab, which runs no script and loads nothing; anything else as it stands. */
export async function openWritten(uri: vscode.Uri): Promise<void> {
  if (!/\.html?$/i.test(uri.path)) return vscode.commands.executeCommand('vscode.open', uri);
  const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const { webview } = vscode.window.createWebviewPanel(
    'alliance.report',
    baseName(uri),
    vscode.ViewColumn.Active,
    { localResourceRoots: [], enableFindWidget: true },
  );
  webview.html = page;
}

const urgent: ReadonlySet<string> = new Set([
  'uncertain-places',
  'hidden-coder',
  'hidden-figures',
  'unreadable-file',
]);

export function tellFailed(uri: vscode.Uri, reason: string): void {
  const message = vscode.l10n.t(
    '{0} could not be written ({1}), so nothing was changed. Please choose another place.',
    baseName(uri),
    reason,
  );
  void showErrorMessage(message);
}

export function tellNothing(): undefined {
  void showInformationMessage(
    vscode.l10n.t('There is no transcript to export. Open one, or the folder of a study.'),
  );
  return undefined;
}
