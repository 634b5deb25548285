import * as vscode from 'vscode';
import type { Code } from '../../engine/codebook/types';

/** Lines kept free for the choices; nearer to the lower edge they stand above. */
const linesBelow = 5;
/** The box holds as many columns as this many letters allow. */
const widest = 66;
/** A longer label is cut; the keys' page has it whole. */
const longest = 26;
const noBreak = '\u00a0';

/**
 * The choices that refine a code, drawn over the text beside the passage: nothing moves, nothing takes the focus, and the
 * next key takes them away. The style API has no box, and takes any CSS.
 */
export class ChoicesBox implements vscode.Disposable {
  readonly #type = vscode.window.createTextEditorDecorationType({});
  #editor: vscode.TextEditor | undefined;

  dispose(): void {
    this.#type.dispose();
  }

  show(editor: vscode.TextEditor, passage: vscode.Range, choices: readonly Code[]): void {
    if (this.#editor !== editor) this.hide();
    this.#editor = editor;
    const { text, columns } = laidOut(choices);
    const below = hasRoomBelow(editor, passage);
    const at = below ? passage.end : passage.start;
    const side = below ? 'top: 100%; margin-top: 3px' : 'bottom: 100%; margin-bottom: 3px';
    const box = [
      'none; position: absolute; left: 3ch; z-index: 5; box-sizing: content-box; padding: 2px 1ch',
      `width: ${columns}ch; white-space: pre-wrap; pointer-events: none; font-weight: normal; font-style: normal`,
      'line-height: 1.5; border-radius: 3px',
      side,
    ].join('; ');
    const after: vscode.ThemableDecorationAttachmentRenderOptions = {
      contentText: text,
      color: new vscode.ThemeColor('editorHoverWidget.foreground'),
      backgroundColor: new vscode.ThemeColor('editorHoverWidget.background'),
      border: '1px solid',
      borderColor: new vscode.ThemeColor('editorHoverWidget.border'),
      textDecoration: box,
    };
    editor.setDecorations(this.#type, [{ range: new vscode.Range(at, at), renderOptions: { after } }]);
  }

  hide(): void {
    this.#editor?.setDecorations(this.#type, []);
    this.#editor = undefined;
  }
}

function hasRoomBelow({ visibleRanges }: vscode.TextEditor, { start, end }: vscode.Range): boolean {
  const first = visibleRanges[0]?.start.line ?? 0;
  const last = visibleRanges.at(-1)?.end.line ?? Number.POSITIVE_INFINITY;
  return end.line + linesBelow <= last || start.line - linesBelow < first;
}

function shortened(label: string): string {
  const letters = Array.from(label);
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : label;
}

/** Columns of equal width: the text is one line to CSS, which breaks it at the only blanks that may break. */
function laidOut(choices: readonly Code[]): { readonly text: string; readonly columns: number } {
  const cells = choices.map(({ key, label }) => `${key}  ${shortened(label)}`);
  const cell = Math.max(...cells.map((each) => each.length)) + 3;
  const perRow = Math.max(1, Math.min(choices.length, Math.floor(widest / cell)));
  const text = cells.map((each) => each.padEnd(cell - 1).replaceAll(' ', noBreak)).join(' ');
  return { text, columns: perRow * cell };
}
