import * as vscode from 'vscode';
import type { Progress } from '../../engine/adjudication/verdicts';

/** How many disagreements are decided, and the keys, while adjudicating. A click leaves it. */
export class AdjudicationStatus implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;

  constructor() {
    this.#item = vscode.window.createStatusBarItem(
      'alliance.adjudication',
      vscode.StatusBarAlignment.Right,
      93,
    );
    this.#item.name = vscode.l10n.t('Adjudication');
    this.#item.command = 'alliance.adjudicate';
  }

  dispose(): void {
    this.#item.dispose();
  }

  hide(): void {
    this.#item.hide();
  }

  show({ decided, total }: Progress): void {
    const progress = vscode.l10n.t('{0} of {1} decided', decided, total);
    this.#item.text = `$(law) ${progress} · ${vscode.l10n.t('1–9 accept · x neither · ? keys')}`;
    const keys = vscode.l10n.t(
      '1–9 accept · b all · m merge · c otherwise · x neither · r reason · j/k next and previous · ? keys · Esc leaves',
    );
    const label = `${progress}. ${keys}`;
    this.#item.tooltip = label;
    this.#item.accessibilityInformation = { label };
    this.#item.show();
  }
}
