import * as z from 'zod/mini';
import type { Path } from '../yamlFile';
import type { CutPart, CutPiece } from './cut';
import { keyOf, valuesOf, type Part, type Piece } from './file';
import { derivedId } from './ids';
import { entryKeys, isSection, isTopKey, topKeys, type Entry, type Section } from './layout';
import { field, isObject } from '../objects';
import { entrySchemas, topSchemas } from './schema';
import { canonicalJson } from '../canonicalJson';
import type { Coding } from './types';

/** Something a schema refused, with its path from the top of the file. */
export interface Refusal {
  readonly path: Path;
  readonly issue: z.core.$ZodIssue;
}

export interface Assembled {
  readonly coding: Coding;
  readonly parts: readonly Part[];
  readonly loose: string | null;
  readonly refusals: readonly Refusal[];
}

/**
 * The parts and values of a file whose top is a map (`value`) with lists for sections. The text must end with a line end.
 *
 * @param cutParts The text in pieces; null where it could not be cut.
 */
export function assemble(text: string, value: object, cutParts: readonly CutPart[] | null): Assembled {
  const refusals: Refusal[] = [];
  const taken = writtenIds(value);
  const toPieces = (section: Section, pieces: readonly CutPiece[]): readonly Piece[] => {
    let index = -1;
    return pieces.map((piece) => {
      if (piece.raw === undefined) return { ...piece, key: null, value: null, complete: true };
      index++;
      const read = readEntry(section, piece.raw, taken);
      refusals.push(...read.issues.map((issue) => ({ path: [section, index, ...issue.path], issue })));
      return { ...piece, ...read.entry };
    });
  };
  const toPart = (part: CutPart): Part =>
    part.kind === 'section' ? { ...part, pieces: toPieces(part.key, part.pieces) } : part;

  const parts = (cutParts ?? looseParts(value)).map(toPart);
  refusals.push(...checkTop(value));
  return { coding: codingOf(parts), parts, loose: cutParts ? null : text, refusals };
}

/** The parts of a file whose text is not cut. */
function looseParts(value: object): readonly CutPart[] {
  return Object.entries(value).map(([key, raw]): CutPart => {
    if (!isSection(key)) return { kind: 'top', key, lead: '', source: '', raw };
    const list: readonly unknown[] = Array.isArray(raw) ? raw : [];
    const pieces = list.map((item) => ({ lead: '', source: '', raw: item }));
    return { kind: 'section', key, lead: '', head: '', indent: 2, block: false, pieces };
  });
}

/** What the parts of a file say, as far as it can be read. */
export function codingOf(parts: readonly Part[]): Coding {
  const said = parts.flatMap((part): [string, unknown][] =>
    part.kind === 'top' && isSaid(part.key, part.raw) ? [[part.key, part.raw]] : [],
  );
  const list = <S extends Section>(section: S) => {
    const part = parts.find((one) => one.kind === 'section' && one.key === section);
    return part?.kind === 'section' ? valuesOf(part.pieces, section) : [];
  };
  return {
    alliance: 1,
    transcript: '',
    coder: '',
    role: 'coder',
    ...Object.fromEntries(said),
    annotations: list('annotations'),
    episodes: list('episodes'),
    ratings: list('ratings'),
    decisions: list('decisions'),
    memos: list('memos'),
    comments: list('comments'),
    log: list('log'),
    conflicts: list('conflicts'),
  };
}

/** True for the known top-level keys that hold what they should. */
function isSaid(key: string, raw: unknown): boolean {
  return isTopKey(key) && z.safeParse(topSchemas[key], raw).success;
}

/** The top-level keys that do not hold what they should; one without a value counts as not there. */
function checkTop(value: object): readonly Refusal[] {
  return topKeys.flatMap((key) => {
    const raw = field(value, key);
    if (raw === undefined || raw === null) return [];
    const { error } = z.safeParse(topSchemas[key], raw);
    return (error?.issues ?? []).map((issue) => ({ path: [key, ...issue.path], issue }));
  });
}

interface ReadEntry {
  readonly entry: Pick<Piece, 'key' | 'value' | 'complete'>;
  readonly issues: readonly z.core.$ZodIssue[];
}

function readEntry(section: Section, raw: unknown, taken: Set<string>): ReadEntry {
  const whole = completeEntry(section, raw, taken);
  const { error } = z.safeParse(entrySchemas[section], whole.value);
  if (!isRead(whole.value, error)) {
    return { entry: { key: null, value: null, complete: true }, issues: error?.issues ?? [] };
  }
  const { value, complete } = whole;
  return { entry: { key: keyOf(section, value), value, complete }, issues: [] };
}

/** The schema lets unknown keys through and changes nothing: the value itself is what it has read. */
function isRead(value: unknown, error: z.core.$ZodError | undefined): value is Entry {
  return error === undefined && isObject(value);
}

/** An entry with what a hand-written one may lack: its id, and the empty lists of an episode. Keys without a value go. */
function completeEntry(
  section: Section,
  raw: unknown,
  taken: Set<string>,
): { readonly value: unknown; readonly complete: boolean } {
  if (!isObject(raw)) return { value: raw, complete: true };
  const missing: Record<string, unknown> = {};
  if (entryKeys[section].includes('id') && isMissing(raw, 'id')) {
    const id = derivedId(`${section}\t${canonicalJson(raw)}`, taken);
    taken.add(id);
    missing['id'] = id;
  }
  if (section === 'episodes') {
    for (const key of ['ruptures', 'repairs']) if (isMissing(raw, key)) missing[key] = [];
  }
  const complete = Object.keys(missing).length === 0;
  const empty = entryKeys[section].some((key) => field(raw, key) === null);
  if (complete && !empty) return { value: raw, complete };
  const said = empty ? withoutEmpty(raw, entryKeys[section]) : raw;
  return { value: { ...said, ...missing }, complete };
}

function isMissing(raw: object, key: string): boolean {
  return field(raw, key) === undefined || field(raw, key) === null;
}

function withoutEmpty(raw: object, known: readonly string[]): object {
  const said = Object.entries(raw).filter(([key, value]) => value !== null || !known.includes(key));
  return Object.fromEntries(said);
}

function writtenIds(value: object): Set<string> {
  const ids = new Set<string>();
  for (const [key, list] of Object.entries(value)) {
    if (!isSection(key) || !Array.isArray(list)) continue;
    for (const entry of list) if (isObject(entry)) ids.add(String(field(entry, 'id')));
  }
  return ids;
}
