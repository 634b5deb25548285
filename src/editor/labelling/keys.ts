import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { givenLabels, speakerFor } from '../../engine/interchange/labelling';
import type { ParsedTranscript } from '../../engine/transcript/parse';

interface KeyItem extends vscode.QuickPickItem {
  readonly key: string;
}

/** The keys of labelling, with the speakers of this transcript; what is chosen is pressed. */
export async function chooseLabelKey(parsed: ParsedTranscript): Promise<string | undefined> {
  const row = (key: string, words: string, pressed = key): KeyItem => ({
    label: `${key}\u2003${words}`,
    key: pressed,
  });
  const digits = givenLabels(parsed)
    .slice(0, 9)
    .map(({ label }, index) => row(String(index + 1), label));
  const items: KeyItem[] = [
    row('t', vscode.l10n.t('{0}, the therapist', speakerFor(parsed, 'therapist').label)),
    row('c', vscode.l10n.t('{0}, the client', speakerFor(parsed, 'client').label)),
    row('o', vscode.l10n.t('Somebody else; the name is asked for once')),
    ...digits,
    row('m', vscode.l10n.t('Goes on with the turn above')),
    row('j ↓', vscode.l10n.t('Next turn'), 'j'),
    row('k ↑', vscode.l10n.t('Previous turn'), 'k'),
    row('u ⌫', vscode.l10n.t('Undo, as Ctrl+Z (⌘Z) does'), 'u'),
    row('Esc', vscode.l10n.t('Leave'), 'escape'),
  ];
  const chosen = await showQuickPick(items, { title: vscode.l10n.t('Keys of labelling') });
  return chosen?.key;
}

/** Who else speaks. Undefined where the person pressed Escape. */
export async function askForOther(): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Who else speaks?'),
    prompt: vscode.l10n.t('The label of this person, as it is to stand before the colon.'),
    placeHolder: vscode.l10n.t('Mother'),
    validateInput: (text) =>
      /[:\r\n]/.test(text) ? vscode.l10n.t('A label has no colon in it.') : undefined,
  });
  return name?.trim() || undefined;
}
