import * as vscode from 'vscode';
import { listedTranscripts, missingTranscripts } from '../../engine/study/missingTranscripts';
import type { Fault } from '../../engine/faults';
import type { Study } from '../../engine/study/types';
import { exists, folderOf } from '../../store/nearest';
import { inParallel } from '../../store/parallel';

/** Transcripts that a study file in an editor lists and that are not there. */
export async function missingInStudy(
  { uri }: vscode.TextDocument,
  text: string,
  study: Study,
): Promise<readonly Fault[]> {
  const there = new Set<string>();
  await inParallel(listedTranscripts(study), async (path) => {
    if (await exists(vscode.Uri.joinPath(folderOf(uri), path))) there.add(path);
  });
  return missingTranscripts(text, study, (path) => there.has(path));
}
