import { parseTime } from '../transcript/time';
import { isInMilliseconds, roleByHeading, type ColumnRole } from './columnHeadings';

/** Which column holds what, from 0; null where none does. */
export interface TableColumns {
  readonly text: number;
  readonly speaker: number | null;
  readonly start: number | null;
  readonly end: number | null;
  /** Columns whose cells become comments behind the turn. */
  readonly notes: readonly number[];
}

/** A table as its columns are told: with headings or without. */
export interface TableShape {
  /** Null where its first row is no heading. */
  readonly headings: readonly string[] | null;
  /** Cells of a row; more belong to no column. */
  readonly width: number;
  /** Null where it cannot be told which column holds what was said. */
  readonly columns: TableColumns | null;
  /** Whether headings or contents say that somebody speaks in it. */
  readonly isTold: boolean;
  /** Rows are segments of tiers (ELAN, Praat), with durations beside start and end, not turns. */
  readonly isSegments: boolean;
}

/** Rows looked at where contents have to tell. */
const sampled = 500;

/** A column's cells that are not empty, and what they have in common. */
interface Column {
  readonly index: number;
  readonly cells: readonly string[];
  readonly times: readonly (number | null)[];
  /** All cells are times, and they do not only count the rows. */
  readonly isTime: boolean;
  readonly hasWords: boolean;
  readonly length: number;
}

/** Tells the columns of a table by their headings, and by their contents what no heading says. */
export function shapeOf(rows: readonly (readonly string[])[]): TableShape {
  const headings = headingsOf(rows);
  const body = (headings ? rows.slice(1) : rows).slice(0, sampled);
  const width = headings?.length ?? usualWidth(rows);
  const columns = Array.from({ length: width }, (_, index) => columnOf(index, body));
  const named = new Map<ColumnRole, number>();
  const roles = (headings ?? []).map(roleByHeading);
  for (const [index, role] of roles.entries()) if (role && !named.has(role)) named.set(role, index);
  const free = columns.filter(({ index }) => !roles[index]);
  const [start, end] = timeColumns(free, columns, named);
  const speaker = named.get('speaker') ?? speakerColumn(free);
  const text = named.get('text') ?? textColumn(free.filter(({ index }) => index !== speaker));
  const isTold = headings ? true : text !== null && (start !== null || speaker !== null);
  if (text === null) return { headings, width, columns: null, isTold, isSegments: false };
  const isSegments =
    columns.filter(({ isTime }) => isTime).length > 2 || /\btiers?\b/i.test(headings?.[speaker ?? -1] ?? '');
  const taken = new Set<number | null>([text, speaker, start, end]);
  const notes = columns.filter((each) => !taken.has(each.index) && each.hasWords);
  const told = { text, speaker, start, end, notes: notes.map(({ index }) => index) };
  return { headings, width, columns: told, isTold, isSegments };
}

/** The first row, where it names what stands under it. */
function headingsOf([first = [], ...rest]: readonly (readonly string[])[]): readonly string[] | null {
  if (first.some((cell) => cell.length > 60 || timeOf(cell) !== null)) return null;
  const roles = new Set(first.map(roleByHeading).filter((role) => role !== null));
  if (first.length > 1 && (roles.has('text') || roles.size > 1)) return first;
  const body = rest.slice(0, sampled);
  const isAboveTimes = first.some((cell, index) => cell !== '' && columnOf(index, body).isTime);
  return isAboveTimes && body.length > 1 ? first : null;
}

function columnOf(index: number, rows: readonly (readonly string[])[]): Column {
  const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell !== '');
  const times = rows.map((row) => timeOf(row[index] ?? ''));
  const known = times.filter((time) => time !== null);
  const isCounting =
    known.length > 1 &&
    cells.every((cell) => /^\d+$/.test(cell)) &&
    known.every((time, at) => at === 0 || time === (known[at - 1] ?? 0) + 1);
  return {
    index,
    cells,
    times,
    isTime: known.length > 0 && known.length >= cells.length * 0.9 && !isCounting,
    hasWords: cells.some((cell) => /\p{L}/u.test(cell)),
    length: cells.reduce((sum, cell) => sum + cell.length, 0),
  };
}

/** Start and end: by heading, else the first times, and the first that are never earlier and are not the same. */
function timeColumns(
  free: readonly Column[],
  columns: readonly Column[],
  named: ReadonlyMap<ColumnRole, number>,
): [number | null, number | null] {
  const times = free.filter(({ isTime }) => isTime);
  const start = named.get('start') ?? times[0]?.index ?? null;
  const end = named.get('end') ?? times.find((each) => isLater(each, columns[start ?? -1]))?.index ?? null;
  return [start, end];
}

function isLater(column: Column, start: Column | undefined): boolean {
  if (!start || column.index <= start.index) return false;
  const pairs = column.times.map((time, row) => [start.times[row] ?? null, time] as const);
  const known = pairs.flatMap(([from, to]) => (from === null || to === null ? [] : [to - from]));
  return known.every((length) => length >= 0) && known.some((length) => length > 0);
}

/** Few short values that come again, none of them a sentence. */
function speakerColumn(free: readonly Column[]): number | null {
  const longest = free.toSorted((a, b) => b.length - a.length)[0];
  const found = free.find(({ index, cells, times, hasWords, isTime }) => {
    const distinct = new Set(cells);
    if (isTime || !hasWords || index === longest?.index || distinct.size > 12) return false;
    if (cells.length * 2 < times.length) return false;
    if (distinct.size === cells.length && (cells.length > 2 || cells.some((cell) => cell.includes(' '))))
      return false;
    return cells.every((cell) => cell.length <= 40 && !/[.?!…:]$|\n/.test(cell));
  });
  return found?.index ?? null;
}

/** The only column of words, or the one with clearly the most of them. */
function textColumn(free: readonly Column[]): number | null {
  const [first, second] = free
    .filter(({ hasWords, isTime }) => hasWords && !isTime)
    .toSorted((a, b) => b.length - a.length);
  if (!first || (second && first.length < second.length * 2)) return null;
  return first.index;
}

/** A cell as a time: `00:12:03.5`, `[12:03]`, or a number of whatever unit; null for what is none. */
export function timeOf(cell: string): number | null {
  const plain = cell.trim().replace(/^[[(](.*)[\])]$/, '$1');
  const clock = parseTime(plain);
  if (clock !== null) return clock;
  return /^\d+(?:[.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}

/**
 * How many units of a table's times are a second: headings say so; else whole numbers are milliseconds where cues would last
 * for minutes if they were seconds.
 */
export function unitOf(
  rows: readonly (readonly string[])[],
  headings: readonly string[] | null,
  { start, end }: TableColumns,
): number {
  if (start === null) return 1;
  if (isInMilliseconds(headings?.[start] ?? '')) return 1000;
  const cells = rows.map((row) => [row[start] ?? '', row[end ?? start] ?? ''] as const);
  const whole = cells.filter(([from, to]) => /^\d+$/.test(from) && /^\d+$/.test(to));
  if (whole.length < cells.filter(([from]) => from !== '').length || whole.length === 0) return 1;
  const lengths = whole.map(([from, to], row) =>
    end === null ? Number(whole[row + 1]?.[0] ?? from) - Number(from) : Number(to) - Number(from),
  );
  const middle = lengths.toSorted((a, b) => a - b)[lengths.length >> 1] ?? 0;
  return middle >= longestCue ? 1000 : 1;
}

/** Seconds for which half of all cues can hardly last. */
const longestCue = 200;

/** How many cells most rows have. */
export function usualWidth(rows: readonly (readonly string[])[]): number {
  const widths = new Map<number, number>();
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1);
  return [...widths].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}
