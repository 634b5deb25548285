import * as vscode from 'vscode';
import { formatQuery } from '../../engine/retrieve/formatQuery';
import { countWords } from '../../words/passages';
import { childrenOf, itemOf, nodesOf, type Node } from './items';
import type { Retrieved } from './retrieved';

export const retrieveView = 'alliance.retrieve';

/** What was retrieved, by case and session, each passage with the turns around it. */
export class RetrieveTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #retrieved: Retrieved;
  readonly #didChange = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#didChange.event;
  readonly #view: vscode.TreeView<Node>;
  readonly #disposable: vscode.Disposable;

  constructor(retrieved: Retrieved) {
    this.#retrieved = retrieved;
    this.#view = vscode.window.createTreeView(retrieveView, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#disposable = vscode.Disposable.from(
      this.#didChange,
      this.#view,
      retrieved.onDidChange(() => this.#refresh()),
    );
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  getChildren(node?: Node): Node[] {
    return node ? childrenOf(node) : nodesOf(this.#retrieved.found?.passages ?? []);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return itemOf(node);
  }

  #refresh(): void {
    const { found, isStale } = this.#retrieved;
    this.#view.description = found ? countWords(found.passages, vscode.l10n.t) : '';
    const lines = found
      ? [
          formatQuery(found.query) || vscode.l10n.t('All passages of the study'),
          ...(found.hiddenIn > 0
            ? [vscode.l10n.t('Without what is hidden from you (sessions: {0}).', found.hiddenIn)]
            : []),
          ...(isStale ? [vscode.l10n.t('Something has changed since: refresh to see it.')] : []),
        ]
      : [];
    this.#view.message = lines.join(' · ');
    this.#didChange.fire();
  }
}
