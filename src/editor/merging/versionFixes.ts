import * as vscode from 'vscode';
import { rangeOf } from '../../engine/annotations/ranges';
import { readAnnotationFile } from '../../engine/annotations/read';

/** Files that may be annotation files, copies of sync tools among them; what is said of them decides. */
export const versionFiles: vscode.DocumentSelector = { language: 'yaml', pattern: '**/*.alliance*.yaml' };

/** Ways out of what the Problems view says of two versions of a file: commands, since they change more than this text. */
export class VersionFixes implements vscode.CodeActionProvider {
  static readonly kind = vscode.CodeActionKind.QuickFix;

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    return diagnostics
      .filter(({ source }) => source === 'Alliance')
      .flatMap((diagnostic) => {
        const { code } = diagnostic;
        if (code === 'conflict') return conflictActions(document, diagnostic);
        if (code !== 'conflict-copy' && code !== 'git-conflict') return [];
        const title = vscode.l10n.t('Merge Versions…');
        return [action(title, diagnostic, 'alliance.mergeCopy', { uri: document.uri.toString() }, true)];
      });
  }
}

function conflictActions(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
  const { file } = readAnnotationFile(document.getText());
  const line = diagnostic.range.start.line;
  const found = file?.coding.conflicts.find(({ id }) => rangeOf(file, 'conflicts', id)?.start.line === line);
  if (!found) return [];
  const args = { uri: document.uri.toString(), id: found.id };
  const command = 'alliance.resolveConflicts';
  return [
    action(vscode.l10n.t('Show both and decide…'), diagnostic, command, args, true),
    action(vscode.l10n.t('Keep what stands here'), diagnostic, command, { ...args, keep: 'here' }, false),
    action(
      vscode.l10n.t('Take what the other version says'),
      diagnostic,
      command,
      { ...args, keep: 'other' },
      false,
    ),
  ];
}

function action(
  title: string,
  diagnostic: vscode.Diagnostic,
  command: string,
  args: object,
  isPreferred: boolean,
): vscode.CodeAction {
  const made = new vscode.CodeAction(title, VersionFixes.kind);
  made.command = { command, title, arguments: [args] };
  made.diagnostics = [diagnostic];
  made.isPreferred = isPreferred;
  return made;
}
