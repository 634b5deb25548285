import * as vscode from 'vscode';
import { setStatusBarMessage } from '../../editor/messages';
import { reveal, rangeOfTurn } from '../../editor/coding/moving';
import { fromAgreement, type FromAgreement, type ToAgreement } from '../../panel/agreement/messages';
import { codeSentence } from '../../words/agreementMethods';
import { openTranscript } from '../study/commands';
import { panelPage } from '../trajectory/page';
import { AgreementPage, type AgreementSources } from './agreementPage';
import { methodsFacts } from './state';
import { copyMethods, exportFigures } from './taking';
import type { Asked, BandChoice, AgreementScope, UnitChoice } from './types';

const tabType = 'alliance.agreementTab';

/** What is shown where nothing is said: the study, those two who coded the most. */
export const usualQuestion: Asked = {
  scope: 'study',
  transcript: null,
  coders: [],
  unit: null,
  bands: 'off',
  gold: null,
};

/** The editor tab that shows how far coders agree. One of a window: another question is asked in it. */
export class AgreementTab implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #sources: AgreementSources;
  #panel: vscode.WebviewPanel | undefined;
  #page: AgreementPage | undefined;
  #ready = false;
  readonly #serializer: vscode.Disposable;

  constructor(extension: vscode.Uri, sources: AgreementSources) {
    this.#extension = extension;
    this.#sources = sources;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(tabType, {
      deserializeWebviewPanel: async (panel) => this.#adopt(panel, usualQuestion).ask(usualQuestion),
    });
  }

  /** What is shown; undefined where the tab is closed. */
  get page(): AgreementPage | undefined {
    return this.#page;
  }

  /** Opens the tab, or turns to it, and shows what is asked. Done when the figures stand there. */
  async show(asked: Asked): Promise<AgreementPage> {
    const page = this.#opened(asked);
    await page.ask(asked);
    return page;
  }

  dispose(): void {
    this.#serializer.dispose();
    this.#panel?.dispose();
    this.#page?.dispose();
  }

  #opened(asked: Asked): AgreementPage {
    const title = vscode.l10n.t('Agreement');
    if (this.#panel && this.#page) {
      this.#panel.reveal(undefined, true);
      return this.#page;
    }
    const column = { viewColumn: vscode.ViewColumn.Active, preserveFocus: false };
    return this.#adopt(vscode.window.createWebviewPanel(tabType, title, column), asked);
  }

  #adopt(panel: vscode.WebviewPanel, asked: Asked): AgreementPage {
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(this.#extension, 'dist')],
    };
    const page = new AgreementPage(this.#sources, asked);
    [this.#panel, this.#page, this.#ready] = [panel, page, false];
    page.onDidChange(() => this.#draw());
    panel.onDidChangeViewState(() => this.#draw());
    panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    panel.onDidDispose(() => {
      page.dispose();
      [this.#panel, this.#page] = [undefined, undefined];
    });
    panel.webview.html = panelPage(panel.webview, this.#extension, 'alliance-agreement');
    return page;
  }

  #draw(): void {
    if (!this.#panel?.visible || !this.#ready || !this.#page) return;
    const message: ToAgreement = { type: 'agreement', state: this.#page.state };
    void this.#panel.webview.postMessage(message);
  }

  #receive(message: unknown): void {
    const read = fromAgreement.safeParse(message);
    if (!read.success) return this.#sources.log.warn('The agreement page sent a message that is none.');
    void this.#do(read.data);
  }

  async #do(message: FromAgreement): Promise<void> {
    const page = this.#page;
    if (!page) return;
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        return this.#draw();
      case 'failed':
        return this.#sources.log.error(`The agreement page failed: ${message.reason}`);
      case 'choose':
        return page.ask(chosen(page, message));
      case 'reveal':
        return this.#reveal(page, message);
      case 'copyRow':
        return copyRow(page, message.key);
      case 'act':
        if (message.action === 'stop') page.stop();
        else if (message.action === 'copyMethods') await copyMethods(page);
        else await exportFigures(page);
    }
  }

  async #reveal(
    page: AgreementPage,
    { session, turn }: Extract<FromAgreement, { type: 'reveal' }>,
  ): Promise<void> {
    const uri = page.gathered?.places.get(session)?.uri;
    if (!uri) return;
    const { codings } = this.#sources;
    await openTranscript(uri);
    const coded = codings.of(uri);
    if (coded) await codings.loaded(coded);
    const found = coded?.parsed.turns[turn - 1];
    if (coded && found) await reveal(coded, rangeOfTurn(found));
  }
}

/** What is asked after a click on one of the choices. */
function chosen(page: AgreementPage, { kind, id }: Extract<FromAgreement, { type: 'choose' }>): Asked {
  const { asked } = page;
  if (kind === 'coder') {
    const shown = page.gathered?.coders.map((one) => one.id) ?? asked.coders;
    const coders = shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id];
    const gold = asked.gold !== null && coders.length === 2 && coders[1] === asked.gold ? asked.gold : null;
    return { ...asked, coders, gold };
  }
  if (kind === 'scope') return { ...asked, scope: oneOf(scopes, id) ?? asked.scope };
  if (kind === 'unit') return { ...asked, unit: oneOf(units, id) ?? asked.unit };
  return { ...asked, bands: oneOf(bands, id) ?? asked.bands };
}

const scopes = ['session', 'case', 'study'] as const satisfies readonly AgreementScope[];
const units = ['turn', 'segment', 'character', 'spans'] as const satisfies readonly UnitChoice[];
const bands = ['off', 'classic', 'strict'] as const satisfies readonly BandChoice[];

function oneOf<Word extends string>(words: readonly Word[], id: string): Word | undefined {
  return words.find((word) => word === id);
}

async function copyRow(page: AgreementPage, key: string): Promise<void> {
  const { reckoned, asked } = page;
  const row = reckoned?.whole.rows.find(({ code, rollup }) => key === `${rollup ? 'all' : 'one'}:${code}`);
  if (!reckoned || !row) return;
  await vscode.env.clipboard.writeText(codeSentence(row, methodsFacts(reckoned, asked), vscode.l10n.t));
  setStatusBarMessage(vscode.l10n.t('Copied: the sentence of one code'), 3000);
}
