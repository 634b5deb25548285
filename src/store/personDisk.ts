import * as vscode from 'vscode';
import { dirtyDocument, readText } from './readText';
import type { FileWriter } from './writer';

/** Where a person's file is: on the disk, or in an editor where it is open with unsaved changes. */
export interface PersonDisk {
  /** Null where there is no file; throws what the file system says. */
  read(uri: vscode.Uri): Promise<string | null>;
  /** As `FileWriter`. */
  write(uri: vscode.Uri, text: string, seen: string | null): Promise<boolean>;
  /** A file system's own word (`NoPermissions`, `ENOSPC`), never a stack and never a text. */
  reasonOf(error: unknown): string;
}

export function personDisk(write: FileWriter): PersonDisk {
  return {
    read: async (uri) => dirtyDocument(uri)?.getText() ?? textOnDisk(uri),
    write: async (uri, text, seen) => {
      const editor = dirtyDocument(uri);
      if (!editor) return write(uri, text, seen);
      if (editor.getText() !== seen) return false;
      await replaceText(editor, text);
      return true;
    },
    reasonOf,
  };
}

async function textOnDisk(uri: vscode.Uri): Promise<string | null> {
  const reading = await readText(uri);
  if (reading.kind === 'text') return reading.text;
  if (reading.kind === 'missing') return null;
  throw vscode.FileSystemError.Unavailable(uri);
}

/** The file is open with unsaved changes: the change goes there, and the person saves it. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  if (!(await vscode.workspace.applyEdit(edit))) throw vscode.FileSystemError.Unavailable(document.uri);
}

export function reasonOf(error: unknown): string {
  if (error instanceof vscode.FileSystemError) return error.code;
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
