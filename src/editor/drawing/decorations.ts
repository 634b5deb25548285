import * as vscode from 'vscode';
import { familyLetter } from '../../engine/codebook/keys';
import type { Code } from '../../engine/codebook/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import type { Passage } from '../../store/passage';
import { LineMarks } from './lineMarks';
import { nearestColour, type PaletteColour } from './palette';
import { lanesOf } from '../../engine/annotations/lanes';
import { createLetterType, letterDecorations } from './letters';
import { mostStripes, StripeTypes } from './stripes';

/** Lines drawn above and below what is seen, so that a scroll finds them there. */
const margin = 60;

/** Milliseconds without a key after which is drawn anew, and how many times as long as drawing took the last time. */
const typingPause = 500;
const restful = 10;

/** A redraw that is to come. */
interface Waiting {
  readonly timer: ReturnType<typeof setTimeout>;
  /** The marks on the ruler too: not after a mere scroll. */
  readonly allLines: boolean;
}

/** Draws the passages of every visible transcript: stripes, letters and marks in the gutter near what is seen, marks of the whole text on the ruler. */
export class Decorations implements vscode.Disposable {
  readonly #codings: Codings;
  readonly #stripes = new StripeTypes();
  readonly #letters = createLetterType();
  readonly #lineMarks = new LineMarks();
  readonly #disposables: vscode.Disposable[];
  readonly #waiting = new Map<vscode.TextEditor, Waiting>();
  #settings = readSettings();
  /** How long drawing took the last time, in milliseconds: longer where more is coded. */
  #took = 0;

  constructor(codings: Codings) {
    this.#codings = codings;
    const { window, workspace } = vscode;
    this.#disposables = [
      this.#stripes,
      this.#letters,
      this.#lineMarks,
      codings.onDidChange((coded) => this.#drawAll(coded)),
      window.onDidChangeVisibleTextEditors((editors) => this.#draw(editors)),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#soon(textEditor, 30, false)),
      workspace.onDidChangeTextDocument((event) => this.#afterEdit(event)),
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('alliance.editor')) return;
        this.#settings = readSettings();
        this.#draw(window.visibleTextEditors);
      }),
    ];
    this.#draw(window.visibleTextEditors);
  }

  dispose(): void {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
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
  #afterEdit({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const movesLines = contentChanges.some(({ range, text }) => !range.isSingleLine || /[\r\n]/.test(text));
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== document) continue;
      if (movesLines) this.#lineMarks.forget(editor);
      this.#soon(editor, Math.max(typingPause, restful * this.#took), true);
    }
  }

  /** A redraw that waits already is not forgotten over one that comes sooner. */
  #soon(editor: vscode.TextEditor, milliseconds: number, lines: boolean): void {
    if (!this.#codings.of(editor.document.uri)) return;
    const before = this.#waiting.get(editor);
    clearTimeout(before?.timer);
    const allLines = lines || before?.allLines === true;
    const draw = (): void => {
      this.#waiting.delete(editor);
      const coded = this.#codings.of(editor.document.uri);
      if (coded) this.#drawEditor(editor, coded, allLines);
    };
    this.#waiting.set(editor, { timer: setTimeout(draw, milliseconds), allLines });
  }

  #drawEditor(editor: vscode.TextEditor, coded: CodedTranscript, allLines: boolean): void {
    const began = Date.now();
    const near = drawnOf(coded).filter(({ passage: { range } }) => range && isNear(editor, range));
    const stripes = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
    const doubts: vscode.Range[] = [];
    for (const { passage, lane, colour, family } of near) {
      const words = passage.range ? wordsIn(passage.range, coded) : [];
      if (passage.state === 'unconfirmed') doubts.push(...words);
      if (lane >= mostStripes) continue;
      const type = this.#stripes.type({ lane, colour, family });
      const ranges = stripes.get(type);
      if (ranges) ranges.push(...words);
      else stripes.set(type, words);
    }
    for (const type of this.#stripes.all()) editor.setDecorations(type, stripes.get(type) ?? []);
    editor.setDecorations(this.#stripes.doubt, doubts);
    editor.setDecorations(this.#letters, this.#settings.letters ? lettersOf(near, coded) : []);
    if (!this.#settings.lineMarks) this.#lineMarks.clear(editor);
    else {
      this.#lineMarks.drawGutter(editor, coloursByLine(near.map(({ passage }) => passage)));
      if (allLines) this.#lineMarks.drawRuler(editor, coloursByLine(coded.passages()));
    }
    this.#took = Date.now() - began;
  }
}

function readSettings(): { letters: boolean; lineMarks: boolean } {
  const settings = vscode.workspace.getConfiguration('alliance.editor');
  return { letters: settings.get('letters', true), lineMarks: settings.get('lineMarks', true) };
}

/** A passage with its look. */
interface Drawn {
  readonly passage: Passage;
  readonly lane: number;
  readonly colour: PaletteColour;
  /** Which of the codebook's families, from 0; -1 where it knows no such code. */
  readonly family: number;
}

const drawnBefore = new WeakMap<readonly Passage[], readonly Drawn[]>();

/** All passages that have a place, by lane; lanes are those of the whole text, so that a scroll moves no stripe. */
function drawnOf(coded: CodedTranscript): readonly Drawn[] {
  const passages = coded.passages();
  const before = drawnBefore.get(passages);
  if (before) return before;
  const stretches = passages.flatMap(({ range }) => (range ? [range] : []));
  const lanes = lanesOf(stretches);
  const families = coded.codebook.families.map(({ id }) => id);
  const drawn = passages.map((passage) => ({
    passage,
    lane: (passage.range && lanes.get(passage.range)) ?? 0,
    colour: colourOf(passage.code),
    family: families.indexOf(passage.code?.family ?? ''),
  }));
  drawnBefore.set(passages, drawn);
  return drawn;
}

/** A passage over several lines is drawn where its words are: labels, times and comments between them are not coded. */
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

/** Every passage's letter where its words begin, in the order of the stripes. */
function lettersOf(drawn: readonly Drawn[], coded: CodedTranscript): vscode.DecorationOptions[] {
  const letters = [...drawn]
    .sort((a, b) => a.lane - b.lane)
    .flatMap(({ passage: { range, code, state }, colour }) => {
      const at = range && wordsIn(range, coded)[0]?.start;
      if (!at) return [];
      const letter = familyLetter(coded.codebook, code?.family ?? '');
      const afterBlank = coded.parsed.lines[at.line]?.text[at.character - 1] === ' ';
      return [{ at, letter, colour, afterBlank, unconfirmed: state === 'unconfirmed' }];
    });
  return letterDecorations(letters);
}

function coloursByLine(passages: readonly Passage[]): Map<number, Set<PaletteColour>> {
  const lines = new Map<number, Set<PaletteColour>>();
  for (const { range, code } of passages) {
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
