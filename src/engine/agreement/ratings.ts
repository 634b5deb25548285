/** How values differ: as names, by rank, by distance, by proportion. */
export type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** Units by raters: what each rater said of each unit; null where a rater did not judge it. */
export interface Ratings {
  readonly raters: readonly string[];
  /** One row for each unit, one value for each rater: an index into `categories`. */
  readonly rows: readonly (readonly (number | null)[])[];
  /** How many units each row stands for; one where this is missing. */
  readonly weights?: readonly number[];
  /** What may be said, in its order. */
  readonly categories: readonly string[];
  readonly level: Level;
}

/** A row without gaps, and how many units say the same. */
export interface WeightedRow {
  readonly values: readonly number[];
  readonly weight: number;
}

/** The rows that all raters judged. */
export function completeRows(ratings: Ratings): WeightedRow[] {
  return judgedRows(ratings).filter(({ values }) => values.length === ratings.raters.length);
}

/** The values of each row, without gaps; rows with fewer than two cannot agree or disagree, and are left out. */
export function pairableRows(ratings: Ratings): WeightedRow[] {
  return judgedRows(ratings).filter(({ values }) => values.length > 1);
}

/** Rows that anybody judged, without their gaps. */
export function judgedRows({ rows, weights }: Ratings): WeightedRow[] {
  return rows
    .map((row, index) => ({
      values: row.filter((value): value is number => value !== null),
      weight: weights?.[index] ?? 1,
    }))
    .filter(({ values, weight }) => values.length > 0 && weight > 0);
}

/** How many units rows stand for. */
export function unitsIn(rows: readonly WeightedRow[]): number {
  return rows.reduce((total, { weight }) => total + weight, 0);
}

/** Categories as numbers; null where one is none. */
export function numbersOf({ categories }: Ratings): number[] | null {
  const numbers = categories.map(numberOf);
  return numbers.every((value) => value !== null) ? numbers : null;
}

/** A finite number as it is written in a table; null for anything else. */
function numberOf(text: string): number | null {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : null;
}

/**
 * Ratings from cells as they are written, an empty one missing. The categories are those observed, in the order of numbers
 * where all are numbers and else of their letters, unless they are given.
 */
export function ratingsOf(
  raters: readonly string[],
  cells: readonly (readonly string[])[],
  level: Level,
  given: readonly string[] | null = null,
): Ratings | { readonly unknown: string } {
  const values = cells.map((row) => raters.map((_, index) => row[index]?.trim() ?? ''));
  const observed = [...new Set(values.flat().filter((value) => value !== ''))];
  const categories = given ? [...given] : inOrder(distinct(observed));
  const index = new Map(categories.map((category, at) => [keyOf(category), at]));
  const unknown = observed.find((value) => !index.has(keyOf(value)));
  if (unknown !== undefined) return { unknown };
  const rows = values.map((row) =>
    row.map((value) => (value === '' ? null : (index.get(keyOf(value)) ?? null))),
  );
  return { raters, rows, categories, level };
}

/** `1` and `1.0` are one category. */
function keyOf(value: string): string {
  const number = numberOf(value);
  return number === null ? value.trim() : String(number);
}

function distinct(values: readonly string[]): string[] {
  return [...new Map(values.toReversed().map((value) => [keyOf(value), value])).values()];
}

function inOrder(values: string[]): string[] {
  const numbers = values.map(numberOf);
  if (numbers.every((value) => value !== null)) return values.sort((a, b) => Number(a) - Number(b));
  return values.sort();
}
