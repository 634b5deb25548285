import * as vscode from 'vscode';
import { plainMarkdown } from '../../editor/markdown';
import { nearestColour } from '../../editor/drawing/palette';
import { keyOfHit } from '../../engine/retrieve/hit';
import { formatClock } from '../../engine/transcript/time';
import type { Turn } from '../../engine/transcript/types';
import { sessionWords, turnWords } from '../../words/passages';
import type { FoundPassage } from './search';

export type Node = CaseNode | SessionNode | PassageNode | TurnNode;

export interface CaseNode {
  readonly kind: 'case';
  readonly case: string | null;
  readonly sessions: readonly SessionNode[];
}

export interface SessionNode {
  readonly kind: 'session';
  /** Several cases were found in: the case stands above, and need not be said again. */
  readonly inCase: boolean;
  /** Null where several people's passages were found: then each says whose it is. */
  readonly coder: string | null;
  readonly passages: readonly FoundPassage[];
}

export interface PassageNode {
  readonly kind: 'passage';
  readonly ofSeveral: boolean;
  readonly passage: FoundPassage;
}

/** A turn of a passage, or beside it. */
export interface TurnNode {
  readonly kind: 'turn';
  readonly passage: FoundPassage;
  readonly turn: Turn;
  readonly isOwn: boolean;
}

/** Longer texts are cut: the tooltip and the transcript have the whole. */
const longest = 120;

/** Cases, where there are several; sessions; all in the order in which they were found. */
export function nodesOf(passages: readonly FoundPassage[]): (CaseNode | SessionNode)[] {
  const cases = grouped(passages, (each) => each.case ?? '');
  const several = cases.length > 1;
  const coders = new Set(passages.map((each) => each.coder));
  const coder = coders.size === 1 ? (passages[0]?.coder ?? null) : null;
  const sessionsOf = (some: readonly FoundPassage[]): SessionNode[] =>
    grouped(some, ({ path }) => path).map((own) => {
      return { kind: 'session', inCase: several, coder, passages: own };
    });
  if (!several) return sessionsOf(passages);
  return cases.map((own) => ({ kind: 'case', case: own[0]?.case ?? null, sessions: sessionsOf(own) }));
}

export function childrenOf(node: Node): Node[] {
  switch (node.kind) {
    case 'case':
      return [...node.sessions];
    case 'session':
      return node.passages.map((passage) => {
        return { kind: 'passage', passage, ofSeveral: node.coder === null };
      });
    case 'passage': {
      const { before, turns, after } = node.passage;
      const child = (turn: Turn, isOwn: boolean): TurnNode => {
        return { kind: 'turn', passage: node.passage, turn, isOwn };
      };
      return [
        ...before.map((turn) => child(turn, false)),
        ...turns.map((turn) => child(turn, true)),
        ...after.map((turn) => child(turn, false)),
      ];
    }
    case 'turn':
      break;
  }
  return [];
}

export function itemOf(node: Node): vscode.TreeItem {
  switch (node.kind) {
    case 'case':
      return groupItem(
        node.case ?? vscode.l10n.t('Without a case'),
        node.sessions.reduce((sum, { passages }) => sum + passages.length, 0),
        `case ${node.case}`,
        'person',
      );
    case 'session':
      return sessionItem(node);
    case 'passage':
      return passageItem(node);
    case 'turn':
      break;
  }
  return turnItem(node);
}

function sessionItem({ passages, inCase, coder }: SessionNode): vscode.TreeItem {
  const [first] = passages;
  if (!first) return new vscode.TreeItem('');
  const title = sessionWords(inCase ? { ...first, case: null } : first, vscode.l10n.t);
  const item = groupItem(title, passages.length, `session ${first.path}`, 'comment-discussion');
  item.tooltip = first.path;
  if (coder !== null) item.description = `${passages.length} · ${coder}`;
  return item;
}

function groupItem(label: string, count: number, id: string, icon: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = id;
  item.description = String(count);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, passages: {1}', label, count) };
  return item;
}

function passageItem(node: PassageNode): vscode.TreeItem {
  const { passage } = node;
  const { path, coder, at, words, state } = passage;
  const code = codeLabel(passage);
  const said = flat(words);
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  // The words first: where the view is narrow, they are what tells passages apart.
  const item = new vscode.TreeItem(`${at ? at.turn : '–'}  ${cut(said)}`, at ? Collapsed : None);
  const place = turnWords(passage, vscode.l10n.t);
  item.id = `passage ${path} ${keyOfHit(passage)}`;
  item.description = [code, ...(node.ofSeveral ? [coder] : [])].join(' · ');
  item.iconPath = iconOf(passage);
  item.tooltip = tooltipOf(passage);
  item.contextValue = 'found';
  const doubt = state === 'unconfirmed' ? vscode.l10n.t('to be confirmed') : '';
  item.accessibilityInformation = {
    label: [said, code, place, doubt, coder].filter(Boolean).join(', '),
  };
  item.command = goTo(node);
  return item;
}

function turnItem(node: TurnNode): vscode.TreeItem {
  const { passage, turn, isOwn } = node;
  const said = flat(turn.text);
  const item = new vscode.TreeItem(`${turn.number} ${turn.speaker}`);
  item.id = `turn ${passage.path} ${keyOfHit(passage)} ${turn.number}`;
  item.description = cut(said);
  item.tooltip = said;
  item.iconPath = new vscode.ThemeIcon(isOwn ? 'arrow-small-right' : 'blank');
  const own = isOwn ? vscode.l10n.t('of the passage') : '';
  item.accessibilityInformation = {
    label: [vscode.l10n.t('turn {0}', turn.number), own, turn.speaker, said].filter(Boolean).join(', '),
  };
  item.command = goTo(node);
  return item;
}

function goTo(node: PassageNode | TurnNode): vscode.Command {
  return { command: 'alliance.goToFound', title: vscode.l10n.t('Go to Passage'), arguments: [node] };
}

/** Of an old code that was divided, all that replaced it: a choice is not made here. */
function codeLabel({ codes, annotation }: FoundPassage): string {
  return codes.length > 0 ? codes.map(({ label }) => label).join(' | ') : annotation.code;
}

function iconOf({ state, codes }: FoundPassage): vscode.ThemeIcon {
  const colour = new vscode.ThemeColor(`alliance.${nearestColour(codes[0]?.color ?? '#999999')}`);
  if (state === 'lost')
    return new vscode.ThemeIcon('debug-disconnect', new vscode.ThemeColor('list.warningForeground'));
  if (state === 'unconfirmed') return new vscode.ThemeIcon('question', colour);
  const family = codes[0]?.family;
  const shape =
    family === 'rupture' ? 'triangle-down' : family === 'repair' ? 'triangle-up' : 'circle-filled';
  return new vscode.ThemeIcon(shape, colour);
}

/** The passage between its turns, as in the text; nothing of it is taken for Markdown. */
function tooltipOf(passage: FoundPassage): vscode.MarkdownString {
  const { annotation, before, turns, after, words, time } = passage;
  const place = [turnWords(passage, vscode.l10n.t), ...(time === null ? [] : [formatClock(time)])].join(', ');
  const line = ({ number, speaker, text }: Turn): string =>
    plainMarkdown(`${number} ${speaker}: ${flat(text)}`);
  const blocks = [
    `**${plainMarkdown(codeLabel(passage))}** · ${plainMarkdown(passage.coder)} · ${plainMarkdown(place)}`,
    ...before.map(line),
    ...(turns.length > 0 ? turns.map((turn) => `**${line(turn)}**`) : [plainMarkdown(flat(words))]),
    ...after.map(line),
    ...(annotation.note ? [`*${plainMarkdown(flat(annotation.note))}*`] : []),
  ];
  return new vscode.MarkdownString(blocks.join('\n\n'));
}

function grouped<T>(values: readonly T[], key: (value: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return [...groups.values()];
}

function flat(text: string): string {
  return text.replaceAll('\n', ' ');
}

function cut(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
