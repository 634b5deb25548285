import { meanOf, quantileOfSorted, ranksOf, sumOf } from '../statistics/descriptive';
import { observedOf, type Measured } from './detectors/measured';
import { permutationP, randomOf, reaches, shuffle } from '../statistics/random';
import { fitLine } from './detectors/regression';

export interface AssociationParameters {
  readonly permutations: number;
  readonly seed: number;
  /** Sessions that stay together when one of the series is shuffled; null: the cube root of their number, rounded up. */
  readonly block: number | null;
}

export type Uncorrelated = 'fewer-than-twelve' | 'no-variation';

/** A rank correlation within a case: a description, not a test of a hypothesis. */
export interface Correlation {
  readonly value: number | null;
  /** Where 95 % of the correlations lie when one series is shuffled in blocks; null where that was not asked for. */
  readonly chance: readonly [number, number] | null;
  /** Share of shuffled correlations as far from 0. */
  readonly p: number | null;
  /** Pairs of sessions. */
  readonly n: number;
  readonly undefined: Uncorrelated | null;
}

export interface Lag {
  /** 0: the same session; 1: the alliance with the outcome of the next session. */
  readonly lag: 0 | 1;
  readonly raw: Correlation;
  /** Of what a linear trend leaves of each. */
  readonly detrended: Correlation;
}

/** What may be said of the two at lag 0, as a description. */
export type Reading =
  | 'not-said' // fewer than twelve sessions, or one of the two does not vary
  | 'not-asked' // nothing was shuffled, so nothing is compared with chance
  | 'no-more-than-chance'
  | 'trend-only' // beyond chance as they are, and not without their trends
  | 'beyond-chance'; // also without their trends

export interface Associated {
  readonly lags: readonly Lag[];
  readonly reading: Reading;
}

const minimum = 12;

/**
 * Alliance and outcome within a case (domain 2): Spearman's rank correlation raw and detrended side by side, since both
 * series have a trend and sessions resemble their neighbours. Chance is what is left when blocks of neighbouring sessions
 * of the one series are put in another order.
 */
export function associationOf(
  alliance: Measured,
  outcome: Measured,
  parameters: AssociationParameters,
): Associated {
  const raw = [placed(alliance, false), placed(outcome, false)] as const;
  const detrended = [placed(alliance, true), placed(outcome, true)] as const;
  const lags = ([0, 1] as const).map((lag): Lag => ({
    lag,
    raw: correlate(pairs(...raw, lag), parameters),
    detrended: correlate(pairs(...detrended, lag), parameters),
  }));
  return { lags, reading: readingOf(lags[0]) };
}

function readingOf(lag: Lag | undefined): Reading {
  if (lag === undefined || lag.raw.value === null || lag.detrended.value === null) return 'not-said';
  if (lag.raw.chance === null || lag.detrended.chance === null) return 'not-asked';
  if (isBeyondChance(lag.detrended)) return 'beyond-chance';
  return isBeyondChance(lag.raw) ? 'trend-only' : 'no-more-than-chance';
}

function isBeyondChance({ value, chance }: Correlation): boolean {
  return value !== null && chance !== null && (value < chance[0] || value > chance[1]);
}

type Pair = readonly [alliance: number, outcome: number];

/** Values by the place of their session. */
type Placed = ReadonlyMap<number, number>;

/** Sessions that have both, the outcome so many sessions later. */
function pairs(alliance: Placed, outcome: Placed, lag: number): readonly Pair[] {
  const found: Pair[] = [];
  for (const [at, value] of alliance) {
    const later = outcome.get(at + lag);
    if (later !== undefined) found.push([value, later]);
  }
  return found;
}

function placed(series: Measured, detrended: boolean): Placed {
  const seen = observedOf(series);
  const y = seen.map(({ value }) => value);
  const line = detrended
    ? fitLine(
        seen.map(({ x }) => x),
        y,
      )
    : null;
  const scale = Math.max(1, ...y.map(Math.abs));
  // What rounding leaves of equal residuals must not become ranks.
  const left = line?.residuals.map((value) => Math.round((value / scale) * 1e9));
  return new Map(seen.map(({ at, value }, index) => [at, left?.[index] ?? value]));
}

function correlate(found: readonly Pair[], parameters: AssociationParameters): Correlation {
  const n = found.length;
  const none = { value: null, chance: null, p: null, n };
  if (n < minimum) return { ...none, undefined: 'fewer-than-twelve' };
  const a = unit(ranksOf(found.map(([value]) => value)));
  const b = unit(ranksOf(found.map(([, value]) => value)));
  if (a === null || b === null) return { ...none, undefined: 'no-variation' };
  const value = product(a, b);
  const { permutations } = parameters;
  if (permutations === 0) return { ...none, value, undefined: null };
  const shuffled = shuffledProducts(a, b, parameters).sort();
  const hits = shuffled.filter((each) => reaches(Math.abs(each), Math.abs(value))).length;
  const chance = [quantileOfSorted(shuffled, 0.025), quantileOfSorted(shuffled, 0.975)] as const;
  return { value, chance, p: permutationP(hits, permutations), n, undefined: null };
}

/** Ranks counted from their mean, of length 1: their product is the correlation. Null where all are one. */
function unit(ranks: readonly number[]): Float64Array | null {
  const mean = meanOf(ranks);
  const length = Math.sqrt(sumOf(ranks.map((rank) => (rank - mean) ** 2)));
  return length === 0 ? null : Float64Array.from(ranks, (rank) => (rank - mean) / length);
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return Math.min(1, Math.max(-1, sum));
}

/** Each time the blocks begin at another session, as if the series were a ring, and stand in another order. */
function shuffledProducts(a: Float64Array, b: Float64Array, parameters: AssociationParameters): Float64Array {
  const n = b.length;
  const length = Math.min(n, parameters.block ?? Math.ceil(Math.cbrt(n)));
  const random = randomOf(parameters.seed);
  const blocks = Float64Array.from({ length: Math.ceil(n / length) }, (_, index) => index);
  // Twice round, so that a block never has to turn the corner.
  const ring = Float64Array.from({ length: 2 * n }, (_, index) => b[index % n] ?? 0);
  const products = new Float64Array(parameters.permutations);
  for (let round = 0; round < products.length; round++) {
    const offset = Math.floor(random() * n);
    shuffle(blocks, random);
    let [to, sum] = [0, 0];
    for (let block = 0; block < blocks.length; block++) {
      const from = (blocks[block] ?? 0) * length;
      const end = Math.min(n, from + length) + offset;
      for (let at = from + offset; at < end; at++) sum += (a[to++] ?? 0) * (ring[at] ?? 0);
    }
    products[round] = sum;
  }
  return products;
}
