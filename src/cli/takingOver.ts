import { readFileSync } from 'node:fs';
import { isOfText, reanchorFile, type LeftReason } from '../engine/anchors/reanchor';
import type { Step } from '../engine/annotations/change';
import { source } from '../engine/annotations/file';
import { textHash } from '../engine/annotations/hashes';
import { replaceFile } from '../store/replaceFile';
import { refusalOf } from './files';
import type { MatchedFile } from './matching';

/** What became of a file that was to be written. `changed`: by somebody else, since it was read. */
export type Outcome = 'written' | 'changed' | LeftReason | { readonly failed: string };

/** A file that can go over to its text as it is now, or why it stays. */
export interface Planned {
  readonly one: MatchedFile;
  readonly step: Step | LeftReason;
  /** It is another person's than who does it. */
  readonly anothers: boolean;
}

/** What is to be written: the files that were not made in the text as it is now. `by`: who does it. */
export function planOf(files: readonly MatchedFile[], by: string, at: string): readonly Planned[] {
  return files
    .filter(({ file, now }) => !isOfText(file.coding, now))
    .map((one) => {
      const { coder, released } = one.file.coding;
      const anothers = coder !== by;
      // A seal put on anew leaves a trace in one's own file, too.
      const logged = anothers || released ? { at, by } : null;
      return { one, step: reanchorFile(one.file, one.now, logged), anothers };
    });
}

/** Writes one file, only where it and its transcript are still what was read. */
export async function takeOver({ one, step }: Planned): Promise<Outcome> {
  if (typeof step === 'string') return step;
  try {
    const onDisk = readFileSync(one.path, 'utf8');
    const sameFile = onDisk.replace(/^\ufeff/, '') === source(one.file);
    const sameText = textHash(readFileSync(one.transcript.path, 'utf8')) === one.now.hash;
    const isDone = sameFile && sameText && (await replaceFile(one.path, source(step.file), onDisk));
    return isDone ? 'written' : 'changed';
  } catch (error) {
    return { failed: refusalOf(error) };
  }
}
