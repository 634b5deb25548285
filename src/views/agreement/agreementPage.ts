import * as vscode from 'vscode';
import { offeredBy } from '../../editor/exporting/gathering';
import type { AgreementState } from '../../panel/agreement/messages';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import type { Identities } from '../../store/identity';
import type { StudyIndex } from '../../store/studyIndex';
import { sayAgreementIn } from '../../words/agreementPage';
import type { Wording } from './cells';
import { gather, overview, type Offering } from './gather';
import { reckon } from './reckon';
import { agreementNotice, agreementPage, whyNothing } from './state';
import type { Asked, Gathered, Reckoned } from './types';

export interface AgreementSources {
  readonly codings: Codings;
  readonly study: StudyIndex;
  readonly identities: Identities;
  readonly log: vscode.LogOutputChannel;
}

/** Acts come by the second; what is released changes seldom. */
const pauseMilliseconds = 300;

const wording: Wording = { say: sayAgreementIn(vscode.l10n.t), translate: vscode.l10n.t };

/**
 * What the page of agreement shows: gathered and reckoned when it is asked for, and again when a coding, the study or the
 * person changes. What is not seen any more is taken away at once, before anything is reckoned anew.
 */
export class AgreementPage implements vscode.Disposable {
  readonly #sources: AgreementSources;
  readonly #didChange = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];
  #asked: Asked;
  #gathered: Gathered | null = null;
  #reckoned: Reckoned | null = null;
  #state: AgreementState;
  /** What decided what is shown. */
  #seen: readonly unknown[] = [];
  #round = 0;
  /** Under way; null where what is shown is what there is to show. */
  #pending: Promise<void> | null = null;

  readonly onDidChange = this.#didChange.event;

  constructor(sources: AgreementSources, asked: Asked) {
    this.#sources = sources;
    this.#asked = asked;
    this.#state = this.#waiting(null);
    this.#disposables = [
      this.#didChange,
      sources.codings.onDidChange(() => this.#follow()),
      sources.study.onDidChange(() => this.#follow()),
    ];
  }

  get asked(): Asked {
    return this.#asked;
  }

  get state(): AgreementState {
    return this.#state;
  }

  /** The figures that are shown; null where there are none. */
  get reckoned(): Reckoned | null {
    return this.#reckoned;
  }

  get gathered(): Gathered | null {
    return this.#gathered;
  }

  /** Asks otherwise. What the session or case is stays, unless it is said. */
  async ask(asked: Asked): Promise<void> {
    const isSameFigures =
      JSON.stringify({ ...asked, bands: '' }) === JSON.stringify({ ...this.#asked, bands: '' });
    this.#asked = asked;
    // Words for sizes change no figure.
    if (isSameFigures && this.#reckoned) return this.#show(agreementPage(this.#reckoned, asked, wording));
    void this.#begin(0);
    await this.settled();
  }

  /** Done when the figures, or why there are none, stand there: also where all is reckoned anew meanwhile. */
  async settled(): Promise<void> {
    while (this.#pending) await this.#pending;
  }

  stop(): void {
    this.#round++;
    const { say } = wording;
    const notice = { title: say('stoppedTitle'), text: say('stopped'), stop: '' };
    this.#show(agreementNotice(this.#gathered, this.#asked, notice, wording));
  }

  dispose(): void {
    this.#round++;
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  /** Where what may be compared is another than what is shown, that goes at once, and is reckoned anew a moment later. */
  #follow(): void {
    const now = overview(this.#offering(), this.#asked);
    const isSame = now.length === this.#seen.length && now.every((one, index) => one === this.#seen[index]);
    if (isSame || this.#seen.length === 0) return;
    this.#seen = now;
    this.#gathered = null;
    void this.#begin(pauseMilliseconds);
  }

  #begin(pause: number): Promise<void> {
    const making = this.#make(++this.#round, pause).finally(() => {
      if (this.#pending === making) this.#pending = null;
    });
    this.#pending = making;
    return making;
  }

  async #make(round: number, pause: number): Promise<void> {
    const isStale = (): boolean => round !== this.#round;
    this.#reckoned = null;
    this.#show(this.#waiting(null));
    if (pause > 0) await new Promise((done) => setTimeout(done, pause));
    if (isStale()) return;
    try {
      const gathered = await this.#gather();
      if (isStale()) return;
      this.#gathered = gathered;
      const nothing = whyNothing(gathered, wording);
      if (nothing) return this.#notice({ ...nothing, stop: '' });
      const progress = (share: number): void => this.#show(this.#waiting(share));
      const reckoned = await reckon(gathered, { isStale, progress });
      if (isStale() || !reckoned) return;
      this.#reckoned = reckoned;
      this.#show(agreementPage(reckoned, this.#asked, wording));
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown fault';
      this.#sources.log.error(`Agreement could not be reckoned: ${name}`);
      this.#notice({ title: wording.say('failedTitle'), text: wording.say('failed'), stop: '' });
    }
  }

  async #gather(): Promise<Gathered> {
    const { codings, study } = this.#sources;
    const coded = this.#coded();
    if (coded) await codings.loaded(coded);
    if (!study.current) await study.read();
    const offering = this.#offering();
    this.#seen = overview(offering, this.#asked);
    return gather(offering, this.#asked);
  }

  #coded(): CodedTranscript | undefined {
    const { codings } = this.#sources;
    const { transcript } = this.#asked;
    return transcript ? codings.of(transcript) : codings.active;
  }

  #offering(): Offering {
    const shape = this.#sources.study.current;
    const coded = this.#coded();
    const offered = offeredBy(shape, coded, this.#asked.transcript ?? coded?.document.uri);
    const lacksStudy = shape !== undefined && shape.studyUri !== null && shape.study === null;
    return { offered, lacksStudy };
  }

  #waiting(share: number | null): AgreementState {
    const { say } = wording;
    const text = share === null ? say('reading') : say('readingShare', { percent: Math.round(share * 100) });
    const notice = { title: say('readingTitle'), text, stop: say('stop') };
    return agreementNotice(this.#gathered, this.#asked, notice, wording);
  }

  #notice(notice: NonNullable<AgreementState['notice']>): void {
    this.#show(agreementNotice(this.#gathered, this.#asked, notice, wording));
  }

  #show(state: AgreementState): void {
    this.#state = state;
    this.#didChange.fire();
  }
}
