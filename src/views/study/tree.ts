import * as vscode from 'vscode';
import { planOf } from '../../engine/study/plan';
import type { Identities, Identity } from '../../store/identity';
import type { StudyIndex } from '../../store/studyIndex';
import type { StudyOutline } from '../../store/studyShape';
import type { Transcripts } from '../../store/transcripts';
import { studyName } from '../../store/watching';
import { itemOf } from './items';
import { casesOf, childrenOf, idOf, rootsOf, type CaseNode, type Node } from './nodes';

const studyView = 'alliance.study';

/** Acts come by the second; a tree need not follow faster than one can read. */
const pauseMilliseconds = 100;

/** The study that is worked on: its cases, their sessions, and how far everybody is. */
export class StudyTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #index: StudyIndex;
  readonly #identities: Identities;
  readonly #transcripts: Transcripts;
  readonly #didChange = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#didChange.event;
  readonly #view: vscode.TreeView<Node>;
  readonly #disposables: vscode.Disposable[];
  #cases: readonly CaseNode[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(index: StudyIndex, identities: Identities, transcripts: Transcripts) {
    this.#index = index;
    this.#identities = identities;
    this.#transcripts = transcripts;
    this.#view = vscode.window.createTreeView(studyView, { treeDataProvider: this, showCollapseAll: true });
    this.#disposables = [
      this.#didChange,
      this.#view,
      index.onDidChange(() => this.#refreshSoon()),
      // Not even for the moment of a pause does anybody see what the one before might see.
      identities.onDidChange(() => this.#didChange.fire()),
      transcripts.onDidChangeActive(() => void this.#showActive()),
      this.#view.onDidChangeVisibility(() => void this.#showActive()),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return [...childrenOf(node)];
    const shape = this.#index.outline ?? (await this.#firstLook());
    const hadRows = this.#cases.length > 0;
    this.#cases = shape ? casesOf(shape, this.#viewer) : [];
    void this.#describe();
    // The first rows find a session on screen already.
    if (!hadRows) setTimeout(() => void this.#showActive(), pauseMilliseconds);
    return [...rootsOf(this.#cases, shape?.loose ?? [])];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return itemOf(node, this.#cases.length, this.#viewer);
  }

  getParent(node: Node): Node | undefined {
    return this.#cases.find((one) => childrenOf(one).some((child) => idOf(child) === idOf(node)));
  }

  /** A large study takes its time when it is opened for the first time. */
  async #firstLook(): Promise<StudyOutline | undefined> {
    const location = { viewId: studyView };
    return vscode.window.withProgress({ location }, () => this.#index.look());
  }

  get #viewer(): Identity | null {
    return this.#identities.current ?? null;
  }

  #refreshSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#didChange.fire(), pauseMilliseconds);
  }

  /** The title, or that there is no study file: then the folders stand for cases. */
  async #describe(): Promise<void> {
    const shape = this.#index.outline;
    const hasFile = !shape || shape.studyUri !== null;
    void vscode.commands.executeCommand('setContext', 'alliance.hasStudy', shape !== undefined && hasFile);
    const isPlanned = planOf(shape?.study?.plan ?? [], this.#viewer?.id ?? '').length > 0;
    void vscode.commands.executeCommand('setContext', 'alliance.hasPlan', isPlanned);
    this.#view.description = hasFile ? (shape?.study?.title ?? '') : vscode.l10n.t('no study file');
    const isBelow = !hasFile && (await isThere(vscode.Uri.joinPath(shape.root, '..', studyName)));
    this.#view.message = isBelow
      ? vscode.l10n.t(
          'There is a study file above this folder. Open the folder it is in to see the whole study.',
        )
      : '';
  }

  /** The session on screen is the one marked, as in the Explorer; nothing is opened for it. */
  async #showActive(): Promise<void> {
    const active = this.#transcripts.active?.uri.toString();
    const session = this.#cases
      .flatMap(({ sessions }) => sessions)
      .find((one) => one.session.uri.toString() === active);
    if (!session || !this.#view.visible) return;
    try {
      await this.#view.reveal(session, { select: true, focus: false });
    } catch {
      // The tree was refreshed meanwhile, and has no such node any more.
    }
  }
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
