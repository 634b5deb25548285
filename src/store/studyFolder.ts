import * as vscode from 'vscode';
import type { FoundTranscript } from '../engine/study/proposeCases';
import { parseTranscript, type StudySpeakers } from '../engine/transcript/parse';
import { relativeTo } from './nearest';
import { dirtyDocument, readSafely } from './readText';
import { studyName } from './watching';

/** Folders below folders, at most. */
const mostLevels = 12;

/** A transcript of a folder with its text as it stands. */
export interface TranscriptInFolder extends FoundTranscript {
  readonly uri: vscode.Uri;
}

/**
 * The transcripts in a folder and below, in order, without hidden folders and those that have a study file of their own.
 * `isTranscript` is asked for `.txt` files.
 */
export async function transcriptsBelow(
  folder: vscode.Uri,
  speakers: StudySpeakers,
  isTranscript: (text: vscode.Uri) => boolean,
): Promise<readonly TranscriptInFolder[]> {
  const uris = await filesBelow(folder, isTranscript, mostLevels);
  const top = vscode.Uri.joinPath(folder, studyName);
  return Promise.all(
    uris.map(async (uri) => {
      const text = dirtyDocument(uri)?.getText() ?? (await textOf(uri));
      const parsed = text === null ? null : parseTranscript(text, speakers);
      return { uri, path: relativeTo(top, uri) ?? uri.path, parsed };
    }),
  );
}

async function textOf(uri: vscode.Uri): Promise<string | null> {
  const reading = await readSafely(uri);
  return reading.kind === 'text' ? reading.text : null;
}

async function filesBelow(
  folder: vscode.Uri,
  isTranscript: (text: vscode.Uri) => boolean,
  levels: number,
): Promise<vscode.Uri[]> {
  const entries = [...(await entriesOf(folder))].sort(([a], [b]) => (a < b ? -1 : 1));
  const isNested = levels < mostLevels && entries.some(([name]) => name === studyName);
  if (isNested || levels === 0) return [];
  const below = entries.map(async ([name, type]) => {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type === vscode.FileType.Directory) {
      return name.startsWith('.') || name === 'node_modules' ? [] : filesBelow(uri, isTranscript, levels - 1);
    }
    return name.endsWith('.transcript') || (name.endsWith('.txt') && isTranscript(uri)) ? [uri] : [];
  });
  return (await Promise.all(below)).flat();
}

async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
