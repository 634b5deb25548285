import type * as vscode from 'vscode';
import type { start as startExtension } from './extension';

/**
 * The one bundle. A web extension must be one file, so everything is in this one, and what else ships only adds what Node can:
 * the desktop how a file is written, the command line its streams. Each door evaluates only what is behind it: there is no
 * VS Code on the command line, and no Node in a web browser.
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const { workspaceWrite } = await import('./store/workspaceWrite');
  await start(context, workspaceWrite, null);
}

export async function start(...desktop: Parameters<typeof startExtension>): Promise<void> {
  const extension = await import('./extension');
  extension.start(...desktop);
}

export async function commandLine(): Promise<void> {
  const { main } = await import('./cli/main');
  await main();
}
