import * as vscode from 'vscode';
import { listedTranscripts } from '../engine/study/missingTranscripts';
import type { Study } from '../engine/study/types';
import { baseName, folderIn, folderOf, nearestAbove } from './nearest';
import { foldersIn, pathIn, type StudyFolder } from './studyFolders';
import { codebookName, studyName } from './watching';

/**
 * Transcripts that the study lists and that were not come across: in a linked or a hidden folder, whose files are read
 * too; in a study within the study, whose they are; or nowhere.
 */
export async function listedElsewhere(
  root: vscode.Uri,
  study: Study,
  folders: readonly StudyFolder[],
): Promise<{ elsewhere: readonly StudyFolder[]; missing: readonly string[] }> {
  const there = new Set(folders.flatMap((folder) => folder.files.map((name) => pathIn(folder, name))));
  const others = new Map<string, StudyFolder | null>();
  const missing: string[] = [];
  for (const path of listedTranscripts(study).filter((one) => !there.has(one))) {
    const uri = vscode.Uri.joinPath(root, path);
    const above = folderIn(path);
    if (!others.has(above)) others.set(above, await otherFolder(root, uri, above));
    const folder = others.get(above);
    if (folder && !folder.files.includes(baseName(uri))) missing.push(path);
  }
  const known = new Set(folders.map(({ path }) => path));
  const elsewhere = [...others].flatMap(([path, folder]) => (folder && !known.has(path) ? [folder] : []));
  return { elsewhere, missing };
}

/** Null for a folder that belongs to another study. */
async function otherFolder(
  root: vscode.Uri,
  transcript: vscode.Uri,
  path: string,
): Promise<StudyFolder | null> {
  const { files } = await foldersIn(folderOf(transcript));
  const owner = await nearestAbove(transcript, studyName);
  if (owner && folderOf(owner).toString() !== root.toString()) return null;
  return { uri: folderOf(transcript), path, files, codebook: await nearestAbove(transcript, codebookName) };
}
