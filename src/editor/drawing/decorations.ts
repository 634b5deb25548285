import * as vscode from 'vscode';
import { familyLetter } from '../../engine/codebook/keys';
import type { Code } from '../../engine/codebook/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import type { Passage } from '../../store/passage';
import { LineMarks } from './lineMarks';
import { nearestColour, type PaletteColour } from './palette';
import { createLetterType, letterAt, LookTypes } from './stripes';
import { stretchesOf, type Placed } from './stretches';

/** Lines drawn above and below what is seen, so that a scroll finds them there. */
const margin = 60;

/** Draws the passages of every visible transcript: stripes and letters near what is seen, marks beside all lines. */
export class Decorations implements vscode.Disposable {
  readonly #codings: Codings;
  readonly #looks = new LookTypes();
  readonly #letters = createLetterType();
  readonly #lineMarks = new LineMarks();
  readonly #disposables: vscode.Disposable[];
  readonly #timers = new Map<vscode.TextEditor, ReturnType<typeof setTimeout>>();
  #settings = readSettings();

  constructor(codings: Codings) {
    this.#codings = codings;
    const { window, workspace } = vscode;
    this.#disposables = [
      this.#looks,
      this.#letters,
      this.#lineMarks,
      codings.onDidChange((coded) => this.#drawAll(coded)),
      window.onDidChangeVisibleTextEditors((editors) => this.#draw(editors)),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#soon(textEditor, 30)),
      workspace.onDidChangeTextDocument(({ document }) => this.#afterEdit(document)),
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('alliance.editor')) return;
        this.#settings = readSettings();
        this.#draw(window.visibleTextEditors);
      }),
    ];
    this.#draw(window.visibleTextEditors);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  #drawAll(coded: CodedTranscript): void {
    this.#draw(vscode.window.visibleTextEditors.filter(({ document }) => document === coded.document));
  }

  #draw(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) {
      const coded = this.#codings.of(editor.document.uri);
      if (coded) this.#drawEditor(editor, coded, true);
    }
  }

  /** VS Code moves drawn ranges with the text itself; a redraw only has to follow when the typing pauses. */
  #afterEdit(document: vscode.TextDocument): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document) this.#soon(editor, 200);
    }
  }

  #soon(editor: vscode.TextEditor, milliseconds: number): void {
    if (!this.#codings.of(editor.document.uri)) return;
    clearTimeout(this.#timers.get(editor));
    const draw = (): void => {
      this.#timers.delete(editor);
      const coded = this.#codings.of(editor.document.uri);
      if (coded) this.#drawEditor(editor, coded, milliseconds > 100);
    };
    this.#timers.set(editor, setTimeout(draw, milliseconds));
  }

  #drawEditor(editor: vscode.TextEditor, coded: CodedTranscript, allLines: boolean): void {
    const near = coded
      .passages()
      .filter(({ range }) => range && isNear(editor, range))
      .flatMap((passage) => placedOf(passage, coded));
    const stretches = new Map<string, vscode.Range[]>();
    for (const { look, range } of stretchesOf(near)) {
      const key = this.#looks.keyOf(look);
      const ranges = stretches.get(key);
      if (ranges) ranges.push(range);
      else stretches.set(key, [range]);
    }
    for (const key of this.#looks.keys) {
      const type = this.#looks.type(key);
      if (type) editor.setDecorations(type, stretches.get(key) ?? []);
    }
    editor.setDecorations(this.#letters, this.#settings.letters ? lettersOf(near, coded) : []);
    if (!this.#settings.lineMarks) this.#lineMarks.clear(editor);
    else if (allLines) this.#lineMarks.draw(editor, coloursByLine(coded));
  }
}

function readSettings(): { letters: boolean; lineMarks: boolean } {
  const settings = vscode.workspace.getConfiguration('alliance.editor');
  return { letters: settings.get('letters', true), lineMarks: settings.get('lineMarks', true) };
}

/** A passage over several lines is drawn where its words are: labels, times and comments between them are not coded. */
function placedOf(passage: Passage, coded: CodedTranscript): Placed[] {
  const { range, code, state } = passage;
  if (!range) return [];
  const colour = colourOf(code);
  return wordsIn(range, coded).map((words, index) => ({
    range: words,
    passage,
    colour,
    unconfirmed: state === 'unconfirmed',
    first: index === 0,
  }));
}

function wordsIn(range: vscode.Range, coded: CodedTranscript): vscode.Range[] {
  if (range.isSingleLine) return [range];
  const { readings } = coded.parsed;
  return readings.slice(range.start.line, range.end.line + 1).flatMap(({ textStart, textEnd }, index) => {
    const line = range.start.line + index;
    const words = range.intersection(new vscode.Range(line, textStart, line, textEnd));
    return words && !words.isEmpty ? [words] : [];
  });
}

function isNear(editor: vscode.TextEditor, range: vscode.Range): boolean {
  return editor.visibleRanges.some(
    ({ start, end }) => range.start.line <= end.line + margin && range.end.line >= start.line - margin,
  );
}

/** One letter per family and place: five codes of one family at one word say so once. */
function lettersOf(placed: readonly Placed[], coded: CodedTranscript): vscode.DecorationOptions[] {
  const seen = new Set<string>();
  return placed.flatMap(({ range, passage, colour, first }) => {
    if (!first) return [];
    const letter = familyLetter(coded.codebook, passage.code?.family ?? '');
    const key = `${range.start.line}:${range.start.character} ${letter}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [letterAt(range.start, letter, colour)];
  });
}

function coloursByLine(coded: CodedTranscript): Map<number, Set<PaletteColour>> {
  const lines = new Map<number, Set<PaletteColour>>();
  for (const { range, code } of coded.passages()) {
    if (!range) continue;
    const colour = colourOf(code);
    for (let { line } = range.start; line <= range.end.line; line++) {
      const set = lines.get(line);
      if (set) set.add(colour);
      else lines.set(line, new Set([colour]));
    }
  }
  return lines;
}

const colours = new Map<string, PaletteColour>();

function colourOf(code: Code | null): PaletteColour {
  const hex = code?.color ?? '#999999';
  const known = colours.get(hex) ?? nearestColour(hex);
  colours.set(hex, known);
  return known;
}
