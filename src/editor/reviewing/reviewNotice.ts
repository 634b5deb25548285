import * as vscode from 'vscode';
import { showInformationMessage } from '../messages';
import { reviewOf, type Review } from '../../engine/annotations/reviews';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import { baseName } from '../../store/nearest';
import { hasSeenAnother } from '../coding/seenOthers';
import { reviewSentence } from './reviewSentence';

const key = 'alliance.reviewsTold';

/** Tells a coder once that a session was sent back: when it is opened, or at once where it is open. */
export class ReviewNotice implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #disposable: vscode.Disposable;

  constructor(codings: Codings, memory: vscode.Memento) {
    this.#memory = memory;
    this.#disposable = codings.onDidChange((coded) => this.#look(coded));
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  #look(coded: CodedTranscript): void {
    const { ownCoding, codings } = coded;
    const review = ownCoding ? reviewOf(ownCoding, codings) : null;
    if (!ownCoding || review?.event !== 'sent_back') return;
    const told = this.#memory.get<Record<string, string>>(key, {});
    const session = `${ownCoding.coder} ${coded.document.uri.toString()}`;
    const what = `${review.at} ${review.by}`;
    if (told[session] === what) return;
    void this.#memory.update(key, { ...told, [session]: what });
    void tell(coded, review);
  }
}

async function tell(coded: CodedTranscript, review: Review): Promise<void> {
  const show = vscode.l10n.t('Show Comments');
  const takeBack = vscode.l10n.t('Take Back Release…');
  const isReleased = coded.ownCoding?.released !== undefined;
  const stands = isReleased && hasSeenAnother(coded);
  const words = [
    `${baseName(coded.document.uri)}: ${reviewSentence(review, coded.codings)}`,
    stands
      ? vscode.l10n.t(
          'You have seen another’s coding, so your release stands: reply here, and correct it in the consensus.',
        )
      : '',
  ];
  const message = words.filter(Boolean).join(' ');
  const buttons = isReleased && !stands ? [takeBack, show] : [show];
  const choice = await showInformationMessage(message, ...buttons);
  if (choice === undefined) return;
  await vscode.window.showTextDocument(coded.document);
  await vscode.commands.executeCommand(choice === show ? 'alliance.showComments' : 'alliance.takeBack');
}
