import * as vscode from 'vscode';

/** What our files are called. The keys inside decide; the names tell where to look. */
export const annotationFileEnding = '.alliance.yaml';
export const codebookName = 'alliance.codebook.yaml';
export const studyName = 'alliance.study.yaml';

/**
 * Tells when a file of ours may have changed outside: by the watchers, and when the window gets the focus back, since
 * watchers are silent in virtual workspaces. Bursts (a git pull, a sync tool) come as one event.
 */
export class FileWatch implements vscode.Disposable {
  readonly #didChange = new vscode.EventEmitter<ReadonlySet<string> | 'anything'>();
  /** Names of the files that changed, or `anything`. */
  readonly onDidChange = this.#didChange.event;
  readonly #disposables: vscode.Disposable[] = [this.#didChange];
  #names = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{alliance,codebook,study}.yaml');
    const note = (uri: vscode.Uri): void => this.#note(uri.path.slice(uri.path.lastIndexOf('/') + 1));
    this.#disposables.push(
      watcher,
      watcher.onDidChange(note),
      watcher.onDidCreate(note),
      watcher.onDidDelete(note),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#didChange.fire('anything');
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #note(name: string): void {
    this.#names.add(name);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const names = this.#names;
      this.#names = new Set();
      this.#didChange.fire(names);
    }, 150);
  }
}
