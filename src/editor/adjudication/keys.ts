import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import type { Matter } from '../../engine/adjudication/matter';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Adjudication } from './adjudication';
import { alternativeItems } from './choosing';
import { kindWord, silentIn, titleOf, whereWord } from './words';

interface KeyItem extends vscode.QuickPickItem {
  readonly key?: string;
}

/** All that can be done about a disagreement, with all that each coder said; the key of what was chosen. */
export async function chooseKey(
  adjudication: Adjudication,
  coded: CodedTranscript,
  matter: Matter,
): Promise<string | undefined> {
  const silent = silentIn(matter, adjudication.names(coded)).join(', ');
  const kinds = matter.kinds.map(kindWord).join(', ');
  const items: KeyItem[] = [
    ...alternativeItems(adjudication, coded, matter).map(({ label, detail, value }): KeyItem => ({
      label,
      key: String(value + 1),
      ...(detail === undefined ? {} : { detail }),
    })),
    ...otherItems(matter),
  ];
  const chosen = await showQuickPick(items, {
    title: [titleOf(matter, coded), whereWord(matter), kinds].filter(Boolean).join(' · '),
    placeHolder: silent === '' ? '' : vscode.l10n.t('Nothing there from: {0}', silent),
    matchOnDetail: true,
  });
  return chosen?.key;
}

function otherItems({ subject, alternatives }: Matter): KeyItem[] {
  const item = (key: string, label: string): KeyItem => ({ label: `${key}  ${label}`, key });
  const several = subject !== 'rating' && alternatives.length > 1;
  return [
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    ...(several ? [item('b', vscode.l10n.t('Accept all of them'))] : []),
    ...(several ? [item('m', vscode.l10n.t('Merge them into one'))] : []),
    item('c', vscode.l10n.t('Decide otherwise: another code, other words, other values')),
    item('x', vscode.l10n.t('Neither: nothing of it goes into the consensus')),
    item('r', vscode.l10n.t('Give a reason')),
    { label: vscode.l10n.t('Go on'), kind: vscode.QuickPickItemKind.Separator },
    item('j', vscode.l10n.t('Next that is not decided')),
    item('k', vscode.l10n.t('Previous that is not decided')),
    item('n', vscode.l10n.t('Next, decided or not')),
    item('p', vscode.l10n.t('Previous, decided or not')),
  ];
}
