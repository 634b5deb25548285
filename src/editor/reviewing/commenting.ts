import * as vscode from 'vscode';
import { showInformationMessage, showWarningMessage } from '../messages';
import * as z from 'zod/mini';
import { commentAnchor } from '../../engine/annotations/anchored';
import {
  addComment,
  deleteComment,
  editComment,
  noteEvent,
  type CommentOn,
} from '../../engine/annotations/comments';
import { isResolved } from '../../engine/annotations/threads';
import { afterAll } from '../../engine/annotations/times';
import { atOfRange } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import { threadsIn, type ShownThread } from '../../store/threads';
import type { Acting } from '../coding/acting';
import { argumentsOf, codedOf, editorOf, placesToTag, type CommandArguments } from '../coding/targets';
import type { CommentBoard } from './board';
import { isThread, threadMeant, threadNamed, type ThreadMeant } from './meant';
import { askSubject, subjectNamed } from './subjects';
import { summaryOf, type ThreadSummary } from './summary';
import { isAnswered, ShownRemark } from './threadView';

/**
 * What people say to each other about passages and annotations: each command does it for the thread or comment whose button was
 * pressed, or for the one a caller names (`id`). Those that write a comment return its id, the others whether it was done.
 */
export function registerCommenting(acting: Acting, board: CommentBoard): vscode.Disposable {
  const commenting = new Commenting(acting, board);
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('alliance.comment', (first: unknown) => commenting.comment(first)),
    registerCommand('alliance.reply', (first: unknown) => commenting.reply(first)),
    registerCommand('alliance.editComment', (first: unknown) => commenting.edit(first)),
    registerCommand('alliance.saveComment', (first: unknown) => commenting.save(first)),
    registerCommand('alliance.cancelComment', (first: unknown) => commenting.cancel(first)),
    registerCommand('alliance.deleteComment', (first: unknown) => commenting.delete(first)),
    registerCommand('alliance.resolveThread', (first: unknown) => commenting.note(first, 'resolved')),
    registerCommand('alliance.reopenThread', (first: unknown) => commenting.note(first, 'reopened')),
    registerCommand('alliance.placeComment', (first: unknown) => commenting.place(first)),
    registerCommand('alliance.confirmComment', (first: unknown) => commenting.confirm(first)),
    registerCommand('alliance.goToThread', (first: unknown) => commenting.goTo(first)),
    registerCommand('alliance.showComments', () => commenting.list()),
  );
}

/** What VS Code passes of a thread: itself, or with what was typed below it. */
const typed = z.object({ thread: z.custom<vscode.CommentThread>(isThread), text: z.string() });

class Commenting {
  readonly #acting: Acting;
  readonly #board: CommentBoard;

  constructor(acting: Acting, board: CommentBoard) {
    this.#acting = acting;
    this.#board = board;
  }

  /** A comment on the annotation named, on the stretch or turn given, or on what is chosen at the cursor. */
  async comment(first: unknown): Promise<string | undefined> {
    if (typed.safeParse(first).success) return this.reply(first);
    const coded = codedOf(this.#acting.codings);
    if (!coded || (await this.#acting.coder(coded)) === undefined) return undefined;
    const args = argumentsOf(first);
    const isNamed = [args.id, args.turns, args.ranges].some((each) => each !== undefined);
    const selection = editorOf(coded)?.selection;
    const named = subjectNamed(coded, first, args);
    const subject = named ?? (isNamed || !selection ? undefined : await askSubject(coded, selection));
    if (!subject) return undefined;
    if (args.note !== undefined) return this.#write(coded, subject.on, args.note);
    await this.#board.open(coded, subject);
    return undefined;
  }

  /** What was typed below a thread, or in a box for a new one. */
  async reply(first: unknown): Promise<string | undefined> {
    const box = typed.safeParse(first);
    if (!box.success) {
      const { note } = argumentsOf(first);
      const meant = this.#named(first);
      return meant && note !== undefined
        ? this.#write(meant.coded, { reply_to: lastKey(meant.shown) }, note)
        : undefined;
    }
    const { thread, text } = box.data;
    const meant = this.#named(thread);
    if (meant) return this.#write(meant.coded, { reply_to: lastKey(meant.shown) }, text);
    const coded = this.#acting.codings.of(thread.uri);
    const on = coded && (this.#board.begunAs(thread) ?? (await onBox(coded, thread)));
    if (on) return this.#write(coded, on, text, thread);
    await keepWords(text);
    return undefined;
  }

  edit(first: unknown): void {
    if (first instanceof ShownRemark) this.#board.edit(first, vscode.CommentMode.Editing);
  }

  async save(first: unknown): Promise<boolean> {
    const meant = edited(first, this.#acting);
    if (!meant || meant.text.trim() === '') return false;
    const { coded, id, text } = meant;
    const done = await this.#acting.say(coded, vscode.l10n.t('Edit Comment'), (file) =>
      editComment(file, id, text.trim()),
    );
    if (done && first instanceof ShownRemark) this.#board.edit(first, vscode.CommentMode.Preview);
    return done;
  }

  cancel(first: unknown): void {
    const box = typed.safeParse(first);
    if (first instanceof ShownRemark) this.#board.edit(first, vscode.CommentMode.Preview);
    else if (box.success) box.data.thread.dispose();
  }

  async delete(first: unknown): Promise<boolean> {
    const coded = first instanceof ShownRemark ? first.coded : codedOf(this.#acting.codings);
    const id = first instanceof ShownRemark ? first.id : argumentsOf(first).id;
    if (!coded || id === undefined) return false;
    const key = `${coded.ownCoding?.coder ?? ''}/${id}`;
    const thread = threadsIn(coded).find((each) => each.thread.remarks.some((remark) => remark.key === key));
    if (!thread) return false;
    if (isAnswered(thread.thread.remarks, key)) return tellAnswered();
    return this.#acting.say(coded, vscode.l10n.t('Delete Comment'), (file) => deleteComment(file, id));
  }

  async note(first: unknown, event: 'resolved' | 'reopened'): Promise<boolean> {
    const isOther = ({ thread }: ShownThread): boolean => isResolved(thread) !== (event === 'resolved');
    const meant = await this.#meant(first, isOther);
    if (!meant || !isOther(meant.shown)) return false;
    const { key: about, state } = meant.shown.thread;
    const at = afterAll(now(), state ? [state] : []);
    const label = event === 'resolved' ? vscode.l10n.t('Resolve Thread') : vscode.l10n.t('Reopen Thread');
    return this.#acting.say(meant.coded, label, (file) => noteEvent(file, { at, event, about }));
  }

  /** One's own comment that lost its words, or may have, is put on what is selected, else on the turn at the cursor. */
  async place(first: unknown): Promise<boolean> {
    const meant = await this.#meant(first, isMisplaced);
    if (!meant) return false;
    const { ranges, turns } = argumentsOf(first);
    const selected = ranges ?? [...(editorOf(meant.coded)?.selections ?? [])];
    const [at] = placesToTag(meant.coded, { ranges: selected, turns });
    return at ? this.#move(meant, at) : false;
  }

  /** The words that stand there are those it was about. */
  async confirm(first: unknown): Promise<boolean> {
    const meant = await this.#meant(first, isMisplaced);
    const range = meant?.shown.range;
    const at = range && atOfRange(meant.coded.parsed.turns, range, meant.coded.transcript.live.lines);
    return at ? this.#move(meant, at) : false;
  }

  async goTo(first: unknown): Promise<boolean> {
    const meant = this.#named(first);
    return meant ? this.#board.reveal(meant.coded, meant.shown.thread.key) : false;
  }

  /** Opens the list of all threads, and returns them. */
  async list(): Promise<ThreadSummary[] | undefined> {
    const coded = codedOf(this.#acting.codings);
    await vscode.commands.executeCommand('workbench.action.focusCommentsPanel');
    if (!coded) return undefined;
    await this.#acting.codings.loaded(coded);
    return threadsIn(coded).map((shown) => summaryOf(coded, shown));
  }

  async #move({ coded, shown }: ThreadMeant, at: Parameters<typeof placeMap>[1]): Promise<boolean> {
    const { subject } = shown.thread;
    if (subject.kind !== 'passage' || subject.coder !== coded.ownCoding?.coder) return false;
    const done = await this.#acting.move(
      coded,
      vscode.l10n.t('Place Comment'),
      placeMap(subject.comment.id, at),
    );
    return done ? done.written : false;
  }

  async #write(
    coded: CodedTranscript,
    on: CommentOn,
    text: string,
    box: vscode.CommentThread | null = null,
  ): Promise<string | undefined> {
    const said = text.trim();
    const coder = said === '' ? undefined : await this.#acting.coder(coded);
    if (coder === undefined) return undefined;
    // The places of a sealed file are those of the text it was sealed in.
    if ('at' in on && coded.ownCoding?.released && coded.own?.sameText === false) return tellSealedText();
    const id = this.#acting.newId();
    if (box) this.#board.adopt(box, coded, `${coder}/${id}`);
    const label = 'reply_to' in on ? vscode.l10n.t('Reply') : vscode.l10n.t('Comment');
    const done = await this.#acting.say(coded, label, (file) =>
      addComment(file, coded.parsed.turns, on, { id, text: said, created: now() }),
    );
    const isKept = coded.ownCoding?.comments.some((comment) => comment.id === id) === true;
    if (box && !isKept) await keepWords(said);
    return done ? id : undefined;
  }

  #named(first: unknown): ThreadMeant | undefined {
    return threadNamed(this.#acting.codings, this.#board, first);
  }

  #meant(first: unknown, fits: (shown: ShownThread) => boolean): Promise<ThreadMeant | undefined> {
    return threadMeant(this.#acting.codings, this.#board, first, fits);
  }
}

function isMisplaced({ thread, state }: ShownThread): boolean {
  return thread.subject.kind === 'passage' && state !== 'certain';
}

function placeMap(id: string, at: NonNullable<ReturnType<typeof atOfRange>>): Map<string, typeof at> {
  return new Map([[commentAnchor(id), at]]);
}

/** An answer is to the last that was said. */
function lastKey({ thread }: ShownThread): string {
  return (thread.remarks.at(-1) ?? thread.remarks[0]).key;
}

/** What a box is on that was opened in the margin: the words selected, or the annotation on just these; else the turn. */
async function onBox(
  coded: CodedTranscript,
  { range }: vscode.CommentThread,
): Promise<CommentOn | undefined> {
  return range && (await askSubject(coded, range, true))?.on;
}

function edited(
  first: unknown,
  { codings }: Acting,
): { coded: CodedTranscript; id: string; text: string } | undefined {
  if (first instanceof ShownRemark) {
    const { coded, id, body } = first;
    return { coded, id, text: typeof body === 'string' ? body : body.value };
  }
  const { id, note }: CommandArguments = argumentsOf(first);
  const coded = codedOf(codings);
  return coded && id !== undefined && note !== undefined ? { coded, id, text: note } : undefined;
}

/** The box is gone, and nothing could be written: what somebody thought about stays at hand. */
async function keepWords(said: string): Promise<void> {
  await vscode.env.clipboard.writeText(said);
  void showWarningMessage(vscode.l10n.t('Your comment was not written. Its words are on the clipboard.'));
}

function tellAnswered(): false {
  void showInformationMessage(vscode.l10n.t('Somebody answered this comment, so it stays. You can edit it.'));
  return false;
}

function tellSealedText(): undefined {
  void showInformationMessage(
    vscode.l10n.t(
      'The text changed after you released, and your sealed file still speaks of the text before. You can comment on annotations and reply; for a comment on other words take the release back first.',
    ),
  );
  return undefined;
}

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
