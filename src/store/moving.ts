import * as vscode from 'vscode';
import { followTranscript } from '../engine/annotations/acts';
import type { AnnotationFile } from '../engine/annotations/file';
import { isNewer } from '../engine/annotations/locked';
import { readSurroundings } from './loading';
import { annotationFileOf, baseName, exists, folderOf, stem } from './nearest';
import type { Found } from './found';
import type { PersonFile, WriteFault } from './personFile';
import type { PersonFiles } from './personFiles';
import { foldersIn } from './studyFolders';
import { transcriptEnding } from './watching';

/** An annotation file that goes where its transcript went. */
export interface Follower {
  readonly found: Found<AnnotationFile>;
  /** The transcript, where it is now. */
  readonly transcript: vscode.Uri;
  readonly to: vscode.Uri;
}

/** Why an annotation file did not follow. `taken`: another file is there. */
export type MoveFault =
  | WriteFault
  | { readonly kind: 'taken'; readonly uri: vscode.Uri }
  | { readonly kind: 'not-moved'; readonly uri: vscode.Uri };

/** Who moves the files, and when: what the files of other people will say. */
export interface Mover {
  readonly by: string | null;
  readonly at: string;
}

/** What can be opened as a transcript. */
export function isTranscriptName(name: string): boolean {
  return name.endsWith(transcriptEnding) || name.toLowerCase().endsWith('.txt');
}

/**
 * The annotation files that were left behind by a transcript: those about it, those that look like its own and cannot be
 * read, and what one coded last and could not be written.
 */
export async function followersOf(
  from: vscode.Uri,
  to: vscode.Uri,
  files: PersonFiles,
  me: string | undefined,
): Promise<readonly Follower[]> {
  const { beside } = await readSurroundings(from, files);
  const siblings = (await foldersIn(folderOf(from))).files.filter(isTranscriptName);
  const unreadable = beside.unreadable.filter(
    ({ uri }) => !isNamedAfterAnother(baseName(uri), from, siblings),
  );
  const own = me === undefined ? undefined : files.waiting(annotationFileOf(from, me));
  const there = [...beside.files, ...unreadable];
  const waits = own && !there.some(({ uri }) => uri.toString() === own.uri.toString());
  const unwritten: Found<AnnotationFile>[] = waits
    ? [{ uri: own.uri, value: own.file, text: null, faults: [] }]
    : [];
  return [...there, ...unwritten].map((found) => follower(found, baseName(from), to));
}

/** Where a file about a transcript of that name belongs when it follows it: under the coder's usual name, if it had that. */
function follower(found: Found<AnnotationFile>, old: string, transcript: vscode.Uri): Follower {
  const name = baseName(found.uri);
  const before = `${stem(old)}.`;
  const now = name.startsWith(before) ? `${stem(baseName(transcript))}.${name.slice(before.length)}` : name;
  return { found, transcript, to: vscode.Uri.joinPath(folderOf(transcript), now) };
}

/** `s1.second.alice` may be of `s1.second`, and then it is not of `s1`. */
function isNamedAfterAnother(name: string, transcript: vscode.Uri, siblings: readonly string[]): boolean {
  const own = stem(baseName(transcript));
  return siblings.some((one) => stem(one).length > own.length && name.startsWith(`${stem(one)}.`));
}

/** Whether a file has to say that somebody else moved it. */
export function isAnothers({ found }: Follower, { by }: Mover): boolean {
  return found.value !== null && found.value.coding.coder !== by;
}

/**
 * Takes an annotation file along. It is told its transcript's name where it stands, then moved: whatever happens between the
 * two, it can be found. What cannot be written goes along in memory. Null when it is there and says so.
 */
export async function bring(one: Follower, mover: Mover, files: PersonFiles): Promise<MoveFault | null> {
  const { found, to } = one;
  const from = found.uri;
  const moves = from.toString() !== to.toString();
  if (moves && (await isTaken(from, to, files))) return { kind: 'taken', uri: to };
  const { value, text } = found;
  const person = value && files.open(from, value, text);
  const fault = person && (await tell(person, one, mover));
  if (fault && fault.kind !== 'failed') return fault;
  if (!moves) return fault;
  const move = async (): Promise<boolean> => !(await exists(from)) || renamed(from, to);
  const isMoved = await (person ? person.move(to, move) : move());
  if (!isMoved) return { kind: 'not-moved', uri: from };
  files.moved(from, to);
  return fault;
}

/** Lets the file name its transcript. One of a newer format is left as it is. */
async function tell(person: PersonFile, one: Follower, mover: Mover): Promise<WriteFault | null> {
  const transcript = baseName(one.transcript);
  const { coding } = person.file;
  if (isNewer(coding)) return coding.transcript === transcript ? null : { kind: 'newer', uri: person.uri };
  const { by, at } = mover;
  const logged = by !== null && isAnothers(one, mover) ? { at, by } : null;
  person.act((file) => followTranscript(file, transcript, logged));
  return person.save();
}

async function isTaken(from: vscode.Uri, to: vscode.Uri, files: PersonFiles): Promise<boolean> {
  // A file system may hold the two for one, and then nothing is written over.
  if (from.toString().toLowerCase() === to.toString().toLowerCase()) return false;
  return files.waiting(to) !== undefined || exists(to);
}

/** By way of the editor, so that what is open goes along, unsaved changes too. Nothing is written over. */
async function renamed(from: vscode.Uri, to: vscode.Uri): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to, { overwrite: false, ignoreIfExists: false });
  return vscode.workspace.applyEdit(edit);
}
