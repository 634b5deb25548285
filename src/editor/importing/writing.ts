import * as vscode from 'vscode';
import { folderOf } from '../../store/nearest';
import { reasonOf } from '../../store/personDisk';
import { dirtyDocument } from '../../store/readText';
import type { FileWriter } from '../../store/writer';
import type { DraftSession } from './draft';

/** What came of an import. */
export interface Written {
  readonly written: readonly DraftSession[];
  /** There already with the same text. */
  readonly same: readonly DraftSession[];
  /** There already with another text, and left as they are. */
  readonly kept: readonly DraftSession[];
  /** Files that came beside the transcripts and were not there. */
  readonly beside: readonly vscode.Uri[];
  readonly failed: readonly { readonly target: vscode.Uri; readonly reason: string }[];
}

/** Writes what is new, and what is to be replaced. Never over what came to be there since the person was asked. */
export async function writeSessions(
  sessions: readonly DraftSession[],
  replace: boolean,
  write: FileWriter,
): Promise<Written> {
  const written: DraftSession[] = [];
  const kept: DraftSession[] = [];
  const failed: { target: vscode.Uri; reason: string }[] = [];
  for (const session of sessions.filter(({ place }) => place !== 'same')) {
    try {
      if (await isWritten(session, replace, write)) written.push(session);
      else kept.push(session);
    } catch (error) {
      failed.push({ target: session.target, reason: reasonOf(error) });
    }
  }
  return { written, kept, beside: [], failed, same: sessions.filter(({ place }) => place === 'same') };
}

async function isWritten(
  { place, target, there, prepared }: DraftSession,
  replace: boolean,
  write: FileWriter,
): Promise<boolean> {
  if (place !== 'new' && !(place === 'other' && replace)) return false;
  // What somebody typed there and has not saved is written over by nobody.
  if (dirtyDocument(target)) return false;
  await vscode.workspace.fs.createDirectory(folderOf(target));
  return write(target, prepared.composed.text, there);
}
