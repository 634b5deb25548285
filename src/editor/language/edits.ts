import * as vscode from 'vscode';
import type { TextEdit } from '../../engine/textEdit';

/** Edits of one file as the editor takes them: one Ctrl+Z takes all of them back. */
export function editsIn(uri: vscode.Uri, edits: readonly TextEdit[]): vscode.WorkspaceEdit {
  const workspaceEdit = new vscode.WorkspaceEdit();
  for (const { range, text } of edits) {
    const { start, end } = range;
    const place = new vscode.Range(start.line, start.character, end.line, end.character);
    workspaceEdit.replace(uri, place, text);
  }
  return workspaceEdit;
}
