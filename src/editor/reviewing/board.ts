import * as vscode from 'vscode';
import type { CommentOn } from '../../engine/annotations/comments';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import type { Identities } from '../../store/identity';
import { threadsIn } from '../../store/threads';
import type { Transcripts } from '../../store/transcripts';
import type { CommentSubject } from './subjects';
import { ThreadView, top, type ShownRemark } from './threadView';

/** In the conditions of the menus. */
const controllerId = 'allianceComments';

/** The ranges of threads need not follow a text faster than somebody types: VS Code moves what it shows by itself. */
const pauseMilliseconds = 300;

/** How far from its words a box may open. */
const nearby = 12;

/** A box that was opened by a command, and what it is to be about. VS Code tells of it only when it is sent off. */
interface Begun {
  readonly transcript: string;
  readonly range: vscode.Range;
  readonly on: CommentOn;
}

/**
 * The threads of all open transcripts in VS Code's own comments: in the text, and in the Comments view. What may not be seen is not
 * here, since all of it comes through the gate.
 */
export class CommentBoard implements vscode.Disposable {
  readonly #codings: Codings;
  readonly #controller: vscode.CommentController;
  readonly #views = new Map<CodedTranscript, Map<string, ThreadView>>();
  #begun: Begun | null = null;
  readonly #timers = new Map<CodedTranscript, ReturnType<typeof setTimeout>>();
  readonly #disposables: vscode.Disposable[];

  constructor(transcripts: Transcripts, codings: Codings, identities: Identities) {
    this.#codings = codings;
    this.#controller = vscode.comments.createCommentController(controllerId, vscode.l10n.t('Alliance'));
    this.#controller.options = {
      prompt: vscode.l10n.t('Reply'),
      placeHolder: vscode.l10n.t('What do you want to say about it?'),
    };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: ({ uri }) => turnsOf(codings.of(uri)),
    };
    this.#disposables = [
      this.#controller,
      codings.onDidChange((coded) => this.#show(coded)),
      transcripts.onDidChange(({ transcript }) => this.#showSoon(codings.of(transcript.uri))),
      transcripts.onDidClose(() => this.#dropClosed()),
      // Not even for a moment does anybody see what the one before might see.
      identities.onDidChange(() => this.#dropAll()),
    ];
    for (const coded of codings.all) this.#show(coded);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  /**
   * Opens a box for the first comment of a thread, with the focus in it. Only VS Code's own command gives it the focus, and on a
   * line that has a thread that command folds or unfolds it: there the box opens on the next line without one.
   */
  async open(coded: CodedTranscript, { on, range }: CommentSubject): Promise<void> {
    const editor = await vscode.window.showTextDocument(coded.document);
    const place = this.#freePlace(coded, range);
    this.#begun = { transcript: coded.document.uri.toString(), range: new vscode.Range(place, place), on };
    // Whoever types before the box has the focus types into the text: nothing may be selected there, or it is replaced.
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    const isThere = boxOpens();
    await vscode.commands.executeCommand('workbench.action.addComment');
    if (await isThere) editor.selection = new vscode.Selection(range.start, range.end);
  }

  /** What a box is to be about, where that was said before it opened. */
  begunAs({ uri, range }: vscode.CommentThread): CommentOn | undefined {
    const begun = this.#begun;
    const isIt = begun?.transcript === uri.toString() && range !== undefined && begun.range.isEqual(range);
    return isIt ? begun.on : undefined;
  }

  #freePlace(coded: CodedTranscript, range: vscode.Range): vscode.Position {
    const taken = new Set([...this.#viewsOf(coded).values()].map(({ thread }) => thread.range?.end.line));
    const [turns] = turnsOf(coded);
    if (!turns || !taken.has(range.end.line)) return range.end;
    const near = Array.from({ length: nearby }, (_, index) => index + 1);
    const lines = [...near, ...near.map((step) => -step)].map((step) => range.end.line + step);
    const free = lines.find((line) => line >= turns.start.line && line <= turns.end.line && !taken.has(line));
    return free === undefined ? range.end : new vscode.Position(free, 0);
  }

  /** A box becomes the thread of this key, which is about to be written. */
  adopt(thread: vscode.CommentThread, coded: CodedTranscript, key: string): void {
    this.#begun = null;
    this.#viewsOf(coded).set(key, new ThreadView(thread));
  }

  /** The key of a thread on screen, and where it is. */
  find(thread: vscode.CommentThread): { readonly coded: CodedTranscript; readonly key: string } | undefined {
    for (const [coded, views] of this.#views) {
      for (const [key, view] of views) if (view.thread === thread) return { coded, key };
    }
    return undefined;
  }

  /** Goes to a thread of the files, and unfolds it. */
  async reveal(coded: CodedTranscript, key: string): Promise<boolean> {
    const thread = this.#viewsOf(coded).get(key)?.thread;
    if (!thread?.range) return false;
    const editor = await vscode.window.showTextDocument(coded.document);
    editor.selection = new vscode.Selection(thread.range.start, thread.range.start);
    editor.revealRange(thread.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    return true;
  }

  /** A comment is edited from now on, or not any more. */
  edit(remark: ShownRemark, mode: vscode.CommentMode): void {
    const view = [...this.#viewsOf(remark.coded).values()].find(({ thread }) =>
      thread.comments.includes(remark),
    );
    if (!view) return;
    remark.mode = mode;
    view.redraw();
    if (mode === vscode.CommentMode.Editing) return;
    view.forget();
    this.#show(remark.coded);
  }

  #show(coded: CodedTranscript): void {
    const views = this.#viewsOf(coded);
    const shown = new Map(threadsIn(coded).map((thread) => [thread.thread.key, thread]));
    for (const [key, view] of views) {
      if (shown.has(key)) continue;
      view.thread.dispose();
      views.delete(key);
    }
    for (const [key, thread] of shown) {
      const view = views.get(key) ?? this.#create(coded, thread.range);
      views.set(key, view);
      view.show(coded, thread);
    }
  }

  #create({ document }: CodedTranscript, range: vscode.Range | null): ThreadView {
    const thread = this.#controller.createCommentThread(document.uri, range ?? top, []);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    return new ThreadView(thread);
  }

  #showSoon(coded: CodedTranscript | undefined): void {
    if (!coded || this.#viewsOf(coded).size === 0) return;
    clearTimeout(this.#timers.get(coded));
    this.#timers.set(
      coded,
      setTimeout(() => this.#show(coded), pauseMilliseconds),
    );
  }

  #dropClosed(): void {
    const open = new Set(this.#codings.all);
    for (const coded of this.#views.keys()) if (!open.has(coded)) this.#drop(coded);
  }

  #dropAll(): void {
    for (const coded of this.#views.keys()) this.#drop(coded);
  }

  #drop(coded: CodedTranscript): void {
    clearTimeout(this.#timers.get(coded));
    this.#timers.delete(coded);
    for (const { thread } of this.#viewsOf(coded).values()) thread.dispose();
    this.#views.delete(coded);
  }

  #viewsOf(coded: CodedTranscript): Map<string, ThreadView> {
    const views = this.#views.get(coded) ?? new Map<string, ThreadView>();
    this.#views.set(coded, views);
    return views;
  }
}

/** One range from the first turn to the last: thousands of them would be drawn one by one. */
function turnsOf(coded: CodedTranscript | undefined): vscode.Range[] {
  const [first, last] = [coded?.parsed.turns[0], coded?.parsed.turns.at(-1)];
  if (!coded || !first || !last) return [];
  const end = coded.parsed.lines[last.lastLine]?.text.length ?? 0;
  return [new vscode.Range(first.line, 0, last.lastLine, end)];
}

/** Whether a box opens within two seconds: VS Code's command is done before it is there. Its words are a document of their own. */
function boxOpens(): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (isThere: boolean): void => {
      listening.dispose();
      clearTimeout(timer);
      resolve(isThere);
    };
    const timer = setTimeout(() => settle(false), 2000);
    const listening = vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      if (uri.scheme === 'comment') settle(true);
    });
  });
}
