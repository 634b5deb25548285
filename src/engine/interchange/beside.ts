import type { Composed } from './compose';
import type { FilesBeside, SourceReading } from './imported';

/** A session of a reading that stands as a transcript now. */
export interface PlacedSession {
  /** Which of the reading's sessions, from 0. */
  readonly index: number;
  /** From the folder of the import, with `/`. */
  readonly path: string;
  readonly composed: Composed;
}

/** What a source brings beside the transcripts that stand: codings, a codebook, a study file. Paths stay below the folder. */
export function besideOf({ filesFor }: SourceReading, placed: readonly PlacedSession[]): FilesBeside {
  const beside = filesFor?.(
    placed.map(({ index, path, composed: { text, turnOfEntry } }) => ({ index, path, text, turnOfEntry })),
  );
  if (!beside) return { files: [], warnings: [] };
  return { ...beside, files: beside.files.map((file) => ({ ...file, name: pathBelow(file.name) })) };
}

/** A path that leads nowhere but down, whatever a source calls its folders. */
export function pathBelow(path: string): string {
  const parts = path.split(/[\\/]+/).filter((part) => !/^\.{0,2}$/.test(part));
  return parts.map((part) => part.replace(/[:*?"<>|\p{Cc}\p{Cf}]+/gu, '-')).join('/');
}
