import * as vscode from 'vscode';
import { readSafely } from '../../store/readText';
import { language, splitText } from '../../store/transcripts';
import { showText } from '../showText';

/**
 * Locks transcripts while coding mode is on. VS Code locks the editor that is active, and no other, so a transcript is
 * locked when it is looked at, and unlocked when the mode is left or, where another is in front then, when it is looked at
 * again.
 */
export class Lock implements vscode.Disposable {
  readonly #locked = new Set<string>();
  readonly #disposables: vscode.Disposable[];
  #isOn = false;
  #working: Promise<unknown> = Promise.resolve();

  constructor() {
    this.#disposables = [
      vscode.window.onDidChangeActiveTextEditor(() => this.#update()),
      vscode.workspace.onDidChangeTextDocument((event) => this.#changed(event)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  /** Resolves when the active editor is as it should be. */
  async set(isOn: boolean): Promise<void> {
    this.#isOn = isOn;
    await this.#update();
  }

  /** One after the other: each means the editor that is active then. */
  #update(): Promise<void> {
    return this.#inTurn(() => this.#lockOrUnlock());
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const working = this.#working.then(work);
    this.#working = working.catch(() => undefined);
    return working;
  }

  async #lockOrUnlock(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    const key = document.uri.toString();
    if (this.#isOn && !this.#locked.has(key) && isTranscript(document)) {
      // A locked text cannot be saved any more.
      if (document.isDirty && !(await document.save())) return;
      this.#locked.add(key);
      await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    } else if (!this.#isOn && this.#locked.has(key)) await this.#free(document);
  }

  async #free(document: vscode.TextDocument): Promise<void> {
    if (vscode.window.activeTextEditor?.document !== document) await showText(document);
    this.#locked.delete(document.uri.toString());
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
  }

  /**
   * A program can change a locked text, and VS Code takes it for saved then. What is coded is coded in the text on disk, so
   * it goes there.
   */
  #changed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !this.#locked.has(document.uri.toString())) return;
    void this.#inTurn(async () => {
      if (!this.#locked.has(document.uri.toString()) || (await isOnDisk(document))) return;
      await this.#free(document);
      if (vscode.window.activeTextEditor?.document !== document) return;
      await vscode.commands.executeCommand('workbench.action.files.save');
      await this.#lockOrUnlock();
    });
  }
}

function isTranscript({ languageId, isUntitled }: vscode.TextDocument): boolean {
  return languageId === language && !isUntitled;
}

export async function isOnDisk(document: vscode.TextDocument): Promise<boolean> {
  const reading = await readSafely(document.uri);
  const lines = (text: string): string => splitText(text.replace(/^\ufeff/, '')).join('\n');
  return reading.kind !== 'text' || lines(reading.text) === lines(document.getText());
}
