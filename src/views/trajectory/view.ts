import * as vscode from 'vscode';
import type { Transcripts } from '../../store/transcripts';
import { ShownPage, type Screen, type Shared } from './shown';

export const trajectoryView = 'alliance.trajectory';
/** The same page as an editor tab. */
const tabType = 'alliance.trajectoryTab';

/** The pages with the trajectory of the transcript last looked at: the side panel's view, and wide editor tabs. */
export class TrajectoryView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #shared: Shared;
  readonly #pages = new Set<ShownPage>();
  #tab: vscode.WebviewPanel | undefined;
  readonly #disposables: vscode.Disposable[];

  constructor(shared: Shared, transcripts: Transcripts) {
    this.#shared = shared;
    const { codings, choices, casePage, earlier } = shared;
    const each = (act: (page: ShownPage) => void): void => this.#pages.forEach(act);
    const show = (): void => each((page) => page.show());
    this.#disposables = [
      vscode.window.registerWebviewViewProvider(trajectoryView, this),
      vscode.window.registerWebviewPanelSerializer(tabType, {
        deserializeWebviewPanel: async (panel) => this.#adopt(panel),
      }),
      vscode.commands.registerCommand('alliance.openTrajectory', () => this.openTab()),
      vscode.commands.registerCommand('alliance.showTrajectory', () =>
        vscode.commands.executeCommand(`${trajectoryView}.focus`),
      ),
      choices.onDidChange(show),
      casePage.onDidChange(show),
      earlier.onDidChange(() => casePage.page === 'session' && show()),
      transcripts.onDidChangeActive(() => {
        choices.turnTo(codings.active);
        casePage.follow();
        show();
      }),
      codings.onDidChange((coded) => {
        if (coded === codings.active) show();
      }),
      transcripts.onDidChange(({ transcript }) => {
        if (transcript === transcripts.active) each((page) => page.showSoon());
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document === codings.active?.document) each((page) => page.showCursor());
      }),
    ];
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const page = this.#add(view);
    view.onDidChangeVisibility(() => page.show());
  }

  /** Opens the page beside the text, or turns to it where it is open. */
  openTab(): void {
    if (this.#tab) return this.#tab.reveal(undefined, true);
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    this.#adopt(vscode.window.createWebviewPanel(tabType, vscode.l10n.t('Trajectory'), column));
  }

  /** A page that can be drawn on now: one that is seen, else the side panel's, which is brought up. */
  async page(): Promise<ShownPage | undefined> {
    const seen = (): ShownPage | undefined =>
      [...this.#pages].find((page) => page.screen.visible && page.isReady);
    if (!seen()) await vscode.commands.executeCommand(`${trajectoryView}.focus`);
    for (let tries = 0; tries < 200 && !seen(); tries++) {
      await new Promise((done) => setTimeout(done, 50));
    }
    return seen();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #adopt(panel: vscode.WebviewPanel): void {
    this.#tab = panel;
    panel.onDidDispose(() => {
      if (this.#tab === panel) this.#tab = undefined;
    });
    const page = this.#add(panel);
    panel.onDidChangeViewState(() => page.show());
  }

  #add(screen: Screen): ShownPage {
    const page = new ShownPage(screen, this.#shared);
    this.#pages.add(page);
    screen.onDidDispose(() => this.#pages.delete(page));
    return page;
  }
}
