import { parse, unparse } from 'papaparse';

export type Cell = string | number | null | undefined;

/**
 * What a spreadsheet would take for a formula: with an apostrophe before it, it is text. One that has apostrophes there already
 * gets one more, so that taking one off gives back every text as it was.
 */
const formula = /^'*[=+\-@\t\r]/;
const guarded = /^'+[=+\-@\t\r]/;

/** Rows as comma-separated values with a line of names, ended by line feeds. Nothing stands for no value; numbers are numbers. */
export function csvOf(fields: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const table = { fields: [...fields], data: rows.map((row) => [...row]) };
  return `${unparse(table, { newline: '\n', escapeFormulae: formula }).replace(/(?<!\n)\n+$/, '')}\n`;
}

/** The same without a line of names, for programs that take none. */
export function csvWithoutHead(rows: readonly (readonly Cell[])[]): string {
  const lines = unparse(
    rows.map((row) => [...row]),
    { newline: '\n', escapeFormulae: formula },
  );
  return lines === '' ? '' : `${lines}\n`;
}

/** The rows of such a table by their columns' names, as they were before they were guarded; a table of anybody's, as well. */
export function csvRows(csv: string): Record<string, string>[] {
  const text = csv.startsWith('\ufeff') ? csv.slice(1) : csv;
  const [fields = [], ...rows] = parse<string[]>(text, { delimiter: ',', skipEmptyLines: true }).data;
  return rows.map((row) =>
    Object.fromEntries(fields.map((field, index) => [field, unguarded(row[index] ?? '')])),
  );
}

function unguarded(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
