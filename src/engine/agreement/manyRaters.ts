import { isCertain } from './cohenKappa';
import { coefficient, undefinedFor, type Coefficient } from './coefficient';
import { completeRows, judgedRows, pairableRows, unitsIn, type Ratings, type WeightedRow } from './ratings';
import { sum } from './table';

/** How often each category was chosen for a unit. */
function counts(row: readonly number[], categories: number): number[] {
  const found = Array.from({ length: categories }, () => 0);
  for (const value of row) found[value] = (found[value] ?? 0) + 1;
  return found;
}

/** Of the pairs of raters of a unit, the share that agrees; the mean over units. */
function agreeing(rows: readonly WeightedRow[], categories: number): number {
  const shares = rows.map(({ values, weight }) => {
    const pairs = sum(counts(values, categories).map((count) => count * (count - 1)));
    return (weight * pairs) / (values.length * (values.length - 1));
  });
  return sum(shares) / unitsIn(rows);
}

/** The share of each category, every unit counting the same however many judged it. */
function sharesOf(rows: readonly WeightedRow[], categories: number): number[] {
  const shares = Array.from({ length: categories }, () => 0);
  const all = unitsIn(rows);
  for (const { values, weight } of rows) {
    for (const value of values) shares[value] = (shares[value] ?? 0) + weight / values.length / all;
  }
  return shares;
}

/**
 * Share of agreement, 0 to 1: of two raters over the units both judged; of more, the mean over their pairs, each over the
 * units that both of the pair judged. `n` is the number of units that at least two judged.
 */
export function percentAgreement(ratings: Ratings): Coefficient {
  const { raters } = ratings;
  if (raters.length < 2) return undefinedFor('one-rater', 0);
  const shares: number[] = [];
  for (let first = 0; first < raters.length; first++) {
    for (let second = first + 1; second < raters.length; second++) {
      const share = shareOf(ratings, first, second);
      if (share !== null) shares.push(share);
    }
  }
  if (shares.length === 0) return undefinedFor('no-units', 0);
  return coefficient(sum(shares) / shares.length, unitsIn(pairableRows(ratings)));
}

function shareOf({ rows, weights }: Ratings, first: number, second: number): number | null {
  let [both, same] = [0, 0];
  for (const [index, row] of rows.entries()) {
    const [one, other] = [row[first] ?? null, row[second] ?? null];
    if (one === null || other === null) continue;
    const weight = weights?.[index] ?? 1;
    both += weight;
    if (one === other) same += weight;
  }
  return both === 0 ? null : same / both;
}

/** Fleiss' (1971) κ of two raters or more, over the units that all judged. For two it is Scott's π. */
export function fleissKappa(ratings: Ratings): Coefficient {
  const rows = completeRows(ratings);
  const n = unitsIn(rows);
  const categories = ratings.categories.length;
  if (ratings.raters.length < 2) return undefinedFor('one-rater', 0);
  if (n === 0) return undefinedFor('no-overlap', 0);
  const expected = sum(sharesOf(rows, categories).map((share) => share ** 2));
  if (isCertain(expected)) return undefinedFor('one-category', n);
  return coefficient((agreeing(rows, categories) - expected) / (1 - expected), n);
}

/**
 * Gwet's (2008) AC1 of two raters or more, with gaps: agreement by chance is Σ π(1 − π) / (q − 1) over q categories, π the mean
 * share of a category. Units that only one rater judged count in the shares, not in the agreement. `n` is the number of units
 * that at least two judged.
 */
export function gwetAc1(ratings: Ratings): Coefficient {
  const rows = pairableRows(ratings);
  const n = unitsIn(rows);
  const categories = ratings.categories.length;
  if (ratings.raters.length < 2) return undefinedFor('one-rater', 0);
  if (n === 0) return undefinedFor('no-units', 0);
  if (categories < 2) return undefinedFor('one-category', n);
  const shares = sharesOf(judgedRows(ratings), categories);
  const expected = sum(shares.map((share) => share * (1 - share))) / (categories - 1);
  return coefficient((agreeing(rows, categories) - expected) / (1 - expected), n);
}
