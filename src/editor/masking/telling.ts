import * as vscode from 'vscode';
import { showErrorMessage, showInformationMessage, showWarningMessage } from '../messages';
import type { PlannedTranscript } from './plan';
import type { Masked } from './performing';
import type { MaskRequest } from './request';

/** Names every file that will be changed, and what cannot be taken back. Nothing of what they say is shown. */
export async function agreed(
  { token }: MaskRequest,
  planned: readonly PlannedTranscript[],
): Promise<boolean> {
  const yes = vscode.l10n.t('Mask');
  const mentions = planned.reduce((sum, each) => sum + each.mentions, 0);
  const texts = planned.filter((each) => each.mentions > 0).map(({ uri }) => uri);
  const files = planned.flatMap((each) => each.files);
  const refused = planned.filter((each) => each.refused).map(({ uri }) => uri);
  const detail = [
    texts.length > 0 ? headed(vscode.l10n.t('Transcripts that will be changed:'), texts) : '',
    files.length > 0
      ? headed(
          vscode.l10n.t(
            'Annotation files that will be changed, other people’s too; each says in its log that you masked:',
          ),
          files,
        )
      : '',
    refused.length > 0
      ? headed(vscode.l10n.t('Left as they are, since lines would become other turns:'), refused)
      : '',
    vscode.l10n.t(
      'Undo brings back the text of a transcript. What is masked in annotation files does not come back, and no list of names is kept.',
    ),
  ];
  const message = vscode.l10n.t(
    'Put {0} in the place of the name? Mentions in transcripts: {1}.',
    token,
    mentions,
  );
  const options = { modal: true, detail: detail.filter(Boolean).join('\n\n') };
  return (await showWarningMessage(message, options, yes)) === yes;
}

function headed(head: string, uris: readonly vscode.Uri[]): string {
  return [head, ...uris.map((uri) => vscode.workspace.asRelativePath(uri, false))].join('\n');
}

export function tellMasked({ token, mentions, transcripts, files, failed, left }: Masked): void {
  const lines = [
    vscode.l10n.t(
      '{0} put in: mentions {1}, transcripts {2}, annotation files {3}.',
      token,
      mentions,
      transcripts.length,
      files.length,
    ),
    failed.length > 0 ? vscode.l10n.t('Not done, so the name is still there: {0}.', failed.join(', ')) : '',
    left.length > 0
      ? vscode.l10n.t(
          'The name is also where it is not masked, in a header, as a speaker or in what cannot be read: {0}. Please look there.',
          left.join(', '),
        )
      : '',
  ];
  const message = lines.filter(Boolean).join(' ');
  void (failed.length + left.length > 0 ? showWarningMessage(message) : showInformationMessage(message));
}

export function tellNothing(): undefined {
  void showInformationMessage(
    vscode.l10n.t('The name stands nowhere there as a word of its own, or is masked already.'),
  );
  return undefined;
}

export function tellRefused(message: string): undefined {
  void showErrorMessage(message);
  return undefined;
}
