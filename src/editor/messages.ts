import * as vscode from 'vscode';
import { inOrder, withoutIcons } from './plainWords';

/**
 * Messages of the editor. `[words](command:…)` in one is a link that runs the command, and names of files, people and codes are
 * somebody else's words: they stay what they say. Nothing else in the extension calls VS Code's own functions.
 */
export const showInformationMessage = plain('showInformationMessage');
export const showWarningMessage = plain('showWarningMessage');
export const showErrorMessage = plain('showErrorMessage');

/** For a moment in the status bar, where `$(name)` would be an icon. */
export function setStatusBarMessage(message: string, milliseconds: number): void {
  vscode.window.setStatusBarMessage(withoutIcons(message), milliseconds);
}

type Shows = 'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage';

/** VS Code's function of that name, as it is when a message is shown. */
function plain<Name extends Shows>(name: Name): (typeof vscode.window)[Name] {
  return new Proxy(vscode.window[name], {
    apply: (_, that, [message, ...rest]: unknown[]): unknown =>
      Reflect.apply(vscode.window[name], that, [
        inOrder(String(message)).replaceAll('](', ']\u200b('),
        ...rest,
      ]),
  });
}
