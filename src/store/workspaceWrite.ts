import * as vscode from 'vscode';
import type { FileWriter } from './writer';

/** The web and other file systems: one write, read back. Safety in a crash is the provider's there. */
export const workspaceWrite: FileWriter = async (uri, text) => {
  const bytes = new TextEncoder().encode(text);
  await vscode.workspace.fs.writeFile(uri, bytes);
  const back = await vscode.workspace.fs.readFile(uri);
  if (back.length !== bytes.length || back.some((byte, index) => byte !== bytes[index])) {
    throw vscode.FileSystemError.Unavailable(uri);
  }
};
