import * as vscode from 'vscode';
import type { Code } from '../../engine/codebook/types';
import { withoutIcons } from '../plainWords';

/** The toggle of coding mode in the status bar; while a code is open it says the keys that refine it. */
export class ModeStatus implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;

  constructor() {
    this.#item = vscode.window.createStatusBarItem('alliance.mode', vscode.StatusBarAlignment.Right, 91);
    this.#item.name = vscode.l10n.t('Coding mode');
    this.#item.command = 'alliance.toggleCodingMode';
  }

  dispose(): void {
    this.#item.dispose();
  }

  hide(): void {
    this.#item.hide();
  }

  showOff(): void {
    this.#show(
      vscode.l10n.t('$(keyboard) Coding Mode'),
      vscode.l10n.t('Code with single keys, the text locked. Click, or press Alt+A twice (⌘⌥A on a Mac).'),
    );
  }

  showOn(): void {
    this.#show(
      vscode.l10n.t('$(lock) Coding Mode (click to leave)'),
      vscode.l10n.t(
        'Coding mode is on: the text is locked and single keys code. Press ? for the keys. Click, or press Alt+A twice (⌘⌥A on a Mac), to leave.',
      ),
    );
  }

  /** Read out where a screen reader is used: the choices beside the passage are only drawn. */
  showChoices(code: Code, choices: readonly Code[]): void {
    const keys = choices.map(({ key }) => key).join(' ');
    const spoken = choices.map(({ key, label }) => `${key}: ${label}`).join(', ');
    this.#show(`$(lock) ${withoutIcons(code.label)} › ${keys}`, `${code.label}. ${spoken}`, 'status');
  }

  #show(text: string, label: string, role?: string): void {
    this.#item.text = text;
    this.#item.tooltip = label;
    this.#item.accessibilityInformation = role === undefined ? { label } : { label, role };
    this.#item.show();
  }
}
