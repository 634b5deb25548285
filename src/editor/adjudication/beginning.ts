import * as vscode from 'vscode';
import { showInformationMessage } from '../messages';
import { annotationFileOf, baseName } from '../../store/nearest';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Comparison } from '../../store/comparing';
import type { Adjudication } from './adjudication';
import { notComparedWords } from './telling';

/** Before the consensus file is begun: who is compared, what happens to which file. Going on with one needs no question. */
export async function agreedToBegin(
  coded: CodedTranscript,
  { consensus, progress, notCompared, unplaced }: Comparison,
  adjudication: Adjudication,
): Promise<boolean> {
  if (consensus) return true;
  const begin = vscode.l10n.t('Begin');
  const names = [...adjudication.names(coded).values()].join(', ');
  const file = baseName(annotationFileOf(coded.document.uri, 'consensus'));
  const message = vscode.l10n.t('Make the consensus of {0}?', names);
  const detail = [
    vscode.l10n.t('They agree in {0} places, which are taken over at once.', progress.agreed),
    vscode.l10n.t('They differ in {0}, which you decide one by one.', progress.total),
    vscode.l10n.t('It all goes into {0}. What the coders released stays as it is.', file),
    ...notComparedWords(notCompared, unplaced),
  ].join('\n\n');
  return (await showInformationMessage(message, { modal: true, detail }, begin)) === begin;
}
