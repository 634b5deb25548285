import { isCertain } from './cohenKappa';
import { coefficient, undefinedFor, type Coefficient } from './coefficient';
import { completeRows, pairableRows, type Ratings } from './ratings';
import { sum } from './table';

/** How often each category was chosen for a unit. */
function counts(row: readonly number[], categories: number): number[] {
  const found = Array.from({ length: categories }, () => 0);
  for (const value of row) found[value] = (found[value] ?? 0) + 1;
  return found;
}

/** Of the pairs of raters of a unit, the share that agrees. */
function agreeing(row: readonly number[], categories: number): number {
  const pairs = sum(counts(row, categories).map((count) => count * (count - 1)));
  return pairs / (row.length * (row.length - 1));
}

/**
 * Share of agreement, 0 to 1: of two raters over the units both judged; of more, the mean over their pairs, each over the
 * units that both of the pair judged. `n` is the number of units that at least two judged.
 */
export function percentAgreement(ratings: Ratings): Coefficient {
  const { raters, rows } = ratings;
  if (raters.length < 2) return undefinedFor('one-rater', rows.length);
  const shares: number[] = [];
  for (let first = 0; first < raters.length; first++) {
    for (let second = first + 1; second < raters.length; second++) {
      const both = rows.filter((row) => row[first] !== null && row[second] !== null);
      if (both.length === 0) continue;
      shares.push(both.filter((row) => row[first] === row[second]).length / both.length);
    }
  }
  const n = pairableRows(ratings).length;
  if (shares.length === 0) return undefinedFor('no-units', 0);
  return coefficient(sum(shares) / shares.length, n);
}

/**
 * Fleiss' (1971) κ of two raters or more, over the units that all judged. For two it is Scott's π.
 */
export function fleissKappa(ratings: Ratings): Coefficient {
  const rows = completeRows(ratings);
  const categories = ratings.categories.length;
  if (ratings.raters.length < 2) return undefinedFor('one-rater', rows.length);
  if (rows.length === 0) return undefinedFor('no-overlap', 0);
  const observed = sum(rows.map((row) => agreeing(row, categories))) / rows.length;
  const all = rows.length * ratings.raters.length;
  const shares = counts(rows.flat(), categories).map((count) => count / all);
  const expected = sum(shares.map((share) => share ** 2));
  if (isCertain(expected)) return undefinedFor('one-category', rows.length);
  return coefficient((observed - expected) / (1 - expected), rows.length);
}

/**
 * Gwet's (2008) AC1 of two raters or more, with gaps: agreement by chance is Σ π(1 − π) / (q − 1) over q categories, π the mean
 * share of a category. Units that only one rater judged count in the shares, not in the agreement. `n` is the number of units
 * that at least two judged.
 */
export function gwetAc1(ratings: Ratings): Coefficient {
  const rows = pairableRows(ratings);
  const categories = ratings.categories.length;
  if (ratings.raters.length < 2) return undefinedFor('one-rater', rows.length);
  if (rows.length === 0) return undefinedFor('no-units', 0);
  if (categories < 2) return undefinedFor('one-category', rows.length);
  const judged = ratings.rows
    .map((row) => row.filter((value): value is number => value !== null))
    .filter(({ length }) => length > 0);
  const shares = Array.from({ length: categories }, () => 0);
  for (const row of judged) {
    for (const value of row) shares[value] = (shares[value] ?? 0) + 1 / row.length / judged.length;
  }
  const observed = sum(rows.map((row) => agreeing(row, categories))) / rows.length;
  const expected = sum(shares.map((share) => share * (1 - share))) / (categories - 1);
  return coefficient((observed - expected) / (1 - expected), rows.length);
}
