import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** What the in-host tests share: files of their own in the workspace, and waiting for what comes by itself. */

const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.parse('missing:/');
let count = 0;

export function inFolder(...path: string[]): vscode.Uri {
  return vscode.Uri.joinPath(folder, ...path);
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

export async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

export const dialogue = [
  'T: How have you been?',
  "C: Mm. (4s) I don't know. ((looks away))",
  'T: What was that like for you?',
  'C: Dunno.',
  'T: Something changed just then. What was it like when I said that?',
  'C: I was angry with you, and I wanted you to ask.',
  'T: I think I pushed you, and I am sorry.',
  'C: Okay - so what I felt was more like panic.',
].join('\n');

/** A transcript of its own, in a folder of its own, so that no test sees another's files. */
export interface Opened {
  readonly editor: vscode.TextEditor;
  readonly uri: vscode.Uri;
  /** The annotation file of a coder. */
  readonly fileOf: (coder: string) => vscode.Uri;
}

export async function openTranscript(
  text = dialogue,
  files: Readonly<Record<string, string>> = {},
): Promise<Opened> {
  const name = `try-${++count}`;
  const uri = inFolder(name, `${name}.transcript`);
  await vscode.workspace.fs.createDirectory(inFolder(name));
  for (const [file, content] of Object.entries(files)) {
    await write(inFolder(name, file.replaceAll('NAME', name)), content.replaceAll('NAME', name));
  }
  await write(uri, text);
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  return { editor, uri, fileOf: (coder) => inFolder(name, `${name}.${coder}.alliance.yaml`) };
}

export async function codeAs(coder: string, role = 'coder'): Promise<void> {
  const identity: unknown = await vscode.commands.executeCommand('alliance.chooseCoder', { coder, role });
  assert.deepEqual(identity, { id: coder, role });
}

export interface Tagged {
  readonly id: string;
  readonly code: string;
  readonly turn: number;
}

export async function tag(code: string, args: object = {}): Promise<readonly Tagged[]> {
  return vscode.commands.executeCommand<Tagged[]>('alliance.tag', { code, ...args });
}

export function run<T = unknown>(command: string, args?: object): Thenable<T> {
  return vscode.commands.executeCommand<T>(`alliance.${command}`, args);
}

/** Waits until something holds; the message is what a person would say is missing. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.fail(`never came true: ${what}`);
}

/** Changes a text, and waits until VS Code calls it changed, which it does a moment later. */
export async function changeText(
  editor: vscode.TextEditor,
  build: (change: vscode.TextEditorEdit) => void,
): Promise<void> {
  assert.ok(await editor.edit(build));
  await until('the text is to be saved', () => editor.document.isDirty);
}

/** Whether something that waits for a person's answer is over, after a moment: to be asked again and again by `until`. */
export function isOver(asking: PromiseLike<unknown>): Promise<boolean> {
  return Promise.race([
    asking.then(() => true),
    new Promise<boolean>((done) => setTimeout(() => done(false), 50)),
  ]);
}

export function select(editor: vscode.TextEditor, words: string): void {
  const start = editor.document.getText().indexOf(words);
  assert.ok(start >= 0, `the text has “${words}”`);
  const { document } = editor;
  editor.selection = new vscode.Selection(
    document.positionAt(start),
    document.positionAt(start + words.length),
  );
}

/** Everything a hover says at the first of these words, as Markdown. */
export async function hoverAt(uri: vscode.Uri, words: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  const at = document.positionAt(document.getText().indexOf(words) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}
