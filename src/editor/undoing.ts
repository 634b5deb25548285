import * as vscode from 'vscode';
import type { Acting } from './acting';
import { confirmPassages } from './confirm';
import { argumentsOf, codedOf } from './targets';

/** Undo and redo of coding acts, and the confirmation of passages whose text changed. */
export function registerUndoing(acting: Acting): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('alliance.undo', () => turnBack(acting, 'undo')),
    registerCommand('alliance.redo', () => turnBack(acting, 'redo')),
    registerCommand('alliance.confirm', (first: unknown) =>
      confirm(acting, argumentsOf(first).confirmed === true),
    ),
  );
}

/** Returns the label of what was undone or redone. */
async function turnBack(acting: Acting, direction: 'undo' | 'redo'): Promise<string | undefined> {
  const coded = codedOf(acting.codings);
  const label = coded && (await acting[direction](coded));
  const message = label
    ? direction === 'undo'
      ? vscode.l10n.t('Undone: {0}', label)
      : vscode.l10n.t('Redone: {0}', label)
    : direction === 'undo'
      ? vscode.l10n.t('No coding to undo in this transcript.')
      : vscode.l10n.t('No coding to redo in this transcript.');
  vscode.window.setStatusBarMessage(message, 4000);
  return label;
}

async function confirm(acting: Acting, asked: boolean): Promise<boolean> {
  const coded = codedOf(acting.codings);
  if (coded) await acting.codings.loaded(coded);
  const own = coded?.own;
  if (!coded || !own || own.file.file.coding.released) return false;
  if (!(await confirmPassages(coded, own, asked))) return false;
  acting.codings.changed(coded);
  return (await own.file.save()) === null;
}
