import { coefficient, undefinedFor, type Coefficient } from './coefficient';
import { numbersOf, pairableRows, unitsIn, type Level, type Ratings, type WeightedRow } from './ratings';
import { sum } from './table';

/** The squared difference of two categories that are not the same. */
export type Difference = (first: number, second: number) => number;

/** How often values of two raters meet in a unit (Krippendorff 2019, chapter 12): symmetric, its sum is the number of values. */
export type Coincidences = readonly (readonly number[])[];

export function coincidences(rows: readonly WeightedRow[], categories: number): Coincidences {
  const table = Array.from({ length: categories }, () => Array.from({ length: categories }, () => 0));
  for (const { values, weight } of rows) {
    const each = weight / (values.length - 1);
    for (const [first, value] of values.entries()) {
      const counts = table[value];
      if (!counts) continue;
      for (const [second, other] of values.entries()) {
        if (second !== first) counts[other] = (counts[other] ?? 0) + each;
      }
    }
  }
  return table;
}

/**
 * Krippendorff's α of two raters or more, with gaps, at any level: 1 − D_o / D_e. 1 is perfect, 0 what chance gives, below 0
 * systematic disagreement. `n` is the number of units that at least two judged.
 */
export function krippendorffAlpha(ratings: Ratings): Coefficient {
  const rows = pairableRows(ratings);
  const n = unitsIn(rows);
  if (ratings.raters.length < 2) return undefinedFor('one-rater', 0);
  if (n === 0) return undefinedFor('no-units', 0);
  const table = coincidences(rows, ratings.categories.length);
  const difference = differenceOf(ratings.level, numbersOf(ratings), table);
  if (difference === null) return undefinedFor('not-numeric', n);
  const value = alphaOf(table, difference);
  return value === null ? undefinedFor('one-category', n) : coefficient(value, n);
}

/** Null where only one category was used: nobody could have disagreed. */
export function alphaOf(table: Coincidences, difference: Difference): number | null {
  const totals = table.map(sum);
  const n = sum(totals);
  let [observed, expected] = [0, 0];
  for (const [first, counts] of table.entries()) {
    for (const [second, count] of counts.entries()) {
      if (first === second) continue;
      const apart = difference(first, second);
      observed += count * apart;
      expected += (totals[first] ?? 0) * (totals[second] ?? 0) * apart;
    }
  }
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

/** Null where the level needs numbers and there are none. */
function differenceOf(
  level: Level,
  numbers: readonly number[] | null,
  table: Coincidences,
): Difference | null {
  if (level === 'nominal') return () => 1;
  if (level === 'ordinal') return ordinal(table.map(sum));
  if (!numbers) return null;
  const at = (index: number): number => numbers[index] ?? 0;
  if (level === 'interval') return (first, second) => (at(first) - at(second)) ** 2;
  return (first, second) => {
    const total = at(first) + at(second);
    return total === 0 ? 0 : ((at(first) - at(second)) / total) ** 2;
  };
}

/** By the distance of their ranks: those that values share, each the mean of the places they take. */
function ordinal(totals: readonly number[]): Difference {
  let below = 0;
  const ranks = totals.map((total) => (below += total) - total / 2);
  return (first, second) => ((ranks[first] ?? 0) - (ranks[second] ?? 0)) ** 2;
}
