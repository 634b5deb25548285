import type * as vscode from 'vscode';
import { textHash } from '../engine/annotations/hashes';

/** What is known of a document's text on disk: `isDirty` may lag behind what was just typed or saved. */
export class SavedText {
  readonly #document: vscode.TextDocument;
  #hash = '';
  #states = 0;
  /** The text on screen came from the disk, and was not taken over yet. */
  #isFromOutside = false;

  constructor(document: vscode.TextDocument) {
    this.#document = document;
  }

  /** `textHash` of the text on disk as it was last read or saved; empty before that. */
  get hash(): string {
    return this.#hash;
  }

  /** Counts the times it became another: what somebody read before is out of date. */
  get states(): number {
    return this.#states;
  }

  /** The text on screen was written to the disk. */
  saved(): void {
    this.#states++;
    this.#hash = textHash(this.#document.getText());
  }

  /** It was changed on disk: no edit tells where anything went. */
  changedOutside(): void {
    this.#states++;
    this.#isFromOutside = true;
  }

  /** Takes over what was read from the disk, and gives it as the editor has it where that is the same. */
  takeOver(onDisk: string | null): string {
    const text = this.#document.getText();
    const hash = textHash(text);
    const saved = onDisk === null || textHash(onDisk) === hash ? text : onDisk.replace(/^\ufeff/, '');
    this.#hash = saved === text ? hash : textHash(saved);
    this.#isFromOutside = false;
    return saved;
  }

  /** What was typed here is on the disk, and VS Code has not said so yet: the places on screen are those of the text on disk. */
  isSavedAs(onDisk: string | null): boolean {
    if (this.#hash === '' || this.#isFromOutside || onDisk === null) return false;
    const hash = textHash(onDisk);
    return hash !== this.#hash && hash === textHash(this.#document.getText());
  }

  /** Whether the text on screen is another. */
  differsFromScreen(): boolean {
    return textHash(this.#document.getText()) !== this.#hash;
  }
}
