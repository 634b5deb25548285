import * as vscode from 'vscode';
import { isNewer } from '../engine/annotations/locked';
import type { Coding } from '../engine/annotations/types';
import type { Sight } from '../engine/study/blinding';
import { turnAtLine } from '../engine/transcript/offsets';
import type { CodedTranscript } from '../store/codedTranscript';
import type { Codings } from '../store/codings';
import { memosOf, type ShownMemo } from '../store/memos';
import type { Passage } from '../store/passage';
import type { HiddenPerson } from '../store/person';
import type { Transcripts } from '../store/transcripts';
import { memoTreeItem, type MemoNode } from './memoItems';
import { threadsToPlace, threadTreeItem, type ThreadNode } from './threadItems';
import { codeColour, codeIcon } from './codeIcon';
import { hiddenWord } from '../editor/hiddenWord';
import { personName } from './personName';

type Node = Group | PassageNode | HiddenNode | MemosNode | MemoNode | ThreadsNode | ThreadNode;

/** Annotations that belong under one head: those a person has to look at, or one person's. */
interface Group {
  readonly kind: 'group';
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  readonly passages: readonly Passage[];
}

/** `passage` is what menu commands take as their argument. */
interface PassageNode {
  readonly kind: 'passage';
  readonly group: string;
  readonly passage: Passage;
}

/** Everybody's memos that may be seen. */
interface MemosNode {
  readonly kind: 'memos';
  readonly memos: readonly ShownMemo[];
}

/** Threads whose words changed, or are no more. */
interface ThreadsNode {
  readonly kind: 'threads';
  readonly threads: readonly ThreadNode[];
}

interface HiddenNode {
  readonly kind: 'hidden';
  readonly person: HiddenPerson;
}

/** The annotations of the open transcript, by position; unconfirmed and lost ones first. */
export class AnnotationsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #codings: Codings;
  readonly #didChange = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#didChange.event;
  readonly #disposables: vscode.Disposable[];
  readonly #view: vscode.TreeView<Node>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(transcripts: Transcripts, codings: Codings) {
    this.#codings = codings;
    this.#view = vscode.window.createTreeView('alliance.annotations', {
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
      transcripts.onDidChange(({ transcript }) => {
        if (transcript === transcripts.active) this.#refreshSoon();
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  getChildren(node?: Node): Node[] {
    const coded = this.#codings.active;
    if (!coded) return [];
    if (node?.kind === 'group') {
      return node.passages.map((passage) => ({ kind: 'passage', group: node.id, passage }));
    }
    if (node?.kind === 'memos') return node.memos.map((memo) => ({ kind: 'memo', memo }));
    if (node?.kind === 'threads') return [...node.threads];
    if (node) return [];
    const memos = memosOf(coded);
    const threads = threadsToPlace(coded);
    return [
      ...(threads.length > 0 ? [{ kind: 'threads', threads } as const] : []),
      ...groupsOf(coded),
      ...(memos.length > 0 ? [{ kind: 'memos', memos } as const] : []),
      ...coded.hidden.map((person): Node => ({ kind: 'hidden', person })),
    ];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'group') return groupItem(node);
    if (node.kind === 'memos') return headItem('memos', vscode.l10n.t('Memos'), node.memos.length, 'note');
    if (node.kind === 'threads') {
      const label = vscode.l10n.t('Comments whose words changed');
      return headItem('threads', label, node.threads.length, 'comment-unresolved');
    }
    const coded = this.#codings.active;
    if (!coded) return new vscode.TreeItem('');
    if (node.kind === 'thread') return threadTreeItem(node, coded.sight);
    if (node.kind === 'hidden') return hiddenItem(node.person, coded.sight);
    return node.kind === 'memo' ? memoTreeItem(node, coded.sight) : passageTreeItem(node, coded);
  }

  #refreshSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refresh(), 400);
  }

  #refresh(): void {
    const open =
      this.#codings.active?.passages().filter(({ own, state }) => own && state !== 'certain').length ?? 0;
    this.#view.badge =
      open > 0 ? { value: open, tooltip: vscode.l10n.t('Annotations to confirm: {0}', open) } : undefined;
    this.#didChange.fire();
  }
}

function groupsOf(coded: CodedTranscript): Group[] {
  const passages = coded.passages();
  const open = passages.filter(({ own, state }) => own && state !== 'certain');
  const toConfirm: Group = {
    kind: 'group',
    id: 'confirm',
    label: vscode.l10n.t('Please confirm'),
    description: String(open.length),
    icon: 'warning',
    passages: unique(open).sort((a, b) => Number(a.range !== null) - Number(b.range !== null)),
  };
  const people = coded.people.flatMap(({ file, own }): Group[] => {
    const { coding } = file.file;
    const { coder, role, annotations } = coding;
    const theirs = passages.filter(
      (passage) => passage.coder === coder && (!own || passage.state === 'certain'),
    );
    if (annotations.length === 0) return [];
    const state = codingWord(coding, own);
    const icon = role === 'supervisor' ? 'mortar-board' : own ? 'edit' : 'account';
    return [
      {
        kind: 'group',
        // Somebody may be called `memos`.
        id: `of ${coder}`,
        label: personName(coding, coded.sight),
        description: `${annotations.length} · ${state}`,
        icon,
        passages: unique(theirs),
      },
    ];
  });
  return [...(open.length > 0 ? [toConfirm] : []), ...people];
}

/** A hand-written file may give one id twice; a tree may not. */
function codingWord(coding: Coding, own: boolean): string {
  if (isNewer(coding)) return vscode.l10n.t('read-only: newer format');
  if (coding.released) return vscode.l10n.t('released');
  return own ? vscode.l10n.t('coding') : vscode.l10n.t('open');
}

function unique(passages: readonly Passage[]): Passage[] {
  return [...new Map(passages.map((passage) => [passage.key, passage])).values()];
}

function headItem(id: string, label: string, count: number, icon: string): vscode.TreeItem {
  return groupItem({ id, label, description: String(count), icon });
}

function groupItem({ id, label, description, icon }: Omit<Group, 'kind' | 'passages'>): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = description;
  item.iconPath = new vscode.ThemeIcon(icon);
  if (id === 'confirm') item.contextValue = 'toConfirm';
  item.accessibilityInformation = { label: `${label}, ${description}` };
  return item;
}

function passageTreeItem({ group, passage }: PassageNode, coded: CodedTranscript): vscode.TreeItem {
  const { annotation, code, range, state, editable } = passage;
  const turn = range && turnAtLine(coded.parsed.turns, range.start.line);
  const label = code?.label ?? annotation.code;
  const where = turn ? vscode.l10n.t('turn {0}', turn.number) : vscode.l10n.t('without a place');
  const quote = annotation.quote?.replaceAll('\n', ' ') ?? '';
  const item = new vscode.TreeItem(label);
  item.id = `${group} ${passage.key}`;
  item.description = `${turn ? turn.number : '–'} · ${quote.slice(0, 90)}`;
  item.iconPath = iconOf(passage);
  item.tooltip = [label, where, quote, annotation.note ?? ''].filter(Boolean).join('\n');
  item.contextValue = [editable ? 'own' : 'other', state === 'certain' ? '' : state]
    .filter(Boolean)
    .join(' ');
  item.accessibilityInformation = {
    label: [label, where, stateWord(state), quote].filter(Boolean).join(', '),
  };
  item.command = {
    command: 'alliance.reveal',
    title: vscode.l10n.t('Go to Passage'),
    arguments: [{ id: passage.key }],
  };
  return item;
}

function iconOf({ state, code }: Passage): vscode.ThemeIcon {
  if (state === 'ambiguous')
    return new vscode.ThemeIcon('list-selection', new vscode.ThemeColor('list.warningForeground'));
  if (state === 'lost')
    return new vscode.ThemeIcon('debug-disconnect', new vscode.ThemeColor('list.warningForeground'));
  return state === 'unconfirmed' ? new vscode.ThemeIcon('question', codeColour(code)) : codeIcon(code);
}

function stateWord(state: Passage['state']): string {
  if (state === 'certain') return '';
  if (state === 'lost') return vscode.l10n.t('has lost its place');
  return state === 'ambiguous' ? vscode.l10n.t('in more than one place') : vscode.l10n.t('please confirm');
}

/** That somebody coded is no secret, what they coded is. */
function hiddenItem({ coder, reason }: HiddenPerson, { nameOf }: Sight): vscode.TreeItem {
  const name = nameOf(coder);
  const item = new vscode.TreeItem(name);
  item.id = `hidden ${coder}`;
  item.contextValue = 'hidden';
  item.iconPath = new vscode.ThemeIcon('lock');
  item.description = hiddenWord(reason);
  item.accessibilityInformation = { label: `${name}, ${item.description}` };
  return item;
}
