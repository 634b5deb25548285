import * as vscode from 'vscode';
import { palette, type PaletteColour } from './palette';

/** Bars beside a line: one for each family on it, up to three. */
const mostBars = 3;

/** VS Code draws no mark on the ruler lower than six pixels: so many have room above one another, and those that would touch are one. */
const roomOnRuler = 150;

/** The colours of the families on each line. */
export type ColoursByLine = ReadonlyMap<number, ReadonlySet<PaletteColour>>;

/** Lines of a document that carry the same colours, merged. */
interface LineRun {
  readonly first: number;
  readonly last: number;
}

/**
 * The marks beside the lines: a gutter picture for each set of colours, and one overview-ruler type for each colour. The
 * types are built once; lines that follow one another with the same colours are one range. VS Code looks at every mark on the
 * ruler at every key, so it gets no more of them than can be told apart there; and it is only told of the types whose marks
 * are others than it was told last.
 */
export class LineMarks implements vscode.Disposable {
  readonly #gutter = new Map<string, vscode.TextEditorDecorationType>();
  readonly #ruler = new Map<PaletteColour, vscode.TextEditorDecorationType>();
  /** What VS Code was told last. */
  readonly #told = new WeakMap<vscode.TextEditor, Map<vscode.TextEditorDecorationType, string>>();

  /** The pictures beside the lines near what is seen; a line without colours is not in the map. */
  drawGutter(editor: vscode.TextEditor, byLine: ColoursByLine): void {
    const gutter = new Map<string, number[]>();
    for (const [line, set] of inOrder(byLine)) {
      push(gutter, this.#gutterKey([...set].sort().slice(0, mostBars)), line);
    }
    for (const [key, type] of this.#gutter) this.#tell(editor, type, runsOf(gutter.get(key) ?? [], 1));
  }

  /** The marks of the whole text. */
  drawRuler(editor: vscode.TextEditor, byLine: ColoursByLine): void {
    const ruler = new Map<PaletteColour, number[]>();
    for (const [line, set] of inOrder(byLine)) for (const colour of set) push(ruler, colour, line);
    for (const colour of ruler.keys()) this.#rulerType(colour);
    const step = Math.max(1, Math.floor(editor.document.lineCount / roomOnRuler));
    for (const [colour, type] of this.#ruler) this.#tell(editor, type, runsOf(ruler.get(colour) ?? [], step));
  }

  /** Lines came or went: VS Code moved the marks on them in its own way. */
  forget(editor: vscode.TextEditor): void {
    this.#told.delete(editor);
  }

  clear(editor: vscode.TextEditor): void {
    this.drawGutter(editor, new Map());
    this.drawRuler(editor, new Map());
  }

  dispose(): void {
    for (const type of [...this.#gutter.values(), ...this.#ruler.values()]) type.dispose();
    this.#gutter.clear();
    this.#ruler.clear();
  }

  #tell(editor: vscode.TextEditor, type: vscode.TextEditorDecorationType, runs: readonly LineRun[]): void {
    const now = runs.map(({ first, last }) => `${first}-${last}`).join();
    const told = this.#told.get(editor) ?? new Map<vscode.TextEditorDecorationType, string>();
    if (told.get(type) === now) return;
    this.#told.set(editor, told.set(type, now));
    editor.setDecorations(
      type,
      runs.map(({ first, last }) => new vscode.Range(first, 0, last, 0)),
    );
  }

  /** The key of a set of colours, whose type is there from then on. */
  #gutterKey(colours: readonly PaletteColour[]): string {
    const key = colours.join(' ');
    if (this.#gutter.has(key)) return key;
    const type = vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      gutterIconPath: bars(colours),
      gutterIconSize: 'contain',
    });
    this.#gutter.set(key, type);
    return key;
  }

  #rulerType(colour: PaletteColour): void {
    if (this.#ruler.has(colour)) return;
    const type = vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      overviewRulerColor: new vscode.ThemeColor(`alliance.${colour}`),
      overviewRulerLane: vscode.OverviewRulerLane.Center,
    });
    this.#ruler.set(colour, type);
  }
}

function inOrder(byLine: ColoursByLine): readonly (readonly [number, ReadonlySet<PaletteColour>])[] {
  return [...byLine].sort(([a], [b]) => a - b);
}

/** Line numbers as runs: those no further apart than `step`. */
function runsOf(lines: readonly number[], step: number): LineRun[] {
  const runs: { first: number; last: number }[] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && line <= run.last + step) run.last = line;
    else runs.push({ first: line, last: line });
  }
  return runs;
}

function push<K>(map: Map<K, number[]>, key: K, line: number): void {
  const lines = map.get(key);
  if (lines) lines.push(line);
  else map.set(key, [line]);
}

/** A picture of vertical bars; a gutter picture cannot use theme colours, so these are the codebook's own. */
function bars(colours: readonly PaletteColour[]): vscode.Uri {
  const rects = colours.map(
    (colour, index) => `<rect x="${6 + index * 4}" y="0" width="3" height="18" fill="${palette[colour]}"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="18" height="18">${rects.join('')}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${btoa(svg)}`, true);
}
