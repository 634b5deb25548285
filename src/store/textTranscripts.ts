import * as vscode from 'vscode';
import { baseName, movedWith, relativeTo } from './nearest';
import type { StudyFiles } from './studyFiles';
import { language } from './transcripts';

const key = 'alliance.textTranscripts';

/**
 * Which `.txt` files are transcripts: those that a study lists, and those opened as one in this workspace. They become
 * transcripts by themselves whenever they are opened; all others stay what they are.
 */
export class TextTranscripts implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #files: StudyFiles;
  readonly #disposable: vscode.Disposable;

  constructor(state: vscode.Memento, files: StudyFiles) {
    this.#state = state;
    this.#files = files;
    this.#disposable = vscode.workspace.onDidOpenTextDocument((document) => void this.#opened(document));
    for (const document of vscode.workspace.textDocuments) void this.#opened(document);
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  /** Whether a file was opened as a transcript in this workspace. */
  has(uri: vscode.Uri): boolean {
    return this.#remembered().includes(uri.toString());
  }

  async remember(uri: vscode.Uri): Promise<void> {
    if (!this.has(uri)) await this.#state.update(key, [...this.#remembered(), uri.toString()]);
  }

  /** A file, or a folder of them, was moved or renamed. */
  async moved(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const before = this.#remembered();
    const now = before.map((address) => movedWith(address, from, to)?.toString() ?? address);
    if (now.some((address, at) => address !== before[at])) await this.#state.update(key, now);
    // VS Code opened it anew under its new name, before the study file could list that.
    const open = vscode.workspace.textDocuments.filter(({ uri }) => movedWith(uri.toString(), to, to));
    await Promise.all(open.map((document) => this.#opened(document)));
  }

  #remembered(): readonly string[] {
    const value: unknown = this.#state.get(key);
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  }

  async #opened(document: vscode.TextDocument): Promise<void> {
    // Somebody may have chosen another language for it: that stands.
    if (!isText(document.uri) || document.languageId !== 'plaintext') return;
    if (this.has(document.uri) || (await this.#isListed(document.uri))) await asTranscript(document);
  }

  async #isListed(uri: vscode.Uri): Promise<boolean> {
    const found = await this.#files.near(uri);
    const path = found && relativeTo(found.uri, uri);
    return found?.study?.sessions.some(({ transcript }) => transcript === path) === true;
  }
}

export function isText(uri: vscode.Uri): boolean {
  return uri.scheme !== 'untitled' && baseName(uri).toLowerCase().endsWith('.txt');
}

/** Null where the document was closed meanwhile. */
export async function asTranscript(document: vscode.TextDocument): Promise<vscode.TextDocument | null> {
  if (document.isClosed) return null;
  return vscode.languages.setTextDocumentLanguage(document, language);
}
