import type { ExportedSession } from '../engine/interchange/exported';

/** What has no code has no colour. */
const plainColor = '#666666';

/**
 * The colours of a page's codes, as classes of its stylesheet: a page without a style attribute can forbid them all, so that
 * nothing that was coded can bring one in.
 */
export class Palette {
  readonly #classes: ReadonlyMap<string, string>;

  constructor(sessions: readonly ExportedSession[]) {
    const colors = sessions.flatMap(({ codebook }) => [...codebook.codes.values()].map(({ color }) => color));
    const known = [...new Set([plainColor, ...colors])].filter((color) => /^#[0-9a-fA-F]{6}$/.test(color));
    this.#classes = new Map(known.map((color, index) => [color, `c${index}`]));
  }

  /** The class that gives an element this colour. */
  classOf(color: string | undefined): string {
    return this.#classes.get(color ?? plainColor) ?? 'c0';
  }

  css(): string {
    return [...this.#classes].map(([color, name]) => `.${name}{--c:${color}}`).join('\n');
  }
}
