import type * as vscode from 'vscode';
import { start } from './web';
import { replaceFile } from './store/replaceFile';
import { workspaceWrite } from './store/workspaceWrite';
import type { FileWriter } from './store/writer';

/** In a package the web bundle is the extension; this one adds how Node writes a file. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const { execPath: program, versions, platform } = process;
  const isElectron = versions['electron'] !== undefined;
  await start(context, nodeWrite, { program, isElectron, isWindows: platform === 'win32' });
}

const nodeWrite: FileWriter = (uri, content, seen) =>
  uri.scheme === 'file' ? replaceFile(uri.fsPath, content, seen) : workspaceWrite(uri, content, seen);
