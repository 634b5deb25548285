import * as vscode from 'vscode';
import type { FoundTranscript } from '../engine/study/proposeCases';
import { parseTranscript, type StudySpeakers } from '../engine/transcript/parse';
import { inParallel } from './parallel';
import { dirtyDocument, readSafely } from './readText';
import { studyFolders } from './studyFolders';
import { transcriptEnding } from './watching';

/** The transcripts in a folder and below, in order; `isTranscript` is asked for `.txt` files. */
export async function transcriptsBelow(
  root: vscode.Uri,
  speakers: StudySpeakers,
  isTranscript: (text: vscode.Uri) => boolean,
): Promise<readonly FoundTranscript[]> {
  const paths = await transcriptPathsBelow(root, isTranscript);
  return inParallel(paths, async (path) => {
    const text = await textOf(vscode.Uri.joinPath(root, path));
    return { path, parsed: text === null ? null : parseTranscript(text, speakers) };
  });
}

async function textOf(uri: vscode.Uri): Promise<string | null> {
  const editor = dirtyDocument(uri);
  if (editor) return editor.getText();
  const reading = await readSafely(uri);
  return reading.kind === 'text' ? reading.text : null;
}

/** Where they are, from the folder, with `/`. */
export async function transcriptPathsBelow(
  root: vscode.Uri,
  isTranscript: (text: vscode.Uri) => boolean,
): Promise<readonly string[]> {
  const folders = await studyFolders(root, null);
  return folders
    .flatMap(({ path, files }) => files.map((name) => (path === '' ? name : `${path}/${name}`)))
    .filter(
      (path) =>
        path.endsWith(transcriptEnding) ||
        (path.endsWith('.txt') && isTranscript(vscode.Uri.joinPath(root, path))),
    );
}
