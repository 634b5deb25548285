import * as vscode from 'vscode';
import type { CaseTrajectory } from '../../engine/trajectory/caseTypes';
import type { CaseState } from '../../panel/case/messages';
import type { PanelPage, PanelPages, PanelState } from '../../panel/messages';
import type { Codings } from '../../store/codings';
import type { StudyIndex } from '../../store/studyIndex';
import { sayIn } from '../../words/casePage';
import { stageWord } from '../../words/session/terms';
import type { Choices } from '../trajectory/choices';
import { caseOfActive, closedCase, gatherCase, isStillSeen, sourcesOf, type CaseSources } from './gather';
import { CaseReckoner } from './reckoner';
import { caseNotice, caseState } from './state';
import type { ReckonedCase } from './types';

/** What the page is made of. */
export interface PageSources {
  readonly codings: Codings;
  readonly choices: Choices;
  readonly study: StudyIndex;
  readonly memory: vscode.Memento;
  readonly log: vscode.LogOutputChannel;
}

const rememberedPage = 'panelPage';

/** Acts come by the second; a case need not follow faster than one can read. */
const pauseMilliseconds = 200;

/**
 * Which page of the panel is turned to, and what the page of the case shows: reckoned when it is looked at, and again when a
 * coding or the study changes.
 */
export class CasePage implements vscode.Disposable {
  readonly #codings: Codings;
  readonly #choices: Choices;
  readonly #study: StudyIndex;
  readonly #memory: vscode.Memento;
  readonly #log: vscode.LogOutputChannel;
  readonly #reckoner = new CaseReckoner();
  readonly #didChange = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];
  #page: PanelPage;
  /** A case asked for by name; until another transcript is looked at. */
  #chosen: string | null | undefined;
  #state: PanelState | null = null;
  /** What was reckoned last: kept on screen while it is reckoned anew. */
  #reckoned: ReckonedCase | null = null;
  #round = 0;
  #isStale = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.#didChange.event;

  constructor({ codings, choices, study, memory, log }: PageSources) {
    this.#choices = choices;
    this.#codings = codings;
    this.#study = study;
    this.#memory = memory;
    this.#log = log;
    this.#page = memory.get<unknown>(rememberedPage) === 'case' ? 'case' : 'session';
    this.#tellMenus();
    this.#disposables = [
      this.#didChange,
      codings.onDidChange(() => this.#outdate()),
      choices.onDidChange(() => this.#outdate()),
      study.onDidChange(() => this.#outdate()),
    ];
  }

  get page(): PanelPage {
    return this.#page;
  }

  /** The page when all of it is reckoned; null where there is none to show. */
  async settled(): Promise<CaseState | null> {
    const state = await this.#reckon(() => false);
    if (state?.kind !== 'case') return null;
    this.#state = state;
    this.#isStale = false;
    return state;
  }

  /** The figures of the case that is shown, as the command line prints them; null where nothing of it may be seen. */
  async figures(): Promise<CaseTrajectory | null> {
    // Of the transcript that is looked at now, and not of a study looked at before.
    await this.#study.read();
    await this.#reckon(() => false);
    return this.#reckoned?.trajectory ?? null;
  }

  pages(): PanelPages {
    return {
      label: say('pages'),
      shown: this.#page,
      tabs: [
        { page: 'session', text: say('pageSession') },
        { page: 'case', text: say('pageCase') },
      ],
    };
  }

  turnTo(page: PanelPage): void {
    this.#page = page;
    void this.#memory.update(rememberedPage, page);
    this.#tellMenus();
    this.#didChange.fire();
  }

  /** Turns to a case by its name; null for sessions that have none. */
  show(name: string | null): void {
    this.#chosen = name;
    this.#forget();
    this.turnTo('case');
  }

  /** Another transcript is looked at. */
  follow(): void {
    this.#chosen = undefined;
    this.#outdate();
  }

  /** What there is to show now; where it is out of date, a better one is on its way. Called while the page is visible only. */
  state(): PanelState {
    if (this.#isStale) this.#start();
    return this.#state ?? notice('readingTitle', [say('readingText')]);
  }

  uriOf(session: string): vscode.Uri | undefined {
    const { current } = this.#study;
    const listed = current?.sessions.find(({ path }) => path === session)?.uri;
    if (listed || current?.missing.includes(session)) return listed;
    // An open transcript that is in no study is called by its name.
    return this.#codings.active?.document.uri;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#round++;
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  /** The context key `alliance.panelPage`: which page there is something to take of. */
  #tellMenus(): void {
    void vscode.commands.executeCommand('setContext', 'alliance.panelPage', this.#page);
  }

  #outdate(): void {
    this.#isStale = true;
    const isShown = this.#page === 'case';
    if (!isShown || !this.#mayStillShow()) this.#forget();
    if (isShown) this.#didChange.fire();
  }

  #forget(): void {
    this.#isStale = true;
    this.#state = null;
    this.#reckoned = null;
  }

  /** Not even while it is reckoned anew does anybody see a coding that the gate has closed. */
  #mayStillShow(): boolean {
    const shown = this.#reckoned?.gathered;
    if (!shown) return true;
    const now = gatherCase(shown.case, this.#sources);
    return now !== null && isStillSeen(shown, now);
  }

  get #sources(): CaseSources {
    return sourcesOf({ codings: this.#codings, choices: this.#choices, study: this.#study });
  }

  #start(): void {
    this.#isStale = false;
    const round = ++this.#round;
    clearTimeout(this.#timer);
    const pause = this.#state === null ? 0 : pauseMilliseconds;
    this.#timer = setTimeout(() => void this.#make(round), pause);
  }

  async #make(round: number): Promise<void> {
    const isStale = (): boolean => round !== this.#round || this.#isStale;
    try {
      const state = await this.#reckon(isStale);
      if (isStale() || !state) return;
      this.#state = state;
    } catch (error) {
      this.#log.error(
        `A case could not be reckoned: ${error instanceof Error ? error.name : 'unknown fault'}`,
      );
      this.#state = notice('failedTitle', [say('failedText')]);
    }
    this.#didChange.fire();
  }

  /** Null where it is not wanted any more. */
  async #reckon(isStale: () => boolean): Promise<PanelState | null> {
    const { active } = this.#codings;
    if (active) await this.#codings.loaded(active);
    if (!this.#study.current) await this.#study.read();
    if (isStale()) return null;
    const sources = this.#sources;
    const name = this.#chosen === undefined ? caseOfActive(sources) : this.#chosen;
    if (name === undefined) return notice('noneOpen', [say('noneOpenText')]);
    const closed = closedCase(name, sources);
    if (closed !== null) {
      this.#reckoned = null;
      return notice('hiddenCase', [say(closed)]);
    }
    const gathered = gatherCase(name, sources);
    const waiting = { isStale, progress: (done: number, of: number) => this.#tell(done, of) };
    const reckoned = gathered && (await this.#reckoner.reckon(gathered, waiting));
    if (isStale()) return null;
    this.#reckoned = reckoned;
    return reckoned ? this.#words(reckoned) : nothingToShow(name, sources);
  }

  #words(reckoned: ReckonedCase): PanelState {
    const address = this.#codings.active?.document.uri.toString();
    const { members } = reckoned.gathered;
    const current = members.find(({ path }) => this.uriOf(path)?.toString() === address)?.path ?? null;
    return caseState(reckoned, current, {
      translate: vscode.l10n.t,
      stage: (stage) => stageWord(stage, vscode.l10n),
    });
  }

  /** Said only where nothing is on screen yet. */
  #tell(done: number, of: number): void {
    if (this.#reckoned) return;
    this.#state = notice('readingTitle', [say('readingSome', { done, of })]);
    this.#didChange.fire();
  }
}

const say = sayIn(vscode.l10n.t);

function notice(title: Parameters<typeof caseNotice>[0], texts: readonly string[]): PanelState {
  return caseNotice(title, texts, vscode.l10n.t);
}

function nothingToShow(name: string | null, { shape, active }: CaseSources): PanelState {
  const sessions = shape?.sessions.filter(({ facts }) => facts.case === name) ?? [];
  const hidden = sessions.reduce((sum, each) => sum + each.hidden.length, 0);
  const count = sessions.length > 0 ? hidden : (active?.hidden.length ?? 0);
  return notice('nothingTitle', [say('nothingText'), count > 0 ? say('nothingHidden', { count }) : '']);
}
