import * as vscode from 'vscode';
import { reveal } from '../../editor/coding/moving';
import { editorOf } from '../../editor/coding/targets';
import type { Hit } from '../../engine/retrieve/hit';
import { rangeOfAt } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import type { Passage } from '../../store/passage';
import type { Node } from './items';

/** Opens the transcript of a passage, if need be, and selects it, or puts the cursor into one of its turns. */
export async function goTo(codings: Codings, node: Node | undefined): Promise<boolean> {
  if (node?.kind !== 'passage' && node?.kind !== 'turn') return false;
  const { passage } = node;
  const document = await vscode.workspace.openTextDocument(passage.uri);
  const coded = codings.of(document.uri);
  if (!coded) {
    await vscode.window.showTextDocument(document);
    return false;
  }
  await codings.loaded(coded);
  if (node.kind === 'turn') return reveal(coded, rangeOfTurn(coded, node.turn.number));
  const range = passageOf(coded, passage)?.range ?? null;
  const shown = await reveal(coded, range);
  const editor = editorOf(coded);
  if (shown && editor && range) editor.selection = new vscode.Selection(range.start, range.end);
  return shown;
}

/** A hit calls its coder as they are called on screen. */
function passageOf(coded: CodedTranscript, { coder, annotation }: Hit): Passage | undefined {
  const { nameOf } = coded.sight;
  return coded
    .passages()
    .find((each) => each.annotation.id === annotation.id && nameOf(each.coder) === coder);
}

/** The turn as it is numbered in the text now. */
function rangeOfTurn(coded: CodedTranscript, turn: number): vscode.Range | null {
  const range = rangeOfAt(coded.parsed.turns, { turn });
  return (
    range && new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character)
  );
}
