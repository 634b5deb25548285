import { Lexer } from 'yaml';
import type { Part, Piece, SectionPart, TopPart } from './file';
import { fileKeys } from './layout';
import { renderEntry, renderTop } from './render';
import { respell } from './respell';

/** Parts written anew: a list that was in flow style, a file that is one map in flow style, a changed top-level key. */

/** A section with its list in block style, saying the same. */
export function blockSection(part: SectionPart, eol: string): SectionPart {
  const pieces = part.pieces.map((piece): Piece => {
    const value = piece.value ?? piece.raw;
    return { ...piece, source: renderEntry(part.key, value, 2, eol), raw: value, complete: true };
  });
  const lead = part.lead + commentsIn(part.head, eol);
  return { ...part, lead, head: `${part.key}:${eol}`, indent: 2, block: true, pieces };
}

/** The parts of a loose file in the canonical layout, its comments first. */
export function blockParts(text: string, parts: readonly Part[], eol: string): readonly Part[] {
  const comments = commentsIn(text, eol);
  const written = parts.flatMap((part): (TopPart | SectionPart)[] => {
    if (part.kind === 'top') return [{ ...part, source: renderTop(part.key, part.raw, eol) }];
    return part.kind === 'section' && part.pieces.length > 0 ? [blockSection(part, eol)] : [];
  });
  const sorted = written.sort((a, b) => rankOfKey(a.key) - rankOfKey(b.key));
  return comments === '' ? sorted : [{ kind: 'text', source: comments }, ...sorted];
}

/** The place of a top-level key among all; unknown keys come last. */
export function rankOfKey(key: string): number {
  const rank = fileKeys.indexOf(key);
  return rank < 0 ? fileKeys.length : rank;
}

/** A top-level key changed to hold another value. */
export function spelledTop(part: TopPart, raw: unknown, eol: string): TopPart {
  const { key } = part;
  const source = respell(part.source, { [key]: raw }, [key], eol) ?? renderTop(key, raw, eol);
  return { ...part, source, raw };
}

/** The comments of a text, each on a line of its own. */
function commentsIn(text: string, eol: string): string {
  // The text of a scalar never begins with this sign: a plain one may not, any other is quoted or indented.
  const comments = [...new Lexer().lex(text)].filter((token) => token.startsWith('#'));
  return comments.map((comment) => comment + eol).join('');
}
