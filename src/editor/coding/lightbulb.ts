import * as vscode from 'vscode';
import { likelyCodes } from '../../engine/codebook/likely';
import { turnAtLine } from '../../engine/transcript/offsets';
import type { Role } from '../../engine/transcript/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import { language } from '../../store/transcripts';

/** More would be a codebook, and that is one line further down. */
const mostCodes = 6;

/** A longer selection is of no one role. */
const mostTurns = 50;

/** One to four words with a capital each: perhaps somebody's name. */
const namelike = /^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s\p{Lu}[\p{L}\p{M}'’.-]*){0,3}$/u;

/** Tagging from the lightbulb: only for a selection, so that the bulb does not follow a reader from turn to turn. */
class TagActions implements vscode.CodeActionProvider {
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
    const roles = rolesIn(coded, range);
    // Not in a turn, there is nothing to tag.
    if (roles.size === 0) return [];
    const used = coded.ownCoding?.annotations ?? [];
    const codes = likelyCodes(coded.codebook, roles, used, mostCodes).map(({ id, label }) =>
      action(vscode.l10n.t('Tag as {0}', label), 'alliance.tag', [{ code: id }]),
    );
    const mask = namelike.test(document.getText(range))
      ? [action(vscode.l10n.t('Mask Name…'), 'alliance.mask', [])]
      : [];
    return [...codes, action(vscode.l10n.t('Tag with Any Code…'), 'alliance.tag', []), ...mask];
  }
}

/** Who speaks in a stretch of the text. */
function rolesIn({ parsed }: CodedTranscript, { start, end }: vscode.Range): ReadonlySet<Role> {
  const first = turnAtLine(parsed.turns, start.line) ?? parsed.turns[0];
  const roles = new Set<Role>();
  for (const turn of parsed.turns.slice((first?.number ?? 1) - 1, (first?.number ?? 1) - 1 + mostTurns)) {
    if (turn.line <= end.line) roles.add(turn.role);
  }
  return roles;
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
