import * as vscode from 'vscode';
import type { Acting } from './acting';
import { confirmOne, confirmPassages } from './confirm';
import { argumentsOf, codedOf, type CommandArguments } from './targets';

/** Undo and redo of coding acts, and the confirmation of passages whose text changed. */
export function registerUndoing(acting: Acting): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('alliance.undo', () => turnBack(acting, 'undo')),
    registerCommand('alliance.redo', () => turnBack(acting, 'redo')),
    registerCommand('alliance.confirm', (first: unknown) => confirm(acting, argumentsOf(first))),
  );
}

/** Returns the label of what was undone or redone. */
async function turnBack(acting: Acting, direction: 'undo' | 'redo'): Promise<string | undefined> {
  const coded = codedOf(acting.codings);
  const label = coded && (await acting.turn(coded, direction));
  vscode.window.setStatusBarMessage(turnedWords(label, direction), 4000);
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

/** One passage, where it is named and the text is the one it was coded in; else all of them, after a question. */
async function confirm(acting: Acting, { id, confirmed }: CommandArguments): Promise<boolean> {
  const coded = codedOf(acting.codings);
  if (!coded) return false;
  return acting.exclusive(coded, async () => {
    await acting.codings.loaded(coded);
    const { own } = coded;
    if (!own || own.file.file.coding.released) return false;
    if (coded.document.isDirty && !(await coded.document.save())) return false;
    const one = id !== undefined && own.sameText;
    const done = one ? confirmOne(coded, own, id) : await confirmPassages(coded, own, confirmed === true);
    return done && coded.own?.file === own.file && acting.shownAndWritten(coded, own);
  });
}
