import { checkCoding } from '../annotations/check';
import { isCopyName, usualName } from '../annotations/copyName';
import type { AnnotationFile } from '../annotations/file';
import { rangeOf, rangeOfTop } from '../annotations/ranges';
import { emptyCodebook } from '../codebook/empty';
import type { Codebook } from '../codebook/types';
import { fault, type Fault, type FaultCode } from '../faults';
import { range } from '../position';
import type { Study } from '../study/types';
import type { ParsedTranscript } from '../transcript/parse';
import { blindHeaderFaults } from './blindHeader';

export interface TranscriptReading {
  /** Of the file, without its folder. */
  readonly name: string;
  /** Null where the file could not be read; `faults` say why. */
  readonly parsed: ParsedTranscript | null;
  /** `textHash` of the text; empty where there is none. */
  readonly hash: string;
  /** Found before there was a text to parse. */
  readonly faults: readonly Fault[];
}

export interface AnnotationReading {
  readonly name: string;
  /** Null where the file could not be read; `faults` say why. */
  readonly file: AnnotationFile | null;
  readonly faults: readonly Fault[];
}

/** Transcripts and annotation files of one folder, and what applies to them. */
export interface FolderReading {
  readonly transcripts: readonly TranscriptReading[];
  readonly annotationFiles: readonly AnnotationReading[];
  /** Names of all transcripts of the folder, also of those that are not to be checked. */
  readonly names: readonly string[];
  /** Null where the codebook that applies cannot be read. */
  readonly codebook: Codebook | null;
  readonly study: Study | null;
}

export interface FileFaults {
  readonly name: string;
  readonly faults: readonly Fault[];
}

/** Everything that is wrong with the files of a folder, alone and beside each other; one entry for each file, in their order. */
export function checkFolder(folder: FolderReading): readonly FileFaults[] {
  return [
    ...folder.transcripts.map((one) => ({ name: one.name, faults: transcriptFaults(one, folder) })),
    ...folder.annotationFiles.map((one) => ({ name: one.name, faults: annotationFaults(one, folder) })),
  ];
}

/** `session-04.transcript` → `session-04`: what the annotation files' names begin with. */
export function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}

function transcriptFaults(one: TranscriptReading, { names, study }: FolderReading): Fault[] {
  const name = stemOf(one.name);
  const namesakes = names.filter((other) => folded(stemOf(other)) === folded(name));
  return [
    ...one.faults,
    ...(namesakes.length > 1 ? [fault('same-name', range(0, 0, 0, 0), { name })] : []),
    ...(one.parsed ? [...one.parsed.faults, ...blindHeaderFaults(one.parsed, study)] : []),
  ];
}

/** Names that some file systems hold for one. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function annotationFaults(one: AnnotationReading, folder: FolderReading): readonly Fault[] {
  const { file } = one;
  if (!file) return one.faults;
  return [
    ...one.faults,
    ...placeFaults(one, file, folder),
    ...carryFaults(file, folder),
    ...codingFaults(file, folder),
  ];
}

/** Whether the file stands beside its transcript, as its coder's only one. */
function placeFaults(one: AnnotationReading, file: AnnotationFile, folder: FolderReading): readonly Fault[] {
  const { transcript, coder } = file.coding;
  if (!folder.names.includes(transcript)) {
    return [fault('other-transcript', rangeOfTop(file, 'transcript'), { transcript })];
  }
  const others = folder.annotationFiles.filter((other) => other !== one && isSameCoding(other.file, file));
  const usual = usualName(transcript, coder);
  if (others.length > 0 && isCopyName(one.name, usual)) {
    return [fault('conflict-copy', rangeOfTop(file, 'coder'), { coder, other: usual })];
  }
  return others
    .filter(({ name }) => !isCopyName(name, usual))
    .slice(0, 1)
    .map((other) => fault('duplicate-file', rangeOfTop(file, 'coder'), { coder, other: other.name }));
}

/** Episodes carried over from a session that was read too, in which their coder has no such episode, nor a rupture that is one by itself. */
function carryFaults(file: AnnotationFile, { transcripts, annotationFiles }: FolderReading): Fault[] {
  return file.coding.episodes.flatMap((episode) => {
    const { transcript: path, episode: id } = episode.carried_over ?? { transcript: '', episode: '' };
    const transcript = path.split('/').at(-1) ?? path;
    if (!transcripts.some(({ name }) => name === transcript)) return [];
    const there = annotationFiles.some(
      ({ file: other }) =>
        other?.coding.transcript === transcript &&
        other.coding.coder === file.coding.coder &&
        [...other.coding.episodes, ...other.coding.annotations].some((entry) => entry.id === id),
    );
    const place = rangeOf(file, 'episodes', episode.id) ?? rangeOfTop(file, 'alliance');
    return there ? [] : [fault('dangling-carry', place, { episode: episode.id, id, transcript })];
  });
}

/** Whether two files are one coder's of one transcript. */
export function isSameCoding(a: AnnotationFile | null, b: AnnotationFile): boolean {
  return a?.coding.transcript === b.coding.transcript && a.coding.coder === b.coding.coder;
}

/** What a codebook decides: without one nothing can be said of it. */
const byCodebook: ReadonlySet<FaultCode> = new Set([
  'unknown-code',
  'old-code',
  'ambiguous-code',
  'other-codebook',
  'other-version',
  'unknown-scale',
  'rating-out-of-scale',
  'unknown-rating',
  'link-kind',
]);

function codingFaults(file: AnnotationFile, { transcripts, codebook }: FolderReading): readonly Fault[] {
  const transcript = transcripts.find(({ name }) => name === file.coding.transcript);
  if (!transcript?.parsed) return [];
  const text = { parsed: transcript.parsed, hash: transcript.hash };
  if (codebook) return checkCoding(file, text, codebook);
  return checkCoding(file, text, emptyCodebook).filter(({ code }) => !byCodebook.has(code));
}
