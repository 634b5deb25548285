import * as vscode from 'vscode';
import { setStatusBarMessage, showInformationMessage } from '../messages';
import type { PassageMatter } from '../../engine/adjudication/matter';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { NotCompared } from '../../store/comparing';

/** What a person is told when disagreements cannot be shown or decided. */

export function tellNotYet(): null {
  void showInformationMessage(
    vscode.l10n.t(
      'You code this session yourself: disagreements can be decided when you have released it, or by a supervisor.',
    ),
  );
  return null;
}

export function tellNothingToCompare({ hidden }: CodedTranscript): null {
  const waiting = hidden.filter(({ reason }) => reason === 'not-released').map(({ coder }) => coder);
  const who = waiting.length > 0 ? ` ${vscode.l10n.t('Not released yet: {0}.', waiting.join(', '))}` : '';
  void showInformationMessage(
    `${vscode.l10n.t('Disagreements show when at least two coders have released this session, with their seals unbroken.')}${who}`,
  );
  return null;
}

export function tellSealed(): null {
  const takeBack = vscode.l10n.t('Take Back Release…');
  const message = vscode.l10n.t('The consensus of this session is released, so it is sealed.');
  void showInformationMessage(message, takeBack).then((choice) => {
    if (choice === takeBack) void vscode.commands.executeCommand('alliance.takeBackConsensus');
  });
  return null;
}

/** An episode links passages: what becomes of it depends on what becomes of them. */
export function tellPassagesFirst(open: readonly PassageMatter[]): false {
  const turns = open.map(({ turn }) => turn).join(', ');
  void showInformationMessage(
    vscode.l10n.t('Decide the passages first that this episode links, in turns {0}.', turns),
  );
  return false;
}

export function tellBriefly(message: string): void {
  setStatusBarMessage(message, 5000);
}

/** Who is left out of the comparison, and why; empty where nobody is. */
export function notComparedWords(left: readonly NotCompared[], unplaced: number): string[] {
  const of = (reason: NotCompared['reason']): string =>
    left
      .filter((each) => each.reason === reason)
      .map(({ coder }) => coder)
      .join(', ');
  const [unreleased, broken] = [of('not-released'), of('seal-broken')];
  return [
    ...(unreleased === '' ? [] : [vscode.l10n.t('Not compared, since not released: {0}.', unreleased)]),
    ...(broken === ''
      ? []
      : [vscode.l10n.t('Not compared, since changed after the release (the seal is broken): {0}.', broken)]),
    ...(unplaced === 0
      ? []
      : [
          vscode.l10n.t(
            'Not compared, since their place in the text is not certain: {0} passages.',
            unplaced,
          ),
        ]),
  ];
}
