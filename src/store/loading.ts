import * as vscode from 'vscode';
import type { AnnotationFile } from '../engine/annotations/file';
import { rangeOfTop } from '../engine/annotations/ranges';
import { readAnnotationFile } from '../engine/annotations/read';
import { defaultCodebook, readCodebook } from '../engine/codebook/read';
import type { Codebook } from '../engine/codebook/types';
import { fault, type Fault } from '../engine/faults';
import { range } from '../engine/position';
import { readStudy } from '../engine/study/studyFile';
import type { Study } from '../engine/study/types';
import { baseName, folderOf, nearestAbove, relativeTo } from './nearest';
import { readSafely, type FileReading } from './readText';
import { annotationFileEnding, codebookName, studyName } from './watching';

/** A file of ours as it was found; `value` is null where it could not be read. */
export interface Found<T> {
  readonly uri: vscode.Uri;
  readonly value: T | null;
  readonly faults: readonly Fault[];
  /** The text on disk; null where it is no text. */
  readonly text: string | null;
}

/** A file with what is wrong in it. */
export interface FaultyFile {
  readonly uri: vscode.Uri;
  readonly faults: readonly Fault[];
}

/** Everything that lies around a transcript. */
export interface Surroundings {
  readonly codebook: Codebook;
  readonly study: Study | null;
  /** The transcript's path from the study file. */
  readonly pathInStudy: string;
  readonly files: readonly Found<AnnotationFile>[];
  /** Codebook, study, and annotation files that look like this transcript's and name another. */
  readonly faulty: readonly FaultyFile[];
}

export async function readSurroundings(transcript: vscode.Uri): Promise<Surroundings> {
  const [codebook, study] = await Promise.all([
    readNearest(transcript, codebookName, (text) => {
      const { codebook: value, faults } = readCodebook(text);
      return { value, faults };
    }),
    readNearest(transcript, studyName, (text) => {
      const { study: value, faults } = readStudy(text);
      return { value, faults };
    }),
  ]);
  const book = codebook?.value ?? defaultCodebook();
  const found = await annotationFilesOf(transcript, book);
  const name = baseName(transcript);
  const files = found.filter(({ value }) => !value || value.coding.transcript === name);
  return {
    codebook: book,
    study: study?.value ?? null,
    pathInStudy: (study && relativeTo(study.uri, transcript)) ?? baseName(transcript),
    files,
    faulty: [
      ...[codebook, study].flatMap((each) => (each ? [{ uri: each.uri, faults: each.faults }] : [])),
      ...found.filter((each) => !files.includes(each)).map(misnamed),
    ],
  };
}

async function readNearest<T>(
  transcript: vscode.Uri,
  name: string,
  read: (text: string) => { value: T | null; faults: readonly Fault[] },
): Promise<Found<T> | null> {
  const uri = await nearestAbove(transcript, name);
  return uri && readFound(uri, await readSafely(uri), read);
}

function readFound<T>(
  uri: vscode.Uri,
  reading: FileReading,
  read: (text: string) => { value: T | null; faults: readonly Fault[] },
): Found<T> {
  const top = range(0, 0, 0, 0);
  if (reading.kind === 'text') return { uri, text: reading.text, ...read(reading.text) };
  if (reading.kind === 'too-large') {
    const data = { size: reading.megabytes, limit: 64 };
    return { uri, text: null, value: null, faults: [fault('too-large', top, data)] };
  }
  const faults = reading.kind === 'not-utf8' ? [fault('not-utf8', top)] : [];
  return { uri, text: null, value: null, faults };
}

/**
 * The annotation files beside a transcript that name it. The key `transcript` decides, not the file's name, so every
 * annotation file of the folder is looked at; one that does not even contain the transcript's name is not read further.
 */
async function annotationFilesOf(
  transcript: vscode.Uri,
  codebook: Codebook,
): Promise<Found<AnnotationFile>[]> {
  if (transcript.scheme === 'untitled') return [];
  const folder = folderOf(transcript);
  const name = baseName(transcript);
  const names = (await entriesOf(folder)).filter((entry) => entry.endsWith(annotationFileEnding)).sort();
  const ratingOrder = codebook.ratings.map(({ id }) => id);
  const found = await Promise.all(
    names.map(async (entry) => {
      const uri = vscode.Uri.joinPath(folder, entry);
      const reading = await readSafely(uri);
      const likely = entry.startsWith(stem(name)) || (reading.kind === 'text' && reading.text.includes(name));
      if (!likely) return null;
      return readFound(uri, reading, (text) => {
        const { file, faults } = readAnnotationFile(text, { ratingOrder });
        return { value: file, faults };
      });
    }),
  );
  return found.filter((each) => each !== null).filter(({ value, uri }) => isBeside(value, uri, name));
}

/** A file that cannot be read, or names another transcript, is this one's by its name: its fault is seen beside it. */
function isBeside(file: AnnotationFile | null, uri: vscode.Uri, name: string): boolean {
  return file?.coding.transcript === name || baseName(uri).startsWith(`${stem(name)}.`);
}

function misnamed({ uri, value }: Found<AnnotationFile>): FaultyFile {
  const place = value ? rangeOfTop(value, 'transcript') : range(0, 0, 0, 0);
  return { uri, faults: [fault('other-transcript', place, { transcript: value?.coding.transcript ?? '' })] };
}

async function entriesOf(folder: vscode.Uri): Promise<string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(folder))
      .filter(([, type]) => type !== vscode.FileType.Directory)
      .map(([entry]) => entry);
  } catch {
    return [];
  }
}

/** `session-04.transcript` → `session-04`. */
export function stem(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}
