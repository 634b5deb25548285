import { csvOf } from '../csv';

export type Cell = string | number | null;

export interface Table {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A table by its columns, each with what it says of a row. */
export function tableOf<Row>(
  columns: Readonly<Record<string, (row: Row) => Cell>>,
  rows: readonly Row[],
): Table {
  const cells = Object.values(columns);
  return { fields: Object.keys(columns), rows: rows.map((row) => cells.map((cell) => cell(row))) };
}

/** A table as comma-separated values, every row of which begins with what it is about. Empty where there is nothing to say. */
export function csvText(about: Readonly<Record<string, Cell>>, { fields, rows }: Table): string {
  return csvOf(
    [...Object.keys(about), ...fields],
    rows.map((row) => [...Object.values(about), ...row]),
  );
}
