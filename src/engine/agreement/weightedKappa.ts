import { isCertain } from './cohenKappa';
import { coefficient, undefinedFor, type Coefficient } from './coefficient';
import { marginsOf, type Table } from './table';

/** What two categories `distance` steps apart count as, of `steps` between the first and the last: 1 for the same, 0 for these. */
type Weight = (distance: number, steps: number) => number;

const weights: Readonly<Record<'linear' | 'quadratic', Weight>> = {
  linear: (distance, steps) => 1 - distance / steps,
  quadratic: (distance, steps) => 1 - (distance / steps) ** 2,
};

/** Cohen's (1968) weighted κ of two raters, for categories in an order: disagreement counts by the steps between them. */
export function weightedKappa(table: Table, kind: 'linear' | 'quadratic'): Coefficient {
  const { n, rows, columns } = marginsOf(table);
  if (n === 0) return undefinedFor('no-overlap', 0);
  if (table.length < 2) return undefinedFor('one-category', n);
  let [observed, expected] = [0, 0];
  for (const [row, counts] of table.entries()) {
    for (const [column, count] of counts.entries()) {
      const weight = weights[kind](Math.abs(row - column), table.length - 1);
      observed += (weight * count) / n;
      expected += weight * (rows[row] ?? 0) * (columns[column] ?? 0);
    }
  }
  if (isCertain(expected)) return undefinedFor('one-category', n);
  return coefficient((observed - expected) / (1 - expected), n);
}
