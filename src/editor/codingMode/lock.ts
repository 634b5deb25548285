import * as vscode from 'vscode';
import { language } from '../../store/transcripts';

/**
 * Locks transcripts while coding mode is on. VS Code locks the editor that is active, and no other, so a transcript is
 * locked when it is looked at, and unlocked when the mode is left or, where another is in front then, when it is looked at
 * again.
 */
export class Lock {
  readonly #locked = new Set<string>();
  #isOn = false;
  #working: Promise<unknown> = Promise.resolve();

  /** Resolves when the active editor is as it should be. */
  async set(isOn: boolean): Promise<void> {
    this.#isOn = isOn;
    await this.update();
  }

  /** Another editor is active, or the mode was switched. One after the other: each means the editor that is active then. */
  async update(): Promise<void> {
    this.#working = this.#working.then(() => this.#lockOrUnlock());
    await this.#working;
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
    } else if (!this.#isOn && this.#locked.delete(key)) {
      await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    }
  }
}

function isTranscript({ languageId, isUntitled }: vscode.TextDocument): boolean {
  return languageId === language && !isUntitled;
}
