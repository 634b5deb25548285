import * as vscode from 'vscode';
import { CodedTranscript } from './codedTranscript';
import type { Identities } from './identity';
import { readSurroundings } from './loading';
import type { Person } from './person';
import type { WriteFault } from './personFile';
import type { PersonFiles } from './personFiles';
import { savePlaces } from './places';
import type { OpenTranscript, Transcripts } from './transcripts';
import { concernsCodings, type FileWatch } from './watching';

/** How long a document may stay clean and changed before the change counts as one from outside. */
const settleMilliseconds = 250;

/** Changes of a clean document that nobody has explained yet. */
interface Suspicion {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly changes: number;
  /** Resolves when it is known what it was. */
  readonly over: Promise<void>;
  readonly end: () => void;
}

/** Places could not be written after a save. */
export interface SaveFailure {
  readonly coded: CodedTranscript;
  readonly own: Person;
  readonly fault: WriteFault;
}

/** The codings of all open transcripts: read when one is opened, and again when a file or the person changes. */
export class Codings implements vscode.Disposable {
  readonly #transcripts: Transcripts;
  readonly #identities: Identities;
  readonly #files: PersonFiles;
  readonly #coded = new Map<OpenTranscript, CodedTranscript>();
  readonly #loading = new Map<CodedTranscript, Promise<void>>();
  /** Work that has to be done before the files around a transcript are read, by its address. */
  readonly #held = new Map<string, Promise<void>>();
  /** Transcripts whose text changed while they were clean: perhaps on disk. */
  readonly #suspected = new Map<OpenTranscript, Suspicion>();
  readonly #didChange = new vscode.EventEmitter<CodedTranscript>();
  readonly #didFail = new vscode.EventEmitter<SaveFailure>();
  readonly #disposables: vscode.Disposable[];

  /** Somebody's coding, the codebook or the study changed; not fired for mere changes of the text. */
  readonly onDidChange = this.#didChange.event;
  readonly onDidFail = this.#didFail.event;

  constructor(transcripts: Transcripts, identities: Identities, files: PersonFiles, watch: FileWatch) {
    this.#transcripts = transcripts;
    this.#identities = identities;
    this.#files = files;
    this.#disposables = [
      this.#didChange,
      this.#didFail,
      watch.onDidChange((news) => {
        if (concernsCodings(news)) this.#reloadAll();
      }),
      identities.onDidChange(() => this.#changeIdentity()),
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

  /** Resolves when what is on disk has been read, and nothing is open about what was typed. */
  async loaded(coded: CodedTranscript): Promise<void> {
    await this.#suspected.get(coded.transcript)?.over;
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
    const loading = before
      .catch(() => undefined)
      .then(() => this.#held.get(coded.document.uri.toString()))
      .then(() => this.#load(coded));
    this.#loading.set(coded, loading);
    await loading;
  }

  /** While files are moved to a transcript nothing around it is read, so no act on it begins; then it is read anew. */
  async during(transcript: vscode.Uri, work: () => Promise<void>): Promise<void> {
    const key = transcript.toString();
    const coded = this.of(transcript);
    if (coded) await this.loaded(coded);
    const working = work();
    this.#held.set(
      key,
      working.catch(() => undefined),
    );
    if (coded) void this.reload(coded);
    try {
      await working;
    } finally {
      this.#held.delete(key);
    }
    const now = this.of(transcript);
    if (now) await this.reload(now);
  }

  dispose(): void {
    for (const { timer } of this.#suspected.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #open(transcript: OpenTranscript): void {
    const coded = new CodedTranscript(transcript, this.#files);
    this.#coded.set(transcript, coded);
    void this.reload(coded);
  }

  #close(transcript: OpenTranscript): void {
    const coded = this.#coded.get(transcript);
    this.#acquit(transcript);
    this.#coded.delete(transcript);
    if (coded) this.#loading.delete(coded);
  }

  async #load(coded: CodedTranscript): Promise<void> {
    const { document, onDisk } = coded;
    const acted = actedIn(coded);
    const { states } = onDisk;
    await Promise.all(acted.map(({ file }) => file.save()));
    const writes = acted.map(({ file }) => file.writes);
    const surroundings = await readSurroundings(document.uri, this.#files);
    if (this.#coded.get(coded.transcript) !== coded) return;
    // Written meanwhile: what was read is the state before, and must not be taken for news.
    const now = actedIn(coded);
    const written =
      now.length !== acted.length ||
      now.some(({ file }, index) => file !== acted[index]?.file || file.writes !== writes[index]);
    if (written || onDisk.states !== states) return this.#load(coded);
    if (!this.#suspected.has(coded.transcript) && onDisk.isSavedAs(surroundings.onDisk)) coded.saved();
    coded.takeOver(surroundings, this.#identities.current);
    this.#didChange.fire(coded);
  }

  #reloadAll(): void {
    for (const coded of this.all) void this.reload(coded);
  }

  /** Nobody sees for a moment what the person before might see. */
  #changeIdentity(): void {
    for (const coded of this.all) coded.forgetPeople(this.#identities.current);
    this.#reloadAll();
  }

  /**
   * A clean document whose text changed without a save was changed on disk, or reverted: its places are looked at anew.
   * The first keystroke looks alike, for VS Code says only after it that the document is dirty now; that acquits one change.
   */
  #changed(
    transcript: OpenTranscript,
    { contentChanges, reason, document }: vscode.TextDocumentChangeEvent,
  ): void {
    const suspicion = this.#suspected.get(transcript);
    if (contentChanges.length === 0) {
      if (document.isDirty && suspicion) this.#suspect(transcript, suspicion.changes - 1);
      return;
    }
    if (!document.isDirty && reason === undefined) this.#suspect(transcript, (suspicion?.changes ?? 0) + 1);
  }

  #suspect(transcript: OpenTranscript, changes: number): void {
    const before = this.#suspected.get(transcript);
    if (changes === 0) return this.#acquit(transcript);
    clearTimeout(before?.timer);
    const timer = setTimeout(() => void this.#look(transcript), settleMilliseconds);
    let end = before?.end ?? ((): void => undefined);
    const over = before?.over ?? new Promise<void>((done) => (end = done));
    this.#suspected.set(transcript, { timer, changes, over, end });
  }

  async #look(transcript: OpenTranscript): Promise<void> {
    this.#acquit(transcript);
    const coded = this.#coded.get(transcript);
    if (!coded) return;
    if (transcript.document.isDirty || coded.onDisk.differsFromScreen()) {
      coded.onDisk.changedOutside();
      return this.reload(coded);
    }
    coded.placeAgain();
    this.changed(coded);
  }

  #acquit(transcript: OpenTranscript): void {
    const suspicion = this.#suspected.get(transcript);
    clearTimeout(suspicion?.timer);
    this.#suspected.delete(transcript);
    suspicion?.end();
  }

  async #saved(document: vscode.TextDocument): Promise<void> {
    const coded = this.of(document.uri);
    if (!coded) return;
    // Changed outside and typed into before anybody looked: nobody can say which words moved how.
    if (this.#suspected.has(coded.transcript)) {
      this.#acquit(coded.transcript);
      coded.onDisk.changedOutside();
      return this.reload(coded);
    }
    coded.saved();
    const { own } = coded;
    const fault = await savePlaces(coded);
    if (fault && own) this.#didFail.fire({ coded, own, fault });
    // The text may be again the one somebody's coding was made in, or not any more.
    if (own && !own.sameText) await this.reload(coded);
    else this.changed(coded);
  }
}

/** Those in whose files is acted here. */
function actedIn({ people, consensus }: CodedTranscript): readonly Person[] {
  return people.filter((person) => person.own || person === consensus);
}
