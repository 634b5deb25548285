import * as vscode from 'vscode';
import { disagreementKinds } from '../engine/adjudication/kinds';
import type { Alternative, Matter, Side } from '../engine/adjudication/matter';
import { disagreementsView, type Adjudication } from '../editor/adjudication/adjudication';
import { sideBySide } from '../editor/adjudication/hover';
import { notComparedWords } from '../editor/adjudication/telling';
import {
  alphaWord,
  decisionWord,
  kindWord,
  saidBy,
  silentIn,
  titleOf,
  whereWord,
  whoSay,
} from '../editor/adjudication/words';
import type { CodedTranscript } from '../store/codedTranscript';
import type { Transcripts } from '../store/transcripts';

/** Where coders who have released the open transcript differ, in the order of the text, with what was decided. */
export class DisagreementsTree implements vscode.TreeDataProvider<Matter>, vscode.Disposable {
  readonly #adjudication: Adjudication;
  readonly #didChange = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#didChange.event;
  readonly #view: vscode.TreeView<Matter>;
  readonly #disposables: vscode.Disposable[];

  constructor(transcripts: Transcripts, adjudication: Adjudication) {
    this.#adjudication = adjudication;
    this.#view = vscode.window.createTreeView(disagreementsView, { treeDataProvider: this });
    this.#disposables = [
      this.#didChange,
      this.#view,
      adjudication.onDidChange(() => this.#refresh()),
      transcripts.onDidChangeActive(() => this.#refresh()),
    ];
    this.#refresh();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  getChildren(node?: Matter): Matter[] {
    const coded = this.#adjudication.codings.active;
    return node || !coded ? [] : [...this.#adjudication.listed(coded)];
  }

  /** The list has one level. */
  getParent(): undefined {
    return undefined;
  }

  getTreeItem(matter: Matter): vscode.TreeItem {
    const coded = this.#adjudication.codings.active;
    return coded ? itemOf(matter, coded, this.#adjudication) : new vscode.TreeItem('');
  }

  #refresh(): void {
    const coded = this.#adjudication.codings.active;
    const comparison = coded ? this.#adjudication.comparison(coded) : null;
    const isThere = comparison !== null;
    void vscode.commands.executeCommand('setContext', 'alliance.hasDisagreements', isThere);
    const { decided, total } = comparison?.progress ?? { decided: 0, total: 0 };
    this.#view.description = isThere ? vscode.l10n.t('{0} of {1} decided', decided, total) : '';
    this.#view.message = coded ? messageOf(coded, this.#adjudication) : '';
    this.#didChange.fire();
    const current = coded && this.#adjudication.current(coded);
    if (current && this.#view.visible && this.#adjudication.listed(coded).includes(current)) {
      // A list that was filled anew meanwhile is asked again then.
      void this.#view.reveal(current, { select: true, focus: false }).then(undefined, () => undefined);
    }
  }
}

/** How many of each kind, what all agree on, what is filtered, and who is not compared. */
function messageOf(coded: CodedTranscript, adjudication: Adjudication): string {
  const comparison = adjudication.comparison(coded);
  if (!comparison) return '';
  const { matters, progress, before, notCompared, unplaced } = comparison;
  const counts = disagreementKinds.flatMap((kind) => {
    const count = matters.filter(({ kinds }) => kinds[0] === kind).length;
    return count > 0 ? [`${kindWord(kind)} ${count}`] : [];
  });
  const left = progress.total - adjudication.listed(coded).length;
  return [
    `${[...counts, vscode.l10n.t('agreed {0}', progress.agreed)].join(' · ')}.`,
    vscode.l10n.t('Agreement before: α {0} (all codes, MASI).', alphaWord(before)),
    ...(left > 0 ? [vscode.l10n.t('Not listed by the filter: {0}.', left)] : []),
    ...notComparedWords(notCompared, unplaced),
  ].join(' ');
}

function itemOf(matter: Matter, coded: CodedTranscript, adjudication: Adjudication): vscode.TreeItem {
  const verdict = adjudication.verdict(coded, matter);
  const kinds = matter.kinds.map(kindWord).join(', ');
  const state = verdict ? decisionWord(verdict) : vscode.l10n.t('not decided');
  const item = new vscode.TreeItem(titleOf(matter, coded));
  item.id = matter.key;
  item.description = [matter.turn ?? '–', kinds, ...(verdict ? [state] : [])].join(' · ');
  item.iconPath = new vscode.ThemeIcon(verdict ? 'pass' : 'circle-large-outline');
  item.tooltip = new vscode.MarkdownString(sideBySide(adjudication, coded, matter));
  item.contextValue = 'disagreement';
  item.accessibilityInformation = {
    label: [
      titleOf(matter, coded),
      whereWord(matter),
      kinds,
      state,
      ...spoken(matter, coded, adjudication),
    ].join(', '),
  };
  item.command = {
    command: 'alliance.goToDisagreement',
    title: vscode.l10n.t('Go to Disagreement'),
    arguments: [matter.key],
  };
  return item;
}

/** What stands side by side, one after the other. */
function spoken(matter: Matter, coded: CodedTranscript, adjudication: Adjudication): string[] {
  const names = adjudication.names(coded);
  const alternatives: readonly Alternative<Side>[] = matter.alternatives;
  const silent = silentIn(matter, names);
  return [
    ...alternatives.map((each) => {
      const said = saidBy(each, matter, coded, names).map(({ label, text }) => `${label} ${text}`);
      return `${whoSay(each, names)}: ${said.join('; ')}`;
    }),
    ...(silent.length > 0 ? [vscode.l10n.t('Nothing there from: {0}', silent.join(', '))] : []),
  ];
}
