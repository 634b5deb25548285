import type * as vscode from 'vscode';
import { start } from './extension';
import { workspaceWrite } from './store/workspaceWrite';

export { start };

export function activate(context: vscode.ExtensionContext): void {
  start(context, workspaceWrite, null);
}
