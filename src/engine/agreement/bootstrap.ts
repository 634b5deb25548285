/** Draws numbers that look random, the same ones for the same seed, so that an interval can be computed again. */
export class Draws {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 below `limit`. The generator is a 32-bit mix with full period (Weyl sequence, murmur finalizer). */
  below(limit: number): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
    return Math.floor(((mixed >>> 0) / 2 ** 32) * limit);
  }
}

export interface Resampling {
  readonly resamples: number;
  readonly seed: number;
}

/**
 * Percentile intervals of 95 % of several statistics at once: clusters are drawn with replacement, as many as there are, and
 * each statistic is computed of what was drawn. Clusters that are the same are of one kind (`kinds` says which, by cluster),
 * and a statistic is given how often each kind was drawn. Resamples in which one is undefined are left out of its interval;
 * with fewer than half of them defined it has none.
 */
export function bootstrapIntervals(
  kinds: readonly number[],
  statistics: (drawn: readonly number[]) => readonly (number | null)[],
  { resamples, seed }: Resampling,
): (readonly [number, number] | null)[] {
  const draws = new Draws(seed);
  const size = kinds.reduce((most, kind) => Math.max(most, kind + 1), 0);
  const values: number[][] = [];
  for (let resample = 0; resample < resamples; resample++) {
    const drawn = Array.from({ length: size }, () => 0);
    for (let cluster = 0; cluster < kinds.length; cluster++) {
      const kind = kinds[draws.below(kinds.length)] ?? 0;
      drawn[kind] = (drawn[kind] ?? 0) + 1;
    }
    for (const [index, value] of statistics(drawn).entries()) {
      const list = (values[index] ??= []);
      if (value !== null) list.push(value);
    }
  }
  return values.map((list) => (list.length * 2 < resamples || list.length === 0 ? null : percentiles(list)));
}

function percentiles(values: readonly number[]): readonly [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  return [quantile(sorted, 0.025), quantile(sorted, 0.975)];
}

/** Type 7 of Hyndman & Fan (1996), R's default. `sorted` rises and is not empty. */
export function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (at - Math.floor(at)) * (high - low);
}
