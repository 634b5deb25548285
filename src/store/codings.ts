import * as vscode from 'vscode';
import { CodedTranscript } from './codedTranscript';
import type { Identities } from './identity';
import { readSurroundings } from './loading';
import { savePlaces } from './places';
import { readSafely } from './readText';
import type { OpenTranscript, Transcripts } from './transcripts';
import { FileWatch } from './watching';
import type { FileWriter } from './writer';

/** How long a document may stay clean and changed before the change counts as one from outside. */
const settleMilliseconds = 250;

/** The codings of all open transcripts: read when one is opened, and again when a file or the person changes. */
export class Codings implements vscode.Disposable {
  readonly #transcripts: Transcripts;
  readonly #identities: Identities;
  readonly #write: FileWriter;
  readonly #coded = new Map<OpenTranscript, CodedTranscript>();
  readonly #loading = new Map<CodedTranscript, Promise<void>>();
  readonly #settling = new Map<OpenTranscript, ReturnType<typeof setTimeout>>();
  readonly #didChange = new vscode.EventEmitter<CodedTranscript>();
  readonly #didFail = new vscode.EventEmitter<CodedTranscript>();
  readonly #disposables: vscode.Disposable[];

  /** Somebody's coding, the codebook or the study changed; not fired for mere changes of the text. */
  readonly onDidChange = this.#didChange.event;
  /** Places could not be written after a save. */
  readonly onDidFail = this.#didFail.event;

  constructor(transcripts: Transcripts, identities: Identities, write: FileWriter) {
    this.#transcripts = transcripts;
    this.#identities = identities;
    this.#write = write;
    const watch = new FileWatch();
    this.#disposables = [
      watch,
      this.#didChange,
      this.#didFail,
      watch.onDidChange(() => this.#reloadAll()),
      identities.onDidChange(() => this.#reloadAll()),
      transcripts.onDidOpen((transcript) => this.#open(transcript)),
      transcripts.onDidClose((transcript) => this.#close(transcript)),
      transcripts.onDidChange(({ transcript, event }) => this.#changed(transcript, event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.#saved(document)),
    ];
    for (const transcript of transcripts.all) this.#open(transcript);
  }

  get all(): readonly CodedTranscript[] {
    return [...this.#coded.values()];
  }

  /** The transcript last looked at. */
  get active(): CodedTranscript | undefined {
    return this.#transcripts.active && this.#coded.get(this.#transcripts.active);
  }

  of(uri: vscode.Uri): CodedTranscript | undefined {
    const transcript = this.#transcripts.of(uri);
    return transcript && this.#coded.get(transcript);
  }

  /** Resolves when what is on disk has been read. */
  async loaded(coded: CodedTranscript): Promise<void> {
    await this.#loading.get(coded);
  }

  /** Tells everybody who shows this transcript. */
  changed(coded: CodedTranscript): void {
    coded.touch();
    this.#didChange.fire(coded);
  }

  /** Reads everything around a transcript anew. */
  async reload(coded: CodedTranscript): Promise<void> {
    const before = this.#loading.get(coded) ?? Promise.resolve();
    const loading = before.then(() => this.#load(coded));
    this.#loading.set(coded, loading);
    await loading;
  }

  dispose(): void {
    for (const timer of this.#settling.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #open(transcript: OpenTranscript): void {
    const coded = new CodedTranscript(transcript, this.#write);
    this.#coded.set(transcript, coded);
    void this.reload(coded);
  }

  #close(transcript: OpenTranscript): void {
    const coded = this.#coded.get(transcript);
    clearTimeout(this.#settling.get(transcript));
    this.#coded.delete(transcript);
    if (coded) this.#loading.delete(coded);
  }

  async #load(coded: CodedTranscript): Promise<void> {
    const { document } = coded;
    // Acts that are not on disk yet would be lost by reading over them.
    await coded.own?.file.save();
    const { own } = coded;
    const writes = own?.file.writes;
    const [surroundings, reading] = await Promise.all([
      readSurroundings(document.uri),
      document.isDirty && !document.isUntitled ? readSafely(document.uri) : null,
    ]);
    if (document.isClosed || coded.own?.file.isPending) return;
    // Written meanwhile: what was read is the state before, and must not be taken for news.
    const written = coded.own !== own || own?.file.writes !== writes;
    // Typed into meanwhile: the text on screen is not the one on disk any more, and that one was not read.
    const unread = document.isDirty && !document.isUntitled && reading === null;
    if (written || unread) return this.#load(coded);
    coded.takeOver(surroundings, this.#identities.current, reading?.kind === 'text' ? reading.text : null);
    this.#didChange.fire(coded);
  }

  #reloadAll(): void {
    for (const coded of this.all) void this.reload(coded);
  }

  /** A clean document whose text changed without a save was changed on disk: its places have to be looked at anew. */
  #changed(transcript: OpenTranscript, event: vscode.TextDocumentChangeEvent): void {
    const coded = this.#coded.get(transcript);
    if (!coded || event.contentChanges.length === 0 || event.reason !== undefined) return;
    clearTimeout(this.#settling.get(transcript));
    if (event.document.isDirty) return;
    const look = (): void => {
      this.#settling.delete(transcript);
      if (!event.document.isDirty && !event.document.isClosed && coded.differsFromDisk())
        void this.reload(coded);
    };
    this.#settling.set(transcript, setTimeout(look, settleMilliseconds));
  }

  async #saved(document: vscode.TextDocument): Promise<void> {
    const coded = this.of(document.uri);
    if (!coded) return;
    clearTimeout(this.#settling.get(coded.transcript));
    coded.saved();
    const failed = await savePlaces(coded);
    if (failed) this.#didFail.fire(coded);
    this.changed(coded);
  }
}
