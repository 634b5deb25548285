import * as vscode from 'vscode';
import { showErrorMessage, showInformationMessage, showWarningMessage } from '../messages';

/** What a person is told about versions of a file that are not, or not wholly, merged. */

export function tellNoVersions(): false {
  const message = vscode.l10n.t(
    'There is no other version of your file beside this transcript. Open an annotation file that the Problems view names, or choose it in the Explorer.',
  );
  void showInformationMessage(message);
  return false;
}

/** Entries that cannot be read, or an id given twice: nobody could say what belongs to what. */
export function tellNotMergeable(name: string): false {
  const message = vscode.l10n.t(
    '{0} has entries that cannot be read, or two of one id, so it is not merged: something could be lost. Mend it by hand first; the Problems view says where.',
    name,
  );
  void showErrorMessage(message);
  return false;
}

/** Git's marks go through the middle of something. */
export function tellByHand(name: string): false {
  const message = vscode.l10n.t(
    'One of the two versions in {0} cannot be read by itself, or they are not versions of one file. Take git’s marks out by hand, with what does not belong; git keeps both versions.',
    name,
  );
  void showErrorMessage(message);
  return false;
}

export function tellNotYours(name: string, coder: string): false {
  const message = vscode.l10n.t(
    '{0} is the coding of “{1}”. Only “{1}” merges it: nobody writes another’s file.',
    name,
    coder,
  );
  void showInformationMessage(message);
  return false;
}

export function tellNoTranscript(name: string): false {
  const message = vscode.l10n.t('The transcript that {0} names is not beside it, so it is not merged.', name);
  void showErrorMessage(message);
  return false;
}

/** It counts as the person's file: there is nothing to merge it into. */
export function tellOnlyOne(name: string): false {
  const message = vscode.l10n.t('{0} is the only file of yours about this transcript, and counts.', name);
  void showInformationMessage(message);
  return false;
}

export function tellChangedMeanwhile(name: string): false {
  const message = vscode.l10n.t('{0} was changed meanwhile, so nothing was merged. Try again.', name);
  void showWarningMessage(message);
  return false;
}

export function tellKept(name: string): void {
  const message = vscode.l10n.t(
    '{0} is merged, but could not be moved to the trash. Nothing in it is needed any more: you may delete it.',
    name,
  );
  void showWarningMessage(message);
}

/** Versions were merged; what they differ in waits for a decision. */
export function tellMerged(name: string, conflicts: number): void {
  if (conflicts === 0) {
    void showInformationMessage(vscode.l10n.t('{0} is merged.', name));
    return;
  }
  const resolve = vscode.l10n.t('Resolve Conflicts…');
  const message = vscode.l10n.t(
    '{0} is merged. In {1} places the two versions differ; both are kept until you decide.',
    name,
    conflicts,
  );
  void showInformationMessage(message, resolve).then((choice) => {
    if (choice === resolve) void vscode.commands.executeCommand('alliance.resolveConflicts');
  });
}

export function tellNoConflicts(): number {
  void showInformationMessage(vscode.l10n.t('There is nothing to decide in your coding.'));
  return 0;
}
