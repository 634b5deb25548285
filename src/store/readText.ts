import * as vscode from 'vscode';

/** Files above this are refused by their size (product section 10). */
export const largestFile = 64 * 1024 * 1024;

export type FileReading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-large'; readonly megabytes: number }
  | { readonly kind: 'not-utf8' };

/** A file's text as it is on disk, byte order mark included. Throws what the file system says, except that there is no such file. */
export async function readText(uri: vscode.Uri): Promise<FileReading> {
  let bytes: Uint8Array;
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largestFile) return { kind: 'too-large', megabytes: Math.ceil(size / 1024 / 1024) };
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (isMissing(error)) return { kind: 'missing' };
    throw error;
  }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { kind: 'not-utf8' };
  }
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof vscode.FileSystemError && ['FileNotFound', 'FileNotADirectory'].includes(error.code)
  );
}

/** What cannot be read right now (no permission, a share gone) is as if it were not there: nothing is written over it. */
export async function readSafely(uri: vscode.Uri): Promise<FileReading> {
  try {
    return await readText(uri);
  } catch {
    return { kind: 'missing' };
  }
}

/** The document of a file that is open with unsaved changes: what it holds counts, not what is on disk. */
export function dirtyDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
}
