import type { At } from '../transcript/at';
import { csvRows } from '../csv';

/** What a row of the long table says of an annotation: it has no id, and its ratings are numbers of the scales of its study. */
export interface LongRow {
  readonly transcript: string;
  readonly coder: string;
  readonly code: string;
  readonly at: At;
  readonly ratings: Readonly<Record<string, number>>;
  /** Its number in the session and coding: `e2`. */
  readonly episode: string | null;
  readonly note: string | null;
}

/** What could be read of a long table, and the lines that are no annotation (from 2, the first below the names). */
export interface LongReading {
  readonly rows: readonly LongRow[];
  readonly unread: readonly number[];
}

/** Reads a table that `csvLong` wrote, or one of its columns that somebody made by hand. */
export function readLong(csv: string): LongReading {
  const rows: LongRow[] = [];
  const unread: number[] = [];
  for (const [index, cells] of csvRows(csv).entries()) {
    const row = rowOf(cells);
    if (row) rows.push(row);
    else unread.push(index + 2);
  }
  return { rows, unread };
}

function rowOf(cells: Readonly<Record<string, string>>): LongRow | null {
  const { transcript = '', coder = '', code = '' } = cells;
  const at = placeOf(cells);
  if (transcript === '' || coder === '' || code === '' || !at) return null;
  return {
    transcript,
    coder,
    code,
    at,
    ratings: ratingsOf(cells),
    episode: filled(cells['episode']),
    note: filled(cells['note']),
  };
}

function placeOf(cells: Readonly<Record<string, string>>): At | null {
  const [turn, start, last, end] = ['turn', 'start', 'end_turn', 'end'].map((name) =>
    wholeNumber(cells[name]),
  );
  if (turn === undefined || start === undefined || end === undefined || turn < 1) return null;
  if (last === undefined || last === turn) return start < end ? { turn, start, end } : null;
  return last > turn ? { turn, start, end_turn: last, end } : null;
}

function ratingsOf(cells: Readonly<Record<string, string>>): Record<string, number> {
  const scales = Object.keys(cells).filter((name) => /^(?:clarity|impact|rating_.+)$/.test(name));
  return Object.fromEntries(
    scales.flatMap((name): [string, number][] => {
      const value = Number(cells[name]);
      const isGiven = filled(cells[name]) !== null && Number.isFinite(value);
      return isGiven ? [[name.replace(/^rating_/, ''), value]] : [];
    }),
  );
}

function wholeNumber(cell: string | undefined): number | undefined {
  return cell !== undefined && /^\d{1,9}$/.test(cell) ? Number(cell) : undefined;
}

function filled(cell: string | undefined): string | null {
  return cell === undefined || cell === '' ? null : cell;
}
