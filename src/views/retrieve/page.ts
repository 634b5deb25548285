import * as vscode from 'vscode';
import { formatQuery } from '../../engine/retrieve/formatQuery';
import { readingPage } from '../../words/reading';
import type { Retrieved } from './retrieved';

const scheme = 'alliance-retrieve';

/** What was retrieved as a page to read, print and copy. It is in memory only, and goes with what it shows. */
export class RetrievePage implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #retrieved: Retrieved;
  readonly #didChange = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#didChange.event;
  readonly #disposable: vscode.Disposable;

  constructor(retrieved: Retrieved) {
    this.#retrieved = retrieved;
    this.#disposable = vscode.Disposable.from(
      this.#didChange,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      retrieved.onDidChange(() => this.#didChange.fire(pageUri())),
      vscode.commands.registerCommand('alliance.readFound', () => showPage()),
    );
  }

  provideTextDocumentContent(): string {
    const { found } = this.#retrieved;
    return found ? readingPage(formatQuery(found.query), found.passages, vscode.l10n.t) : '';
  }

  dispose(): void {
    this.#disposable.dispose();
  }
}

function pageUri(): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${vscode.l10n.t('Passages')}.txt` });
}

async function showPage(): Promise<void> {
  const document = await vscode.workspace.openTextDocument(pageUri());
  await vscode.window.showTextDocument(document, { preview: false });
}
