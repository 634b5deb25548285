import { dirname, join } from 'node:path';
import { textHash } from '../engine/annotations/hashes';
import { readAnnotationFile } from '../engine/annotations/read';
import { stemOf, type AnnotationReading, type TranscriptReading } from '../engine/check/folder';
import { listedTranscripts } from '../engine/study/missingTranscripts';
import type { Codebook } from '../engine/codebook/types';
import type { Study } from '../engine/study/types';
import { parseTranscript } from '../engine/transcript/parse';
import { annotationFileEnding, codebookName, entriesOf, studyName, transcriptEnding } from './files';
import { pathFrom, type Found, type Library } from './library';
import type { Surroundings } from './surroundings';

/** A reading with the file it is of. */
export type OnDisk<T> = T & {
  readonly path: string;
  /** Without byte order mark; null where it is no text. */
  readonly text: string | null;
};

/** A folder of transcripts with everything that lies around them, found as the editor finds it. */
export interface CodedFolder {
  readonly path: string;
  readonly transcripts: readonly OnDisk<TranscriptReading>[];
  readonly annotationFiles: readonly OnDisk<AnnotationReading>[];
  /** Names of all its transcripts, also of those not asked for. */
  readonly names: readonly string[];
  /** Null where the codebook that applies cannot be read. */
  readonly codebook: Codebook | null;
  /** Null where there is none; its value is null where it cannot be read. */
  readonly study: Found<Study> | null;
}

/** What a call is about: a folder, or one transcript. */
export interface Target {
  readonly folder: string;
  /** The transcript's name; null for the folder with all that is below it. */
  readonly transcript: string | null;
}

/** Reads what a call is about, folder by folder, in order. */
export function* readTarget(
  { folder, transcript }: Target,
  library: Library,
  progress?: Surroundings['progress'],
): Generator<CodedFolder> {
  const folders = transcript === null ? foldersBelow(folder, library) : [folder];
  for (const [index, path] of folders.entries()) {
    progress?.(index, folders.length);
    yield readFolder(path, transcript, library);
  }
  progress?.(folders.length, folders.length);
}

/** A file that a call can be about: what the editor can open as a transcript. */
export function isTranscriptName(name: string): boolean {
  return name.endsWith(transcriptEnding) || name.endsWith('.txt');
}

/** The folder and all below it, in order, without hidden ones and `node_modules`. */
export function foldersBelow(top: string, library: Library): readonly string[] {
  const entries = library.attempt(() => entriesOf(top));
  const below = (entries?.folders ?? []).filter((name) => !name.startsWith('.') && name !== 'node_modules');
  return [top, ...below.flatMap((name) => foldersBelow(join(top, name), library))];
}

/**
 * Reads the files of one folder. `only` is the one transcript asked for: then only the files about it are given, and no
 * codebook or study file is read but those that apply.
 */
export function readFolder(path: string, only: string | null, library: Library): CodedFolder {
  const files = library.attempt(() => entriesOf(path))?.files ?? [];
  if (only === null && files.includes(codebookName)) library.readCodebook(join(path, codebookName));
  if (only === null && files.includes(studyName)) library.readStudy(join(path, studyName));
  const annotationFiles = files
    .filter((name) => name.endsWith(annotationFileEnding))
    .map((name) => readAnnotations(path, name, only, library))
    .filter((one) => one !== null);
  const study = files.some(isTranscriptName) ? library.study(path) : null;
  const found = transcriptNames(path, files, annotationFiles, study);
  const names = only === null || found.includes(only) ? found : [...found, only];
  const wanted = only === null ? names : [only];
  return {
    path,
    transcripts: wanted.map((name) => readTranscript(path, name, study?.value ?? null, library)),
    annotationFiles: annotationFiles.filter((one) => only === null || isAbout(one, only, names)),
    names,
    codebook: names.length > 0 ? library.codebook(path) : null,
    study,
  };
}

/** A `.txt` is a transcript where the study lists it, or an annotation file beside it names it. */
function transcriptNames(
  path: string,
  files: readonly string[],
  annotationFiles: readonly AnnotationReading[],
  study: Found<Study> | null,
): string[] {
  const named = new Set(annotationFiles.map(({ file }) => file?.coding.transcript));
  const listed = new Set(study?.value ? listedTranscripts(study.value) : []);
  const isListed = (name: string): boolean =>
    study !== null && listed.has(pathFrom(dirname(study.path), join(path, name)));
  return files.filter(
    (name) =>
      name.endsWith(transcriptEnding) || (name.endsWith('.txt') && (named.has(name) || isListed(name))),
  );
}

/** An annotation file is about the transcript it names; where that is not there, or it cannot be read, by its own name. */
function isAbout({ name, file }: AnnotationReading, transcript: string, names: readonly string[]): boolean {
  if (file?.coding.transcript === transcript) return true;
  const lost = file === null || !names.includes(file.coding.transcript);
  return lost && name.startsWith(`${stemOf(transcript)}.`);
}

function readTranscript(
  folder: string,
  name: string,
  study: Study | null,
  library: Library,
): OnDisk<TranscriptReading> {
  const path = join(folder, name);
  const speakers = study?.speakers ? [...study.speakers.values()] : null;
  const { text, value, faults } = library.read(path, (source) => ({
    value: parseTranscript(source, speakers),
    faults: [],
  }));
  return { path, name, text, parsed: value, hash: text === null ? '' : textHash(text), faults };
}

/** Null for a file that does not even contain the name of the one transcript asked for: it is not read further. */
function readAnnotations(
  folder: string,
  name: string,
  only: string | null,
  library: Library,
): OnDisk<AnnotationReading> | null {
  const path = join(folder, name);
  const named = only === null || name.startsWith(`${stemOf(only)}.`);
  let unlikely = false;
  const { text, value, faults } = library.read(path, (source) => {
    unlikely = !named && !source.includes(only);
    if (unlikely) return { value: null, faults: [] };
    const { file, faults: found } = readAnnotationFile(source);
    return { value: file, faults: found };
  });
  return unlikely ? null : { path, name, text, file: value, faults };
}
