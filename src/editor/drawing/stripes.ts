import * as vscode from 'vscode';
import { palette, type PaletteColour } from './palette';

/** Stripes below a word that find room above the next line. Where more codes lie on it, letters and hover tell of the others. */
export const mostStripes = 5;

/** Pixels: of a stripe, and from one stripe to the next. */
const height = 2;
const pitch = 3;
const room = mostStripes * pitch - (pitch - height);

/** Pixels on and off, one rhythm for each family in the codebook's order: told apart without any colour. */
const rhythms: readonly (readonly number[])[] = [
  [],
  [9, 3],
  [2, 2],
  [10, 2, 2, 2],
  [4, 4],
  [2, 5],
  [10, 2, 2, 2, 2, 2],
  [14, 6],
];

/** Of a code the codebook does not know. */
const strange = [1, 4];

/** How the stripe of a passage is drawn. */
export interface Stripe {
  /** Which one below the words, from 0. */
  readonly lane: number;
  readonly colour: PaletteColour;
  /** Which of the families, from 0: what its rhythm is. Negative for none of them. */
  readonly family: number;
}

/**
 * Decoration types, built once for each lane and family and shared by all editors. Each sets a variable of its lane; all of
 * them say how the lanes are painted, so that VS Code lays any number of them over one word, and moves each for itself.
 */
export class StripeTypes implements vscode.Disposable {
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();
  readonly doubt = createType(`--alliance-doubt: ${doubtful}`);

  type({ lane, colour, family }: Stripe): vscode.TextEditorDecorationType {
    const rhythm = family < 0 ? strange : (rhythms[family % rhythms.length] ?? []);
    const key = `${lane} ${colour} ${rhythm.join(' ')}`;
    const known = this.#types.get(key);
    if (known) return known;
    const paint = stripePaint(cssColour(colour), rhythm);
    const type = createType(
      `--alliance-stripe-${lane}: ${paint}; --alliance-tint-${lane}: ${cssColour(colour)}`,
    );
    this.#types.set(key, type);
    return type;
  }

  all(): readonly vscode.TextEditorDecorationType[] {
    return [...this.#types.values()];
  }

  dispose(): void {
    for (const type of [this.doubt, ...this.#types.values()]) type.dispose();
    this.#types.clear();
  }
}

export function cssColour(colour: PaletteColour): string {
  return `var(--vscode-alliance-${colour}, ${palette[colour]})`;
}

/** A dashed line above what a person has to look at. */
const doubtful = stripePaint('var(--vscode-editorWarning-foreground)', [4, 3]);

function stripePaint(colour: string, rhythm: readonly number[]): string {
  if (rhythm.length === 0) return `linear-gradient(${colour}, ${colour})`;
  let at = 0;
  const stops = rhythm.map((length, index) => {
    const from = at;
    at += length;
    return `${index % 2 === 0 ? colour : 'transparent'} ${from}px ${at}px`;
  });
  return `repeating-linear-gradient(90deg, ${stops.join(', ')})`;
}

function createType(variables: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    // The style API has no name for what a word with several stripes needs, and takes any CSS here.
    textDecoration: `none; ${variables}; ${lanePaint}`,
  });
}

const lanes = Array.from({ length: mostStripes }, (_, lane) => lane);

/** The uppermost stripe's colour, faintly behind the words. */
const tint = lanes.reduceRight((below, lane) => `var(--alliance-tint-${lane}, ${below})`, 'transparent');

/** Padding below an inline box moves no other text: the stripes are painted there, lane by lane. */
const lanePaint = `padding-bottom: ${room}px; background: ${[
  ...lanes.map((lane) => {
    const above = room - lane * pitch - height;
    return `var(--alliance-stripe-${lane}, none) 0 calc(100% - ${above}px) / 100% ${height}px no-repeat`;
  }),
  'var(--alliance-doubt, none) 0 0 / 100% 1px no-repeat',
  `linear-gradient(color-mix(in srgb, ${tint} 13%, transparent) 0 0) 0 0 / 100% calc(100% - ${room}px) no-repeat`,
].join(', ')}`;
