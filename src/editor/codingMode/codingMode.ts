import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { choicesUnder } from '../../engine/codebook/keyPath';
import type { Code } from '../../engine/codebook/types';
import type { Transcripts } from '../../store/transcripts';
import type { Acting } from '../coding/acting';
import type { KeyModes } from '../keyModes';
import { Lock } from './lock';
import { ModeStatus } from './modeStatus';
import { Pressing } from './pressing';
import { showText } from '../showText';

/** How long a coder may go on before the turns judged on the way are written. */
const pauseMilliseconds = 1000;

const keyArgument = z.object({ key: z.string() });

/** A mode in which the text is locked and single keys code it (product section 5). */
export class CodingMode implements vscode.Disposable {
  readonly #transcripts: Transcripts;
  readonly #acting: Acting;
  readonly #pressing: Pressing;
  readonly #lock = new Lock();
  readonly #status = new ModeStatus();
  readonly #disposables: vscode.Disposable[];
  readonly #modes: KeyModes;
  #isOn = false;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(transcripts: Transcripts, acting: Acting, modes: KeyModes) {
    this.#transcripts = transcripts;
    this.#acting = acting;
    this.#modes = modes;
    modes.add('coding', () => this.#leave());
    this.#pressing = new Pressing(acting);
    const { window } = vscode;
    this.#disposables = [
      this.#lock,
      this.#pressing,
      this.#status,
      ...this.#commands(),
      window.onDidChangeActiveTextEditor(() => this.#settle()),
      window.onDidChangeWindowState(() => this.#settle()),
      transcripts.onDidChangeActive(() => this.#showStatus(null)),
      this.#pressing.onDidOpen((code) => this.#opened(code)),
      this.#pressing.onDidWalk(() => this.#settleSoon()),
    ];
    this.#showStatus(null);
  }

  dispose(): void {
    clearTimeout(this.#pause);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #commands(): vscode.Disposable[] {
    const { registerCommand } = vscode.commands;
    return [
      registerCommand('alliance.toggleCodingMode', () => this.#toggle()),
      registerCommand('alliance.showCodingKeys', () => this.#pressing.showKeys()),
      registerCommand('alliance.key', (first: unknown) => {
        const read = keyArgument.safeParse(first);
        return this.#isOn && read.success ? this.#pressing.press(read.data.key) : undefined;
      }),
    ];
  }

  async #leave(): Promise<void> {
    if (this.#isOn) await this.#toggle();
  }

  /** Returns whether the mode is on now. */
  async #toggle(): Promise<boolean> {
    const coded = this.#acting.codings.active;
    if (!this.#isOn && (!coded || (await this.#acting.coder(coded)) === undefined)) return false;
    if (!this.#isOn) await this.#modes.enter('coding');
    this.#isOn = !this.#isOn;
    this.#pressing.forget();
    this.#settle();
    this.#showStatus(null);
    // Before anything else: a key pressed meanwhile is ours, and is not typed into the text.
    await vscode.commands.executeCommand('setContext', 'alliance.codingMode', this.#isOn);
    if (this.#isOn && coded && vscode.window.activeTextEditor?.document !== coded.document) {
      await showText(coded.document);
    }
    await this.#lock.set(this.#isOn);
    return this.#isOn;
  }

  #opened(code: Code | null): void {
    void vscode.commands.executeCommand('setContext', 'alliance.codingRefining', code !== null);
    this.#showStatus(code);
  }

  #showStatus(open: Code | null): void {
    const codebook = this.#acting.codings.active?.codebook;
    if (!this.#transcripts.active && !this.#isOn) this.#status.hide();
    else if (!this.#isOn) this.#status.showOff();
    else if (open && codebook) this.#status.showChoices(open, choicesUnder(codebook, open));
    else this.#status.showOn();
  }

  #settleSoon(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#settle(), pauseMilliseconds);
  }

  /** Writes what was judged on the way. */
  #settle(): void {
    clearTimeout(this.#pause);
    for (const coded of this.#acting.codings.all) void this.#acting.settle(coded);
  }
}
