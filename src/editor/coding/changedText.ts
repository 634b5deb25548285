import * as vscode from 'vscode';
import { setStatusBarMessage, showWarningMessage } from '../messages';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import { baseName } from '../../store/nearest';
import type { PassageState } from '../../store/passage';
import type { Transcripts } from '../../store/transcripts';

/** Says once that a transcript was changed outside since one coded it, and what became of one's annotations. */
export class ChangedTexts implements vscode.Disposable {
  readonly #codings: Codings;
  /** The text somebody was told about, by its hash. */
  readonly #told = new WeakMap<CodedTranscript, string>();
  readonly #disposable: vscode.Disposable;

  constructor(transcripts: Transcripts, codings: Codings) {
    this.#codings = codings;
    this.#disposable = vscode.Disposable.from(
      codings.onDidChange(() => this.#look()),
      transcripts.onDidChangeActive(() => this.#look()),
    );
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  #look(): void {
    const coded = this.#codings.active;
    const isNews = coded?.own?.sameText === false && coded.ownCoding?.text !== undefined;
    if (!isNews || this.#told.get(coded) === coded.savedHash) return;
    this.#told.set(coded, coded.savedHash);
    tell(coded);
  }
}

function tell(coded: CodedTranscript): void {
  const own = coded.passages().filter((passage) => passage.own);
  const count = (state: PassageState): number => own.filter((passage) => passage.state === state).length;
  const name = baseName(coded.document.uri);
  if (count('certain') === own.length) {
    const message = vscode.l10n.t(
      '{0} was changed outside; all your annotations were found for certain ({1}).',
      name,
      own.length,
    );
    setStatusBarMessage(message, 10_000);
    return;
  }
  const message = [
    vscode.l10n.t('{0} was changed outside since you coded it.', name),
    vscode.l10n.t('Found for certain: {0}.', count('certain')),
    ...saidOf(count('unconfirmed'), (n) => vscode.l10n.t('To confirm: {0}.', n)),
    ...saidOf(count('ambiguous'), (n) => vscode.l10n.t('In more than one place: {0}.', n)),
    ...saidOf(count('lost'), (n) => vscode.l10n.t('Without a place: {0}.', n)),
  ].join(' ');
  const look = vscode.l10n.t('Look Through');
  void showWarningMessage(message, look).then((choice) => {
    if (choice === look) void vscode.commands.executeCommand('alliance.nextToConfirm');
  });
}

function saidOf(count: number, words: (count: number) => string): string[] {
  return count > 0 ? [words(count)] : [];
}
