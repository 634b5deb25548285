import * as vscode from 'vscode';
import { showInformationMessage, showWarningMessage } from '../messages';
import { agreementWithConsensus } from '../../engine/adjudication/consensusAgreement';
import { verdictOn } from '../../engine/adjudication/verdicts';
import { release, takeBack } from '../../engine/annotations/acts';
import type { Step } from '../../engine/annotations/change';
import type { AnnotationFile } from '../../engine/annotations/file';
import { isNewer } from '../../engine/annotations/locked';
import type { CodedTranscript } from '../../store/codedTranscript';
import { comparedOf, placesOf, unitOptions, type Comparison } from '../../store/comparing';
import { baseName } from '../../store/nearest';
import type { Person } from '../../store/person';
import type { Acting } from '../coding/acting';
import { argumentsOf, codedOf } from '../coding/targets';
import type { Adjudication } from './adjudication';
import type { ConsensusDecisions } from './deciding';
import type { AdjudicatingMode } from './mode';
import { alphaWord, decisionWord } from './words';

/** The consensus is sealed when everything is decided, like a coding, and with it agreement before and after is said. */
export class ConsensusRelease implements vscode.Disposable {
  readonly #adjudication: Adjudication;
  readonly #decisions: ConsensusDecisions;
  readonly #acting: Acting;
  readonly #mode: AdjudicatingMode;
  readonly #disposable: vscode.Disposable;

  constructor(
    adjudication: Adjudication,
    decisions: ConsensusDecisions,
    acting: Acting,
    mode: AdjudicatingMode,
  ) {
    this.#adjudication = adjudication;
    this.#decisions = decisions;
    this.#acting = acting;
    this.#mode = mode;
    const { registerCommand } = vscode.commands;
    this.#disposable = vscode.Disposable.from(
      registerCommand('alliance.releaseConsensus', (first: unknown) =>
        this.#release(argumentsOf(first).confirmed === true),
      ),
      registerCommand('alliance.takeBackConsensus', (first: unknown) =>
        this.#takeBack(argumentsOf(first).confirmed === true),
      ),
    );
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  async #release(confirmed: boolean): Promise<boolean> {
    const coded = codedOf(this.#acting.codings);
    const opened = coded && (await this.#decisions.open(coded));
    if (!coded || !opened) return false;
    const { progress } = opened.comparison;
    const left = progress.total - progress.decided + progress.agreed - progress.takenOver;
    if (left > 0) return tellLeft(left);
    const open = coded
      .passages()
      .filter(({ coder, state }) => coder === 'consensus' && state !== 'certain').length;
    if (open > 0) return tellUncertain(open);
    if (!confirmed && !(await this.#isSure(coded, opened.comparison))) return false;
    const turns = coded.parsed.turns.length;
    const isReleased = await this.#sealed(coded, (file) => release(file, now(), turns, opened.by));
    if (isReleased) await this.#mode.leave();
    return isReleased;
  }

  async #takeBack(confirmed: boolean): Promise<boolean> {
    const coded = codedOf(this.#acting.codings);
    const by = coded && (await this.#acting.coder(coded));
    const released = coded?.consensus?.file.file.coding;
    if (!coded || by === undefined || !released?.released || isNewer(released)) return false;
    const yes = vscode.l10n.t('Take Back');
    const message = vscode.l10n.t(
      'Take back the release of the consensus of {0}?',
      baseName(coded.document.uri),
    );
    const isSure = confirmed || (await showInformationMessage(message, { modal: true }, yes)) === yes;
    return isSure && this.#sealed(coded, (file) => takeBack(file, now(), by));
  }

  /** What is sealed, or opened, cannot be undone like a decision. */
  #sealed(coded: CodedTranscript, build: (file: AnnotationFile) => Step): Promise<boolean> {
    return this.#acting.exclusive(coded, async () => {
      const person = coded.consensus?.file.file.coding.released
        ? coded.consensus
        : await this.#acting.begin(coded);
      if (!person) return false;
      person.file.act(build);
      const written = await this.#acting.shownAndWritten(coded, person);
      await this.#acting.codings.reload(coded);
      return written;
    });
  }

  async #isSure(coded: CodedTranscript, comparison: Comparison): Promise<boolean> {
    const yes = vscode.l10n.t('Release');
    const message = vscode.l10n.t('Release the consensus of {0}?', baseName(coded.document.uri));
    const detail = [
      ...this.#summary(coded, comparison),
      vscode.l10n.t('It is sealed: figures of the consensus are computed from it.'),
    ].join('\n\n');
    return (await showInformationMessage(message, { modal: true, detail }, yes)) === yes;
  }

  #summary(coded: CodedTranscript, comparison: Comparison): string[] {
    const { matters, verdicts, progress, consensus } = comparison;
    const counts = new Map<string, number>();
    for (const matter of matters.filter(({ kinds }) => kinds.length > 0)) {
      const word = decisionWord(verdictOn(matter, verdicts) ?? { decision: '' });
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const decided = [...counts].map(([word, count]) => `${word} ${count}`).join(', ');
    return [
      vscode.l10n.t('Agreed: {0}. Disagreements: {1} ({2}).', progress.agreed, progress.total, decided),
      ...(consensus ? this.#agreement(coded, comparison, consensus) : []),
    ];
  }

  #agreement(coded: CodedTranscript, { session, before }: Comparison, { file }: Person): string[] {
    const names = this.#adjudication.names(coded);
    const compared = comparedOf(file.file.coding, placesOf(coded, coded.passages()));
    const after = agreementWithConsensus(session, compared, unitOptions(coded));
    const each = after
      .map(({ coder, alpha }) => `${names.get(coder) ?? coder} ${alphaWord(alpha)}`)
      .join(', ');
    return [
      vscode.l10n.t(
        'Agreement of the coders before (all codes, α with MASI, n = {0}): {1}',
        before.n,
        alphaWord(before),
      ),
      vscode.l10n.t('Each with the consensus: {0}', each),
    ];
  }
}

function tellLeft(left: number): false {
  void showInformationMessage(
    vscode.l10n.t('{0} places are not decided yet. Run “Adjudicate” to go on.', left),
  );
  return false;
}

function tellUncertain(open: number): false {
  void showWarningMessage(
    vscode.l10n.t(
      'The transcript was changed, and {0} passages of the consensus have no certain place any more. Decide them anew before you release.',
      open,
    ),
  );
  return false;
}

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
