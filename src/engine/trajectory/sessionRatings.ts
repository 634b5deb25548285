import { compareText } from '../compareText';
import type { Rating } from '../annotations/types';
import type { Codebook } from '../codebook/types';

/** The scale of a rating, as far as figures need it. */
export interface RatingScale {
  readonly scale: string;
  readonly min: number;
  readonly max: number;
}

export interface SessionRatings {
  /** By rating. */
  readonly ratings: Readonly<Record<string, number | 'na'>>;
  /** The scales of these, as far as the codebook has them. */
  readonly rating_scales: Readonly<Record<string, RatingScale>>;
  /** Values that are not on their scale, and so are in no series. */
  readonly ratings_off_scale: Readonly<Record<string, number>>;
}

/** Of two ratings of one thing (a faulty file) the higher stands, whatever their order; any before "does not apply". */
export function sessionRatings(given: readonly Rating[], codebook: Codebook): SessionRatings {
  const found = new Map<string, number | 'na'>();
  for (const { rating, scope, value } of given) {
    if (scope !== 'session') continue;
    const other = found.get(rating);
    if (other === undefined || other === 'na' || (value !== 'na' && value > other)) found.set(rating, value);
  }
  const ratings = [...found].sort(([a], [b]) => compareText(a, b));
  const scales = ratings.flatMap(([name]) => {
    const scale = scaleOf(name, codebook);
    return scale === null ? [] : [[name, scale] as const];
  });
  const known = new Map(scales);
  const off = ratings.filter(([name, value]) => isOff(value, known.get(name)));
  return {
    ratings: Object.fromEntries(ratings),
    rating_scales: Object.fromEntries(scales),
    ratings_off_scale: Object.fromEntries(
      off.flatMap(([name, value]) => (value === 'na' ? [] : [[name, value]])),
    ),
  };
}

function scaleOf(rating: string, { ratings, scales }: Codebook): RatingScale | null {
  const scale = scales.get(ratings.find(({ id }) => id === rating)?.scale ?? '');
  const values = scale?.values.map(({ value }) => value) ?? [];
  if (scale === undefined || values.length === 0) return null;
  return { scale: scale.id, min: Math.min(...values), max: Math.max(...values) };
}

function isOff(value: number | 'na', scale: RatingScale | undefined): boolean {
  if (value === 'na' || scale === undefined) return false;
  return !(value >= scale.min && value <= scale.max);
}
