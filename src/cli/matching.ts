import { join } from 'node:path';
import type { TextNow } from '../engine/anchors/reanchor';
import type { AnnotationFile } from '../engine/annotations/file';
import { isNewer } from '../engine/annotations/locked';
import { stemOf, type AnnotationReading, type TranscriptReading } from '../engine/check/folder';
import type { Exclusion, ExclusionReason } from './exclusions';
import { annotationFileEnding, shownPath } from './files';
import type { CodedFolder, OnDisk } from './folder';

/** An annotation file with the transcript it is about. */
export interface MatchedFile {
  readonly path: string;
  /** As it is printed. */
  readonly shown: string;
  readonly file: AnnotationFile;
  readonly transcript: OnDisk<TranscriptReading>;
  /** What the transcript says now. */
  readonly now: TextNow;
}

export interface Matching {
  readonly matched: readonly MatchedFile[];
  readonly excluded: readonly Exclusion[];
}

/** Finds the transcript of every annotation file that is wanted, and says which of either cannot be read or is not there. */
export function matchFiles(
  folder: CodedFolder,
  isWanted: (one: AnnotationReading) => boolean,
  cwd: string,
): Matching {
  const matched: MatchedFile[] = [];
  const excluded = folder.transcripts
    .filter(({ parsed }) => parsed === null)
    .map(({ path }): Exclusion => {
      const file = shownPath(cwd, path);
      return { file, transcript: file, coder: null, reason: 'unreadable-transcript' };
    });
  for (const one of folder.annotationFiles) {
    const transcript = transcriptOf(one, folder);
    if (!isWanted(one) || (transcript && !transcript.parsed)) continue;
    const { path, file } = one;
    const shown = shownPath(cwd, path);
    // Of a newer format only a part could be read: nothing is computed from it, and nothing written.
    const isRead = file !== null && !isNewer(file.coding);
    if (isRead && transcript?.parsed) {
      const now = { parsed: transcript.parsed, hash: transcript.hash };
      matched.push({ path, shown, file, transcript, now });
    } else {
      const name = file?.coding.transcript ?? transcript?.name;
      excluded.push({
        file: shown,
        transcript: name === undefined ? null : shownPath(cwd, join(folder.path, name)),
        coder: file?.coding.coder ?? null,
        reason: isRead ? 'other-transcript' : 'unreadable-annotations',
      });
    }
  }
  return { matched, excluded };
}

/** A file that was matched, and has no result all the same. */
export function exclusionOf(
  { shown, file, transcript }: MatchedFile,
  reason: ExclusionReason,
  cwd: string,
): Exclusion {
  return {
    file: shown,
    transcript: shownPath(cwd, transcript.path),
    coder: file.coding.coder,
    reason,
  };
}

/** Whether a file is this coder's. What cannot be read is taken by its name. */
export function isOf({ name, file }: AnnotationReading, coder: string): boolean {
  return file ? file.coding.coder === coder : name.endsWith(`.${coder}${annotationFileEnding}`);
}

function transcriptOf(
  { name, file }: AnnotationReading,
  { transcripts }: CodedFolder,
): OnDisk<TranscriptReading> | undefined {
  return file
    ? transcripts.find((transcript) => transcript.name === file.coding.transcript)
    : transcripts.find((transcript) => name.startsWith(`${stemOf(transcript.name)}.`));
}
