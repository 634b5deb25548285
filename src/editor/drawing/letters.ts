import * as vscode from 'vscode';
import type { PaletteColour } from './palette';
import { cssColour } from './stripes';

/** More than so many letters in one place would push the words too far apart. */
const mostLetters = 5;

/** A passage's letter, where it begins. */
export interface Letter {
  readonly at: vscode.Position;
  readonly letter: string;
  readonly colour: PaletteColour;
  readonly unconfirmed: boolean;
  /** Whether a blank stands before the passage. */
  readonly afterBlank: boolean;
}

/** One decoration type for all letters: only which they are and their colours differ from place to place. */
export function createLetterType(): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    before: { textDecoration: `none; ${raised}` },
  });
}

/**
 * The first letter takes the place of the blank: VS Code breaks lines without knowing of letters, and the words stay where
 * they were when they are coded.
 */
const inBlank = '0 0 0 -1ch';

const raised = 'font-size: 0.7em; position: relative; top: -0.45em; font-weight: 700';

/** The letters of each place as one decoration: VS Code would put several in any order. They come in the order of the stripes. */
export function letterDecorations(letters: readonly Letter[]): vscode.DecorationOptions[] {
  const places = new Map<string, Letter[]>();
  for (const letter of letters) {
    const key = `${letter.at.line}:${letter.at.character}`;
    const there = places.get(key);
    if (there) there.push(letter);
    else places.set(key, [letter]);
  }
  return [...places.values()].flatMap((there) => {
    const at = there[0]?.at;
    return at ? [{ range: new vscode.Range(at, at), renderOptions: { before: before(there) } }] : [];
  });
}

function before(letters: readonly Letter[]): vscode.ThemableDecorationAttachmentRenderOptions {
  const shown = letters.length > mostLetters ? letters.slice(0, mostLetters - 1) : letters;
  const signs = shown.map(({ letter, unconfirmed, colour }) => ({
    text: unconfirmed ? `${letter}?` : letter,
    colour,
  }));
  const more = letters.length - shown.length;
  const contentText = signs.map(({ text }) => text).join('') + (more > 0 ? `+${more}` : '');
  const [first] = shown;
  const margin = first?.afterBlank ? inBlank : '0';
  if (first && letters.length === 1)
    return { contentText, margin, color: new vscode.ThemeColor(`alliance.${first.colour}`) };
  return { contentText, margin, textDecoration: `none; ${raised}; ${letterPaint(signs)}` };
}

/** The letters of one text in several colours: a background of bands, as wide as a letter, seen through the letters. */
function letterPaint(signs: readonly { readonly text: string; readonly colour: PaletteColour }[]): string {
  let at = 0;
  const bands = signs.map(({ text, colour }) => {
    const from = at;
    at += text.length;
    return `${cssColour(colour)} ${from}ch ${at}ch`;
  });
  const paint = `linear-gradient(90deg, ${bands.join(', ')}, var(--vscode-editor-foreground) ${at}ch)`;
  return `background: ${paint}; background-clip: text; -webkit-text-fill-color: transparent`;
}
