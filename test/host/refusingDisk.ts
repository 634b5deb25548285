import * as vscode from 'vscode';

let disks = 0;

/** A file system in memory, of which one file refuses to be written. */
export class Disk implements vscode.FileSystemProvider {
  refused = '';
  readonly #scheme = `try-disk-${++disks}`;
  readonly #files: Map<string, Uint8Array>;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #registered: vscode.Disposable;
  readonly onDidChangeFile = this.#changed.event;

  constructor(files: Readonly<Record<string, string>>) {
    const bytes = Object.entries(files).map(
      ([name, text]) => [name, new TextEncoder().encode(text)] as const,
    );
    this.#files = new Map(bytes);
    this.#registered = vscode.workspace.registerFileSystemProvider(this.#scheme, this);
  }

  uri(name: string): vscode.Uri {
    return vscode.Uri.from({ scheme: this.#scheme, path: `/${name}` });
  }

  text(name: string): string {
    return new TextDecoder().decode(this.#files.get(name));
  }

  dispose(): void {
    this.#registered.dispose();
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    if (path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const { length } = this.#file(path);
    return { type: vscode.FileType.File, ctime: 0, mtime: this.#written, size: length };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.#files.keys()].map((name) => [name, vscode.FileType.File]);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    return this.#file(path);
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    if (uri.path === `/${this.refused}`) throw vscode.FileSystemError.NoPermissions(uri);
    this.#written++;
    this.#files.set(uri.path.slice(1), content);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  createDirectory(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  #written = 1;

  #file(path: string): Uint8Array {
    const content = this.#files.get(path.slice(1));
    if (!content) throw vscode.FileSystemError.FileNotFound(path);
    return content;
  }
}
