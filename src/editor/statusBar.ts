import * as vscode from 'vscode';
import type { Codings } from '../store/codings';
import type { Identities } from '../store/identity';
import type { Transcripts } from '../store/transcripts';

/** Who codes, while a transcript is looked at. A click asks anew. */
export class StatusBar implements vscode.Disposable {
  readonly #item: vscode.StatusBarItem;
  readonly #identities: Identities;
  readonly #codings: Codings;
  readonly #disposables: vscode.Disposable[];

  constructor(transcripts: Transcripts, codings: Codings, identities: Identities) {
    this.#identities = identities;
    this.#codings = codings;
    this.#item = vscode.window.createStatusBarItem('alliance.coder', vscode.StatusBarAlignment.Right, 90);
    this.#item.name = vscode.l10n.t('Who is coding');
    this.#item.command = 'alliance.chooseCoder';
    const update = (): void => this.#update();
    this.#disposables = [
      this.#item,
      identities.onDidChange(update),
      codings.onDidChange(update),
      transcripts.onDidChangeActive(update),
    ];
    this.#update();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #update(): void {
    const coded = this.#codings.active;
    const identity = this.#identities.current;
    if (!coded) return this.#item.hide();
    const released = coded.ownCoding?.released !== undefined;
    this.#item.text = identity
      ? `${released ? '$(lock)' : '$(edit)'} ${identity.id}`
      : vscode.l10n.t('$(edit) Who is coding?');
    this.#item.tooltip = identity ? tooltip(identity.id, released) : vscode.l10n.t('Choose who is coding');
    this.#item.accessibilityInformation = { label: this.#item.tooltip };
    this.#item.show();
  }
}

function tooltip(id: string, released: boolean): string {
  return released
    ? vscode.l10n.t('{0} codes here and has released this session. Click to choose somebody else.', id)
    : vscode.l10n.t('{0} is coding. Click to choose somebody else.', id);
}
