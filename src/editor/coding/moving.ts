import * as vscode from 'vscode';
import { setStatusBarMessage, showInformationMessage } from '../messages';
import { judge } from '../../engine/annotations/acts';
import { turnAtLine } from '../../engine/transcript/offsets';
import type { Turn } from '../../engine/transcript/types';
import { lineOf } from '../../engine/codebook/line';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Passage } from '../../store/passage';
import type { Acting } from './acting';
import { isJudged } from './judging';
import { argumentsOf, codedOf, editorOf, type CommandArguments } from './targets';

/** Going from passage to passage, to one by its id, and marking what was read as judged. */
export function registerMoving(acting: Acting): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  const { codings } = acting;
  return vscode.Disposable.from(
    registerCommand('alliance.nextAnnotation', (first: unknown) =>
      step(codedOf(codings), 1, argumentsOf(first)),
    ),
    registerCommand('alliance.previousAnnotation', (first: unknown) =>
      step(codedOf(codings), -1, argumentsOf(first)),
    ),
    registerCommand('alliance.reveal', (first: unknown) => {
      const { id } = argumentsOf(first);
      const coded = codedOf(codings);
      const passage = coded && id !== undefined ? coded.passage(id) : undefined;
      return coded && passage ? reveal(coded, passage.range ?? passage.choices[0] ?? null, passage) : false;
    }),
    registerCommand('alliance.judge', () => judgeToHere(acting)),
    registerCommand('alliance.nextUncodedTurn', () => toUncodedTurn(acting)),
    registerCommand('alliance.openAnnotationFile', async () => {
      const own = codedOf(codings)?.own;
      if (own) await vscode.window.showTextDocument(own.file.uri);
      else void showInformationMessage(vscode.l10n.t('You have not coded anything in this transcript yet.'));
    }),
  );
}

/** Shows a stretch of the transcript and puts the cursor there; false where it has no place. */
export async function reveal(
  coded: CodedTranscript,
  range: vscode.Range | null,
  passage?: Passage,
): Promise<boolean> {
  if (passage?.state === 'ambiguous' && passage.editable) {
    void vscode.commands.executeCommand('alliance.choosePlace', { id: passage.annotation.id });
    return true;
  }
  if (!range) {
    tellLost(passage);
    return false;
  }
  const editor = await vscode.window.showTextDocument(coded.document, {
    viewColumn: editorOf(coded)?.viewColumn ?? vscode.ViewColumn.Active,
    selection: new vscode.Range(range.start, range.start),
  });
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}

function tellLost(passage: Passage | undefined): void {
  const lost = vscode.l10n.t('This annotation has lost its place in the text.');
  const remedy = vscode.l10n.t('Select the words it belongs on, and run “Place Annotation Here”.');
  void showInformationMessage(passage?.editable ? `${lost} ${remedy}` : lost);
}

async function step(
  coded: CodedTranscript | undefined,
  direction: 1 | -1,
  { code }: CommandArguments,
): Promise<boolean> {
  if (!coded) return false;
  const here = editorOf(coded)?.selection.active ?? new vscode.Position(0, 0);
  const next =
    code === undefined ? nextPassage(coded, here, direction) : nextOfCode(coded, here, direction, code);
  return next ? reveal(coded, next) : false;
}

/** The nearest passage with this code, or one below it, round the ends of the transcript. */
function nextOfCode(
  coded: CodedTranscript,
  here: vscode.Position,
  direction: 1 | -1,
  id: string,
): vscode.Range | undefined {
  const isOf = ({ code, annotation }: Passage): boolean =>
    code ? lineOf(code, coded.codebook).some((each) => each.id === id) : annotation.code === id;
  const found = coded
    .passages()
    .flatMap((passage) => (passage.range && isOf(passage) ? [passage.range] : []));
  const ranges = direction > 0 ? found : found.toReversed();
  const beyond = ranges.find(({ start }) => (direction > 0 ? start.isAfter(here) : start.isBefore(here)));
  const next = beyond ?? ranges[0];
  if (!next) setStatusBarMessage(vscode.l10n.t('No passage has this code.'), 3000);
  return next;
}

/** The nearest passage that begins behind a place, or before it; says so where there is none. */
export function nextPassage(
  coded: CodedTranscript,
  here: vscode.Position,
  direction: 1 | -1,
): vscode.Range | undefined {
  const ranges = coded.passages().flatMap(({ range }) => (range ? [range] : []));
  const next =
    direction > 0
      ? ranges.find(({ start }) => start.isAfter(here))
      : ranges.findLast(({ start }) => start.isBefore(here));
  if (!next) setStatusBarMessage(vscode.l10n.t('No further annotation.'), 3000);
  return next;
}

/** Returns the number of the turn; undefined where all are judged. */
async function toUncodedTurn(acting: Acting): Promise<number | undefined> {
  const coded = codedOf(acting.codings);
  const editor = coded && editorOf(coded);
  const turn = editor && nextUncodedTurn(acting, coded, editor.selection.active);
  if (!turn) return undefined;
  await reveal(coded, rangeOfTurn(turn));
  return turn.number;
}

/** The nearest turn behind a place that nobody judged yet, else the first of all; says so where there is none. */
export function nextUncodedTurn(
  acting: Acting,
  coded: CodedTranscript,
  { line }: vscode.Position,
): Turn | undefined {
  const { turns } = coded.parsed;
  const here = turnAtLine(turns, line)?.number ?? 0;
  const judged = acting.judgedTurns(coded);
  const open = (turn: Turn): boolean => !isJudged(judged, turn.number);
  const next = turns.slice(here).find(open) ?? turns.slice(0, here).find(open);
  if (!next) setStatusBarMessage(vscode.l10n.t('Every turn is judged.'), 3000);
  return next;
}

/** Where a turn's words stand; behind its label where it has none. */
export function rangeOfTurn({ line, lastLine, pieces, label }: Turn): vscode.Range {
  const first = pieces[0];
  const last = pieces.at(-1);
  return first && last
    ? new vscode.Range(first.line, first.start, last.line, last.end)
    : new vscode.Range(line, label.length + 1, lastLine, label.length + 1);
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
