import { fQuantile } from '../statistics/fDistribution';
import { coefficient, undefinedFor, type Coefficient, type CoefficientReason } from './coefficient';
import { sum } from './table';

/** The six forms of Shrout & Fleiss (1979): one-way random, two-way random, two-way mixed; of a single rater, of the mean of k. */
export const iccForms = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'] as const;

export type IccForm = (typeof iccForms)[number];

export type Icc = Readonly<Record<IccForm, Coefficient>>;

/** Mean squares of units by raters. */
export interface MeanSquares {
  readonly units: number;
  readonly raters: number;
  /** Between units. */
  readonly msr: number;
  /** Between raters. */
  readonly msc: number;
  /** What is left. */
  readonly mse: number;
  /** Within units. */
  readonly msw: number;
}

export function meanSquares(rows: readonly (readonly number[])[]): MeanSquares {
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  const mean = sum(rows.map(sum)) / (n * k);
  const unitMeans = rows.map((row) => sum(row) / k);
  const raterMeans = Array.from({ length: k }, (_, rater) => sum(rows.map((row) => row[rater] ?? 0)) / n);
  const between = k * sum(unitMeans.map((each) => (each - mean) ** 2));
  const raters = n * sum(raterMeans.map((each) => (each - mean) ** 2));
  const within = sum(rows.flatMap((row, unit) => row.map((value) => (value - (unitMeans[unit] ?? 0)) ** 2)));
  return {
    units: n,
    raters: k,
    msr: between / (n - 1),
    msc: raters / (k - 1),
    // Rounding must not make a sum of squares negative.
    mse: Math.max(0, within - raters) / ((n - 1) * (k - 1)),
    msw: within / (n * (k - 1)),
  };
}

/**
 * Intraclass correlations over the rows that all raters judged, each with its interval of 95 % (Shrout & Fleiss 1979; McGraw &
 * Wong 1996). Agreement is absolute in the forms 1 and 2, consistency in form 3.
 */
export function icc(rows: readonly (readonly number[])[], raters: number): Icc {
  const reason = whyNone(rows, raters);
  if (reason !== null) return everyForm(() => undefinedFor(reason, rows.length));
  const squares = meanSquares(rows);
  return everyForm((form) => one(form, squares));
}

export function everyForm(make: (form: IccForm) => Coefficient): Icc {
  return {
    '1,1': make('1,1'),
    '2,1': make('2,1'),
    '3,1': make('3,1'),
    '1,k': make('1,k'),
    '2,k': make('2,k'),
    '3,k': make('3,k'),
  };
}

function whyNone(rows: readonly (readonly number[])[], raters: number): CoefficientReason | null {
  if (raters < 2) return 'one-rater';
  if (rows.length === 0) return 'no-overlap';
  if (rows.length === 1) return 'one-unit';
  const first = rows[0]?.[0];
  return rows.every((row) => row.every((value) => value === first)) ? 'no-variance' : null;
}

function one(form: IccForm, squares: MeanSquares): Coefficient {
  const { units, raters: k } = squares;
  const single = singles[form.startsWith('1') ? 1 : form.startsWith('2') ? 2 : 3](squares);
  if (!Number.isFinite(single.value)) return undefinedFor('no-variance', units);
  if (form.endsWith('1')) return coefficient(single.value, units, single.ci);
  // Of the mean of k raters: the formula of Spearman and Brown, which the forms of Shrout & Fleiss come to. From −1/(k − 1) down
  // it has no meaning: units differ so little that their means tell nothing apart.
  const ofMean = (value: number): number | null => {
    const divisor = 1 + (k - 1) * value;
    return divisor > 0 ? (k * value) / divisor : null;
  };
  const value = ofMean(single.value);
  if (value === null) return undefinedFor('no-variance', units);
  const [low = null, high = null] = single.ci?.map(ofMean) ?? [];
  return coefficient(value, units, low === null || high === null ? null : [low, high]);
}

interface Single {
  readonly value: number;
  readonly ci: readonly [number, number] | null;
}

const singles: Readonly<Record<1 | 2 | 3, (squares: MeanSquares) => Single>> = {
  1: ({ units: n, raters: k, msr, msw }) => ({
    value: (msr - msw) / (msr + (k - 1) * msw),
    ci: ratioInterval(msr / msw, n - 1, n * (k - 1), k),
  }),
  2: (squares) => ({ value: agreement(squares), ci: agreementInterval(squares) }),
  3: ({ units: n, raters: k, msr, mse }) => ({
    value: (msr - mse) / (msr + (k - 1) * mse),
    ci: ratioInterval(msr / mse, n - 1, (n - 1) * (k - 1), k),
  }),
};

/** From a ratio of mean squares that is F-distributed. */
function ratioInterval(f: number, above: number, below: number, k: number): Single['ci'] {
  if (!Number.isFinite(f)) return null;
  const low = f / fQuantile(0.975, above, below);
  const high = f * fQuantile(0.975, below, above);
  return [(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)];
}

function agreement({ units: n, raters: k, msr, msc, mse }: MeanSquares): number {
  return (msr - mse) / (msr + (k - 1) * mse + (k * (msc - mse)) / n);
}

/** Shrout & Fleiss (1979), p. 424, with Satterthwaite's degrees of freedom. */
function agreementInterval(squares: MeanSquares): Single['ci'] {
  const { units: n, raters: k, msr, msc, mse } = squares;
  const rho = agreement(squares);
  if (mse === 0 || rho === 1) return null;
  const a = (k * rho) / (n * (1 - rho));
  const b = 1 + (k * rho * (n - 1)) / (n * (1 - rho));
  const freedom =
    (a * msc + b * mse) ** 2 / ((a * msc) ** 2 / (k - 1) + (b * mse) ** 2 / ((n - 1) * (k - 1)));
  if (!Number.isFinite(freedom) || freedom <= 0) return null;
  const upper = fQuantile(0.975, n - 1, freedom);
  const lower = fQuantile(0.975, freedom, n - 1);
  const rest = k * msc + (k * n - k - n) * mse;
  return [
    (n * (msr - upper * mse)) / (upper * rest + n * msr),
    (n * (lower * msr - mse)) / (rest + n * lower * msr),
  ];
}
