import { quantileOfSorted } from '../statistics/descriptive';
import { randomOf } from '../statistics/random';

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
  const random = randomOf(seed);
  const size = kinds.reduce((most, kind) => Math.max(most, kind + 1), 0);
  const values: number[][] = [];
  for (let resample = 0; resample < resamples; resample++) {
    const drawn = Array.from({ length: size }, () => 0);
    for (let cluster = 0; cluster < kinds.length; cluster++) {
      const kind = kinds[Math.floor(random() * kinds.length)] ?? 0;
      drawn[kind] = (drawn[kind] ?? 0) + 1;
    }
    for (const [index, value] of statistics(drawn).entries()) {
      const list = (values[index] ??= []);
      if (value !== null) list.push(value);
    }
  }
  return values.map((list) => (list.length * 2 < resamples ? null : percentiles(list)));
}

function percentiles(values: readonly number[]): readonly [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  return [quantileOfSorted(sorted, 0.025), quantileOfSorted(sorted, 0.975)];
}
