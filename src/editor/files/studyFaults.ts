import * as vscode from 'vscode';
import { listedTranscripts, missingTranscripts } from '../../engine/check/missingTranscripts';
import { readStudy } from '../../engine/study/studyFile';
import type { FaultyFile } from '../../store/found';
import { baseName } from '../../store/nearest';
import { inParallel } from '../../store/parallel';
import { studyName } from '../../store/watching';

export function isStudyFile(uri: vscode.Uri): boolean {
  return baseName(uri) === studyName;
}

/** What is wrong in a study file that is looked at, transcripts that it lists and that are not there included. */
export async function studyFaults(document: vscode.TextDocument): Promise<FaultyFile> {
  const { uri } = document;
  const text = document.getText();
  const { study, faults } = readStudy(text);
  if (!study) return { uri, faults };
  const there = new Set<string>();
  await inParallel(listedTranscripts(study), async (path) => {
    if (await isThere(vscode.Uri.joinPath(uri, '..', path))) there.add(path);
  });
  return { uri, faults: [...faults, ...missingTranscripts(text, study, (path) => there.has(path))] };
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
