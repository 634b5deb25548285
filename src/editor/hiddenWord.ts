import * as vscode from 'vscode';
import type { GateReason } from '../engine/study/mayShow';

/** Why somebody's work is not shown, in a few words. */
export function hiddenWord(reason: GateReason | null): string {
  if (reason === 'you-have-not-released') return vscode.l10n.t('hidden until you release');
  if (reason === 'nobody-is-coding') return vscode.l10n.t('hidden until you say who is coding');
  return vscode.l10n.t('hidden until released');
}
