import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeAs, dialogue, hoverAt, tag } from './workspaceFiles';

const name = 'session.transcript';

/** A folder with one transcript that takes no other file: a share without the right to write, a stick with its lock on. */
class LockedFolder implements vscode.FileSystemProvider {
  readonly files = new Map([[`/${name}`, dialogue]]);
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  isLocked = true;

  stat({ path }: vscode.Uri): vscode.FileStat {
    if (path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const size = this.#content(path).length;
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size };
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    return new TextEncoder().encode(this.#content(path));
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.files.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
  }

  /** It rejects, as file systems do: VS Code never gets over one that throws. */
  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    await this.#refuse(uri);
    this.files.set(uri.path, new TextDecoder().decode(content));
  }

  createDirectory(uri: vscode.Uri): Promise<void> {
    return this.#refuse(uri);
  }

  delete(uri: vscode.Uri): Promise<void> {
    return this.#refuse(uri);
  }

  rename(uri: vscode.Uri): Promise<void> {
    return this.#refuse(uri);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  #content(path: string): string {
    const content = this.files.get(path);
    if (content === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return content;
  }

  #refuse(uri: vscode.Uri): Promise<void> {
    return this.isLocked ? Promise.reject(vscode.FileSystemError.NoPermissions(uri)) : Promise.resolve();
  }
}

suite('in a folder that takes no files', () => {
  const folder = new LockedFolder();
  let registration: vscode.Disposable | undefined;
  const uri = vscode.Uri.parse(`locked:/${name}`);

  suiteSetup(async () => {
    registration = vscode.workspace.registerFileSystemProvider('locked', folder);
    await codeAs('tess');
  });
  suiteTeardown(() => void registration?.dispose());

  test('what is coded shows, waits in memory, and is written whole as soon as it can be', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    assert.equal((await tag('bond', { turns: [2] })).length, 1);
    assert.deepEqual([...folder.files.keys()], [`/${name}`], 'no half of a file either');
    assert.match(await hoverAt(uri, 'Mm.'), /Bond/);
    folder.isLocked = false;
    await tag('rupture', { turns: [4] });
    const written = folder.files.get('/session.tess.alliance.yaml') ?? '';
    assert.deepEqual(written.match(/code: \w+/g), ['code: bond', 'code: rupture']);
  });
});
