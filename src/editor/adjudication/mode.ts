import * as vscode from 'vscode';
import { showInformationMessage } from '../messages';
import * as z from 'zod/mini';
import { accept, neither, type Choice } from '../../engine/adjudication/choice';
import type { Matter } from '../../engine/adjudication/matter';
import type { Progress } from '../../engine/adjudication/verdicts';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Comparison } from '../../store/comparing';
import { codedOf } from '../coding/targets';
import { Lock } from '../codingMode/lock';
import type { KeyModes } from '../keyModes';
import type { Adjudication } from './adjudication';
import { askChange, askMerge } from './choosing';
import type { ConsensusDecisions } from './deciding';
import { chooseKey } from './keys';
import { agreedToBegin } from './beginning';
import { AdjudicationStatus } from './status';
import { tellBriefly } from './telling';
import { showText } from '../showText';

const keyArgument = z.object({ key: z.string() });
const startArgument = z.object({ confirmed: z.boolean() });

/** A mode in which the text is locked and single keys decide one disagreement after the other (product section 7). */
export class AdjudicatingMode implements vscode.Disposable {
  readonly #adjudication: Adjudication;
  readonly #decisions: ConsensusDecisions;
  readonly #modes: KeyModes;
  readonly #lock = new Lock();
  readonly #status = new AdjudicationStatus();
  readonly #disposables: vscode.Disposable[];
  #isOn = false;
  /** Keys act in the order in which they were pressed. */
  #acts: Promise<unknown> = Promise.resolve();

  constructor(adjudication: Adjudication, decisions: ConsensusDecisions, modes: KeyModes) {
    this.#adjudication = adjudication;
    this.#decisions = decisions;
    this.#modes = modes;
    modes.add('adjudicating', () => this.leave());
    const { registerCommand } = vscode.commands;
    this.#disposables = [
      this.#lock,
      this.#status,
      registerCommand('alliance.adjudicate', (first: unknown) => this.#toggle(first)),
      registerCommand('alliance.adjudicationKey', (first: unknown) => {
        const read = keyArgument.safeParse(first);
        return this.#isOn && read.success ? this.#press(read.data.key) : undefined;
      }),
      adjudication.onDidChange(() => this.#show()),
      vscode.window.onDidChangeActiveTextEditor(() => this.#show()),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  async leave(): Promise<void> {
    if (!this.#isOn) return;
    await this.#claimKeys(false);
    await this.#lock.set(false);
  }

  /** How far it is then; undefined where it was left, or nothing can be decided. */
  async #toggle(first: unknown): Promise<Progress | undefined> {
    const coded = codedOf(this.#adjudication.codings);
    if (this.#isOn || !coded) {
      await this.leave();
      return undefined;
    }
    const opened = await this.#decisions.open(coded);
    if (!opened) return undefined;
    const given = startArgument.safeParse(first);
    const isSure = given.success && given.data.confirmed;
    const beginning = this.#begin(coded, isSure ? null : opened.comparison);
    this.#acts = beginning.catch(() => undefined);
    return (await beginning) ? (this.#decisions.progress(coded) ?? undefined) : undefined;
  }

  /** Keys are ours before anybody is asked: one pressed while all is being prepared waits, and is never typed into the text. */
  async #begin(coded: CodedTranscript, toBeAgreed: Comparison | null): Promise<boolean> {
    await this.#modes.enter('adjudicating');
    await this.#claimKeys(true);
    if (toBeAgreed && !(await agreedToBegin(coded, toBeAgreed, this.#adjudication))) {
      await this.#claimKeys(false);
      return false;
    }
    await showText(coded.document);
    await this.#lock.set(true);
    await this.#decisions.takeAgreed(coded);
    const left = this.#adjudication.current(coded);
    if (left && !this.#adjudication.isDecided(coded, left)) await this.#adjudication.goTo(coded, left);
    else await this.#goOn(coded);
    return true;
  }

  async #claimKeys(isOn: boolean): Promise<void> {
    this.#isOn = isOn;
    await vscode.commands.executeCommand('setContext', 'alliance.adjudicating', isOn);
    this.#show();
  }

  /** How far it is when the key has done what it does. */
  async #press(key: string): Promise<Progress | undefined> {
    const coded = codedOf(this.#adjudication.codings);
    if (!coded) return undefined;
    const acting = this.#acts.then(() => (this.#isOn ? this.act(coded, key) : undefined));
    this.#acts = acting.catch(() => undefined);
    await acting;
    return this.#decisions.progress(coded) ?? undefined;
  }

  /** What a key does: goes somewhere, or decides the disagreement looked at. */
  async act(coded: CodedTranscript, key: string): Promise<unknown> {
    const going = this.#goings(coded).get(key);
    if (going) return going();
    const asks = key === '?' || key === 'enter';
    const matter = this.#adjudication.current(coded);
    // What nobody has looked at is shown first, and not decided.
    if (!matter) return (await this.#next(coded, 1)) && asks ? this.act(coded, key) : undefined;
    if (asks) {
      const chosen = await chooseKey(this.#adjudication, coded, matter);
      return chosen === undefined ? undefined : this.act(coded, chosen);
    }
    if (key === 'r') return this.#askReason(coded, matter);
    const choice = await this.#choiceOf(coded, matter, key);
    if (choice === null)
      return tellBriefly(vscode.l10n.t('The key {0} means nothing here. Press ? for the keys.', key));
    return choice && (await this.#decisions.decide(coded, choice)) ? this.#goOn(coded) : undefined;
  }

  #goings(coded: CodedTranscript): ReadonlyMap<string, () => Promise<unknown>> {
    return new Map<string, () => Promise<unknown>>([
      ['escape', () => this.leave()],
      ['j', async () => (await this.#next(coded, 1)) ?? tellAllDecided()],
      ['k', async () => (await this.#next(coded, -1)) ?? tellAllDecided()],
      ['n', () => this.#adjudication.step(coded, 1)],
      ['p', () => this.#adjudication.step(coded, -1)],
      ['undo', () => this.turn(coded, 'undo')],
      ['redo', () => this.turn(coded, 'redo')],
    ]);
  }

  /** To the next or previous one that is not decided. */
  #next(coded: CodedTranscript, direction: 1 | -1): Promise<Matter | undefined> {
    return this.#adjudication.step(
      coded,
      direction,
      (matter) => !this.#adjudication.isDecided(coded, matter),
    );
  }

  /** Takes back the last decision, or does it again, and goes where that was. */
  async turn(coded: CodedTranscript, direction: 'undo' | 'redo'): Promise<string | undefined> {
    const decided = (): Set<string> => {
      const { matters = [] } = this.#adjudication.comparison(coded) ?? {};
      return new Set(matters.filter((one) => this.#adjudication.isDecided(coded, one)).map(({ key }) => key));
    };
    const before = decided();
    const label = await this.#decisions.turn(coded, direction);
    const after = decided();
    const touched = this.#adjudication.listed(coded).find(({ key }) => before.has(key) !== after.has(key));
    if (touched) await this.#adjudication.goTo(coded, touched);
    tellBriefly(turnedWords(label, direction));
    return label;
  }

  /** Null where the key means nothing for this disagreement, undefined where the person declined to say more. */
  async #choiceOf(coded: CodedTranscript, matter: Matter, key: string): Promise<Choice | null | undefined> {
    if (/^[1-9]$/.test(key)) return accept(matter, [Number(key) - 1]);
    if (key === 'b') return accept(matter, [...matter.alternatives.keys()]);
    if (key === 'm') return askMerge(this.#adjudication, coded, matter);
    if (key === 'c') return askChange(this.#adjudication, coded, matter);
    return key === 'x' ? neither(matter) : null;
  }

  async #askReason(coded: CodedTranscript, matter: Matter): Promise<void> {
    const value = this.#adjudication.reasonOf(coded, matter);
    const reason = await vscode.window.showInputBox({
      title: vscode.l10n.t('Why is it decided as it is?'),
      prompt: vscode.l10n.t('It stands with the decision in the consensus file. Leave it empty for none.'),
      value,
    });
    if (reason === undefined) return;
    await this.#decisions.giveReason(coded, matter, reason.trim());
    await this.#adjudication.goTo(coded, matter);
  }

  /** To the next that is not decided; when all are, the consensus can be released. */
  async #goOn(coded: CodedTranscript): Promise<void> {
    const next = await this.#next(coded, 1);
    const progress = this.#decisions.progress(coded);
    if (next || !progress || progress.decided < progress.total) return;
    const release = vscode.l10n.t('Release Consensus…');
    const message = vscode.l10n.t('All {0} disagreements are decided.', progress.total);
    void showInformationMessage(message, release).then((choice) => {
      if (choice === release) void vscode.commands.executeCommand('alliance.releaseConsensus');
    });
  }

  #show(): void {
    const coded = codedOf(this.#adjudication.codings);
    const progress = this.#isOn && coded ? this.#decisions.progress(coded) : null;
    if (progress) this.#status.show(progress);
    else this.#status.hide();
  }
}

function tellAllDecided(): undefined {
  tellBriefly(vscode.l10n.t('All disagreements listed are decided.'));
}

function turnedWords(label: string | undefined, direction: 'undo' | 'redo'): string {
  if (label === undefined) {
    return direction === 'undo'
      ? vscode.l10n.t('No decision was undone in this transcript.')
      : vscode.l10n.t('No decision was redone in this transcript.');
  }
  return direction === 'undo' ? vscode.l10n.t('Undone: {0}', label) : vscode.l10n.t('Redone: {0}', label);
}
