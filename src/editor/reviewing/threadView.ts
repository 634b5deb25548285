import * as vscode from 'vscode';
import { isResolved, type Remark } from '../../engine/annotations/threads';
import { turnAtLine } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { ShownThread } from '../../store/threads';

/** A comment on screen. What it says is a plain string: VS Code shows that as text, whatever marks or links are in it. */
export class ShownRemark implements vscode.Comment {
  readonly coded: CodedTranscript;
  readonly key: string;
  readonly id: string;
  readonly author: vscode.CommentAuthorInformation;
  readonly label?: string;
  readonly timestamp?: Date;
  readonly contextValue: string;
  mode = vscode.CommentMode.Preview;
  /** VS Code puts here what was typed when an edit is saved. */
  body: string | vscode.MarkdownString;

  constructor(coded: CodedTranscript, remark: Remark, contextValue: string) {
    const { key, coder, comment } = remark;
    const { name, role } = coded.codings.find((coding) => coding.coder === coder) ?? {};
    this.coded = coded;
    this.key = key;
    this.id = comment.id;
    const called = coded.sight.nameOf(coder);
    this.author = { name: called === coder ? (name ?? coder) : called };
    if (role === 'supervisor') this.label = vscode.l10n.t('supervisor');
    const time = new Date(comment.created ?? '');
    if (!Number.isNaN(time.getTime())) this.timestamp = time;
    this.contextValue = contextValue;
    this.body = comment.text;
  }
}

/** Where a thread stands that has no place: above all turns, where its heading says so. VS Code takes no place from a thread. */
export const top = new vscode.Range(0, 0, 0, 0);

/** One thread on screen, kept the same object while what it shows changes: a reply that is being typed stays. */
export class ThreadView {
  readonly thread: vscode.CommentThread;
  #shown = '';

  constructor(thread: vscode.CommentThread) {
    this.thread = thread;
  }

  show(coded: CodedTranscript, shown: ShownThread): void {
    const { thread } = this;
    const range = shown.range ?? top;
    if (!thread.range?.isEqual(range)) thread.range = range;
    const label = labelOf(coded, shown);
    const contextValue = contextOf(coded, shown);
    const remarks = shown.thread.remarks.map((remark) => ({
      remark,
      context: remarkContext(coded, shown, remark),
    }));
    const state = JSON.stringify([label, contextValue, remarks]);
    if (state === this.#shown) return;
    this.#shown = state;
    thread.label = label;
    thread.contextValue = contextValue;
    thread.state = isResolved(shown.thread)
      ? vscode.CommentThreadState.Resolved
      : vscode.CommentThreadState.Unresolved;
    const editing = new Map(
      thread.comments.flatMap((comment) =>
        comment instanceof ShownRemark && comment.mode === vscode.CommentMode.Editing
          ? [[comment.key, comment]]
          : [],
      ),
    );
    thread.comments = remarks.map(
      ({ remark, context }) => editing.get(remark.key) ?? new ShownRemark(coded, remark, context),
    );
  }

  /** Comments are drawn anew: one of them is edited from now on, or not any more. */
  redraw(): void {
    this.thread.comments = [...this.thread.comments];
  }

  /** The next time all is drawn, also what seems to be as it was. */
  forget(): void {
    this.#shown = '';
  }
}

/** What a thread is about, as its heading, and what a screen reader says of it. */
export function labelOf(
  coded: CodedTranscript,
  { thread: { subject }, passage, range, state, choices }: ShownThread,
): string {
  if (subject.kind === 'session') return vscode.l10n.t('On the session');
  if (subject.kind === 'gone') return vscode.l10n.t('On something that is no more');
  const what = passage
    ? `${passage.code?.label ?? passage.annotation.code} · ${coded.sight.nameOf(passage.coder)}`
    : `“${inShort(subject.kind === 'passage' ? (subject.comment.quote ?? '') : '')}”`;
  if (range) {
    const turn = turnAtLine(coded.parsed.turns, range.start.line)?.number ?? 0;
    return state === 'certain'
      ? vscode.l10n.t('Turn {0}: {1}', turn, what)
      : vscode.l10n.t('Turn {0}: {1} – please confirm that these are the words', turn, what);
  }
  const turns = choices
    .map(({ start }) => turnAtLine(coded.parsed.turns, start.line)?.number ?? 0)
    .join(', ');
  return state === 'ambiguous'
    ? vscode.l10n.t('In more than one place (turns {0}): {1}', turns, what)
    : vscode.l10n.t('Without a place: {0}', what);
}

const longest = 60;

function inShort(words: string): string {
  const points = Array.from(words.replaceAll(/\s+/g, ' ').trim());
  return points.length > longest ? `${points.slice(0, longest).join('')}…` : points.join('');
}

/** For the menus: open or resolved, and what its writer can do about its place. */
function contextOf(coded: CodedTranscript, { thread, range, state }: ShownThread): string {
  const isOwn = thread.subject.kind === 'passage' && thread.subject.coder === coded.ownCoding?.coder;
  const isUnsure = isOwn && state !== 'certain';
  return [
    isResolved(thread) ? 'resolved' : 'open',
    isUnsure ? 'misplaced' : '',
    isUnsure && range ? 'unconfirmed' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function remarkContext(coded: CodedTranscript, { thread }: ShownThread, { key, coder }: Remark): string {
  if (coder !== coded.ownCoding?.coder) return 'others';
  return isAnswered(thread.remarks, key) ? 'own answered' : 'own';
}

/** What was answered is not taken away under the answer. */
export function isAnswered(remarks: readonly Remark[], key: string): boolean {
  return remarks.some(({ comment }) => comment.reply_to === key);
}
