import type { XmlElement } from '@rgrove/parse-xml';
import type { Ignored } from './imported';
import { attributeOf, elementIn, elementsIn, localName, textOf } from './xml';

/** A paragraph as it reads once tracked changes are accepted. */
export interface Paragraph {
  /** Line breaks are line feeds. */
  readonly text: string;
  /** Comments that begin in it, and notes referred to in it (`footnote 2`), by id. */
  readonly comments: readonly string[];
  readonly notes: readonly string[];
  /** Text boxes that are anchored in it. */
  readonly boxes: readonly XmlElement[];
  /** Its end was deleted: the next goes on with it. */
  readonly isJoined: boolean;
}

export type Count = (what: Ignored['what']) => void;

const dropped: Readonly<Record<string, Ignored['what']>> = {
  del: 'deletions',
  moveFrom: 'deletions',
  pict: 'pictures',
  drawing: 'pictures',
  object: 'pictures',
};

/** What is written for an element of a run; `t` aside, which is its text. */
const written: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
};

export function readParagraph(element: XmlElement, count: Count): Paragraph {
  return new ParagraphReader(count).read(element);
}

class ParagraphReader {
  readonly #count: Count;
  readonly #pieces: string[] = [];
  readonly #comments = new Set<string>();
  readonly #notes = new Set<string>();
  readonly #boxes: XmlElement[] = [];

  constructor(count: Count) {
    this.#count = count;
  }

  read(element: XmlElement): Paragraph {
    const properties = elementIn(element, 'pPr');
    const mark = properties && elementIn(properties, 'rPr');
    if (properties && elementIn(properties, 'numPr')) this.#count('list-numbers');
    this.#within(element);
    return {
      text: this.#pieces.join(''),
      comments: [...this.#comments],
      notes: [...this.#notes],
      boxes: this.#boxes,
      isJoined: mark !== null && (elementIn(mark, 'del') !== null || elementIn(mark, 'moveFrom') !== null),
    };
  }

  #within(parent: XmlElement): void {
    for (const child of elementsIn(parent)) this.#element(child);
  }

  #element(element: XmlElement): void {
    const name = localName(element);
    const drop = dropped[name];
    if (name === 't') this.#pieces.push(textOf(element));
    else if (name in written) this.#pieces.push(written[name] ?? '');
    else if (name === 'commentRangeStart' || name === 'commentReference')
      this.#refer(this.#comments, '', element);
    else if (name === 'footnoteReference') this.#refer(this.#notes, 'footnote ', element);
    else if (name === 'endnoteReference') this.#refer(this.#notes, 'endnote ', element);
    else if (name === 'txbxContent') this.#boxes.push(element);
    else if (drop !== undefined && !this.#boxesIn(element, drop)) this.#count(drop);
    else if (name === 'r' && isHidden(element)) this.#count('hidden');
    // The same once more for older programs; and what a field shows stands beside its instruction.
    else if (name === 'Fallback' || name === 'instrText' || name === 'delText' || name.endsWith('Pr')) return;
    else if (drop === undefined) this.#within(element);
  }

  /** A drawing may be a box with text in it. What was deleted is none. */
  #boxesIn(element: XmlElement, drop: Ignored['what']): boolean {
    if (drop !== 'pictures') return false;
    const before = this.#boxes.length;
    this.#within(element);
    return this.#boxes.length > before;
  }

  #refer(to: Set<string>, kind: string, element: XmlElement): void {
    const id = attributeOf(element, 'id');
    if (id !== null) to.add(kind + id);
  }
}

function isHidden(run: XmlElement): boolean {
  const properties = elementIn(run, 'rPr');
  const vanish = properties && elementIn(properties, 'vanish');
  return vanish !== null && !/^(?:0|false|off)$/.test(attributeOf(vanish, 'val') ?? '') && textOf(run) !== '';
}
