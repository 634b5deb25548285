import { Lexer } from 'yaml';
import { nothing } from '../annotations/acts';
import { apply } from '../annotations/apply';
import type { Step } from '../annotations/change';
import { source, type AnnotationFile, type Part } from '../annotations/file';
import type { NameFinder } from './names';

/** Masks a name in what a person wrote behind `#` in an annotation file. */
export function maskRemarks(file: AnnotationFile, name: NameFinder, token: string): Step {
  if (!source(file).includes('#')) return nothing(file);
  const mask = (text: string): string => masked(text, name, token);
  const before = { parts: file.parts, loose: file.loose };
  const after = {
    parts: file.parts.map((part) => maskedPart(part, mask)),
    loose: file.loose === null ? null : mask(file.loose),
  };
  const step = apply(file, [{ kind: 'layout', section: null, before, after }]);
  return source(step.file) === source(file) ? nothing(file) : step;
}

function maskedPart(part: Part, mask: (text: string) => string): Part {
  if (part.kind === 'text') return { ...part, source: mask(part.source) };
  if (part.kind === 'top') return { ...part, lead: mask(part.lead), source: mask(part.source) };
  const pieces = part.pieces.map((piece) => ({
    ...piece,
    lead: mask(piece.lead),
    source: mask(piece.source),
  }));
  return { ...part, lead: mask(part.lead), head: mask(part.head), pieces };
}

function masked(text: string, name: NameFinder, token: string): string {
  if (!text.includes('#') || !name.isIn(text)) return text;
  let result = '';
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    // A token behind U+001F is the text of a scalar; the marks themselves are not in the text.
    const isRemark = lexeme.startsWith('#') && before !== scalarMark;
    if (!marks.has(lexeme)) result += isRemark ? name.mask(lexeme, token) : lexeme;
    before = lexeme;
  }
  return result;
}

const scalarMark = '\u001f';

/** What the lexer puts in for itself: the begin of a document, an error in flow style, a scalar. */
const marks: ReadonlySet<string> = new Set(['\u0002', '\u0018', scalarMark]);
