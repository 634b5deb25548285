import * as vscode from 'vscode';

/**
 * Messages of the editor. `[words](command:…)` in one is a link that runs the command, and names of files, people and codes are
 * somebody else's words: they stay what they say. Nothing else in the extension calls VS Code's own functions.
 */
export const showInformationMessage = plain(vscode.window.showInformationMessage);
export const showWarningMessage = plain(vscode.window.showWarningMessage);
export const showErrorMessage = plain(vscode.window.showErrorMessage);

function plain<Show extends typeof vscode.window.showInformationMessage>(show: Show): Show {
  return new Proxy(show, {
    apply: (target, that, [message, ...rest]: unknown[]): unknown =>
      Reflect.apply(target, that, [String(message).replaceAll('](', ']\u200b('), ...rest]),
  });
}
