import * as vscode from 'vscode';
import { trajectoryView } from './trajectory/view';

/** A first transcript to try things on, opened as a file of one's own choosing, never inside the extension. */
export function registerSample(extension: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('alliance.openSample', () => openSample(extension)),
    vscode.commands.registerCommand('alliance.showTrajectory', () =>
      vscode.commands.executeCommand(`${trajectoryView}.focus`),
    ),
  );
}

async function openSample(extension: vscode.Uri): Promise<void> {
  const source = vscode.Uri.joinPath(extension, 'media', 'sample.transcript');
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(source));
  const document = await vscode.workspace.openTextDocument({ language: 'session-transcript', content });
  await vscode.window.showTextDocument(document);
}
