import * as vscode from 'vscode';
import { givenLabels, labelledTurns } from '../../engine/interchange/labelling';
import type { ParsedTranscript } from '../../engine/transcript/parse';
import { withoutIcons } from '../plainWords';

/** How far the labelling is, and its keys, while the mode is on. A click leaves it. */
export class LabelStatus implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;

  constructor() {
    this.#item = vscode.window.createStatusBarItem('alliance.labelling', vscode.StatusBarAlignment.Right, 92);
    this.#item.name = vscode.l10n.t('Labelling');
    this.#item.command = 'alliance.label';
  }

  dispose(): void {
    this.#item.dispose();
  }

  hide(): void {
    this.#item.hide();
  }

  show(parsed: ParsedTranscript): void {
    const { labelled, turns } = labelledTurns(parsed);
    const digits = givenLabels(parsed)
      .slice(0, 9)
      .map(({ label }, index) => `${index + 1} ${withoutIcons(label)}`)
      .join('  ');
    const progress = vscode.l10n.t('{0} of {1} turns labelled', labelled, turns);
    const shortKeys = vscode.l10n.t('t therapist · c client · o other · ? keys');
    const keys = vscode.l10n.t('t therapist · c client · o other · m goes on · u undo · ? keys · Esc');
    this.#item.text = `$(person) ${progress} · ${shortKeys}`;
    const label = `${progress}. ${keys}${digits === '' ? '' : ` (${digits})`}`;
    this.#item.tooltip = label;
    this.#item.accessibilityInformation = { label };
    this.#item.show();
  }
}
