import * as vscode from 'vscode';
import { identifierCode } from './words';

/** More words than a title of a menu has room for. */
const longestShown = 40;

/** What to do with a stretch that may identify somebody: mask it wherever it stands, or say that it does not. */
export class IdentifierFixes implements vscode.CodeActionProvider {
  static readonly kind = vscode.CodeActionKind.QuickFix;

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const ours = diagnostics.filter(({ source, code }) => source === 'Alliance' && code === identifierCode);
    return ours.flatMap((diagnostic) => {
      const words = document.getText(diagnostic.range).replace(/\s+/gu, ' ');
      const shown = words.length > longestShown ? `${words.slice(0, longestShown)}…` : words;
      const transcript = document.uri.toString();
      return [
        action(vscode.l10n.t('Mask “{0}” in the whole case…', shown), diagnostic, 'alliance.mask', {
          transcript,
          words,
          scope: 'case',
        }),
        action(
          vscode.l10n.t('“{0}” identifies nobody in this study', shown),
          diagnostic,
          'alliance.allowWords',
          {
            transcript,
            words,
          },
        ),
      ];
    });
  }
}

function action(
  title: string,
  diagnostic: vscode.Diagnostic,
  command: string,
  argument: object,
): vscode.CodeAction {
  const made = new vscode.CodeAction(title, IdentifierFixes.kind);
  made.command = { command, title, arguments: [argument] };
  made.diagnostics = [diagnostic];
  made.isPreferred = command === 'alliance.mask';
  return made;
}
