import { range, type Range } from '../position';
import { sectionOf, textOfPart, textOfPiece, type AnnotationFile, type Piece, type TopPart } from './file';
import type { Section, TopKey } from './layout';

type Places = ReadonlyMap<Piece | TopPart, Range>;

const known = new WeakMap<AnnotationFile, Places>();

/** Where an entry begins in the text: its first line, from the dash. Null where there is no such entry. */
export function rangeOf(file: AnnotationFile, section: Section, key: string): Range | null {
  const piece = sectionOf(file, section)?.pieces.find((one) => one.key === key);
  return piece ? rangeOfPiece(file, piece) : null;
}

/** Where a top-level key stands, with the rest of its line; the first line of the file where it is missing. */
export function rangeOfTop(file: AnnotationFile, key: TopKey): Range {
  const part = file.parts.find((one): one is TopPart => one.kind === 'top' && one.key === key);
  return (part && placesOf(file).get(part)) ?? range(0, 0, 0, 0);
}

/** Where an entry begins that may share its key with another. */
export function rangeOfPiece(file: AnnotationFile, piece: Piece): Range {
  return placesOf(file).get(piece) ?? range(0, 0, 0, 0);
}

/** All places of a file, found in one walk over its text and kept as long as the file is. */
function placesOf(file: AnnotationFile): Places {
  const before = known.get(file);
  if (before) return before;
  const places = new Map<Piece | TopPart, Range>();
  let line = 0;
  for (const part of file.parts) {
    if (part.kind === 'text') {
      line += lineCount(part.source);
      continue;
    }
    const first = line + lineCount(part.lead);
    if (part.kind === 'top') {
      places.set(part, firstLine(part.source, first));
      line += lineCount(textOfPart(part));
      continue;
    }
    line = first + lineCount(part.head);
    for (const piece of part.pieces) {
      const place = part.block
        ? firstLine(piece.source, line + lineCount(piece.lead))
        : firstLine(part.head, first);
      places.set(piece, place);
      line += lineCount(textOfPiece(piece));
    }
  }
  known.set(file, places);
  return places;
}

function firstLine(source: string, line: number): Range {
  const text = /^[^\r\n]*/.exec(source)?.[0] ?? '';
  return range(line, /^ */.exec(text)?.[0].length ?? 0, line, text.length);
}

function lineCount(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
