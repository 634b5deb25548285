import * as vscode from 'vscode';

/** Turns to a text where it is on screen: the group that has the focus may show the walkthrough or the panel's page beside it. */
export function showText(document: vscode.TextDocument): Thenable<vscode.TextEditor> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const shown = [activeTextEditor, ...visibleTextEditors].find((editor) => editor?.document === document);
  return vscode.window.showTextDocument(document, shown?.viewColumn);
}
