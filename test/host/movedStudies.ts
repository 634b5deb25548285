import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { dialogue, inFolder, write } from './workspaceFiles';

let count = 0;

/** A study in a folder of its own, with one session that Tess and Bob coded. */
export async function makeStudy(
  more: Readonly<Record<string, string>> = {},
): Promise<(...path: string[]) => vscode.Uri> {
  const folder = `moving-${++count}`;
  const at = (...path: string[]): vscode.Uri => inFolder(folder, ...path);
  const files = {
    'alliance.study.yaml':
      'alliance_study: 1\ncases: { K: { sessions: [ { transcript: a/one.transcript, session: 1 } ] } } # ours\n' +
      'plan: [ { transcript: a/one.transcript, coders: [ bob, tess ] } ]\n',
    'a/one.transcript': dialogue,
    'a/one.bob.alliance.yaml': codingOf('bob'),
    'a/two.transcript': 'T: Another?\nC: Yes.\n',
    ...more,
  };
  for (const [path, text] of Object.entries(files)) await write(at(...path.split('/')), text);
  return at;
}

export function codingOf(coder: string, more = ''): string {
  return (
    `alliance: 1 # by hand\ntranscript: one.transcript\ncoder: ${coder}\n${more}annotations:\n` +
    `  - { id: ${coder}oneq, code: bond, at: { turn: 2, start: 0, end: 2 }, quote: Mm }\n`
  );
}

export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

export async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  assert.ok(await vscode.workspace.applyEdit(edit), 'the rename is done');
}

export function problems(uri: vscode.Uri): unknown[] {
  return vscode.languages.getDiagnostics(uri).map(({ code }) => code);
}
