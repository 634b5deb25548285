import type { CutPart, CutPiece, CutSection } from './cut';
import { fileKeys, isSection, type Section } from './layout';
import { PlainReader } from './plainReader';
import { renderEntry, renderTop } from './render';

/** A file cut into its parts, with the values of its keys. */
export interface CutFile {
  readonly value: object;
  readonly parts: readonly CutPart[];
}

/**
 * Cuts a file that stands letter for letter as this program writes it, without the library that reads any YAML: nearly every
 * file of a large study is one. Each part is written anew from what was read of it and must come out as it stands, and
 * what we write has one meaning only; so a file is read here as the library would read it, or not at all (null).
 */
export function cutCanonical(text: string): CutFile | null {
  if (!text.endsWith('\n')) return null;
  const values = new Map<string, unknown>();
  const parts: CutPart[] = [];
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at) + 1;
    const line = text.slice(at, end);
    const key = line.slice(0, Math.max(0, line.indexOf(':')));
    if (!fileKeys.includes(key) || values.has(key)) return null;
    const part = isSection(key) ? cutSection(key, line, text, end) : cutTop(key, line);
    if (!part) return null;
    values.set(key, part.kind === 'section' ? part.pieces.map(({ raw }) => raw) : part.raw);
    parts.push(part);
    at = part.kind === 'section' ? part.pieces.reduce((sum, { source }) => sum + source.length, end) : end;
  }
  return { value: Object.fromEntries(values), parts };
}

function cutTop(key: string, line: string): Extract<CutPart, { kind: 'top' }> | null {
  const raw = new PlainReader(line, key.length + 2).value();
  return renderTop(key, raw) === line ? { kind: 'top', key, lead: '', source: line, raw } : null;
}

/** @param start Where the first entry begins. */
function cutSection(key: Section, head: string, text: string, start: number): CutSection | null {
  if (head !== `${key}:\n`) return null;
  const pieces: CutPiece[] = [];
  for (let at = start; text.startsWith(dash, at);) {
    const source = text.slice(at, entryEnd(text, at));
    const raw = key === 'annotations' ? readFields(source) : new PlainReader(source, dash.length).value();
    if (raw === undefined || renderEntry(key, raw) !== source) return null;
    pieces.push({ lead: '', source, raw });
    at += source.length;
  }
  return pieces.length > 0
    ? { kind: 'section', key, lead: '', head, indent: dash.length - 2, block: true, pieces }
    : null;
}

const dash = '  - ';

/** What the further lines of an entry begin with. */
const inside = '    ';

function entryEnd(text: string, start: number): number {
  let end = text.indexOf('\n', start) + 1;
  while (text.startsWith(inside, end)) end = text.indexOf('\n', end) + 1;
  return end;
}

/** An entry with a key on each line. */
function readFields(source: string): unknown {
  const fields = new Map<string, unknown>();
  for (const line of source.slice(0, -1).split('\n')) {
    const reader = new PlainReader(line, dash.length);
    const key = reader.key();
    const value = key === null ? undefined : reader.value();
    if (key === null || value === undefined || fields.has(key)) return undefined;
    fields.set(key, value);
  }
  return Object.fromEntries(fields);
}
