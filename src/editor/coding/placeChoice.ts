import * as vscode from 'vscode';
import { plainRows } from '../picks';
import { turnAtLine } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Passage } from '../../store/passage';
import { editorOf } from './targets';

interface ChoiceItem extends vscode.QuickPickItem {
  readonly range: vscode.Range;
}

/** The equally good places of an annotation, each shown in the text as it is looked at; undefined where none was chosen. */
export async function choosePlace(
  coded: CodedTranscript,
  passage: Passage,
): Promise<vscode.Range | undefined> {
  const pick = vscode.window.createQuickPick<ChoiceItem>();
  pick.title = vscode.l10n.t('Where is “{0}”?', passage.code?.label ?? passage.annotation.code);
  pick.placeholder = vscode.l10n.t('Its words stand in more than one place. Look at each, and choose.');
  pick.items = plainRows(passage.choices.map((range) => itemOf(coded, range)));
  const looking = pick.onDidChangeActive(([item]) => {
    if (item) show(coded, item.range);
  });
  try {
    return await new Promise((resolve) => {
      pick.onDidAccept(() => resolve(pick.activeItems[0]?.range));
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    looking.dispose();
    pick.dispose();
  }
}

/** The turn with those around it: what stands before and behind tells the places apart. */
function itemOf(coded: CodedTranscript, range: vscode.Range): ChoiceItem {
  const { turns } = coded.parsed;
  const number = turnAtLine(turns, range.start.line)?.number ?? 0;
  const words = (turn: number): string => turns[turn - 1]?.text.replaceAll('\n', ' ') ?? '';
  return {
    label: vscode.l10n.t('Turn {0}: {1}', number, words(number)),
    detail: vscode.l10n.t('after “{0}”, before “{1}”', words(number - 1), words(number + 1)),
    range,
  };
}

function show(coded: CodedTranscript, range: vscode.Range): void {
  const editor = editorOf(coded);
  if (!editor) return;
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
