import * as vscode from 'vscode';

/** The least an extension can do on a key that shows on screen: what a coding act is measured against. */
export function activate({ subscriptions }: vscode.ExtensionContext): void {
  const type = vscode.window.createTextEditorDecorationType({ textDecoration: 'underline' });
  const mark = (editor: vscode.TextEditor): void =>
    editor.setDecorations(type, [editor.document.lineAt(editor.selection.active).range]);
  subscriptions.push(type, vscode.commands.registerTextEditorCommand('allianceBench.empty', mark));
}
