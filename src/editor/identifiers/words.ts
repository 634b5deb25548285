import * as vscode from 'vscode';
import { showInformationMessage } from '../messages';
import type { Identifier } from '../../engine/identifiers/identifiers';
import type { IdentifierKind } from '../../engine/identifiers/patterns';

/** The code of what is marked; it is no code of `alliance check`, which says nothing of what texts are about. */
export const identifierCode = 'identifier';

/** What a stretch may be. The message never says the words: it can be copied out of the Problems view. */
export function toDiagnostic({ kind, range: { start, end } }: Identifier): vscode.Diagnostic {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  const message = vscode.l10n.t('May identify somebody: {0}.', kindWord(kind));
  const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Information);
  diagnostic.source = 'Alliance';
  diagnostic.code = identifierCode;
  return diagnostic;
}

function kindWord(kind: IdentifierKind): string {
  const words: Readonly<Record<IdentifierKind, string>> = {
    listed: vscode.l10n.t('it is in the study’s list'),
    name: vscode.l10n.t('perhaps a name'),
    place: vscode.l10n.t('an address or a postal code'),
    date: vscode.l10n.t('a date'),
    age: vscode.l10n.t('an age above 89'),
    phone: vscode.l10n.t('a telephone number'),
    email: vscode.l10n.t('an e-mail address'),
    number: vscode.l10n.t('a number that may belong to one person'),
    plate: vscode.l10n.t('a number plate'),
    web: vscode.l10n.t('an address on the internet'),
  };
  return words[kind];
}

/** What a check found, and how far it can be relied on. */
export function tellFound(count: number, transcripts: number, byCapitals: boolean): void {
  const aid = vscode.l10n.t('This is an aid, not a guarantee: read the transcript as well.');
  const nouns = byCapitals
    ? ''
    : vscode.l10n.t(
        'This language writes nouns with a capital, so names are looked for only behind titles (Mr, Frau) and in the study’s list.',
      );
  const said =
    count === 0
      ? vscode.l10n.t(
          'Nothing found that looks like an identifier. Transcripts looked through: {0}.',
          transcripts,
        )
      : vscode.l10n.t('Places that may identify somebody: {0}, in transcripts: {1}.', count, transcripts);
  const show = vscode.l10n.t('Show Problems');
  const buttons = count === 0 ? [] : [show];
  void showInformationMessage([said, nouns, aid].filter(Boolean).join(' '), ...buttons).then((choice) => {
    if (choice === show) void vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}
