import * as vscode from 'vscode';
import {
  fromCaseTable,
  type CaseTableState,
  type FromCaseTable,
  type ToCaseTable,
} from '../../panel/case-table/messages';
import { sayOfCases, type CaseTableMessage } from '../../words/caseTable';
import { gatherStudy, isStillSeen, sourcesOf, type WindowSources } from '../case/gather';
import { CaseReckoner } from '../case/reckoner';
import type { GatheredStudy } from '../case/types';
import { panelPage } from '../trajectory/page';
import { reckonStudy } from './reckon';
import { caseTable, tableNotice } from './state';
import type { TabledCase } from './types';

const caseTableTab = 'alliance.caseTableTab';

/** Acts come by the second; a table need not follow faster than one can read. */
const pauseMilliseconds = 1000;

export interface CaseTableSources extends WindowSources {
  readonly extension: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

/** The table of cases as an editor tab: reckoned while it is looked at, and again when a coding or the study changes. */
export class CaseTableView implements vscode.Disposable {
  readonly #sources: CaseTableSources;
  readonly #reckoner = new CaseReckoner();
  readonly #disposables: vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  #ready = false;
  #state: CaseTableState = reading('readingFiles', 0, 0);
  /** What the table on screen was made from. */
  #shown: { readonly gathered: GatheredStudy; readonly cases: readonly TabledCase[] } | null = null;
  #isStale = true;
  /** Somebody had enough: nothing is reckoned until they say so. */
  #isStopped = false;
  readonly #waiting: ((cases: readonly TabledCase[] | null) => void)[] = [];
  #round = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(sources: CaseTableSources) {
    this.#sources = sources;
    const { codings, choices, study } = sources;
    const outdate = (): void => this.#outdate();
    this.#disposables = [
      vscode.window.registerWebviewPanelSerializer(caseTableTab, {
        deserializeWebviewPanel: async (panel) => this.#adopt(panel),
      }),
      codings.onDidChange(outdate),
      choices.onDidChange(outdate),
      study.onDidChange(outdate),
    ];
  }

  /** Opens the table, or turns to it where it is open. */
  open(): void {
    if (this.#panel) return this.#panel.reveal();
    const title = vscode.l10n.t('Cases of the Study');
    this.#adopt(vscode.window.createWebviewPanel(caseTableTab, title, vscode.ViewColumn.Active));
  }

  /** What the table shows, once it is up to date; null where there is none, or it was stopped. */
  shown(): Promise<readonly TabledCase[] | null> {
    if (this.#shown && !this.#isStale) return Promise.resolve(this.#shown.cases);
    return new Promise((done) => this.#waiting.push(done));
  }

  /** The cases as they stand now, whether or not the tab is there; null where it was cancelled. */
  async cases(token?: vscode.CancellationToken): Promise<readonly TabledCase[] | null> {
    const { codings, study } = this.#sources;
    if (codings.active) await codings.loaded(codings.active);
    if (!study.current) await study.read(token ? { token } : {});
    const isStale = (): boolean => token?.isCancellationRequested === true;
    const gathered = gatherStudy(sourcesOf(this.#sources));
    return reckonStudy(gathered, this.#reckoner, { isStale, progress: () => undefined });
  }

  dispose(): void {
    this.#stop();
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    const { extension, log } = this.#sources;
    this.#panel = panel;
    this.#ready = false;
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(extension, 'dist')],
    };
    panel.webview.onDidReceiveMessage((message: unknown) => {
      const read = fromCaseTable.safeParse(message);
      if (read.success) void this.#do(read.data);
      else log.warn('The table of cases sent a message that is none.');
    });
    panel.onDidChangeViewState(() => this.#seen());
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#isStopped = false;
      this.#stop();
      this.#settle(null);
    });
    panel.webview.html = panelPage(panel.webview, extension, 'alliance-case-table');
  }

  async #do(message: FromCaseTable): Promise<void> {
    const { executeCommand } = vscode.commands;
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        return this.#seen();
      case 'openCase':
        await executeCommand('alliance.showCase', { kind: 'case', case: message.case });
        return;
      case 'export':
        await executeCommand('alliance.exportCases');
        return;
      case 'failed':
        return this.#sources.log.error(`The table of cases failed: ${message.reason}`);
      case 'act':
        return this.#act(message.action);
    }
  }

  async #act(action: Extract<FromCaseTable, { type: 'act' }>['action']): Promise<void> {
    if (action === 'stop') {
      this.#stop();
      this.#settle(null);
      this.#isStopped = true;
      return this.#show(notice('stoppedTitle', 'stoppedText', { label: 'again', action: 'again' }));
    }
    if (action === 'again') {
      this.#isStopped = false;
      return this.#start(0);
    }
    const commands = { setUp: 'alliance.setUpStudy', openFolder: 'workbench.action.files.openFolder' };
    await vscode.commands.executeCommand(commands[action]);
  }

  /** Nothing is reckoned for a tab that is not seen. */
  #seen(): void {
    if (!this.#panel?.visible) {
      this.#stop();
      this.#settle(null);
      return;
    }
    if (!this.#ready) return;
    this.#show(this.#state);
    if (this.#isStale && !this.#isStopped) this.#start(0);
  }

  #outdate(): void {
    this.#isStale = true;
    if (this.#shown && !this.#mayStillShow(this.#shown.gathered)) {
      this.#shown = null;
      this.#show(reading('readingFiles', 0, 0));
    }
    if (this.#panel?.visible && this.#ready && !this.#isStopped)
      this.#start(this.#shown ? pauseMilliseconds : 0);
  }

  /** Not even while it is reckoned anew does anybody see a coding that the gate has closed. */
  #mayStillShow(before: GatheredStudy): boolean {
    const now = gatherStudy(sourcesOf(this.#sources)).codings;
    return [...before.codings].every(([coder, seen]) => {
      const gathered = now.get(coder);
      return gathered !== undefined && isStillSeen(seen, gathered);
    });
  }

  #settle(cases: readonly TabledCase[] | null): void {
    for (const done of this.#waiting.splice(0)) done(cases);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#round++;
    this.#isStale = true;
  }

  #start(pause: number): void {
    this.#stop();
    const round = this.#round;
    this.#timer = setTimeout(() => void this.#make(round), pause);
  }

  async #make(round: number): Promise<void> {
    const isStale = (): boolean => round !== this.#round;
    try {
      const state = await this.#reckon(isStale);
      if (isStale() || !state) return;
      this.#isStale = false;
      this.#show(state);
      this.#settle(state.kind === 'table' ? (this.#shown?.cases ?? null) : null);
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown fault';
      this.#sources.log.error(`The cases could not be reckoned: ${name}`);
      this.#show(notice('failedTitle', 'failedText', { label: 'again', action: 'again' }));
      this.#settle(null);
    }
  }

  /** Null where it is not wanted any more. */
  async #reckon(isStale: () => boolean): Promise<CaseTableState | null> {
    const { codings, study } = this.#sources;
    const tell = (what: 'readingFiles' | 'readingSessions') => (done: number, of: number) => {
      if (!this.#shown && !isStale()) this.#show(reading(what, done, of));
    };
    if (codings.active) await codings.loaded(codings.active);
    if (!study.current) await this.#read(isStale, tell('readingFiles'));
    if (isStale()) return null;
    if (!study.current)
      return notice('noFolderTitle', 'noFolderText', { label: 'openFolder', action: 'openFolder' });
    const gathered = gatherStudy(sourcesOf(this.#sources));
    if (gathered.cases.length === 0)
      return notice('noSessionTitle', 'noSessionText', { label: 'setUp', action: 'setUp' });
    const cases = await reckonStudy(gathered, this.#reckoner, { isStale, progress: tell('readingSessions') });
    if (cases === null) return null;
    this.#shown = { gathered, cases };
    return caseTable(cases, vscode.l10n.t);
  }

  /** Stops where nobody waits for it any more. */
  async #read(isStale: () => boolean, progress: (done: number, of: number) => void): Promise<void> {
    const cancelling = new vscode.CancellationTokenSource();
    const watched = (done: number, of: number): void => {
      if (isStale()) cancelling.cancel();
      progress(done, of);
    };
    await this.#sources.study.read({ token: cancelling.token, progress: watched });
    cancelling.dispose();
  }

  #show(state: CaseTableState): void {
    this.#state = state;
    const message: ToCaseTable = { type: 'show', state };
    if (this.#panel?.visible && this.#ready) void this.#panel.webview.postMessage(message);
  }
}

const say = sayOfCases(vscode.l10n.t);

function reading(what: 'readingFiles' | 'readingSessions', done: number, of: number): CaseTableState {
  const progress = of === 0 ? 0 : done / of;
  const action = { label: say('stop'), action: 'stop' as const };
  const text = of === 0 ? say('readingBegins') : say(what, { done, of });
  return tableNotice('readingTitle', text, { progress, action }, say);
}

function notice(
  title: CaseTableMessage,
  text: CaseTableMessage,
  { label, action }: { label: CaseTableMessage; action: 'again' | 'setUp' | 'openFolder' },
): CaseTableState {
  return tableNotice(title, say(text), { action: { label: say(label), action } }, say);
}
