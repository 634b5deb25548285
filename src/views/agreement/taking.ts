import * as vscode from 'vscode';
import { setStatusBarMessage, showInformationMessage } from '../../editor/messages';
import { agreementCsv } from '../../engine/agreement/agreementCsv';
import { folderOf } from '../../store/nearest';
import { methodsText } from '../../words/agreementMethods';
import type { AgreementPage } from './agreementPage';
import { askForFile, writtenFile } from '../writtenFile';
import { methodsFacts } from './state';
import type { Compared } from './types';

/** The paragraph for a methods section, to the clipboard; undefined where there are no figures. */
export async function copyMethods({ reckoned, asked }: AgreementPage): Promise<string | undefined> {
  if (!reckoned) {
    void showInformationMessage(
      vscode.l10n.t('There are no figures to copy yet. See the page for what is in the way.'),
    );
    return undefined;
  }
  const text = methodsText(methodsFacts(reckoned, asked), vscode.l10n.t);
  await vscode.env.clipboard.writeText(text);
  setStatusBarMessage(vscode.l10n.t('Copied: the methods paragraph'), 3000);
  return text;
}

/** All figures as a table: of all coders, of each two, of each session. The file written. */
export async function exportFigures({ reckoned, gathered }: AgreementPage): Promise<string | undefined> {
  if (!reckoned || !gathered) return undefined;
  const [place] = gathered.places.values();
  const uri = await askForFile(place && folderOf(place.uri), 'agreement.csv');
  if (!uri) return undefined;
  const ids = (coders: readonly Compared[]): string[] => coders.map(({ id }) => id);
  const all = ids(gathered.coders);
  const csv = agreementCsv([
    { coders: all, session: '', agreement: reckoned.whole },
    ...reckoned.pairs.map(({ coders, agreement }) => ({ coders: ids(coders), session: '', agreement })),
    ...reckoned.sessions.map(({ path, agreement }) => ({ coders: all, session: path, agreement })),
  ]);
  return (await writtenFile(uri, new TextEncoder().encode(csv))) ? uri.toString() : undefined;
}
