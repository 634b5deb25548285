import * as vscode from 'vscode';

const walkthrough = 'alliance-coder.alliance-coder#alliance.gettingStarted';

/** `alliance.getStarted` opens the walkthrough, which VS Code itself shows on its welcome page only. */
export function registerGettingStarted(): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.getStarted', () => openGettingStarted(false));
}

export async function openGettingStarted(toSide: boolean): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, toSide);
  // Else it is a preview, and the first session that is opened takes its place.
  await vscode.commands.executeCommand('workbench.action.keepEditor');
}
