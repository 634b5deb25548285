import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inFolder, until, write } from './workspaceFiles';

let count = 0;

/** A file of ours in a folder of its own, beside others; `|` in its text is the cursor. */
export async function openFile(
  name: string,
  text: string,
  beside: Readonly<Record<string, string>> = {},
): Promise<{
  readonly document: vscode.TextDocument;
  readonly at: vscode.Position;
  readonly folder: string;
}> {
  const folder = `yaml-${++count}`;
  for (const [file, content] of Object.entries(beside)) await write(inFolder(folder, file), content);
  await write(inFolder(folder, name), text.replace('|', ''));
  // As a person does it: what a program opens stays open for a while when its tab is closed.
  await vscode.commands.executeCommand('vscode.open', inFolder(folder, name));
  const document = vscode.window.activeTextEditor?.document ?? assert.fail('an editor');
  return { document, at: document.positionAt(Math.max(0, text.indexOf('|'))), folder };
}

export async function completions(
  { uri }: vscode.TextDocument,
  at: vscode.Position,
  trigger?: string,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    at,
    trigger,
  );
  const kinds = new Set([vscode.CompletionItemKind.Text, vscode.CompletionItemKind.Snippet]);
  return list.items.filter(({ kind }) => kind === undefined || !kinds.has(kind));
}

export function labels(items: readonly vscode.CompletionItem[]): string[] {
  return items
    .toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
    .map(({ label }) => (typeof label === 'string' ? label : label.label));
}

export async function completed(name: string, text: string, beside = {}): Promise<string[]> {
  const { document, at } = await openFile(name, text, beside);
  let found: string[] = [];
  await until('completion', async () => {
    found = labels(await completions(document, at));
    return found.length > 0;
  });
  return found;
}

export function problems(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Alliance');
}

export function codes(uri: vscode.Uri): readonly string[] {
  return problems(uri)
    .map(({ code }) => (typeof code === 'string' ? code : ''))
    .sort();
}

export async function replace(document: vscode.TextDocument, old: string, next: string): Promise<void> {
  const start = document.getText().indexOf(old);
  assert.ok(start >= 0, old);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + old.length));
  edit.replace(document.uri, range, next);
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}

export const head = 'alliance: 1\ntranscript: s.transcript\ncoder: vera\n';
export const one =
  '  - id: kkkkkkkk\n    code: rupture.withdrawal.minimal\n    at: { turn: 4 }\n    quote: Dunno.\n';
export const study =
  'alliance_study: 1\ncoders: { vera: { name: Vera }, bob: {} }\nmeasures: { phq9: { kind: outcome } }\n';
export const codebook =
  'alliance_codebook: 1\nid: mine\nversion: "1"\nscales: { depth: { values: { "1": flat, "2": deep } } }\ncodes:\n' +
  '  - { id: turn, label: Turning point, definition: It changes here., scales: [ depth ], replaces: [ old.turn ] }\n' +
  '  - { id: calm, label: Calm, definition: Nothing happens. }\n';
