import * as vscode from 'vscode';
import { release, takeBack } from '../engine/annotations/acts';
import type { CodedTranscript } from '../store/codedTranscript';
import { baseName } from '../store/nearest';
import type { Acting } from './acting';
import { argumentsOf, codedOf } from './targets';

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

async function releaseSession(acting: Acting, confirmed: boolean): Promise<boolean> {
  const coded = codedOf(acting.codings);
  const own = coded && (await acting.begin(coded));
  if (!coded || !own) return false;
  const open = coded.passages().filter((passage) => passage.own && passage.state !== 'certain').length;
  if (open > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Passages that still have to be confirmed or have lost their place: {0}. Look through them in the Annotations view before you release.',
        open,
      ),
    );
    return false;
  }
  if (!confirmed && !(await agreed(coded))) return false;
  const turns = coded.parsed.turns.length;
  own.file.act((file) => release(file, now(), turns));
  return settled(acting, coded);
}

async function agreed(coded: CodedTranscript): Promise<boolean> {
  const yes = vscode.l10n.t('Release');
  const { coded: spans } = coded.ownCoding ?? {};
  const judged = spans?.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const turns = coded.parsed.turns.length;
  const detail = [
    judged === undefined
      ? vscode.l10n.t('All {0} turns count as judged.', turns)
      : vscode.l10n.t('{0} of {1} turns count as judged.', judged, turns),
    vscode.l10n.t(
      'The coding is sealed: agreement is computed from it. You can take the release back until you have seen another’s coding of this session.',
    ),
  ].join('\n\n');
  const message = vscode.l10n.t('Release {0}?', baseName(coded.document.uri));
  return (await vscode.window.showInformationMessage(message, { modal: true, detail }, yes)) === yes;
}

async function takeBackRelease(acting: Acting, confirmed: boolean): Promise<boolean> {
  const coded = codedOf(acting.codings);
  if (coded) await acting.codings.loaded(coded);
  const own = coded?.own;
  if (!coded || !own?.file.file.coding.released) return false;
  if (hasSeenAnother(coded)) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'You have seen another’s coding of this session, so your release stands. Changes go into the consensus.',
      ),
    );
    return false;
  }
  const yes = vscode.l10n.t('Take Back');
  const message = vscode.l10n.t('Take back the release of {0}?', baseName(coded.document.uri));
  const detail = vscode.l10n.t('The seal is removed, and your file says that it was.');
  if (
    !confirmed &&
    (await vscode.window.showInformationMessage(message, { modal: true, detail }, yes)) !== yes
  )
    return false;
  own.file.act((file) => takeBack(file, now()));
  return settled(acting, coded);
}

/** The gate was open: another coder's released work stood beside one's own. */
function hasSeenAnother(coded: CodedTranscript): boolean {
  const looked = coded.ownCoding?.log.some(({ event }) => event === 'looked') ?? false;
  return looked || coded.people.some(({ own, file }) => !own && file.file.coding.role === 'coder');
}

/** What one may see of others depends on the release, so everything is read through the gate anew. */
async function settled(acting: Acting, coded: CodedTranscript): Promise<boolean> {
  const written = (await coded.own?.file.save()) === null;
  await acting.codings.reload(coded);
  acting.codings.changed(coded);
  return written;
}

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
