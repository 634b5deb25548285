import * as vscode from 'vscode';
import { largestSource, readSource, type ReadSource } from '../../engine/interchange/formats';
import { refused } from '../../engine/interchange/imported';
import { problem } from '../../engine/interchange/problems';
import { baseName } from '../../store/nearest';
import { largestFile } from '../../store/readText';
import { studyFolders } from '../../store/studyFolders';
import { annotationFileEnding, codebookName, studyName, transcriptEnding } from '../../store/watching';

/** A file of another program as it was found. */
export interface SourceFile {
  readonly uri: vscode.Uri;
  /** Below the folder that was chosen, with `/`; empty for a file that was chosen itself. */
  readonly below: string;
}

/** A file that was read. */
export interface ReadFile extends SourceFile {
  readonly name: string;
  /** Null where the file system does not give it. */
  readonly read: ReadSource | null;
  /** Found in a folder and none of the formats: nobody asked for it. */
  readonly isSkipped: boolean;
}

/** The files that are meant: those chosen, and of a folder those in it and below that are not our own. */
export async function sourceFiles(chosen: readonly vscode.Uri[]): Promise<readonly SourceFile[]> {
  const found: SourceFile[] = [];
  for (const uri of chosen) {
    if (await isFolder(uri)) found.push(...(await filesBelow(uri)));
    else found.push({ uri, below: '' });
  }
  return [...new Map(found.toReversed().map((file) => [file.uri.toString(), file])).values()].toReversed();
}

async function filesBelow(folder: vscode.Uri): Promise<readonly SourceFile[]> {
  const folders = await studyFolders(folder, null);
  return folders.flatMap(({ uri, path, files }) =>
    files
      .filter((name) => !name.startsWith('.') && !isOurs(name))
      .map((name) => ({ uri: vscode.Uri.joinPath(uri, name), below: path })),
  );
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

function isOurs(name: string): boolean {
  return (
    name.endsWith(transcriptEnding) ||
    name.endsWith(annotationFileEnding) ||
    name === codebookName ||
    name === studyName
  );
}

/** Reads files one after the other, and says how far it is. Undefined where the person cancelled. */
export async function readFiles(
  sources: readonly SourceFile[],
  chosen: readonly vscode.Uri[],
): Promise<readonly ReadFile[] | undefined> {
  const named = new Set(chosen.map(String));
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Reading transcripts'),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (progress, cancelled) => {
    const read: ReadFile[] = [];
    for (const [index, source] of sources.entries()) {
      const message = vscode.l10n.t('{0} of {1}', index + 1, sources.length);
      progress.report({ message, increment: 100 / sources.length });
      read.push(await readFile(source, named.has(source.uri.toString())));
      // A pause in which the button can be pressed.
      await new Promise((done) => setTimeout(done, 0));
      if (cancelled.isCancellationRequested) return undefined;
    }
    return read;
  });
}

async function readFile(source: SourceFile, isNamed: boolean): Promise<ReadFile> {
  const name = baseName(source.uri);
  const read = await sourceAt(source.uri, name);
  return { ...source, name, read, isSkipped: read !== null && read.format === null && !isNamed };
}

async function sourceAt(uri: vscode.Uri, name: string): Promise<ReadSource | null> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largestFile) {
      const limits = { size: Math.ceil(size / 1024 / 1024), limit: largestSource };
      return { format: null, reading: refused(problem('too-large', limits)) };
    }
    const bytes = await vscode.workspace.fs.readFile(uri);
    return readSource({ name, bytes });
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return null;
    throw error;
  }
}
