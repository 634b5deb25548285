import type * as vscode from 'vscode';
import { start } from './extension';
import { atomicWrite } from './store/atomicWrite';

export function activate(context: vscode.ExtensionContext): void {
  start(context, atomicWrite);
}
