import type { XmlElement } from '@rgrove/parse-xml';
import { readParagraph } from './docxParagraph';
import type { Body } from './docxBody';
import type { SourceMemo } from './imported';
import type { Problem } from './problems';
import { sourceLine, type SourceLine } from './sourceLine';
import { attributeOf, elementsIn, isProblem, localName } from './xml';

interface Comment {
  readonly id: string;
  readonly author: string | null;
  readonly text: string;
}

type Part = XmlElement | Problem | null;

export function commentsIn(part: Part): Comment[] {
  if (!part || isProblem(part)) return [];
  return elementsIn(part, 'comment').map((element) => ({
    id: attributeOf(element, 'id') ?? '',
    author: attributeOf(element, 'author')?.trim() || null,
    text: paragraphsIn(element),
  }));
}

/** Notes at the foot or at the end, by the id they are referred to with (`footnote 2`). The lines that part them are none. */
export function footnotesIn(parts: readonly Part[]): Map<string, string> {
  const notes = new Map<string, string>();
  for (const part of parts) {
    if (!part || isProblem(part)) continue;
    for (const element of elementsIn(part)) {
      const text = paragraphsIn(element);
      const isSeparator = /separator|notice/i.test(attributeOf(element, 'type') ?? '');
      if (text !== '' && !isSeparator) notes.set(`${localName(element)} ${attributeOf(element, 'id')}`, text);
    }
  }
  return notes;
}

function paragraphsIn(element: XmlElement): string {
  const texts = elementsIn(element).map((each) =>
    localName(each) === 'p' ? readParagraph(each, () => undefined).text : paragraphsIn(each),
  );
  return texts.join('\n').trim();
}

/** Each note stands behind the paragraph that refers to it; what is referred to nowhere, at the end. */
export function linesWithNotes({ lines, noted }: Body, notes: ReadonlyMap<string, string>): SourceLine[] {
  const open = new Map<number, string[]>();
  for (const [id, text] of notes) {
    const paragraph = noted.get(id) ?? Number.POSITIVE_INFINITY;
    open.set(paragraph, [...(open.get(paragraph) ?? []), text]);
  }
  const notesOf = (paragraph: number, line: number): SourceLine[] =>
    (open.get(paragraph) ?? []).map((text) => sourceLine(text, line, { remark: 'note' }));
  const placed = lines.flatMap((line, index) =>
    lines[index + 1]?.line === line.line ? [line] : [line, ...notesOf(line.line, line.line)],
  );
  return [...placed, ...notesOf(Number.POSITIVE_INFINITY, lines.at(-1)?.line ?? 1)];
}

/** Comments as memos on the speech they are about; on the session where it is none. */
export function memosOf(
  comments: readonly Comment[],
  commented: Body['commented'],
  entryOf: ReadonlyMap<number, number>,
): SourceMemo[] {
  return comments
    .filter(({ text }) => text !== '')
    .map(({ id, author, text }) => ({ text, author, entry: entryOf.get(commented.get(id) ?? -1) ?? null }));
}
