import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { mayBeAnnotations } from '../../engine/annotations/copyName';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import { baseName, folderOf } from '../../store/nearest';

const argumentsSchema = z.object({
  uri: z.optional(z.string()),
  confirmed: z.optional(z.boolean()),
  id: z.optional(z.string()),
  keep: z.optional(z.enum(['here', 'other'])),
});

/** What the commands on versions may be told: `uri` is that of an annotation file. */
export interface VersionArguments {
  readonly uri: vscode.Uri | undefined;
  readonly confirmed: boolean;
  readonly id: string | undefined;
  readonly keep: 'here' | 'other' | undefined;
}

/** Arguments as they come from menus (the file), quick fixes and other extensions; else the file in the active editor. */
export function versionArguments(first: unknown): VersionArguments {
  const read = argumentsSchema.safeParse(first instanceof vscode.Uri ? {} : first);
  const { uri, confirmed, id, keep } = read.success ? read.data : {};
  const active = vscode.window.activeTextEditor?.document.uri;
  const given = first instanceof vscode.Uri ? first : uri === undefined ? active : vscode.Uri.parse(uri);
  const isOurs = given !== undefined && mayBeAnnotations(baseName(given));
  return { uri: isOurs ? given : undefined, confirmed: confirmed === true, id, keep };
}

/** The coding of the transcript that an annotation file names; the transcript is opened for it. */
export async function codedOfFile(
  codings: Codings,
  file: vscode.Uri,
  transcript: string,
): Promise<CodedTranscript | undefined> {
  const uri = vscode.Uri.joinPath(folderOf(file), transcript);
  try {
    await vscode.workspace.openTextDocument(uri);
  } catch {
    // Not there, or no text: nothing can be coded in it.
    return undefined;
  }
  const coded = codings.of(uri);
  if (coded) await codings.loaded(coded);
  return coded;
}
