import * as vscode from 'vscode';
import { showInformationMessage, showWarningMessage } from '../messages';
import { judge, release, takeBack } from '../../engine/annotations/acts';
import { reviewTime } from '../../engine/annotations/reviews';
import { judgedCount } from '../../engine/trajectory/judged';
import type { CodedTranscript } from '../../store/codedTranscript';
import { isNewer } from '../../engine/annotations/locked';
import { baseName } from '../../store/nearest';
import type { Person } from '../../store/person';
import type { Acting } from './acting';
import { argumentsOf, codedOf } from './targets';
import { hasSeenAnother } from './seenOthers';
import { tellLocked, tellSeen } from './telling';

/** A coder declares a session finished and seals it; and takes that back while nobody's work was seen yet. */
export function registerReleasing(acting: Acting): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('alliance.release', (first: unknown) =>
      releaseSession(acting, argumentsOf(first).confirmed === true),
    ),
    registerCommand('alliance.takeBack', (first: unknown) =>
      takeBackRelease(acting, argumentsOf(first).confirmed === true),
    ),
  );
}

function releaseSession(acting: Acting, confirmed: boolean): Promise<boolean> {
  return withCoded(acting, async (coded) => {
    const own = await acting.begin(coded);
    if (!own) return false;
    const open = coded.passages().filter((passage) => passage.own && passage.state !== 'certain').length;
    if (open > 0) return tellOpen(open);
    if (own.file.file.coding.conflicts.length > 0)
      return tellUndecided(own.file.file.coding.conflicts.length);
    const answer = confirmed ? 'as it is' : await askRelease(coded);
    if (!answer) return false;
    // The question took its time: what is sealed has to be what was asked about.
    if (coded.own?.file !== own.file) return false;
    const turns = coded.parsed.turns.length;
    if (answer === 'all judged') own.file.act((file) => judge(file, [{ from: 1, to: turns }]));
    own.file.act((file) => release(file, reviewTime(now(), file.coding, coded.codings), turns));
    const written = await settled(acting, coded, own);
    return coded.ownCoding?.released ? written : tellMoreCame();
  });
}

async function withCoded(
  acting: Acting,
  act: (coded: CodedTranscript) => Promise<boolean>,
): Promise<boolean> {
  const coded = codedOf(acting.codings);
  return coded ? acting.exclusive(coded, () => act(coded)) : false;
}

function tellOpen(open: number): false {
  void showWarningMessage(
    vscode.l10n.t(
      'Passages that still have to be confirmed or have lost their place: {0}. Look through them in the Annotations view before you release.',
      open,
    ),
  );
  return false;
}

function tellUndecided(conflicts: number): false {
  const resolve = vscode.l10n.t('Resolve Conflicts…');
  const message = vscode.l10n.t(
    'Two versions of your coding still differ in {0} places. Decide which is to stay before you release.',
    conflicts,
  );
  void showWarningMessage(message, resolve).then((choice) => {
    if (choice === resolve) void vscode.commands.executeCommand('alliance.resolveConflicts');
  });
  return false;
}

/** What was sealed is not all there is: another window wrote at the same time. */
function tellMoreCame(): false {
  void showWarningMessage(
    vscode.l10n.t(
      'Your file was changed elsewhere while you released it, so the release was taken back. Look at what came, and release again.',
    ),
  );
  return false;
}

/**
 * Whoever codes with the mouse leaves turns without a code behind that were read all the same: agreement would be of hardly any
 * turn, so it can be said here that all were judged. Undefined where the person went away.
 */
async function askRelease({
  ownCoding,
  parsed,
  document,
}: CodedTranscript): Promise<'as it is' | 'all judged' | undefined> {
  const yes = vscode.l10n.t('Release');
  const all = vscode.l10n.t('Release, All Turns Judged');
  const turns = parsed.turns.length;
  const judged = ownCoding?.coded ? judgedCount(ownCoding, turns) : turns;
  const detail = [
    judged === turns
      ? vscode.l10n.t('All {0} turns count as judged.', turns)
      : vscode.l10n.t(
          '{0} of {1} turns count as judged: those with a code, and those left behind in coding mode. Rates and agreement leave out the others.',
          judged,
          turns,
        ),
    vscode.l10n.t(
      'The coding is sealed: agreement is computed from it. You can take the release back until you have seen another’s coding of this session.',
    ),
  ].join('\n\n');
  const message = vscode.l10n.t('Release {0}?', baseName(document.uri));
  const buttons = judged === turns ? [yes] : [yes, all];
  const chosen = await showInformationMessage(message, { modal: true, detail }, ...buttons);
  if (chosen === all) return 'all judged';
  return chosen === yes ? 'as it is' : undefined;
}

function takeBackRelease(acting: Acting, confirmed: boolean): Promise<boolean> {
  return withCoded(acting, async (coded) => {
    await acting.codings.loaded(coded);
    const { own } = coded;
    if (!own?.file.file.coding.released) return false;
    if (isNewer(own.file.file.coding)) return tellLocked(coded, own.file) ?? false;
    if (hasSeenAnother(coded)) return tellSeen();
    const yes = vscode.l10n.t('Take Back');
    const message = vscode.l10n.t('Take back the release of {0}?', baseName(coded.document.uri));
    const detail = vscode.l10n.t('The seal is removed, and your file says that it was.');
    const sure = confirmed || (await showInformationMessage(message, { modal: true, detail }, yes)) === yes;
    if (!sure || coded.own?.file !== own.file || hasSeenAnother(coded)) return false;
    own.file.act((file) => takeBack(file, now()));
    return settled(acting, coded, own);
  });
}

/** What one may see of others depends on the release, so everything is read through the gate anew. */
async function settled(acting: Acting, coded: CodedTranscript, own: Person): Promise<boolean> {
  const written = await acting.shownAndWritten(coded, own);
  await acting.codings.reload(coded);
  return written;
}

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
