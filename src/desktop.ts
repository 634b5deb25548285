import type * as vscode from 'vscode';
import { start } from './web';
import { atomicWrite } from './store/atomicWrite';

/** In a package the web bundle is the extension; this one adds how Node writes a file. */
export function activate(context: vscode.ExtensionContext): void {
  start(context, atomicWrite);
}
