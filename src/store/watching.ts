import * as vscode from 'vscode';

/** What our files are called. The keys inside decide; the names tell where to look. */
export const annotationFileEnding = '.alliance.yaml';
export const codebookName = 'alliance.codebook.yaml';
export const studyName = 'alliance.study.yaml';

export const transcriptEnding = '.transcript';

/** Addresses of the files that changed, or `anything`. */
export type FileNews = ReadonlySet<string> | 'anything';

/** Whether one of the files that lie around transcripts may be another. */
export function concernsCodings(news: FileNews): boolean {
  return news === 'anything' || [...news].some((file) => file.endsWith('.yaml'));
}

/**
 * Tells when a file of ours may have changed outside, or a transcript come or gone: by the watchers, and when the window
 * gets the focus back, since watchers are silent in virtual workspaces. Bursts (a git pull, a sync tool) come as one event.
 */
export class FileWatch implements vscode.Disposable {
  readonly #didChange = new vscode.EventEmitter<FileNews>();
  readonly onDidChange = this.#didChange.event;
  readonly #disposables: vscode.Disposable[] = [this.#didChange];
  #files = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(
      '**/*{alliance*.yaml,.codebook.yaml,.study.yaml,.transcript,.txt}',
    );
    const note = (uri: vscode.Uri): void => this.#note(uri.toString());
    this.#disposables.push(
      watcher,
      watcher.onDidChange(note),
      watcher.onDidCreate(note),
      watcher.onDidDelete(note),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (uri.path.endsWith('.yaml')) note(uri);
      }),
      // Without changes: it became unsaved, or what was unsaved was taken back, and the file on disk counts again.
      vscode.workspace.onDidChangeTextDocument(({ document: { uri, isDirty }, contentChanges }) => {
        if (contentChanges.length === 0 && !isDirty && uri.path.endsWith('.yaml')) note(uri);
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#didChange.fire('anything');
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #note(file: string): void {
    this.#files.add(file);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const files = this.#files;
      this.#files = new Set();
      this.#didChange.fire(files);
    }, 150);
  }
}
