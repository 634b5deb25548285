import * as vscode from 'vscode';
import { readText } from './readText';
import type { FileWriter } from './writer';

/** The web and other file systems: one write, read back. Safety in a crash is the provider's there. */
export const workspaceWrite: FileWriter = async (uri, content, seen) => {
  if (seen !== undefined && (await textOf(uri)) !== seen) return false;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(uri, bytes);
  const back = await vscode.workspace.fs.readFile(uri);
  if (back.length !== bytes.length || back.some((byte, index) => byte !== bytes[index])) {
    throw vscode.FileSystemError.Unavailable(uri);
  }
  return true;
};

async function textOf(uri: vscode.Uri): Promise<string | null | undefined> {
  const reading = await readText(uri);
  if (reading.kind === 'missing') return null;
  return reading.kind === 'text' ? reading.text : undefined;
}
