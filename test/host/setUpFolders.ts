import * as vscode from 'vscode';
import { inFolder, read, run, write } from './workspaceFiles';

let count = 0;

/** A folder of its own with these files. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<vscode.Uri> {
  const folder = inFolder(`set-up-${++count}`);
  await vscode.workspace.fs.createDirectory(folder);
  for (const [name, text] of Object.entries(files))
    await write(vscode.Uri.joinPath(folder, ...name.split('/')), text);
  return folder;
}

export function setUp(folder: vscode.Uri, answers: object = {}): Thenable<vscode.Uri[]> {
  return run<vscode.Uri[]>('setUpStudy', { folder: folder.toString(), title: 'Ours', ...answers });
}

export function names(uris: readonly vscode.Uri[]): (string | undefined)[] {
  return uris.map(({ path }) => path.split('/').at(-1));
}

/** The sample study at the top would be the study of every folder below. */
export function withoutTheSampleStudy(): void {
  const sample = inFolder('alliance.study.yaml');
  let text = '';
  suiteSetup(async () => {
    text = await read(sample);
    await vscode.workspace.fs.delete(sample);
  });
  suiteTeardown(() => write(sample, text));
}

export const studyOf = (folder: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(folder, 'alliance.study.yaml');
