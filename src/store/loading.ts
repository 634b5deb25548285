import * as vscode from 'vscode';
import { mayBeAnnotations } from '../engine/annotations/copyName';
import type { AnnotationFile } from '../engine/annotations/file';
import { defaultCodebook, readCodebook } from '../engine/codebook/read';
import type { Codebook } from '../engine/codebook/types';
import { fault, type Fault } from '../engine/faults';
import { range } from '../engine/position';
import { readStudy } from '../engine/study/studyFile';
import { sessionFacts } from '../engine/study/sessionFacts';
import type { SessionFacts, Study } from '../engine/study/types';
import type { StudySpeakers } from '../engine/transcript/parse';
import type { Header } from '../engine/transcript/types';
import { aboutTranscript, isNamedAfter, type Beside } from './beside';
import { readFound, type FaultyFile, type Found } from './found';
import { baseName, folderOf, furtherAbove, nearestAbove, pathUp, relativeTo } from './nearest';
import type { PersonFiles } from './personFiles';
import { readSafely, type FileReading } from './readText';
import { codebookName, studyName } from './watching';

/** Everything that lies around a transcript. */
export interface Surroundings {
  /** Null where the study has one that cannot be read. */
  readonly codebook: Codebook | null;
  /** Where the codebook stands; null for the built-in one. */
  readonly codebookUri: vscode.Uri | null;
  readonly study: Study | null;
  /** The transcript's path from the study file. */
  readonly pathInStudy: string;
  /** False where the transcript on disk is not UTF-8. */
  readonly isUtf8: boolean;
  /** The transcript's text on disk; null where there is none that could be read. */
  readonly onDisk: string | null;
  readonly beside: Beside;
  /** Names of all annotation files in the folder, and of what may be copies of them. */
  readonly names: ReadonlySet<string>;
  /** Transcript, codebook and study. */
  readonly faulty: readonly FaultyFile[];
}

export async function readSurroundings(transcript: vscode.Uri, known: PersonFiles): Promise<Surroundings> {
  const [codebook, study, reading, names] = await Promise.all([
    readNearest(transcript, codebookName, (text) => {
      const { codebook: value, faults } = readCodebook(text);
      return { value, faults };
    }),
    readNearest(transcript, studyName, (text) => {
      const { study: value, faults } = readStudy(text);
      return { value, faults };
    }),
    readTranscript(transcript),
    annotationFilesIn(transcript),
  ]);
  const isUtf8 = reading.kind !== 'not-utf8';
  const book = codebook ? codebook.value : defaultCodebook();
  const found = await readBeside(transcript, names, book ?? defaultCodebook(), known);
  return {
    codebook: book,
    codebookUri: codebook?.uri ?? null,
    study: study?.value ?? null,
    pathInStudy: (study && relativeTo(study.uri, transcript)) ?? baseName(transcript),
    isUtf8,
    onDisk: reading.kind === 'text' ? reading.text : null,
    beside: aboutTranscript(transcript, found),
    names: new Set(names),
    faulty: [
      ...(isUtf8 ? [] : [{ uri: transcript, faults: [fault('not-utf8', range(0, 0, 0, 0))] }]),
      ...[codebook, study].flatMap((each) => (each ? [{ uri: each.uri, faults: each.faults }] : [])),
      ...(codebook ? await shadowing(codebook.uri) : []),
    ],
  };
}

/** What is known of the session a transcript holds; by its name alone until everything around it is read. */
export function factsIn(around: Surroundings | null, uri: vscode.Uri, header: Header): SessionFacts {
  const [folder, name] = uri.scheme === 'untitled' ? ['', ''] : [baseName(folderOf(uri)), baseName(uri)];
  return sessionFacts(around?.study ?? null, around?.pathInStudy ?? name, header, folder, name);
}

export function speakersOf(study: Study | null): StudySpeakers {
  const speakers = study?.speakers;
  return speakers ? [...speakers.values()] : null;
}

/** Another codebook further up, which does not count for the transcripts below the nearest. */
async function shadowing(uri: vscode.Uri): Promise<FaultyFile[]> {
  const above = await furtherAbove(uri);
  if (!above) return [];
  return [{ uri, faults: [fault('shadowed-codebook', range(0, 0, 0, 0), { other: pathUp(uri, above) })] }];
}

async function readTranscript(transcript: vscode.Uri): Promise<FileReading> {
  return transcript.scheme === 'untitled' ? { kind: 'missing' } : readSafely(transcript);
}

async function readNearest<T>(
  transcript: vscode.Uri,
  name: string,
  read: (text: string) => { value: T | null; faults: readonly Fault[] },
): Promise<Found<T> | null> {
  const uri = await nearestAbove(transcript, name);
  return uri && readFound(uri, await readSafely(uri), read);
}

async function annotationFilesIn(transcript: vscode.Uri): Promise<string[]> {
  if (transcript.scheme === 'untitled') return [];
  try {
    return (await vscode.workspace.fs.readDirectory(folderOf(transcript)))
      .filter(([name, type]) => type !== vscode.FileType.Directory && mayBeAnnotations(name))
      .map(([name]) => name)
      .sort();
  } catch {
    return [];
  }
}

/**
 * The annotation files beside a transcript that name it, or are called as if they did. The key `transcript` decides, not the
 * file's name, so every annotation file of the folder is looked at; one that does not even contain the transcript's name
 * is not read further.
 */
async function readBeside(
  transcript: vscode.Uri,
  names: readonly string[],
  codebook: Codebook,
  known: PersonFiles,
): Promise<Found<AnnotationFile>[]> {
  const name = baseName(transcript);
  const ratingOrder = codebook.ratings.map(({ id }) => id);
  const found = await Promise.all(
    names.map(async (entry) => {
      const uri = vscode.Uri.joinPath(folderOf(transcript), entry);
      const reading = await readSafely(uri);
      const likely =
        isNamedAfter(transcript, entry) || (reading.kind === 'text' && reading.text.includes(name));
      return likely ? [known.read(uri, reading, ratingOrder)] : [];
    }),
  );
  return found.flat();
}
