import * as vscode from 'vscode';
import { homesFor, type Home, type PossibleHome } from '../engine/annotations/homes';
import type { Coding } from '../engine/annotations/types';
import type { CodedTranscript } from './codedTranscript';
import type { Codings } from './codings';
import type { Identities } from './identity';
import { baseName } from './nearest';
import type { PersonFiles } from './personFiles';
import { StudyReader, type ReadingWatcher, type StudyReading, type TranscriptOnDisk } from './studyReader';
import { findStudy } from './studyRoot';
import type { StudyMemory } from './studyMemory';
import type { StudyOutline, StudyShape } from './studyShape';
import { sessionOf, shapeOf, withSession, type Shaping } from './studyShaping';
import type { TextTranscripts } from './textTranscripts';
import type { Transcripts } from './transcripts';
import type { FileWatch } from './watching';

/** What a study is known by. */
export interface StudySources {
  readonly transcripts: Transcripts;
  readonly codings: Codings;
  readonly identities: Identities;
  readonly files: PersonFiles;
  readonly watch: FileWatch;
  readonly texts: TextTranscripts;
  readonly memory: StudyMemory;
}

/** A transcript that may be the home of an annotation file. */
export type HomeOnDisk = Home<PossibleHome & Pick<TranscriptOnDisk, 'uri' | 'path'>>;

export interface ReadOptions {
  readonly token?: vscode.CancellationToken;
  /** Files read, of how many. */
  readonly progress?: (done: number, of: number) => void;
}

/**
 * The study that is worked on: all its transcripts with what everybody coded, as far as the gate lets whoever codes in
 * this window see it. Nothing is read before somebody asks; from then on it follows the files, the acts and the person.
 * What is open in an editor is taken from there, and an act changes its own session only.
 */
export class StudyIndex implements vscode.Disposable {
  readonly #sources: StudySources;
  readonly #reader: StudyReader;
  readonly #didChange = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];
  #reading: StudyReading | undefined;
  #shape: StudyShape | undefined;
  /** Every file of the reading was read; else what was remembered stands for some. */
  #isWhole = false;
  /** What is shown is not what is open any more, though no file changed. */
  #isOutdated = false;
  #running: Promise<unknown> = Promise.resolve();
  /** The reading that has not begun: whoever asks now gets its result. */
  #next: Reading | undefined;

  readonly onDidChange = this.#didChange.event;

  constructor(sources: StudySources) {
    const { transcripts, codings, identities, files, watch, texts } = sources;
    this.#sources = sources;
    this.#reader = new StudyReader(files, sources.memory, (uri) => texts.has(uri));
    this.#disposables = [
      this.#didChange,
      codings.onDidChange((coded) => this.#update(coded)),
      // After the codings, which were built before and forget the person first.
      identities.onDidChange(() => this.#show()),
      transcripts.onDidClose(() => {
        this.#isOutdated = true;
        this.#again();
      }),
      transcripts.onDidChangeActive(() => void this.#follow()),
      watch.onDidChange((news) => {
        if (news !== 'anything') this.#reader.doubt(news);
        this.#again();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#again()),
    ];
  }

  /** The study as it was last read; undefined before that, and where no folder is open. */
  get current(): StudyShape | undefined {
    return this.#isWhole ? this.#shape : undefined;
  }

  /** Its rows, as far as they are known. */
  get outline(): StudyOutline | undefined {
    return this.#shape;
  }

  /** How many files were read so far: an act or another person coding reads none. */
  get filesRead(): number {
    return this.#reader.made;
  }

  /** Brings it up to date with the disk: only files that changed are read. Undefined where cancelled or no folder is open. */
  async read(options: ReadOptions = {}): Promise<StudyShape | undefined> {
    return (await this.#ask(options, true)) ? this.current : undefined;
  }

  /** The same for its rows only: files that did not change since another window read them are not read. */
  async look(options: ReadOptions = {}): Promise<StudyOutline | undefined> {
    return (await this.#ask(options, false)) ? this.outline : undefined;
  }

  /** Whether it was waited for to the end. */
  async #ask(options: ReadOptions, whole: boolean): Promise<boolean> {
    const isCancelled = (): boolean => options.token?.isCancellationRequested === true;
    if (isCancelled()) return false;
    const reading = (this.#next ??= this.#plan());
    reading.join(options, whole);
    await reading.done;
    return !isCancelled();
  }

  /** The transcripts in which a coding may have been made, as far as was read, the most likely first. */
  homesFor(coding: Pick<Coding, 'text' | 'transcript'>): readonly HomeOnDisk[] {
    const read = this.#isWhole ? this.#reading : undefined;
    const transcripts = (read?.transcripts ?? []).map(({ uri, path, text }) => ({
      uri,
      path,
      name: baseName(uri),
      hash: text.hash,
      prints: text.prints,
    }));
    return homesFor(coding, transcripts);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  /** One reading at a time; those who ask while one is under way share the one after it. */
  #plan(): Reading {
    const reading = new Reading();
    reading.done = this.#running.then(async () => {
      this.#next = undefined;
      await this.#perform(reading);
    });
    this.#running = reading.done.catch(() => undefined);
    return reading;
  }

  async #perform(reading: Reading): Promise<void> {
    const before = { made: this.#reader.made, reading: this.#reading, isWhole: this.#isWhole };
    // Who has seen all of it goes on seeing all of it.
    const isWhole = reading.isWhole || this.#isWhole;
    try {
      const root = await findStudy(this.#sources.transcripts.active?.uri, this.#reading);
      reading.check();
      this.#reading = root && (await this.#reader.read(root, this.#told(reading), !isWhole));
      this.#isWhole = isWhole;
    } catch (error) {
      if (error instanceof vscode.CancellationError) return;
      throw error;
    }
    const same =
      before.made === this.#reader.made &&
      before.isWhole === isWhole &&
      isAlike(before.reading, this.#reading);
    if (!same || this.#isOutdated) this.#show();
  }

  /** Those who wait for the reading after this one are told how far this one is, too. */
  #told(reading: Reading): ReadingWatcher {
    return {
      check: () => reading.check(),
      progress: (done, of) => {
        reading.progress(done, of);
        this.#next?.progress(done, of);
      },
    };
  }

  /** Everything anew from what was read, through the gate for whoever codes now. Reads nothing. */
  #show(): void {
    this.#isOutdated = false;
    this.#shape = this.#reading && shapeOf(this.#reading, this.#shaping());
    this.#didChange.fire();
  }

  #update(coded: CodedTranscript): void {
    const reading = this.#reading;
    if (!reading || !this.#shape) return;
    const address = coded.document.uri.toString();
    const one = reading.transcripts.find(({ uri }) => uri.toString() === address);
    if (!one) return;
    this.#shape = withSession(this.#shape, sessionOf(one, reading, this.#shaping()));
    this.#didChange.fire();
  }

  #shaping(): Shaping {
    const { codings, identities, files } = this.#sources;
    const open = (uri: vscode.Uri): CodedTranscript | undefined => {
      const coded = codings.of(uri);
      return coded?.isLoaded === true ? coded : undefined;
    };
    return { files, identity: identities.current, open };
  }

  /** Only what somebody asked for before is read again. */
  #again(): void {
    if (this.#reading) void this.look();
  }

  /** Another transcript is looked at: perhaps one of another study. */
  async #follow(): Promise<void> {
    const now = this.#reading;
    const active = this.#sources.transcripts.active?.uri;
    if (!now || !active) return;
    const found = await findStudy(active, now);
    if (found?.root.toString() !== now.root.toString()) this.#again();
  }
}

/** One reading, and those who wait for it: when all of them gave up, it stops. */
class Reading implements ReadingWatcher {
  done: Promise<void> = Promise.resolve();
  readonly #watchers: ReadOptions[] = [];
  #isWhole = false;

  /** Somebody wants more than the rows. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  join(options: ReadOptions, whole: boolean): void {
    this.#watchers.push(options);
    this.#isWhole ||= whole;
  }

  check(): void {
    if (this.#watchers.every(({ token }) => token?.isCancellationRequested))
      throw new vscode.CancellationError();
  }

  progress(done: number, of: number): void {
    for (const watcher of this.#watchers) watcher.progress?.(done, of);
  }
}

/** Whether two readings are of the same files: what was read of them may be another all the same. */
function isAlike(a: StudyReading | undefined, b: StudyReading | undefined): boolean {
  return JSON.stringify(namesIn(a)) === JSON.stringify(namesIn(b));
}

function namesIn(reading: StudyReading | undefined): readonly unknown[] {
  if (!reading) return [];
  const { root, file, transcripts, loose, missing } = reading;
  const files = transcripts.map(({ uri, codebook, beside }) => [
    uri.toString(),
    codebook.id,
    codebook.version,
    [...beside.files, ...beside.unreadable].map((found) => found.uri.toString()),
  ]);
  const lost = loose.map(({ uri }) => uri.toString());
  return [root.toString(), file?.toString(), files, lost, missing];
}
