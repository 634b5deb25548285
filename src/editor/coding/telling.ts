import * as vscode from 'vscode';
import { showErrorMessage, showInformationMessage } from '../messages';
import { isNewer } from '../../engine/annotations/locked';
import { baseName } from '../../store/nearest';
import type { CodedTranscript } from '../../store/codedTranscript';
import { hasSeenAnother } from './seenOthers';
import type { PersonFile, WriteFault } from '../../store/personFile';

/** What a person is told when an act cannot be done: which file, why, and what to do. */

export function tellFault(fault: WriteFault, retry: () => void): void {
  const again = vscode.l10n.t('Try Again');
  void showErrorMessage(faultMessage(fault), again).then((choice) => {
    if (choice === again) retry();
  });
}

function faultMessage(fault: WriteFault): string {
  const name = baseName(fault.uri);
  if (fault.kind === 'failed') {
    return vscode.l10n.t(
      '{0} could not be written: {1} Your coding is kept here, and is written when you try again.',
      name,
      reasonWords(fault.reason),
    );
  }
  if (fault.kind === 'newer') return newerMessage(fault.uri);
  return fault.kind === 'released'
    ? vscode.l10n.t(
        '{0} was released in another window, so it was not written. Your coding is kept here: take back the release there, then try again.',
        name,
      )
    : vscode.l10n.t(
        '{0} was changed outside and cannot be read any more, so it was not written. Your coding is kept here: mend the file, then try again.',
        name,
      );
}

/** What a file system says, in the words of somebody who may do something about it. */
function reasonWords(reason: string): string {
  switch (reason) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return vscode.l10n.t('the disk is full. Make room on it.');
    case 'EROFS':
      return vscode.l10n.t('the disk can only be read. Take off its write protection, or move the study.');
    case 'EACCES':
    case 'EPERM':
    case 'NoPermissions':
      return vscode.l10n.t(
        'it is write-protected, or you may not write in its folder. Change that, or ask who set the folder up.',
      );
    case 'ENOENT':
    case 'ENOTDIR':
    case 'FileNotFound':
    case 'FileNotADirectory':
      return vscode.l10n.t('its folder is not there any more. Connect the drive, or put the folder back.');
    case 'EBUSY':
    case 'EAGAIN':
    case 'ETXTBSY':
    case 'Unavailable':
      return vscode.l10n.t('another program holds it, or its drive does not answer. Wait a moment.');
    default:
      return vscode.l10n.t('the file system says “{0}”.', reason);
  }
}

/** The study's own codebook is there and cannot be read: the built-in codes would be the wrong ones. */
export function tellCodebook(): undefined {
  void showErrorMessage(
    vscode.l10n.t(
      'The codebook of this study cannot be read, so nothing is coded with another. The Problems view says where it is at fault.',
    ),
  );
  return undefined;
}

/** A file under one's own name is not one's own, or cannot be read. */
export function tellBlocked(uri: vscode.Uri, coder: string): undefined {
  const message = vscode.l10n.t(
    '{0} cannot be read, or is not the coding of “{1}” for this transcript, so nothing is written to it. The Problems view says what is wrong.',
    baseName(uri),
    coder,
  );
  return tellWithFile(message, uri);
}

export function tellDuplicates(uri: vscode.Uri): undefined {
  const message = vscode.l10n.t(
    'Two entries of {0} have the same id, so it is not clear which one to change. Give one of them another id; the Problems view says where.',
    baseName(uri),
  );
  return tellWithFile(message, uri);
}

/** One's own file is not to be changed: sealed by its release, or of a newer format. */
export function tellLocked(coded: CodedTranscript, { uri, file }: PersonFile): undefined {
  if (!isNewer(file.coding)) {
    // A consensus is made by those who have seen.
    if (file.coding.role !== 'consensus' && hasSeenAnother(coded)) tellSeen();
    else tellReleased(coded.document.uri);
    return undefined;
  }
  void showErrorMessage(newerMessage(uri));
  return undefined;
}

function newerMessage(uri: vscode.Uri): string {
  return vscode.l10n.t(
    '{0} was written by a newer version of Alliance Coder, so it is shown and not changed. Update the extension to code on.',
    baseName(uri),
  );
}

export function tellNotUtf8(uri: vscode.Uri): undefined {
  const importIt = vscode.l10n.t('Import It');
  const message = vscode.l10n.t(
    '{0} is not UTF-8 text, so it cannot be coded as it is. Import it, or save it with the encoding UTF-8 first.',
    baseName(uri),
  );
  void showErrorMessage(message, importIt).then((choice) => {
    if (choice === importIt) void vscode.commands.executeCommand('alliance.import', uri);
  });
  return undefined;
}

/** What was released stays as it was made without a look at the other: that is what agreement is computed from. */
export function tellSeen(): false {
  void showInformationMessage(
    vscode.l10n.t(
      'You have seen another’s coding of this session, so your release stands and your coding stays as it is. What should be otherwise goes into the consensus; you can still comment.',
    ),
  );
  return false;
}

function tellReleased(transcript: vscode.Uri): void {
  const takeBack = vscode.l10n.t('Take Back Release…');
  const message = vscode.l10n.t(
    'You have released {0}, so its coding is sealed. Take back the release to change it.',
    baseName(transcript),
  );
  void showInformationMessage(message, takeBack).then((choice) => {
    if (choice === takeBack) void vscode.commands.executeCommand('alliance.takeBack');
  });
}

function tellWithFile(message: string, uri: vscode.Uri): undefined {
  const open = vscode.l10n.t('Open the File');
  void showErrorMessage(message, open).then((choice) => {
    if (choice === open) void vscode.window.showTextDocument(uri);
  });
  return undefined;
}
