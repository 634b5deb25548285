import type { WeightedRow } from './ratings';

/** Two raters' contingency table: rows are what the first said, columns what the second said. */
export type Table = readonly (readonly number[])[];

/** The table of complete rows of two raters. */
export function tableOf(rows: readonly WeightedRow[], categories: number): Table {
  const table = Array.from({ length: categories }, () => Array.from({ length: categories }, () => 0));
  for (const { values, weight } of rows) {
    const [first = 0, second = 0] = values;
    const row = table[first];
    if (row) row[second] = (row[second] ?? 0) + weight;
  }
  return table;
}

export interface Margins {
  readonly n: number;
  /** Proportions of the first rater, and of the second, by category. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

export function marginsOf(table: Table): Margins {
  const rows = table.map(sum);
  const columns = table.map((_, index) => sum(table.map((row) => row[index] ?? 0)));
  const n = sum(rows);
  return { n, rows: rows.map((count) => count / n), columns: columns.map((count) => count / n) };
}

/** The share on the diagonal. */
export function observedAgreement(table: Table): number {
  return sum(table.map((row, index) => row[index] ?? 0)) / sum(table.map(sum));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
