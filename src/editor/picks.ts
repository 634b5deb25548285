import * as vscode from 'vscode';
import { withoutIcons } from './plainWords';

/**
 * Lists to pick from. `$(name)` in a row's words would be drawn as an icon, and quotes, names and codes are somebody else's words:
 * they stay what they say; an icon of our own is a row's `iconPath`. Nothing else in the extension shows lists by VS Code's own function.
 */
export function showQuickPick<T extends vscode.QuickPickItem>(
  rows: readonly T[],
  options: vscode.QuickPickOptions & { readonly canPickMany: true },
): Thenable<T[] | undefined>;
export function showQuickPick<T extends vscode.QuickPickItem>(
  rows: readonly T[],
  options: vscode.QuickPickOptions,
): Thenable<T | undefined>;
export function showQuickPick<T extends vscode.QuickPickItem>(
  rows: readonly T[],
  options: vscode.QuickPickOptions,
): Thenable<T | T[] | undefined> {
  return vscode.window.showQuickPick(plainRows(rows), options);
}

/** The same rows, for a list that VS Code knows them by. */
export function plainRows<T extends vscode.QuickPickItem>(rows: readonly T[]): readonly T[] {
  for (const row of rows) {
    row.label = withoutIcons(row.label);
    if (row.description !== undefined) row.description = withoutIcons(row.description);
    if (row.detail !== undefined) row.detail = withoutIcons(row.detail);
  }
  return rows;
}
