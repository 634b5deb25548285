import { storable } from '../engine/interchange/refi/writeXml';

/** A well-formed piece of a page. Only `xhtml` makes one, so that nothing gets into a page without being escaped. */
export class Markup {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** What the source itself says, with what is filled in escaped. */
  static from(literals: readonly string[], parts: readonly Part[]): Markup {
    return new Markup(literals.map((literal, index) => literal + written(parts[index])).join(''));
  }

  toString(): string {
    return this.#text;
  }
}

/** What may be filled in: text is escaped, nothing is left out. */
export type Part = Markup | string | number | null | undefined | readonly Part[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '',
};

/**
 * XHTML with values filled in, each escaped for where it may stand: between tags, and in attributes within quotation marks.
 * What no document can hold stands as U+FFFD.
 */
export function xhtml(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return Markup.from(literals, parts);
}

function written(part: Part): string {
  if (part === null || part === undefined) return '';
  if (part instanceof Markup) return part.toString();
  if (typeof part === 'object') return part.map(written).join('');
  return storable(String(part)).replace(/[&<>"'\r]/g, (character) => escapes[character] ?? '');
}
