import * as vscode from 'vscode';
import { codingOf, huge } from '../data';
import { lanesOf } from '../../../src/engine/annotations/lanes';
import { familyLetter } from '../../../src/engine/codebook/keys';
import { defaultCodebook } from '../../../src/engine/codebook/read';
import { rangeOfAt } from '../../../src/engine/transcript/offsets';
import { parseTranscript } from '../../../src/engine/transcript/parse';
import { createLetterType, letterDecorations, type Letter } from '../../../src/editor/drawing/letters';
import { LineMarks } from '../../../src/editor/drawing/lineMarks';
import { nearestColour, type PaletteColour } from '../../../src/editor/drawing/palette';
import { mostStripes, StripeTypes, type Stripe } from '../../../src/editor/drawing/stripes';

/**
 * What a coded text costs VS Code itself: the same words coloured and the same passages drawn near what is seen, by an
 * extension that does nothing else and nothing at all at a key. Passages are drawn up to the end of their first line.
 */
export function activate({ subscriptions }: vscode.ExtensionContext): void {
  const [stripes, letters, lineMarks] = [new StripeTypes(), createLetterType(), new LineMarks()];
  const marks = new WeakMap<vscode.TextDocument, readonly Mark[]>();
  const draw = (editor: vscode.TextEditor): void => {
    const { document } = editor;
    if (document.languageId !== 'session-transcript') return;
    const all = marks.get(document) ?? marksOf(document);
    marks.set(document, all);
    const near = all.filter(({ range }) => isNear(editor, range));
    drawStripes(editor, stripes, near);
    editor.setDecorations(letters, letterDecorations(near.map(({ letter }) => letter)));
    lineMarks.drawGutter(editor, coloursByLine(near));
    lineMarks.drawRuler(editor, coloursByLine(all));
  };
  vscode.window.visibleTextEditors.forEach(draw);
  subscriptions.push(
    stripes,
    letters,
    lineMarks,
    vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(draw)),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => draw(textEditor)),
  );
}

interface Mark extends Stripe {
  readonly range: vscode.Range;
  readonly letter: Letter;
}

function marksOf(document: vscode.TextDocument): readonly Mark[] {
  const codebook = defaultCodebook();
  const families = codebook.families.map(({ id }) => id);
  const text = document.getText();
  const { turns } = parseTranscript(text);
  const found = codingOf(text, huge.annotations).annotations.flatMap(({ at, code }) => {
    const place = at && rangeOfAt(turns, at);
    if (!place) return [];
    const { line, character } = place.start;
    const end = place.end.line === line ? place.end.character : document.lineAt(line).text.length;
    return [{ range: new vscode.Range(line, character, line, end), code: codebook.codes.get(code) }];
  });
  const lanes = lanesOf(found.map(({ range }) => range));
  return found.map(({ range, code }): Mark => {
    const colour = nearestColour(code?.color ?? '#999999');
    const letter = familyLetter(codebook, code?.family ?? '');
    return {
      range,
      lane: lanes.get(range) ?? 0,
      colour,
      family: families.indexOf(code?.family ?? ''),
      letter: { at: range.start, letter, colour, unconfirmed: false, afterBlank: true },
    };
  });
}

function drawStripes(editor: vscode.TextEditor, stripes: StripeTypes, near: readonly Mark[]): void {
  const ranges = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
  for (const mark of near) {
    if (mark.lane >= mostStripes) continue;
    const type = stripes.type(mark);
    ranges.set(type, [...(ranges.get(type) ?? []), mark.range]);
  }
  for (const type of stripes.all()) editor.setDecorations(type, ranges.get(type) ?? []);
}

function isNear(editor: vscode.TextEditor, { start }: vscode.Range): boolean {
  return editor.visibleRanges.some(
    (seen) => start.line > seen.start.line - 60 && start.line < seen.end.line + 60,
  );
}

function coloursByLine(marks: readonly Mark[]): Map<number, Set<PaletteColour>> {
  const lines = new Map<number, Set<PaletteColour>>();
  for (const { range, colour } of marks) {
    const { line } = range.start;
    lines.set(line, (lines.get(line) ?? new Set<PaletteColour>()).add(colour));
  }
  return lines;
}
