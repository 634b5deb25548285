import * as vscode from 'vscode';
import type { Choice } from '../../engine/adjudication/choice';
import { judgedByAny } from '../../engine/adjudication/consensusAgreement';
import { decide, openPassages, takeAgreed, type Deciding } from '../../engine/adjudication/decide';
import type { Matter } from '../../engine/adjudication/matter';
import { setReason } from '../../engine/adjudication/reasons';
import type { Progress } from '../../engine/adjudication/verdicts';
import { isLocked, isNewer } from '../../engine/annotations/locked';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Comparison } from '../../store/comparing';
import type { Identity } from '../../store/identity';
import type { Acting } from '../coding/acting';
import type { CoderQuestion } from '../coding/chooseCoder';
import type { Adjudication } from './adjudication';
import { tellNothingToCompare, tellNotYet, tellPassagesFirst, tellSealed } from './telling';

/** Decides disagreements in the consensus file, as acts that can be taken back. */
export class ConsensusDecisions {
  readonly #adjudication: Adjudication;
  /** Acts in the consensus file. */
  readonly #acting: Acting;
  readonly #question: CoderQuestion;

  constructor(adjudication: Adjudication, acting: Acting, question: CoderQuestion) {
    this.#adjudication = adjudication;
    this.#acting = acting;
    this.#question = question;
  }

  /**
   * What is compared, where the person may decide about it; else says why not. Supervisors may, and coders who have released the
   * session themselves.
   */
  async open(
    coded: CodedTranscript,
  ): Promise<{ readonly comparison: Comparison; readonly by: string } | null> {
    const identity = await this.#question.answer(coded);
    if (!identity) return null;
    await this.#acting.codings.loaded(coded);
    if (!mayDecide(coded, identity)) return tellNotYet();
    const comparison = this.#adjudication.comparison(coded);
    if (!comparison) return tellNothingToCompare(coded);
    const coding = comparison.consensus?.file.file.coding;
    if (coding && isLocked(coding) && !isNewer(coding)) return tellSealed();
    return { comparison, by: identity.id };
  }

  /** Takes over what all agree on. False where it could not be written. */
  takeAgreed(coded: CodedTranscript): Promise<boolean> {
    return this.#perform(
      coded,
      vscode.l10n.t('Take Over What All Agree On'),
      (how) => (file) => takeAgreed(file, how),
    );
  }

  async decide(coded: CodedTranscript, choice: Choice, reason?: string): Promise<boolean> {
    const { matter } = choice;
    if (choice.subject === 'episode') {
      const open = openPassages(choice.matter, coded.consensus?.file.file ?? null);
      if (open.length > 0) return tellPassagesFirst(open);
    }
    const why = reason ?? this.#adjudication.pendingReason(matter);
    const done = await this.#perform(
      coded,
      vscode.l10n.t('Decide Disagreement'),
      (how) => (file) => decide(file, choice, why ? { ...how, reason: why } : how),
    );
    if (done) this.#adjudication.setPendingReason(matter, '');
    return done;
  }

  /** Why it was, or will be, decided as it is. */
  async giveReason(coded: CodedTranscript, matter: Matter, reason: string): Promise<boolean> {
    if (this.#adjudication.isDecided(coded, matter)) {
      return this.#perform(
        coded,
        vscode.l10n.t('Give Reason'),
        () => (file) => setReason(file, matter, reason),
      );
    }
    this.#adjudication.setPendingReason(matter, reason);
    return true;
  }

  /** Takes back the last decision, or does it again; its label. */
  turn(coded: CodedTranscript, direction: 'undo' | 'redo'): Promise<string | undefined> {
    return this.#acting.turn(coded, direction);
  }

  progress(coded: CodedTranscript): Progress | null {
    return this.#adjudication.comparison(coded)?.progress ?? null;
  }

  async #perform(
    coded: CodedTranscript,
    label: string,
    build: (how: Deciding) => Parameters<Acting['perform']>[2],
  ): Promise<boolean> {
    const opened = await this.open(coded);
    if (!opened) return false;
    const { session, matters } = opened.comparison;
    const how: Deciding = {
      by: opened.by,
      at: `${new Date().toISOString().slice(0, 19)}Z`,
      newId: () => this.#acting.newId(),
      turns: coded.parsed.turns,
      matters,
      judged: judgedByAny(session),
    };
    return this.#acting.perform(coded, label, build(how));
  }
}

function mayDecide({ ownCoding }: CodedTranscript, { role }: Identity): boolean {
  return role !== 'coder' || ownCoding?.released !== undefined;
}
