/** Why a coefficient has no value: a code, worded at the edge. */
export type CoefficientReason =
  | 'no-units' // no unit was judged by two raters
  | 'no-overlap' // no unit was judged by all raters
  | 'one-category' // everybody chose the same category throughout, so that agreement by chance is certain
  | 'one-unit' // an intraclass correlation compares units
  | 'no-variance' // all values are the same
  | 'more-than-two-raters' // it is defined for two
  | 'one-rater'
  | 'not-ordered' // weights need categories with an order
  | 'not-numeric' // needs numbers
  | 'layer-overlaps' // one coder gave a stretch two codes of the family, which have no single line then
  | 'never-meet'; // no stretch was coded by two

/** A coefficient of agreement with the number of units it was computed from. */
export interface Coefficient {
  readonly value: number | null;
  /** 95 % confidence interval; null where none is given. */
  readonly ci: readonly [number, number] | null;
  readonly n: number;
  readonly undefined: CoefficientReason | null;
}

export function coefficient(value: number, n: number, ci: Coefficient['ci'] = null): Coefficient {
  return { value, ci, n, undefined: null };
}

export function undefinedFor(reason: CoefficientReason, n: number): Coefficient {
  return { value: null, ci: null, n, undefined: reason };
}
