import { coefficient, undefinedFor, type Coefficient } from './coefficient';
import { marginsOf, observedAgreement, sum, type Table } from './table';

/** Of the standard normal distribution, for an interval of 95 %. */
const z = 1.959963984540054;

/**
 * Cohen's (1960) κ of two raters: (p_o − p_e) / (1 − p_e), where p_e is the agreement of two raters who draw from their own
 * margins. −1 to 1. The interval is κ ± 1.96 SE with the standard error of Fleiss, Cohen & Everitt (1969), for units that are
 * independent of each other.
 */
export function cohenKappa(table: Table): Coefficient {
  const { n, rows, columns } = marginsOf(table);
  if (n === 0) return undefinedFor('no-overlap', 0);
  const expected = sum(rows.map((share, index) => share * (columns[index] ?? 0)));
  if (isCertain(expected)) return undefinedFor('one-category', n);
  const value = (observedAgreement(table) - expected) / (1 - expected);
  const error = standardError(table, value);
  return coefficient(value, n, [value - z * error, value + z * error]);
}

/** Fleiss, Cohen & Everitt (1969), formula 13 without weights. */
export function standardError(table: Table, kappa: number): number {
  const { n, rows, columns } = marginsOf(table);
  const expected = sum(rows.map((share, index) => share * (columns[index] ?? 0)));
  let [diagonal, rest] = [0, 0];
  for (const [row, counts] of table.entries()) {
    for (const [column, count] of counts.entries()) {
      const share = count / n;
      if (row === column) {
        diagonal += share * (1 - ((rows[row] ?? 0) + (columns[row] ?? 0)) * (1 - kappa)) ** 2;
      } else rest += share * ((columns[row] ?? 0) + (rows[column] ?? 0)) ** 2;
    }
  }
  const last = (kappa - expected * (1 - kappa)) ** 2;
  const variance = (diagonal + (1 - kappa) ** 2 * rest - last) / (n * (1 - expected) ** 2);
  return Math.sqrt(Math.max(0, variance));
}

/**
 * The highest κ that these margins allow (Cohen 1960): with it, a low κ can be told from raters who use a code with
 * different frequency.
 */
export function kappaMax(table: Table): number | null {
  const { n, rows, columns } = marginsOf(table);
  const expected = sum(rows.map((share, index) => share * (columns[index] ?? 0)));
  if (n === 0 || isCertain(expected)) return null;
  const possible = sum(rows.map((share, index) => Math.min(share, columns[index] ?? 0)));
  return (possible - expected) / (1 - expected);
}

/** Agreement by chance is certain: both chose one category only. */
export function isCertain(expected: number): boolean {
  return expected > 1 - 1e-12;
}
