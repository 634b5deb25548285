import * as vscode from 'vscode';
import type { SessionFacts } from '../../engine/study/types';
import { positionOf, sessionAxis, type SessionAxis } from '../../engine/trajectory/axis';
import { turnAtLine } from '../../engine/transcript/offsets';
import { editorOf } from '../../editor/coding/targets';
import { reveal } from '../../editor/coding/moving';
import { fromPanel, type FromPanel, type ToPanel } from '../../panel/messages';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import type { Person } from '../../store/person';
import type { Transcripts } from '../../store/transcripts';
import { panelPage } from './page';
import type { Choices } from './choices';
import { panelState } from './state';

export const trajectoryView = 'alliance.trajectory';

/** After the last keystroke in the text; a coding act shows at once. */
const typingPause = 300;

/** The side panel's host: sends what there is to draw, and does what a click in it asks for. */
export class TrajectoryView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #codings: Codings;
  readonly #log: vscode.LogOutputChannel;
  readonly #choices: Choices;
  readonly #disposables: vscode.Disposable[];
  #view: vscode.WebviewView | undefined;
  #ready = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #cursor = '';
  #revision = 0;

  constructor(
    extension: vscode.Uri,
    transcripts: Transcripts,
    codings: Codings,
    choices: Choices,
    log: vscode.LogOutputChannel,
  ) {
    this.#extension = extension;
    this.#codings = codings;
    this.#choices = choices;
    this.#log = log;
    this.#disposables = [
      vscode.window.registerWebviewViewProvider(trajectoryView, this),
      choices.onDidChange(() => this.#show()),
      transcripts.onDidChangeActive(() => this.#show()),
      codings.onDidChange((coded) => {
        if (coded === codings.active) this.#show();
      }),
      transcripts.onDidChange(({ transcript }) => {
        if (transcript === transcripts.active) this.#showSoon();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document === codings.active?.document) this.#showCursor();
      }),
    ];
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    this.#ready = false;
    view.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(this.#extension, 'dist')],
    };
    view.webview.onDidReceiveMessage((message: unknown) => this.#receive(message));
    view.onDidChangeVisibility(() => {
      if (view.visible) this.#show();
    });
    view.onDidDispose(() => {
      if (this.#view === view) this.#view = undefined;
    });
    view.webview.html = panelPage(view.webview, this.#extension);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #showSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(), typingPause);
  }

  #show(): void {
    clearTimeout(this.#timer);
    if (!this.#view?.visible || !this.#ready) return;
    const coded = this.#codings.active;
    this.#choices.turnTo(coded);
    this.#revision = coded?.transcript.live.revision ?? 0;
    this.#post({ type: 'show', state: panelState(coded, this.#choices) });
    this.#cursor = '';
    this.#showCursor();
  }

  #showCursor(): void {
    if (!this.#view?.visible || !this.#ready) return;
    const coded = this.#codings.active;
    // While somebody types, the place waits for the pause: it would cost a look at the whole text for each key.
    if (coded && coded.transcript.live.revision !== this.#revision) return;
    const at = cursorPlace(coded, this.#choices);
    const key = JSON.stringify(at);
    if (key === this.#cursor) return;
    this.#cursor = key;
    this.#post({ type: 'cursor', at });
  }

  #post(message: ToPanel): void {
    void this.#view?.webview.postMessage(message);
  }

  #receive(message: unknown): void {
    const read = fromPanel.safeParse(message);
    if (!read.success) return this.#log.warn('The panel sent a message that is none.');
    void this.#do(read.data);
  }

  async #do(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        return this.#show();
      case 'reveal':
        return this.#reveal((coded) => passageRange(coded, this.#choices.person(coded), message.annotation));
      case 'revealTurn':
        return this.#reveal((coded) => turnRange(coded, message.turn));
      case 'choose':
        return this.#choose(message.choice);
      case 'act':
        await vscode.commands.executeCommand(
          message.action === 'openSample' ? 'alliance.openSample' : 'workbench.action.files.openFile',
        );
        return;
      case 'failed':
        return this.#log.error(`The panel failed: ${message.reason}`);
    }
  }

  #choose(choice: Extract<FromPanel, { type: 'choose' }>['choice']): void {
    const coded = this.#codings.active;
    if (choice.of === 'axis') this.#choices.chooseAxis(choice.axis);
    else if (coded && !this.#choices.chooseCoder(coded, choice.coder)) this.#show();
  }

  async #reveal(rangeIn: (coded: CodedTranscript) => vscode.Range | null): Promise<void> {
    const coded = this.#codings.active;
    if (coded) await reveal(coded, rangeIn(coded));
  }
}

function passageRange(coded: CodedTranscript, person: Person | undefined, id: string): vscode.Range | null {
  const coder = person?.file.file.coding.coder;
  return coded.passages().find((each) => each.coder === coder && each.annotation.id === id)?.range ?? null;
}

function turnRange(coded: CodedTranscript, number: number): vscode.Range | null {
  const turn = coded.parsed.turns[number - 1];
  const piece = turn?.pieces[0];
  if (!turn) return null;
  return piece
    ? new vscode.Range(piece.line, piece.start, piece.line, piece.end)
    : new vscode.Range(turn.line, 0, turn.line, 0);
}

function cursorPlace(
  coded: CodedTranscript | undefined,
  choices: Choices,
): { turn: number; x: number } | null {
  const editor = coded && editorOf(coded);
  const turn = editor && turnAtLine(coded.parsed.turns, editor.selection.active.line);
  return turn ? { turn: turn.number, x: positionOf(axisOf(coded, choices.facts(coded)), turn.number) } : null;
}

/** The axis of a text, computed once per revision and choice: the cursor moves more often than the words. */
const axes = new WeakMap<object, { readonly chosen: SessionFacts['axis']; readonly axis: SessionAxis }>();

function axisOf({ parsed }: CodedTranscript, facts: SessionFacts): SessionAxis {
  const known = axes.get(parsed);
  if (known?.chosen === facts.axis) return known.axis;
  const axis = sessionAxis(parsed, facts);
  axes.set(parsed, { chosen: facts.axis, axis });
  return axis;
}
