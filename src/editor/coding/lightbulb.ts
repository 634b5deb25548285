import * as vscode from 'vscode';
import type { Codings } from '../../store/codings';
import { language } from '../../store/transcripts';

/** Tagging from the lightbulb: only for a selection, so that the bulb does not follow a reader from turn to turn. */
export class TagActions implements vscode.CodeActionProvider {
  static readonly kind = vscode.CodeActionKind.RefactorRewrite.append('alliance');
  readonly #codings: Codings;

  constructor(codings: Codings) {
    this.#codings = codings;
  }

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range | vscode.Selection,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const coded = this.#codings.of(document.uri);
    const asked = context.triggerKind === vscode.CodeActionTriggerKind.Invoke;
    if (!coded || (range.isEmpty && !asked)) return [];
    const families = coded.codebook.families.map((family) =>
      action(vscode.l10n.t('Tag as {0}', family.label), 'alliance.tag', [{ code: family.id }]),
    );
    return [...families, action(vscode.l10n.t('Tag with Any Code…'), 'alliance.tag', [])];
  }
}

function action(title: string, command: string, args: unknown[]): vscode.CodeAction {
  const made = new vscode.CodeAction(title, TagActions.kind);
  made.command = { command, title, arguments: args };
  return made;
}

export function registerLightbulb(codings: Codings): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(language, new TagActions(codings), {
    providedCodeActionKinds: [TagActions.kind],
  });
}
