import * as vscode from 'vscode';
import { reveal } from '../../editor/coding/moving';
import {
  fromPanel,
  type FromPanel,
  type PanelPage,
  type PictureFormat,
  type ToPanel,
} from '../../panel/messages';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import type { EarlierSessions } from '../../store/earlierSessions';
import type { CasePage } from '../case/casePage';
import { openTranscript } from '../study/commands';
import type { Choices } from './choices';
import { cursorPlace } from './cursorPlace';
import { panelPage } from './page';
import { passageRange, turnRange } from './ranges';
import { panelState } from './state';

/** After the last keystroke in the text; a coding act shows at once. */
const typingPause = 300;
/** What takes long is done seldom: the pause is so many times as long as the page took to be made the last time. */
const restful = 10;
/** How long a page may take for a picture of itself. */
const picturePatience = 20_000;

/** Where the page is shown: the side panel's view, or an editor tab. */
export interface Screen {
  readonly webview: vscode.Webview;
  readonly visible: boolean;
  readonly onDidDispose: vscode.Event<void>;
}

/** What all pages of a window share. */
export interface Shared {
  readonly extension: vscode.Uri;
  readonly codings: Codings;
  readonly choices: Choices;
  readonly casePage: CasePage;
  readonly earlier: EarlierSessions;
  readonly log: vscode.LogOutputChannel;
}

/** One page with the trajectory: sends what there is to draw, and does what a click in it asks for. */
export class ShownPage {
  readonly screen: Screen;
  readonly #shared: Shared;
  readonly #pictures = new Map<number, (data: string) => void>();
  #ready = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #cursor = '';
  #revision = 0;
  /** What the page was told last, as text: nothing is sent or drawn again where nothing changed. */
  #told = '';
  /** How long it took to make, in milliseconds. */
  #took = 0;
  #requests = 0;

  constructor(screen: Screen, shared: Shared) {
    this.screen = screen;
    this.#shared = shared;
    const { webview } = screen;
    webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(shared.extension, 'dist')],
    };
    webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    screen.onDidDispose(() => clearTimeout(this.#timer));
    webview.html = panelPage(webview, shared.extension, 'alliance-panel');
  }

  /** True once the page can draw. */
  get isReady(): boolean {
    return this.#ready;
  }

  /** After a key in the text, of which the page of the case knows nothing. */
  showSoon(): void {
    if (!this.screen.visible || !this.#ready || this.#shared.casePage.page === 'case') return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.show(), Math.max(typingPause, restful * this.#took));
  }

  show(): void {
    clearTimeout(this.#timer);
    if (!this.screen.visible || !this.#ready) return;
    const { codings, choices, casePage, earlier } = this.#shared;
    const pages = casePage.pages();
    if (pages.shown === 'case') return this.#tell({ type: 'show', state: casePage.state(), pages });
    const coded = codings.active;
    const began = Date.now();
    this.#revision = coded?.transcript.live.revision ?? 0;
    const state = panelState(coded, choices, (session, coder) => earlier.now(session, coder));
    this.#tell({ type: 'show', state, pages });
    this.#took = Date.now() - began;
    this.#cursor = '';
    this.showCursor();
  }

  showCursor(): void {
    const { codings, choices, casePage } = this.#shared;
    if (!this.screen.visible || !this.#ready || casePage.page === 'case') return;
    const coded = codings.active;
    // While somebody types, the place waits for the pause: it would cost a look at the whole text for each key.
    if (coded && coded.transcript.live.revision !== this.#revision) return;
    const at = cursorPlace(coded, choices);
    const key = JSON.stringify(at);
    if (key === this.#cursor) return;
    this.#cursor = key;
    this.#post({ type: 'cursor', at });
  }

  /** The picture as it is shown now: the text of an SVG, or a PNG in base64; empty where there is none. */
  async picture(page: PanelPage, format: PictureFormat): Promise<string> {
    const request = ++this.#requests;
    const answered = new Promise<string>((resolve) => {
      this.#pictures.set(request, resolve);
      setTimeout(() => resolve(''), picturePatience);
    });
    // What is taken is seen.
    const { casePage } = this.#shared;
    if (casePage.page !== page) casePage.turnTo(page);
    if (page === 'case') await casePage.settled();
    this.show();
    this.#post({ type: 'take', format, request });
    const data = await answered;
    this.#pictures.delete(request);
    return data;
  }

  /** The page shows something else than it was told: it is new, or holds a choice that is not to be had. */
  #tellAgain(): void {
    this.#told = '';
    this.show();
  }

  #tell(message: Extract<ToPanel, { type: 'show' }>): void {
    const told = JSON.stringify(message);
    if (told === this.#told) return;
    this.#told = told;
    this.#post(message);
  }

  #post(message: ToPanel): void {
    void this.screen.webview.postMessage(message);
  }

  #receive(message: unknown): void {
    const read = fromPanel.safeParse(message);
    if (!read.success) return this.#shared.log.warn('The panel sent a message that is none.');
    void this.#do(read.data);
  }

  async #do(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        return this.#tellAgain();
      case 'reveal':
        return this.#reveal((coded) =>
          passageRange(coded, this.#shared.choices.person(coded), message.annotation),
        );
      case 'revealTurn':
        return this.#reveal((coded) => turnRange(coded, message.turn));
      case 'choose':
        return this.#choose(message.choice);
      case 'turnTo':
        return this.#shared.casePage.turnTo(message.page);
      case 'openSession':
        return this.#openSession(message.session);
      case 'editDetectors':
        await vscode.commands.executeCommand('alliance.editDetectors');
        return;
      case 'showCases':
        await vscode.commands.executeCommand('alliance.caseTable');
        return;
      case 'link':
        await vscode.commands.executeCommand('alliance.link', { id: message.annotation });
        return;
      case 'carryOver':
        await vscode.commands.executeCommand('alliance.carryOver', message.from ?? undefined);
        return;
      case 'join':
        await vscode.commands.executeCommand('alliance.link', { episode: message.episode });
        return;
      case 'notCarriedOver':
        await vscode.commands.executeCommand('alliance.unlink', { episode: message.episode });
        return;
      case 'rate': {
        const { rating, segment, value } = message;
        await vscode.commands.executeCommand('alliance.rateSession', { rating, segment, value });
        return;
      }
      case 'act':
        await vscode.commands.executeCommand('alliance.getStarted');
        return;
      case 'picture':
        return this.#pictures.get(message.request)?.(message.data);
      case 'failed':
        return this.#shared.log.error(`The panel failed: ${message.reason}`);
    }
  }

  #choose(choice: Extract<FromPanel, { type: 'choose' }>['choice']): void {
    const { codings, choices } = this.#shared;
    const coded = codings.active;
    if (choice.of === 'axis') choices.chooseAxis(choice.axis);
    else if (coded && !choices.chooseCoder(coded, choice.coder)) this.#tellAgain();
  }

  async #openSession(session: string): Promise<void> {
    const uri = this.#shared.casePage.uriOf(session);
    if (uri) await openTranscript(uri);
  }

  async #reveal(rangeIn: (coded: CodedTranscript) => vscode.Range | null): Promise<void> {
    const coded = this.#shared.codings.active;
    if (coded) await reveal(coded, rangeIn(coded));
  }
}
