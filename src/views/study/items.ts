import * as vscode from 'vscode';
import type { Person as Viewer } from '../../engine/study/mayShow';
import { releasedBy, type Progress } from '../../engine/study/progress';
import { annotationFileOf, baseName, stem } from '../../store/nearest';
import { stageWord } from '../../words/session/terms';
import {
  idOf,
  type CaseNode,
  type LooseFileNode,
  type LooseNode,
  type MissingNode,
  type Node,
  type PersonNode,
  type SessionNode,
  type UnreadableNode,
} from './nodes';
import { stateSentence, stateWords } from './words';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

/** Studies of so few cases are shown opened. */
const fewCases = 3;

/** @param cases How many there are in the study. @param viewer Who codes; null where nobody in particular does. */
export function itemOf(node: Node, cases: number, viewer: Viewer | null): vscode.TreeItem {
  const item = partsOf(node, cases, viewer);
  item.id = idOf(node);
  const words = [item.label, item.description].map((part) => (typeof part === 'string' ? part : ''));
  item.accessibilityInformation ??= { label: words.filter((part) => part !== '').join(', ') };
  return item;
}

function partsOf(node: Node, cases: number, viewer: Viewer | null): vscode.TreeItem {
  switch (node.kind) {
    case 'case':
      return caseItem(node, cases, viewer);
    case 'session':
      return sessionItem(node, viewer);
    case 'person':
      return personItem(node, viewer);
    case 'unreadable':
      return unreadableItem(node, viewer);
    case 'loose':
      return looseItem(node);
    case 'loose-file':
      return looseFileItem(node);
    case 'missing':
      break;
  }
  return missingItem(node);
}

function caseItem(node: CaseNode, cases: number, viewer: Viewer | null): vscode.TreeItem {
  const unknown = node.isHidden ? vscode.l10n.t('Sessions') : vscode.l10n.t('Without a case');
  const item = new vscode.TreeItem(node.case ?? unknown, cases <= fewCases ? Expanded : Collapsed);
  const sessions = vscode.l10n.t('sessions: {0}', node.sessions.length);
  const released = releasedWords(node.sessions, viewer);
  item.description = released || sessions;
  item.tooltip = said([sessions, released]);
  item.iconPath = new vscode.ThemeIcon('folder');
  item.contextValue = node.isHidden ? 'sessions' : 'case';
  return item;
}

function sessionItem(node: SessionNode, viewer: Viewer | null): vscode.TreeItem {
  const { session, people } = node;
  const { facts, turns, uri } = session;
  const own = people.find((person) => person.own);
  const label = labelOf(node);
  const state = own && own.state !== 'reviewing' ? stateWords(own, turns) : '';
  const others = isCoder(viewer) ? '' : releasedWords([node], viewer);
  const isBroken = session.unreadable.length > 0;
  const item = new vscode.TreeItem(label, people.length > 0 || isBroken ? Collapsed : None);
  const broken = isBroken ? vscode.l10n.t('a file cannot be read') : '';
  const name = node.hasNamesake && label !== stem(baseName(uri)) ? stem(baseName(uri)) : '';
  const plan = planWords(node);
  item.description = said([name, broken, plan, facts.date, state, others]);
  item.resourceUri = uri;
  item.iconPath = isBroken ? warningIcon() : node.plan === 'next' ? nextIcon() : iconOf(own);
  item.contextValue = 'session';
  item.command = openCommand(node);
  item.tooltip = [
    session.path,
    said([facts.case, label, facts.date, facts.stage && stageWord(facts.stage, vscode.l10n)]),
    vscode.l10n.t('turns: {0}', turns),
    broken,
    plan,
    ...people.map((person) => stateSentence(person, turns)),
  ]
    .filter((line) => line !== '')
    .join('\n');
  return item;
}

/** What a coder has released of what they are to code; for a supervisor, what all coders have. Empty where there is nothing. */
function releasedWords(sessions: readonly SessionNode[], viewer: Viewer | null): string {
  const counts = sessions.map(({ people }) =>
    releasedBy(isCoder(viewer) ? people.filter(({ own }) => own) : people),
  );
  const of = counts.reduce((sum, count) => sum + count.of, 0);
  const released = counts.reduce((sum, count) => sum + count.released, 0);
  return of === 0 ? '' : vscode.l10n.t('{0} of {1} released', released, of);
}

function isCoder(viewer: Viewer | null): boolean {
  return (viewer?.role ?? 'coder') === 'coder';
}

function planWords({ plan, people }: SessionNode): string {
  if (plan === 'next') return vscode.l10n.t('next for you');
  return plan === 'not-mine' && !people.some(({ own }) => own) ? vscode.l10n.t('not yours') : '';
}

function labelOf({ session: { facts, uri } }: SessionNode): string {
  return facts.session === null ? stem(baseName(uri)) : vscode.l10n.t('Session {0}', facts.session);
}

function personItem(node: PersonNode, viewer: Viewer | null): vscode.TreeItem {
  const { person, session, file } = node;
  const item = new vscode.TreeItem(person.name ?? person.coder);
  const role = person.role === 'supervisor' ? vscode.l10n.t('supervisor') : '';
  item.description = said([person.own ? vscode.l10n.t('you') : '', role, stateWords(person, session.turns)]);
  item.iconPath = iconOf(person);
  item.tooltip = stateSentence(person, session.turns);
  const isReviewed = viewer?.role === 'supervisor' && person.role === 'coder' && person.state === 'released';
  item.contextValue = [
    'person',
    file ? 'file' : '',
    isReviewed && !person.own ? 'reviewed' : '',
    person.state === 'hidden' ? 'hidden' : '',
  ]
    .filter(Boolean)
    .join(' ');
  item.command = openCommand(node);
  return item;
}

/** Only one's own file is opened from here: another's may be one that is not to be seen. */
function unreadableItem({ session, file }: UnreadableNode, viewer: Viewer | null): vscode.TreeItem {
  const item = new vscode.TreeItem(baseName(file));
  const isOwn = [session.uri, ...(viewer ? [annotationFileOf(session.uri, viewer.id)] : [])].some(
    (uri) => uri.toString() === file.toString(),
  );
  item.description = vscode.l10n.t('cannot be read');
  item.iconPath = warningIcon();
  item.tooltip = vscode.l10n.t(
    'It is not a file this extension can read; what is wrong stands in the Problems view once its transcript is open.',
  );
  if (isOwn)
    item.command = { command: 'vscode.open', title: vscode.l10n.t('Open the File'), arguments: [file] };
  return item;
}

function missingItem({ path }: MissingNode): vscode.TreeItem {
  const item = new vscode.TreeItem(path);
  item.description = vscode.l10n.t('not there');
  item.iconPath = warningIcon();
  item.tooltip = vscode.l10n.t('The study file lists this transcript, and there is no such file.');
  return item;
}

function looseItem({ files }: LooseNode): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Without a transcript'), Expanded);
  item.description = vscode.l10n.t('files: {0}', files.length);
  item.iconPath = warningIcon();
  item.tooltip = vscode.l10n.t(
    'Annotation files whose transcript was moved or renamed by another program. A click looks for it by its text.',
  );
  return item;
}

/** It is not opened from here: another's may be one that is not to be seen. */
function looseFileItem(node: LooseFileNode): vscode.TreeItem {
  const { uri, transcript, own } = node.loose;
  const item = new vscode.TreeItem(baseName(uri));
  item.description = said([own ? vscode.l10n.t('you') : '', transcript]);
  item.tooltip = vscode.l10n.t('{0} is not there any more.', transcript);
  item.iconPath = new vscode.ThemeIcon('question');
  item.contextValue = 'loose file';
  item.command = {
    command: 'alliance.findHome',
    title: vscode.l10n.t('Find Transcript…'),
    arguments: [node],
  };
  return item;
}

function openCommand(node: SessionNode | PersonNode): vscode.Command {
  return { command: 'alliance.openSession', title: vscode.l10n.t('Open Session'), arguments: [node] };
}

function iconOf(person: Progress | undefined): vscode.ThemeIcon {
  if (person?.review) return new vscode.ThemeIcon(person.review.event === 'approved' ? 'verified' : 'reply');
  switch (person?.state) {
    case 'not-begun':
      return new vscode.ThemeIcon('circle-large-outline');
    case 'coding':
      return new vscode.ThemeIcon('edit');
    case 'reviewing':
      return new vscode.ThemeIcon('mortar-board');
    case 'released':
      return new vscode.ThemeIcon('pass');
    case 'hidden':
      return new vscode.ThemeIcon('lock');
    case undefined:
      break;
  }
  return vscode.ThemeIcon.File;
}

function nextIcon(): vscode.ThemeIcon {
  return new vscode.ThemeIcon('arrow-circle-right', new vscode.ThemeColor('charts.blue'));
}

function warningIcon(): vscode.ThemeIcon {
  return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
}

function said(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');
}
