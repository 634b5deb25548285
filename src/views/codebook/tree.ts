import * as vscode from 'vscode';
import { codeMarkdown } from '../../editor/codeCard';
import { plainMarkdown } from '../../editor/markdown';
import { countCodes, type CodeCounts } from '../../engine/codebook/counts';
import type { Code } from '../../engine/codebook/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import type { Transcripts } from '../../store/transcripts';
import { codeIcon } from '../codeIcon';
import { messageOf } from './message';

/** `code` is what menu commands take as their argument. */
interface CodeNode {
  readonly kind: 'code' | 'other';
  readonly code: string;
}

/** Ids in use that the codebook does not know, or for which a person has to choose. */
interface OthersNode {
  readonly kind: 'others';
}

type Node = CodeNode | OthersNode;

/** The codebook of the active transcript, family by family, with how often one used each code there; a click applies a code. */
export class CodebookTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #codings: Codings;
  readonly #didChange = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#didChange.event;
  readonly #disposables: readonly vscode.Disposable[];
  readonly #view: vscode.TreeView<Node>;
  /** Of one's own annotations in the active transcript; counted when it is asked for. */
  #counts: CodeCounts | undefined;

  constructor(transcripts: Transcripts, codings: Codings) {
    this.#codings = codings;
    this.#view = vscode.window.createTreeView('alliance.codebook', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#disposables = [
      this.#didChange,
      this.#view,
      codings.onDidChange((coded) => {
        if (coded === codings.active) this.#refresh();
      }),
      transcripts.onDidChangeActive(() => this.#refresh()),
    ];
    this.#refresh();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  getChildren(node?: Node): Node[] {
    const coded = this.#codings.active;
    if (!coded?.isLoaded || coded.lacksCodebook) return [];
    if (node?.kind === 'others') return [...this.#counted(coded).others.keys()].map(otherNode);
    if (node) return (coded.codebook.codes.get(node.code)?.children ?? []).map(codeNode);
    const others: Node[] = this.#counted(coded).others.size > 0 ? [{ kind: 'others' }] : [];
    return [...others, ...coded.codebook.families.map(({ id }) => codeNode(id))];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const coded = this.#codings.active;
    if (node.kind === 'others' || !coded) return othersItem();
    const { used, others } = this.#counted(coded);
    if (node.kind === 'other') return otherItem(node.code, others.get(node.code) ?? 0);
    const code = coded.codebook.codes.get(node.code);
    return code ? codeItem(code, used.get(code.id) ?? 0) : new vscode.TreeItem(node.code);
  }

  /** The card of a code is written when somebody points at it. */
  resolveTreeItem(item: vscode.TreeItem, node: Node): vscode.TreeItem {
    const coded = this.#codings.active;
    const code = node.kind === 'code' && coded?.codebook.codes.get(node.code);
    if (!coded || !code) return item;
    const tooltip = codeMarkdown(code, coded.codebook);
    const count = this.#counted(coded).used.get(code.id) ?? 0;
    const lines = [
      vscode.l10n.t('Your annotations here: {0}', count),
      vscode.l10n.t('A click codes the selection, or the turn at the cursor.'),
    ];
    for (const line of lines) tooltip.appendMarkdown(`\n\n${plainMarkdown(line)}`);
    item.tooltip = tooltip;
    return item;
  }

  #counted(coded: CodedTranscript): CodeCounts {
    const own = coded.passages().filter((passage) => passage.own);
    return (this.#counts ??= countCodes(
      coded.codebook,
      own.map(({ annotation }) => annotation.code),
    ));
  }

  #refresh(): void {
    this.#counts = undefined;
    const coded = this.#codings.active;
    const shown = coded?.isLoaded === true && !coded.lacksCodebook ? coded.codebook : null;
    this.#view.description = shown ? `${shown.version} · ${shown.title}` : '';
    this.#view.message = coded ? messageOf(coded) : '';
    this.#didChange.fire();
  }
}

function codeNode(code: string): CodeNode {
  return { kind: 'code', code };
}

function otherNode(code: string): CodeNode {
  return { kind: 'other', code };
}

function codeItem({ id, label, key, family, color, children }: Code, count: number): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, children.length > 0 ? Collapsed : None);
  item.id = id;
  item.iconPath = codeIcon({ family, color });
  item.description = [key ?? '', count > 0 ? String(count) : ''].filter(Boolean).join(' · ');
  item.contextValue = count > 0 ? 'code used' : 'code';
  const spoken = [
    label,
    key === null ? '' : vscode.l10n.t('key {0}', key),
    vscode.l10n.t('your annotations here: {0}', count),
  ];
  item.accessibilityInformation = { label: spoken.filter(Boolean).join(', ') };
  item.command = { command: 'alliance.tag', title: vscode.l10n.t('Apply'), arguments: [{ code: id }] };
  return item;
}

function othersItem(): vscode.TreeItem {
  const label = vscode.l10n.t('Not in this codebook');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = ' others';
  item.iconPath = new vscode.ThemeIcon('warning');
  item.contextValue = 'others';
  return item;
}

function otherItem(id: string, count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(id);
  item.id = ` ${id}`;
  item.description = String(count);
  item.iconPath = new vscode.ThemeIcon('question');
  item.contextValue = 'other used';
  item.tooltip = vscode.l10n.t(
    'Annotations of yours have this code. “Recode All” helps where others replaced it.',
  );
  item.accessibilityInformation = { label: `${id}, ${vscode.l10n.t('your annotations here: {0}', count)}` };
  return item;
}
