import * as vscode from 'vscode';

/** The least an extension can do on a key that shows on screen, and with a page of its own: what ours is measured against. */
export function activate({ subscriptions }: vscode.ExtensionContext): void {
  const type = vscode.window.createTextEditorDecorationType({ textDecoration: 'underline' });
  const mark = (editor: vscode.TextEditor): void =>
    editor.setDecorations(type, [editor.document.lineAt(editor.selection.active).range]);
  const page: vscode.WebviewViewProvider = {
    resolveWebviewView: ({ webview }) => {
      webview.html = '<!DOCTYPE html><svg></svg>';
    },
  };
  subscriptions.push(
    type,
    vscode.commands.registerTextEditorCommand('allianceBench.empty', mark),
    vscode.window.registerWebviewViewProvider('allianceBench.page', page),
  );
}
