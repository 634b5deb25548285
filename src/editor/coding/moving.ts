import * as vscode from 'vscode';
import { judge } from '../../engine/annotations/acts';
import { turnAtLine } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Acting } from './acting';
import { argumentsOf, codedOf, editorOf } from './targets';

/** Going from passage to passage, to one by its id, and marking what was read as judged. */
export function registerMoving(acting: Acting): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  const { codings } = acting;
  return vscode.Disposable.from(
    registerCommand('alliance.nextAnnotation', () => step(codedOf(codings), 1)),
    registerCommand('alliance.previousAnnotation', () => step(codedOf(codings), -1)),
    registerCommand('alliance.reveal', (first: unknown) => {
      const { id } = argumentsOf(first);
      const coded = codedOf(codings);
      return coded && id !== undefined ? reveal(coded, coded.passage(id)?.range ?? null) : false;
    }),
    registerCommand('alliance.judge', () => judgeToHere(acting)),
    registerCommand('alliance.openAnnotationFile', async () => {
      const own = codedOf(codings)?.own;
      if (own) await vscode.window.showTextDocument(own.file.uri);
      else
        void vscode.window.showInformationMessage(
          vscode.l10n.t('You have not coded anything in this transcript yet.'),
        );
    }),
  );
}

/** Shows a stretch of the transcript and puts the cursor there; false where it has no place. */
export async function reveal(coded: CodedTranscript, range: vscode.Range | null): Promise<boolean> {
  if (!range) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('This annotation has lost its place in the text.'),
    );
    return false;
  }
  const editor = await vscode.window.showTextDocument(coded.document, {
    viewColumn: editorOf(coded)?.viewColumn ?? vscode.ViewColumn.Active,
    selection: new vscode.Range(range.start, range.start),
  });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}

async function step(coded: CodedTranscript | undefined, direction: 1 | -1): Promise<boolean> {
  const editor = coded && editorOf(coded);
  if (!coded || !editor) return false;
  const here = editor.selection.active;
  const starts = coded.passages().flatMap(({ range }) => (range ? [range] : []));
  const next =
    direction > 0
      ? starts.find(({ start }) => start.isAfter(here))
      : starts.findLast(({ start }) => start.isBefore(here));
  if (next) return reveal(coded, next);
  vscode.window.setStatusBarMessage(vscode.l10n.t('No further annotation.'), 3000);
  return false;
}

/** All turns up to the cursor were read and judged: those without a code are without one on purpose. */
async function judgeToHere(acting: Acting): Promise<boolean> {
  const coded = codedOf(acting.codings);
  const editor = coded && editorOf(coded);
  const turn = editor && turnAtLine(coded.parsed.turns, editor.selection.active.line);
  if (!coded || !turn) return false;
  return acting.perform(coded, vscode.l10n.t('Mark Turns as Judged'), (file) =>
    judge(file, [{ from: 1, to: turn.number }]),
  );
}
