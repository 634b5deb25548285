import * as vscode from 'vscode';
import { palette, type PaletteColour } from './palette';

/** More codes than this on one word share the last stripe's place: the hover lists them all. */
const mostStripes = 5;

/** How a stretch of text is drawn: the colours that lie on it, and whether any still has to be confirmed. */
export interface Look {
  readonly colours: readonly PaletteColour[];
  readonly unconfirmed: boolean;
}

/**
 * Decoration types, built once for each look and shared by all editors: stripes of the families' colours one below the
 * other under the words, a faint tint behind them, a dashed outline where a passage has to be confirmed.
 */
export class LookTypes implements vscode.Disposable {
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();

  get keys(): IterableIterator<string> {
    return this.#types.keys();
  }

  type(key: string): vscode.TextEditorDecorationType | undefined {
    return this.#types.get(key);
  }

  keyOf(look: Look): string {
    const key = `${look.colours.slice(0, mostStripes).join(' ')}${look.unconfirmed ? ' ?' : ''}`;
    if (!this.#types.has(key)) this.#types.set(key, createType(look));
    return key;
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
    this.#types.clear();
  }
}

function createType({ colours, unconfirmed }: Look): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    // Several shadows are several underlines; the style API has no name for them, and takes any CSS here.
    textDecoration: `none; ${css(colours)}`,
    ...(unconfirmed
      ? {
          outlineWidth: '1px',
          outlineStyle: 'dashed',
          outlineColor: new vscode.ThemeColor('editorWarning.foreground'),
        }
      : {}),
  });
}

function css(colours: readonly PaletteColour[]): string {
  const first = colours[0] ?? 'grey';
  const shadows = colours.slice(0, mostStripes).flatMap((colour, index) => {
    const bottom = 2 + index * 3;
    const gap = index === 0 ? [] : [`0 ${bottom - 2}px 0 0 var(--vscode-editor-background)`];
    return [...gap, `0 ${bottom}px 0 0 ${cssColour(colour)}`];
  });
  const tint = `background-color: color-mix(in srgb, ${cssColour(first)} 13%, transparent)`;
  return `${tint}; box-shadow: ${shadows.join(', ')}`;
}

function cssColour(colour: PaletteColour): string {
  return `var(--vscode-alliance-${colour}, ${palette[colour]})`;
}

/** One decoration type for every family letter: only the letter and its colour differ from place to place. */
export function createLetterType(): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    before: {
      textDecoration: 'none; font-size: 0.7em; position: relative; top: -0.45em; font-weight: 700',
    },
  });
}

export function letterAt(
  position: vscode.Position,
  letter: string,
  colour: PaletteColour,
): vscode.DecorationOptions {
  return {
    range: new vscode.Range(position, position),
    renderOptions: { before: { contentText: letter, color: new vscode.ThemeColor(`alliance.${colour}`) } },
  };
}
