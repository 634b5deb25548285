import * as vscode from 'vscode';
import { showWarningMessage } from '../messages';
import { baseName } from '../../store/nearest';
import type { Finding } from './findHome';

/** Long enough for what is moved in VS Code to be together again. */
const pauseMilliseconds = 3000;

/** Says once in a window that files of one's own have lost their transcript. */
export class LooseNotice implements vscode.Disposable {
  readonly #finding: Finding;
  readonly #disposable: vscode.Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isTold = false;

  constructor(finding: Finding) {
    this.#finding = finding;
    this.#disposable = finding.index.onDidChange(() => this.#lookSoon());
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#disposable.dispose();
  }

  #lookSoon(): void {
    clearTimeout(this.#timer);
    if (!this.#isTold) this.#timer = setTimeout(() => this.#look(), pauseMilliseconds);
  }

  #look(): void {
    const { index, taking } = this.#finding;
    const own = index.outline?.loose.filter(({ uri, own: mine }) => mine && !taking.isDeclined(uri)) ?? [];
    const [first] = own;
    if (!first) return;
    if (taking.isRunning) return this.#lookSoon();
    this.#isTold = true;
    const find = vscode.l10n.t('Find Transcript…');
    const message =
      own.length === 1
        ? vscode.l10n.t('{0} has lost its transcript, {1}.', baseName(first.uri), first.transcript)
        : vscode.l10n.t('{0} of your annotation files have lost their transcript.', own.length);
    void showWarningMessage(message, find).then((choice) => {
      const args = own.length === 1 ? { file: first.uri.toString() } : undefined;
      if (choice === find) void vscode.commands.executeCommand('alliance.findHome', args);
    });
  }
}
