import * as vscode from 'vscode';
import { showErrorMessage, showWarningMessage } from '../messages';
import type { Identities } from '../../store/identity';
import { followersOf, isTranscriptName, type Follower } from '../../store/moving';
import { baseName } from '../../store/nearest';
import type { PersonFiles } from '../../store/personFiles';
import type { StudyFault, StudyFiles } from '../../store/studyFiles';
import type { TextTranscripts } from '../../store/textTranscripts';
import type { TakingAlong } from './takingAlong';

/** What follows a transcript, or a folder of them, that is moved or renamed in VS Code. */
export interface Following {
  readonly files: PersonFiles;
  readonly studies: StudyFiles;
  readonly texts: TextTranscripts;
  readonly identities: Identities;
  readonly taking: TakingAlong;
}

interface Move {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/**
 * Moves and renames in the Explorer, by drag or by another extension, taken back ones included. It follows them instead of
 * joining in: then no question holds up the move, and each of the two can be taken back.
 */
export function registerFollowingMoves(following: Following): vscode.Disposable {
  let before: Promise<unknown> = Promise.resolve();
  return vscode.workspace.onDidRenameFiles(({ files }) => {
    const { taking } = following;
    const last = before.catch(() => undefined);
    before = taking.quietly(async () => {
      await last;
      await follow(following, files);
    });
  });
}

async function follow(following: Following, moves: readonly Move[]): Promise<void> {
  const { files, studies, texts, identities } = following;
  const followers: Follower[] = [];
  for (const { oldUri, newUri } of moves) {
    files.moved(oldUri, newUri);
    const fault = await studies.moved(oldUri, newUri);
    if (fault) tellStudy(fault, oldUri);
    await texts.moved(oldUri, newUri);
    if (!isTranscriptName(baseName(oldUri)) || !isTranscriptName(baseName(newUri))) continue;
    followers.push(...(await followersOf(oldUri, newUri, files, identities.current?.id)));
  }
  if (followers.length > 0) await takeAlong(following, moves, followers);
}

async function takeAlong(
  { taking }: Following,
  moves: readonly Move[],
  followers: readonly Follower[],
): Promise<void> {
  const [first] = moves;
  const message =
    moves.length === 1 && first
      ? vscode.l10n.t('Take the annotation files of {0} along?', baseName(first.oldUri))
      : vscode.l10n.t('Take the annotation files of the moved transcripts along?');
  if (!(await taking.take(followers, message, false))) tellLeft(followers);
}

function tellLeft(followers: readonly Follower[]): void {
  const find = vscode.l10n.t('Find Transcript…');
  const message = vscode.l10n.t(
    'The annotation files stay where they are and have lost their transcript: {0}.',
    followers.map(({ found }) => baseName(found.uri)).join(', '),
  );
  void showWarningMessage(message, find).then((choice) => {
    const [first] = followers;
    if (choice === find && first) {
      void vscode.commands.executeCommand('alliance.findHome', { file: first.found.uri.toString() });
    }
  });
}

function tellStudy({ uri }: StudyFault, transcript: vscode.Uri): void {
  const open = vscode.l10n.t('Open the File');
  const message = vscode.l10n.t(
    '{0} could not be changed, so it lists {1} where it was. Please correct it by hand.',
    baseName(uri),
    baseName(transcript),
  );
  void showErrorMessage(message, open).then((choice) => {
    if (choice === open) void vscode.window.showTextDocument(uri);
  });
}
