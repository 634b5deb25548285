import * as vscode from 'vscode';
import { LiveText } from '../engine/transcript/liveText';
import type { ParsedTranscript, StudySpeakers } from '../engine/transcript/parse';

/** The id of the language mode. */
export const language = 'session-transcript';

/** A transcript open in the editor, with its text as the engine keeps it. */
export class OpenTranscript {
  readonly document: vscode.TextDocument;
  #live: LiveText;
  #speakers: StudySpeakers = null;

  constructor(document: vscode.TextDocument) {
    this.document = document;
    this.#live = new LiveText(linesOf(document));
  }

  get uri(): vscode.Uri {
    return this.document.uri;
  }

  /** The text with its marks; another object after the speakers or the whole text were replaced. */
  get live(): LiveText {
    return this.#live;
  }

  /** Turns, header and faults of the text as it stands; parsed once per version. */
  get parsed(): ParsedTranscript {
    return this.#live.transcript();
  }

  /** The study file's speakers, which are the labels from now on. False where they were others: then all marks are gone. */
  useSpeakers(speakers: StudySpeakers): boolean {
    if (JSON.stringify(speakers) === JSON.stringify(this.#speakers)) return true;
    this.#speakers = speakers;
    this.startFrom(linesOf(this.document));
    return false;
  }

  /** Forgets all marks and begins with these lines. */
  startFrom(lines: readonly string[]): void {
    this.#live = new LiveText(lines, this.#speakers);
  }

  apply(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    for (const { range, text } of changes) this.#live.apply({ start: range.start, end: range.end, text });
    // A change the editor did not report exactly must not leave us with another text than the one on screen.
    if (this.#live.lineCount !== this.document.lineCount) this.startFrom(linesOf(this.document));
  }
}

function linesOf(document: vscode.TextDocument): string[] {
  return splitText(document.getText());
}

/** One side of a comparison (`git:` and the like) is only looked at. */
function isWorkedOn({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false;
}

export function splitText(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

export interface TranscriptChange {
  readonly transcript: OpenTranscript;
  readonly event: vscode.TextDocumentChangeEvent;
}

/** All open transcripts, and the one source of "the active transcript": views never ask the window themselves. */
export class Transcripts implements vscode.Disposable {
  readonly #open = new Map<string, OpenTranscript>();
  readonly #didOpen = new vscode.EventEmitter<OpenTranscript>();
  readonly #didChange = new vscode.EventEmitter<TranscriptChange>();
  readonly #didClose = new vscode.EventEmitter<OpenTranscript>();
  readonly #didChangeActive = new vscode.EventEmitter<OpenTranscript | undefined>();
  readonly #disposables: vscode.Disposable[];
  #active: OpenTranscript | undefined;

  readonly onDidOpen = this.#didOpen.event;
  /** Fires inside the editor's change event, after the text was taken over: do little. */
  readonly onDidChange = this.#didChange.event;
  readonly onDidClose = this.#didClose.event;
  /** The transcript last looked at; it stays while a view or another file has the focus, until it is closed. */
  readonly onDidChangeActive = this.#didChangeActive.event;

  constructor() {
    const { workspace, window } = vscode;
    this.#disposables = [
      workspace.onDidOpenTextDocument((document) => this.#add(document)),
      workspace.onDidCloseTextDocument((document) => this.#remove(document)),
      workspace.onDidChangeTextDocument((event) => this.#change(event)),
      window.onDidChangeActiveTextEditor((editor) => this.#activate(editor)),
      this.#didOpen,
      this.#didChange,
      this.#didClose,
      this.#didChangeActive,
    ];
    for (const document of workspace.textDocuments) this.#add(document);
    this.#activate(window.activeTextEditor);
  }

  get all(): readonly OpenTranscript[] {
    return [...this.#open.values()];
  }

  get active(): OpenTranscript | undefined {
    return this.#active;
  }

  of(uri: vscode.Uri): OpenTranscript | undefined {
    return this.#open.get(uri.toString());
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
    this.#open.clear();
  }

  #add(document: vscode.TextDocument): void {
    if (document.languageId !== language || !isWorkedOn(document) || this.of(document.uri)) return;
    const transcript = new OpenTranscript(document);
    this.#open.set(document.uri.toString(), transcript);
    this.#didOpen.fire(transcript);
    if (vscode.window.activeTextEditor?.document === document) this.#activate(vscode.window.activeTextEditor);
  }

  #remove(document: vscode.TextDocument): void {
    const transcript = this.of(document.uri);
    if (!transcript) return;
    this.#open.delete(document.uri.toString());
    this.#didClose.fire(transcript);
    if (this.#active !== transcript) return;
    this.#active = undefined;
    this.#didChangeActive.fire(undefined);
  }

  #change(event: vscode.TextDocumentChangeEvent): void {
    const transcript = this.of(event.document.uri);
    if (!transcript) return;
    transcript.apply(event.contentChanges);
    this.#didChange.fire({ transcript, event });
  }

  #activate(editor: vscode.TextEditor | undefined): void {
    const transcript = editor && this.of(editor.document.uri);
    if (!transcript || transcript === this.#active) return;
    this.#active = transcript;
    this.#didChangeActive.fire(transcript);
  }
}
