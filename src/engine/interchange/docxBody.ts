import type { XmlElement } from '@rgrove/parse-xml';
import { readParagraph, type Count, type Paragraph } from './docxParagraph';
import { tableLines, type Row } from './docxTable';
import type { Ignored } from './imported';
import { sourceLine, type SourceLine } from './sourceLine';
import { elementsIn, localName } from './xml';

/** A document's lines in their order. */
export interface Body {
  readonly lines: readonly SourceLine[];
  /** The paragraphs in which comments begin and notes are referred to, by id. */
  readonly commented: ReadonlyMap<string, number>;
  readonly noted: ReadonlyMap<string, number>;
  /** Paragraphs of tables that have a column for who speaks. */
  readonly tabled: ReadonlySet<number>;
  readonly ignored: readonly Ignored[];
}

export function readBody(root: XmlElement): Body {
  return new BodyReader().read(root);
}

class BodyReader {
  readonly #commented = new Map<string, number>();
  readonly #noted = new Map<string, number>();
  readonly #tabled = new Set<number>();
  readonly #counts = new Map<Ignored['what'], number>();
  #paragraphs = 0;
  /** Where the end of a paragraph was deleted: what it left for the next. */
  #left = '';

  read(root: XmlElement): Body {
    const lines = this.#blocks(root);
    return {
      lines: [...lines, ...this.#rest()],
      commented: this.#commented,
      noted: this.#noted,
      tabled: this.#tabled,
      ignored: [...this.#counts].map(([what, count]) => ({ what, count })),
    };
  }

  readonly #count: Count = (what) => this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);

  #blocks(parent: XmlElement): SourceLine[] {
    const lines: SourceLine[] = [];
    for (const element of elementsIn(parent)) {
      const name = localName(element);
      if (name === 'p') lines.push(...this.#paragraph(element));
      else if (name === 'tbl') lines.push(...this.#table(element));
      else if (name === 'del' || name === 'moveFrom') this.#count('deletions');
      else if (name !== 'Fallback' && !name.endsWith('Pr')) lines.push(...this.#blocks(element));
    }
    return lines;
  }

  #paragraph(element: XmlElement): SourceLine[] {
    const paragraph = readParagraph(element, this.#count);
    if (this.#left === '') this.#paragraphs++;
    this.#note(paragraph);
    const text = this.#left + paragraph.text;
    this.#left = paragraph.isJoined ? text : '';
    const own = paragraph.isJoined ? [] : linesOf(text, this.#paragraphs);
    return [...own, ...paragraph.boxes.flatMap((box) => this.#blocks(box))];
  }

  #note({ comments, notes }: Paragraph): void {
    for (const id of comments) if (!this.#commented.has(id)) this.#commented.set(id, this.#paragraphs);
    for (const id of notes) this.#noted.set(id, this.#paragraphs);
  }

  #table(element: XmlElement): SourceLine[] {
    const lines = tableLines(this.#rows(element), this.#count);
    if (lines.some(({ opens }) => opens)) for (const { line } of lines) this.#tabled.add(line);
    return lines;
  }

  /** Rows may stand within controls and changes; a row that was deleted is none. */
  #rows(table: XmlElement): Row[] {
    return elementsIn(table).flatMap((element): Row[] => {
      const name = localName(element);
      if (name === 'tr') return isDeleted(element) ? this.#deletedRow() : [this.#cells(element)];
      return name.endsWith('Pr') || name === 'tblGrid' ? [] : this.#rows(element);
    });
  }

  #deletedRow(): Row[] {
    this.#count('deletions');
    return [];
  }

  #cells(row: XmlElement): SourceLine[][] {
    return elementsIn(row).flatMap((element) => {
      const name = localName(element);
      if (name === 'tc') return [this.#blocks(element)];
      return name.endsWith('Pr') || name === 'tblPrEx' ? [] : this.#cells(element);
    });
  }

  #rest(): SourceLine[] {
    return linesOf(this.#left, this.#paragraphs);
  }
}

function isDeleted(row: XmlElement): boolean {
  const properties = elementsIn(row, 'trPr')[0];
  return properties !== undefined && elementsIn(properties, 'del').length > 0;
}

function linesOf(text: string, paragraph: number): SourceLine[] {
  return text
    .split('\n')
    .map((words, index) =>
      sourceLine(words.replaceAll('\u00ad', '').trim(), paragraph, { isNew: index === 0 }),
    )
    .filter((line) => line.text !== '');
}
