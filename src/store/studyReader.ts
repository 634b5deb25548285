import * as vscode from 'vscode';
import { sha256Of, textHash } from '../engine/annotations/hashes';
import type { AnnotationFile } from '../engine/annotations/file';
import { printsOf } from '../engine/annotations/prints';
import { listedTranscripts } from '../engine/study/missingTranscripts';
import { defaultCodebook, readCodebook } from '../engine/codebook/read';
import type { Codebook } from '../engine/codebook/types';
import { readStudy } from '../engine/study/studyFile';
import { folderCases } from '../engine/study/studyOrder';
import type { Study } from '../engine/study/types';
import { parseTranscript, type ParsedTranscript, type StudySpeakers } from '../engine/transcript/parse';
import type { Header } from '../engine/transcript/types';
import { besideEach, type Beside } from './beside';
import { readFound, type Found } from './found';
import { speakersOf } from './loading';
import { listedElsewhere } from './listedElsewhere';
import { baseName, folderIn, nearestAbove } from './nearest';
import { inParallel } from './parallel';
import type { PersonFiles } from './personFiles';
import type { FileReading } from './readText';
import { Slices } from './slices';
import { StatCache } from './statCache';
import { pathIn, studyFolders, type StudyFolder } from './studyFolders';
import type { StudyMemory } from './studyMemory';
import type { StudyRoot } from './studyRoot';
import { annotationFileEnding, codebookName, studyName, transcriptEnding } from './watching';

/** Parses kept for those who look at one session after another. */
const parsesKept = 8;

/** A study as it is on disk, before the gate: nothing of it is shown but by way of `shapeOf`. */
export interface StudyReading extends StudyRoot {
  readonly study: Study | null;
  readonly transcripts: readonly TranscriptOnDisk[];
  /** Annotation files whose transcript is not beside them. */
  readonly loose: readonly Found<AnnotationFile>[];
  /** What the folders are called as cases, by their paths from the study's folder. */
  readonly cases: ReadonlyMap<string, string>;
  /** Paths the study file lists and nothing is at. */
  readonly missing: readonly string[];
}

export interface TranscriptOnDisk {
  readonly uri: vscode.Uri;
  /** From the study's folder, with `/`. */
  readonly path: string;
  readonly text: TextOnDisk;
  /** The text, parsed on demand; the same function as long as the text is the same. */
  readonly parsed: () => Promise<ParsedTranscript>;
  readonly codebook: Codebook;
  readonly beside: Beside;
}

/** What is kept of a transcript's text. */
export interface TextOnDisk {
  /** False where the file is too large, no UTF-8, or gone. */
  readonly isReadable: boolean;
  readonly header: Header;
  /** Number of turns. */
  readonly turns: number;
  readonly hash: string;
  /** Fingerprints of the turns. */
  readonly prints: string;
}

/** Follows a reading: asked before each file, told after each. */
export interface ReadingWatcher {
  /** Throws where nobody waits for the reading any more. */
  readonly check: () => void;
  readonly progress: (done: number, of: number) => void;
}

/** Reads studies from the disk, and again only the files that changed. */
export class StudyReader {
  readonly #files: PersonFiles;
  readonly #memory: StudyMemory;
  readonly #isTranscript: (text: vscode.Uri) => boolean;
  readonly #studies = new StatCache<Found<Study>>();
  readonly #codebooks = new StatCache<Codebook>();
  readonly #texts = new StatCache<TextOnDisk>();
  readonly #annotations = new StatCache<Found<AnnotationFile>>();
  readonly #parsers = new WeakMap<TextOnDisk, TranscriptOnDisk['parsed']>();
  #parses = new StatCache<ParsedTranscript>(parsesKept);
  #speakers: StudySpeakers = null;
  /** Stands for the speakers where nothing may be told of them. */
  #labels = '';

  /** @param isTranscript Whether a person opened this `.txt` as a transcript. */
  constructor(files: PersonFiles, memory: StudyMemory, isTranscript: (text: vscode.Uri) => boolean) {
    this.#files = files;
    this.#memory = memory;
    this.#isTranscript = isTranscript;
  }

  /** How many files were read and parsed so far. */
  get made(): number {
    const caches = [this.#studies, this.#codebooks, this.#texts, this.#annotations];
    return caches.reduce((sum, { made }) => sum + made, 0);
  }

  /** These may be others than their time and size say. */
  doubt(files: Iterable<string>): void {
    const all = [...files];
    for (const cache of [this.#studies, this.#codebooks, this.#texts, this.#annotations, this.#parses]) {
      cache.doubt(all);
    }
    this.#memory.doubt(all);
  }

  /** @param recalls Whether what another window knew of a file will do where the file is the same still. */
  async read({ root, file }: StudyRoot, watcher: ReadingWatcher, recalls = false): Promise<StudyReading> {
    await this.#memory.load();
    const study = file && (await this.#study(file));
    const top = vscode.Uri.joinPath(root, studyName);
    const folders = await studyFolders(root, await nearestAbove(top, codebookName));
    const { elsewhere, missing } = study
      ? await listedElsewhere(root, study, folders)
      : { elsewhere: [], missing: [] };
    const all = [...folders, ...elsewhere];
    this.#keepOnly(root, all);
    const of = all.reduce((sum, { files }) => sum + files.filter(isOurs).length, 0);
    let done = 0;
    // Files are parsed between the keystrokes of somebody who is coding.
    const slices = new Slices();
    const step = async (): Promise<void> => {
      watcher.progress(Math.min(++done, of), of);
      await slices.pause();
      watcher.check();
    };
    watcher.progress(done, of);
    const read: TranscriptOnDisk[] = [];
    const loose: Found<AnnotationFile>[] = [];
    for (const folder of all) {
      const found = await this.#folder(folder, study, step, recalls);
      read.push(...found.transcripts);
      loose.push(...found.loose);
    }
    return { root, file, study, transcripts: read, loose, missing, cases: casesIn(root, file, read) };
  }

  async #study(file: vscode.Uri): Promise<Study | null> {
    const { value } = await this.#studies.get(file, (reading) =>
      readFound(file, reading, (text) => {
        const { study, faults } = readStudy(text);
        return { value: study, faults };
      }),
    );
    const speakers = speakersOf(value);
    if (JSON.stringify(speakers) !== JSON.stringify(this.#speakers)) {
      this.#texts.clear();
      // Who still looks at the study of before goes on parsing by its labels.
      this.#parses = new StatCache(parsesKept);
      this.#speakers = speakers;
      this.#labels = speakers ? sha256Of(JSON.stringify(speakers)) : '';
    }
    return value;
  }

  /** As it could last be read. */
  async #codebook(file: vscode.Uri | null): Promise<Codebook> {
    if (!file) return defaultCodebook();
    return this.#codebooks.get(file, (reading, before) => {
      const read = reading.kind === 'text' ? readCodebook(reading.text).codebook : null;
      return read ?? before ?? defaultCodebook();
    });
  }

  async #folder(
    folder: StudyFolder,
    study: Study | null,
    step: () => Promise<void>,
    recalls: boolean,
  ): Promise<Pick<StudyReading, 'transcripts' | 'loose'>> {
    const codebook = await this.#codebook(folder.codebook);
    const ratingOrder = codebook.ratings.map(({ id }) => id);
    const annotationFiles = folder.files.filter((name) => name.endsWith(annotationFileEnding));
    const there = new Set(folder.files);
    const codings = this.#memory.annotations(there);
    const found = await inParallel(annotationFiles, async (name) => {
      const uri = vscode.Uri.joinPath(folder.uri, name);
      const make = (reading: FileReading): Found<AnnotationFile> =>
        this.#files.read(uri, reading, ratingOrder);
      const each = await this.#annotations.get(uri, make, codings, recalls);
      await step();
      return each;
    });
    const names = transcriptsIn(folder, study, found, this.#isTranscript);
    const texts = this.#memory.texts(this.#labels);
    const besideOf = besideEach(found);
    const read = await inParallel(names, async (name) => {
      const uri = vscode.Uri.joinPath(folder.uri, name);
      const text = await this.#texts.get(uri, (reading) => this.#textOnDisk(reading), texts, recalls);
      await step();
      const [path, parsed] = [pathIn(folder, name), this.#parserOf(uri, text)];
      return { uri, path, text, parsed, codebook, beside: besideOf(uri) };
    });
    const loose = found.filter(({ value }) => value && !there.has(value.coding.transcript));
    return { transcripts: read, loose };
  }

  /** The same function as long as the text is the same: what was reckoned of it is known by that. */
  #parserOf(uri: vscode.Uri, text: TextOnDisk): TranscriptOnDisk['parsed'] {
    const known = this.#parsers.get(text);
    if (known) return known;
    const [parses, speakers] = [this.#parses, this.#speakers];
    const parser = (): Promise<ParsedTranscript> =>
      parses.get(uri, (reading) => parseTranscript(textOf(reading), speakers));
    this.#parsers.set(text, parser);
    return parser;
  }

  #textOnDisk(reading: FileReading): TextOnDisk {
    const text = textOf(reading);
    const parsed = parseTranscript(text, this.#speakers);
    return {
      isReadable: reading.kind === 'text',
      header: parsed.header,
      turns: parsed.turns.length,
      hash: textHash(text),
      prints: printsOf(parsed),
    };
  }

  #keepOnly(root: vscode.Uri, folders: readonly StudyFolder[]): void {
    const files = folders.flatMap(({ uri, files: names, codebook }) => [
      ...names.map((name) => vscode.Uri.joinPath(uri, name)),
      ...(codebook ? [codebook] : []),
    ]);
    const known = new Set([vscode.Uri.joinPath(root, studyName), ...files].map((uri) => uri.toString()));
    const caches = [this.#studies, this.#codebooks, this.#texts, this.#annotations, this.#memory];
    for (const cache of caches) cache.forgetOthers(`${root.toString()}/`, known);
  }
}

/** Where a study file says what belongs together, a folder's own name is enough. */
function casesIn(
  root: vscode.Uri,
  file: vscode.Uri | null,
  transcripts: readonly TranscriptOnDisk[],
): ReadonlyMap<string, string> {
  const folders = transcripts.map(({ path }) => folderIn(path));
  if (!file) return folderCases(folders, baseName(root));
  return new Map(folders.map((folder) => [folder, baseName(vscode.Uri.joinPath(root, folder))]));
}

function isOurs(name: string): boolean {
  return name.endsWith(annotationFileEnding) || name.endsWith(transcriptEnding);
}

function textOf(reading: FileReading): string {
  return reading.kind === 'text' ? reading.text : '';
}

/** A `.txt` is a transcript where the study lists it, an annotation file beside it names it, or a person said so. */
function transcriptsIn(
  folder: StudyFolder,
  study: Study | null,
  found: readonly Found<AnnotationFile>[],
  isTranscript: (text: vscode.Uri) => boolean,
): string[] {
  const named = new Set(found.map(({ value }) => value?.coding.transcript));
  const listed = new Set(study ? listedTranscripts(study) : []);
  return folder.files.filter(
    (name) =>
      name.endsWith(transcriptEnding) ||
      (name.endsWith('.txt') &&
        (named.has(name) ||
          listed.has(pathIn(folder, name)) ||
          isTranscript(vscode.Uri.joinPath(folder.uri, name)))),
  );
}
