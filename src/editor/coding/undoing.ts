import * as vscode from 'vscode';
import { setStatusBarMessage } from '../messages';
import type { Acting } from './acting';
import { codedOf } from './targets';

/** Undo and redo of coding acts. */
export function registerUndoing(acting: Acting): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('alliance.undo', () => turnBack(acting, 'undo')),
    registerCommand('alliance.redo', () => turnBack(acting, 'redo')),
  );
}

/** Returns the label of what was undone or redone. */
async function turnBack(acting: Acting, direction: 'undo' | 'redo'): Promise<string | undefined> {
  const coded = codedOf(acting.codings);
  const label = coded && (await acting.turn(coded, direction));
  setStatusBarMessage(turnedWords(label, direction), 4000);
  return label;
}

function turnedWords(label: string | undefined, direction: 'undo' | 'redo'): string {
  if (direction === 'undo') {
    return label
      ? vscode.l10n.t('Undone: {0}', label)
      : vscode.l10n.t('No coding was undone in this transcript.');
  }
  return label
    ? vscode.l10n.t('Redone: {0}', label)
    : vscode.l10n.t('No coding was redone in this transcript.');
}
