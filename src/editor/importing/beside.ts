import * as vscode from 'vscode';
import { besideOf } from '../../engine/interchange/beside';
import type { ExportedFile } from '../../engine/interchange/exported';
import type { Problem } from '../../engine/interchange/problems';
import { exists, folderOf } from '../../store/nearest';
import { inParallel } from '../../store/parallel';
import { reasonOf } from '../../store/personDisk';
import type { FileWriter } from '../../store/writer';
import type { DraftSession } from './draft';
import type { ReadFile } from './sources';

/** A file that a source brings beside transcripts: a codebook, somebody's codings, a study file. Never written over another. */
export interface FileBeside {
  readonly uri: vscode.Uri;
  readonly content: ExportedFile['content'];
  readonly isThere: boolean;
}

/** What files bring beside those of their sessions that stand. */
export interface Beside {
  readonly files: readonly FileBeside[];
  readonly warnings: readonly Problem[];
}

/** A source with the folder its transcripts go to. */
export interface PlacedFile {
  readonly file: ReadFile;
  readonly folder: vscode.Uri;
}

export async function besideAll(
  sources: readonly PlacedFile[],
  standing: readonly DraftSession[],
): Promise<Beside> {
  const made = sources.flatMap(({ file, folder }) => {
    const reading = file.read?.reading;
    if (!reading?.filesFor) return [];
    const placed = standing
      .filter((session) => session.file === file)
      .map(({ index, path, prepared }) => ({ index, path, composed: prepared.composed }));
    return [{ folder, beside: besideOf(reading, placed) }];
  });
  const files = made.flatMap(({ folder, beside }) =>
    beside.files.map(({ name, content }) => ({ uri: vscode.Uri.joinPath(folder, name), content })),
  );
  return {
    files: await inParallel(files, async (file) => ({ ...file, isThere: await exists(file.uri) })),
    warnings: made.flatMap(({ beside }) => beside.warnings),
  };
}

/** Writes those that are not there; what could not be written, with why. */
export async function writeBeside(
  { files }: Beside,
  write: FileWriter,
): Promise<readonly { readonly uri: vscode.Uri; readonly reason: string }[]> {
  const failed: { uri: vscode.Uri; reason: string }[] = [];
  for (const { uri, content } of files.filter(({ isThere }) => !isThere)) {
    try {
      await vscode.workspace.fs.createDirectory(folderOf(uri));
      await write(uri, typeof content === 'string' ? content : new TextDecoder().decode(content), null);
    } catch (error) {
      failed.push({ uri, reason: reasonOf(error) });
    }
  }
  return failed;
}
