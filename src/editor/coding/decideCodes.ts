import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import type { Undecided } from '../../engine/annotations/recodeAll';
import type { Code } from '../../engine/codebook/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import { reveal } from './moving';

interface Answer extends vscode.QuickPickItem {
  /** Null: left for later. */
  readonly code?: Code | null;
  /** For all that follow with the same old id. */
  readonly always?: boolean;
}

/**
 * Which code each annotation gets whose own was replaced by several, asked one by one with its words, the passage in view.
 * `choices` holds what was decided for all of an old id, and grows. Those left for later are missing from the result;
 * undefined where the person does not want to go on.
 */
export async function decide(
  coded: CodedTranscript,
  undecided: readonly Undecided[],
  choices: Map<string, string>,
  asks: boolean,
): Promise<ReadonlyMap<string, string> | undefined> {
  const chosen = new Map<string, string>();
  const later = new Set<string>();
  for (const [index, each] of undecided.entries()) {
    const { annotation, candidates } = each;
    const known = candidates.find(({ id }) => id === choices.get(annotation.code));
    if (known) chosen.set(annotation.id, known.id);
    if (known || !asks || later.has(annotation.code)) continue;
    const answer = await ask(coded, each, `${index + 1}/${undecided.length}`);
    if (!answer) return undefined;
    const { code, always } = answer;
    if (code) chosen.set(annotation.id, code.id);
    if (code && always) choices.set(annotation.code, code.id);
    if (!code && always) later.add(annotation.code);
  }
  return chosen;
}

async function ask(
  coded: CodedTranscript,
  { annotation, candidates }: Undecided,
  step: string,
): Promise<Answer | undefined> {
  const range = coded.passages().find((each) => each.own && each.annotation.id === annotation.id)?.range;
  if (range) await reveal(coded, range);
  const quote = annotation.quote?.replaceAll('\n', ' ').slice(0, 120) ?? '';
  return showQuickPick(
    [
      separator(vscode.l10n.t('This passage')),
      ...candidates.map((code) => answerOf(code, false)),
      { label: vscode.l10n.t('Leave for later'), code: null, always: false },
      separator(vscode.l10n.t('Every passage with “{0}”', annotation.code)),
      ...candidates.map((code) => answerOf(code, true)),
      { label: vscode.l10n.t('Leave all of these for later'), code: null, always: true },
    ],
    {
      title: vscode.l10n.t('“{0}” was replaced by several codes ({1})', annotation.code, step),
      placeHolder: quote,
      matchOnDescription: true,
      ignoreFocusOut: true,
    },
  );
}

function answerOf(code: Code, always: boolean): Answer {
  return {
    label: always ? vscode.l10n.t('All: {0}', code.label) : code.label,
    description: code.id,
    ...(always ? {} : { detail: code.definition }),
    code,
    always,
  };
}

function separator(label: string): Answer {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
