import Papa from 'papaparse';
import { cohenKappa } from './cohenKappa';
import { undefinedFor, type Coefficient } from './coefficient';
import { everyForm, icc, type Icc } from './icc';
import { krippendorffAlpha } from './krippendorff';
import { fleissKappa, gwetAc1, percentAgreement } from './manyRaters';
import { completeRows, numbersOf, ratingsOf, unitsIn, type Level, type Ratings } from './ratings';
import { pabak, scottPi } from './scottPi';
import { tableOf, type Table } from './table';
import { weightedKappa } from './weightedKappa';

/** All coefficients of one matrix (`alliance stats`). */
export interface Stats {
  readonly units: number;
  readonly raters: number;
  readonly percent: Coefficient;
  readonly cohen_kappa: Coefficient;
  readonly weighted_kappa_linear: Coefficient;
  readonly weighted_kappa_quadratic: Coefficient;
  readonly scott_pi: Coefficient;
  readonly fleiss_kappa: Coefficient;
  readonly krippendorff_alpha: Coefficient;
  readonly gwet_ac1: Coefficient;
  readonly pabak: Coefficient;
  readonly icc: Icc;
}

export function statsOf(ratings: Ratings): Stats {
  const rows = completeRows(ratings);
  const n = unitsIn(rows);
  const raters = ratings.raters.length;
  const table = tableOf(rows, ratings.categories.length);
  const ofTwo = (compute: (of: Table) => Coefficient): Coefficient =>
    raters === 2 ? compute(table) : undefinedFor(raters < 2 ? 'one-rater' : 'more-than-two-raters', n);
  const weighted = (kind: 'linear' | 'quadratic'): Coefficient =>
    ofTwo((of) => (ratings.level === 'nominal' ? undefinedFor('not-ordered', n) : weightedKappa(of, kind)));
  return {
    units: ratings.rows.length,
    raters,
    percent: percentAgreement(ratings),
    cohen_kappa: ofTwo(cohenKappa),
    weighted_kappa_linear: weighted('linear'),
    weighted_kappa_quadratic: weighted('quadratic'),
    scott_pi: ofTwo(scottPi),
    fleiss_kappa: fleissKappa(ratings),
    krippendorff_alpha: krippendorffAlpha(ratings),
    gwet_ac1: gwetAc1(ratings),
    pabak: ofTwo(pabak),
    icc: iccOf(ratings),
  };
}

/** Of the numbers that the categories are; names have none. */
function iccOf(ratings: Ratings): Icc {
  const rows = completeRows(ratings);
  const numbers = numbersOf(ratings);
  if (!numbers || ratings.level === 'nominal') {
    return everyForm(() => undefinedFor('not-numeric', rows.length));
  }
  return icc(
    rows.map(({ values }) => values.map((value) => numbers[value] ?? 0)),
    ratings.raters.length,
  );
}

/** Why a matrix cannot be read. Lines count from 1, the first is the heading. */
export type MatrixFault =
  | { readonly kind: 'no-raters' }
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'ragged'; readonly line: number; readonly cells: number; readonly expected: number }
  | { readonly kind: 'twice'; readonly rater: string }
  | { readonly kind: 'unknown-category'; readonly value: string }
  | { readonly kind: 'not-numeric'; readonly value: string };

/**
 * Reads a matrix of ratings as product section 9 says: comma-separated, raters' names in the first row, one row for each unit;
 * a first column headed `unit` is an id; an empty cell is missing.
 */
export function readMatrix(
  csv: string,
  level: Level,
  categories: readonly string[] | null = null,
): Ratings | MatrixFault {
  const { data } = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { delimiter: ',' });
  const [heading = [], ...all] = data;
  const isEmpty = (row: readonly string[]): boolean => row.length === 1 && row[0]?.trim() === '';
  const rows = all.filter((row) => !isEmpty(row));
  const skip = heading[0]?.trim().toLowerCase() === 'unit' ? 1 : 0;
  const raters = heading.slice(skip).map((name) => name.trim());
  if (raters.join('') === '') return { kind: 'no-raters' };
  const twice = raters.find((name, index) => raters.indexOf(name) !== index);
  if (twice !== undefined) return { kind: 'twice', rater: twice };
  if (rows.length === 0) return { kind: 'no-rows' };
  const ragged = all.findIndex((row) => row.length !== heading.length && !isEmpty(row));
  if (ragged >= 0) {
    return { kind: 'ragged', line: ragged + 2, cells: all[ragged]?.length ?? 0, expected: heading.length };
  }
  const cells = rows.map((row) => row.slice(skip));
  const ratings = ratingsOf(raters, cells, level, categories);
  if ('unknown' in ratings) return { kind: 'unknown-category', value: ratings.unknown };
  const words = level === 'interval' || level === 'ratio' ? ratings.categories.find(isWord) : undefined;
  return words === undefined ? ratings : { kind: 'not-numeric', value: words };
}

function isWord(category: string): boolean {
  return numbersOf({ categories: [category], raters: [], rows: [], level: 'nominal' }) === null;
}
