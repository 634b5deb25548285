import * as vscode from 'vscode';
import { annotationFileEnding } from './watching';

/** Folders looked through on the way up from a transcript that is in no workspace folder. */
const mostLevels = 12;

export function folderOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

export function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** The folder of a path with `/`; empty where it has none. */
export function folderIn(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** `uri` as seen from the folder of `file`, with `/`; null where it is not below that folder. */
export function relativeTo(file: vscode.Uri, uri: vscode.Uri): string | null {
  const folder = folderOf(file).path.replace(/\/$/, '');
  return uri.path.startsWith(`${folder}/`) ? uri.path.slice(folder.length + 1) : null;
}

/** The file of this name in the transcript's folder or the nearest folder above, within its workspace folder. */
export async function nearestAbove(transcript: vscode.Uri, name: string): Promise<vscode.Uri | null> {
  if (transcript.scheme === 'untitled') return null;
  const root = vscode.workspace.getWorkspaceFolder(transcript)?.uri.path.replace(/\/$/, '');
  let folder = folderOf(transcript);
  for (let level = 0; level < mostLevels; level++) {
    const candidate = vscode.Uri.joinPath(folder, name);
    if (await exists(candidate)) return candidate;
    const above = folderOf(folder);
    if (folder.path.replace(/\/$/, '') === root || above.path === folder.path) return null;
    folder = above;
  }
  return null;
}

/** The file of the same name in the nearest folder above that of `file`, within its workspace folder. */
export async function furtherAbove(file: vscode.Uri): Promise<vscode.Uri | null> {
  const folder = folderOf(file);
  const root = vscode.workspace.getWorkspaceFolder(file)?.uri;
  const isTop = root?.path.replace(/\/$/, '') === folder.path.replace(/\/$/, '');
  return isTop ? null : nearestAbove(folder, baseName(file));
}

/** A file above, as seen from the folder of another below it: `../../NAME`. */
export function pathUp(file: vscode.Uri, above: vscode.Uri): string {
  const below = relativeTo(above, folderOf(file)) ?? '';
  return `${below
    .split('/')
    .map(() => '../')
    .join('')}${baseName(above)}`;
}

/** Where something is now that was at `from` or below it when that went to `to`; null where it was not. */
export function movedWith(address: string, from: vscode.Uri, to: vscode.Uri): vscode.Uri | null {
  if (address === from.toString()) return to;
  const folder = `${from.toString()}/`;
  return address.startsWith(folder)
    ? vscode.Uri.parse(`${to.toString()}/${address.slice(folder.length)}`)
    : null;
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type !== vscode.FileType.Directory;
  } catch {
    return false;
  }
}

/** `session-04.transcript` → `session-04`. */
export function stem(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}

/** Where a coder's annotations of a transcript go: beside it. */
export function annotationFileOf(transcript: vscode.Uri, coder: string): vscode.Uri {
  return vscode.Uri.joinPath(
    folderOf(transcript),
    `${stem(baseName(transcript))}.${coder}${annotationFileEnding}`,
  );
}
