import { isMap, isPair, isScalar, isSeq, type Document, type Pair, type YAMLSeq } from 'yaml';
import type { Part } from './file';
import { isSection, type Section } from './layout';
import { field } from '../objects';
import {
  contentEnd,
  endOfLine,
  endWithComments,
  isTrivia,
  lineStart,
  rangeStartEnd,
  splitTrivia,
} from '../yamlLines';

/** A section as it was found: the text of each entry with what stands there. */
export interface CutSection {
  readonly kind: 'section';
  readonly key: Section;
  readonly lead: string;
  readonly head: string;
  readonly indent: number;
  readonly block: boolean;
  readonly pieces: readonly CutPiece[];
}

/** An entry; comments that stand apart where `raw` is undefined. */
export interface CutPiece {
  readonly lead: string;
  readonly source: string;
  readonly raw: unknown;
}

export type CutPart = Exclude<Part, { kind: 'section' }> | CutSection;

/**
 * Cuts a file into its parts; joined they are the text. `value` is the document's value, a map. Null where it is not one
 * map in block style at the first column. The text must end with a line end.
 */
export function cut(text: string, doc: Document, value: object): readonly CutPart[] | null {
  const map = doc.contents;
  if (!isMap(map) || map.flow || map.items.length === 0) return null;
  const [top] = rangeStartEnd(map);
  if (top !== lineStart(text, top) && text.slice(0, top) !== '\ufeff') return null;
  const parts: CutPart[] = [];
  let at = 0;
  for (const pair of map.items) {
    const start = lineStart(text, rangeStartEnd(pair.key)[0]);
    const end = endWithComments(text, contentEnd(pair), 0);
    const { gap, lead } = splitTrivia(text.slice(at, start));
    if (gap !== '') parts.push({ kind: 'text', source: gap });
    parts.push(cutPair(pair, lead, text.slice(0, end), start, value));
    at = end;
  }
  if (at < text.length) parts.push({ kind: 'text', source: text.slice(at) });
  return parts.map(textOfCut).join('') === text ? parts : null;
}

function cutPair(pair: Pair, lead: string, text: string, start: number, value: object): CutPart {
  const key = isScalar(pair.key) ? String(pair.key.value) : '';
  const raw = field(value, key);
  if (!isSection(key)) return { kind: 'top', key, lead, source: text.slice(start), raw };
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [];
  const block = isSeq(pair.value) && !pair.value.flow ? cutList(pair.value, text, start, list) : null;
  if (block) return { kind: 'section', key, lead, block: true, ...block };
  const pieces = list.map((item) => ({ lead: '', source: '', raw: item }));
  const empty = rangeStartEnd(pair.value)[0] === rangeStartEnd(pair.value)[1];
  return { kind: 'section', key, lead, head: text.slice(start), indent: 2, block: empty, pieces };
}

/** The entries of a list in block style; null where anything but comments stands between its key and its first dash. */
function cutList(
  list: YAMLSeq,
  text: string,
  start: number,
  values: readonly unknown[],
): Pick<CutSection, 'head' | 'indent' | 'pieces'> | null {
  const firstDash = rangeStartEnd(list)[0];
  const indent = firstDash - lineStart(text, firstDash);
  const headEnd = endOfLine(text, start + 1);
  if (headEnd > firstDash || !isTrivia(text.slice(headEnd, lineStart(text, firstDash)))) return null;
  const pieces: CutPiece[] = [];
  let at = headEnd;
  for (const [i, item] of list.items.entries()) {
    const dash = i === 0 ? lineStart(text, firstDash) : dashLine(text, itemStart(item), indent);
    const end = endWithComments(text, contentEnd(item), indent);
    if (dash < at) return null;
    const { gap, lead } = splitTrivia(text.slice(at, dash));
    if (gap !== '') pieces.push({ lead: '', source: gap, raw: undefined });
    pieces.push({ lead, source: text.slice(dash, end), raw: values[i] });
    at = end;
  }
  if (at < text.length) pieces.push({ lead: '', source: text.slice(at), raw: undefined });
  return { head: text.slice(start, headEnd), indent, pieces };
}

function itemStart(item: unknown): number {
  return rangeStartEnd(isPair(item) ? item.key : item)[0];
}

/** The beginning of the line with the dash of an item: its own line, or one above where comments stand between. */
function dashLine(text: string, offset: number, indent: number): number {
  let start = lineStart(text, offset);
  while (start > 0 && !/[^ \t]/.test(text.slice(start, start + indent)) && text[start + indent] !== '-') {
    start = lineStart(text, start - 1);
  }
  return start;
}

function textOfCut(part: CutPart): string {
  if (part.kind === 'text') return part.source;
  if (part.kind === 'top') return part.lead + part.source;
  return part.lead + part.head + part.pieces.map((piece) => piece.lead + piece.source).join('');
}
