import * as vscode from 'vscode';
import { isLocked, isNewer } from '../engine/annotations/locked';
import { reviewOf, type Review } from '../engine/annotations/reviews';
import type { Coding } from '../engine/annotations/types';
import { judgedCount } from '../engine/trajectory/judged';
import type { Codings } from '../store/codings';
import type { Identities } from '../store/identity';
import type { Transcripts } from '../store/transcripts';
import { reviewSentence } from './reviewing/reviewSentence';

/** Who codes, and how far they are, while a transcript is looked at. A click asks anew. */
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
    const { ownCoding: own, parsed } = coded;
    const turns = parsed.turns.length;
    const judged = own && turns > 0 ? judgedCount(own, turns) : 0;
    const share = judged > 0 ? ` · ${Math.floor((100 * judged) / turns)} %` : '';
    const review = own ? reviewOf(own, coded.codings) : null;
    const said = review ? reviewSentence(review, coded.codings) : '';
    this.#item.text = identity
      ? `${iconOf(own, review)} ${identity.id}${share}`
      : vscode.l10n.t('$(edit) Who is coding?');
    this.#item.tooltip = identity
      ? [tooltip(identity.id, own), judgedWords(judged, turns), said].filter(Boolean).join('\n\n')
      : vscode.l10n.t('Choose who is coding');
    this.#item.accessibilityInformation = { label: this.#item.tooltip };
    this.#item.show();
  }
}

function iconOf(own: Coding | undefined, review: Review | null): string {
  if (review) return review.event === 'approved' ? '$(verified)' : '$(reply)';
  return own && isLocked(own) ? '$(lock)' : '$(edit)';
}

function judgedWords(judged: number, turns: number): string {
  return turns === 0 ? '' : vscode.l10n.t('{0} of {1} turns are judged.', judged, turns);
}

function tooltip(id: string, own: Coding | undefined): string {
  if (own && isNewer(own)) {
    return vscode.l10n.t(
      'The coding of {0} is in a newer format, so it is shown and not changed. Update the extension to code on.',
      id,
    );
  }
  return own?.released
    ? vscode.l10n.t('{0} codes here and has released this session. Click to choose somebody else.', id)
    : vscode.l10n.t('{0} is coding. Click to choose somebody else.', id);
}
