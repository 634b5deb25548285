import { incompleteBeta } from './beta';

/**
 * Student's t by the regularised incomplete beta function: P(|T| > |t|) = I_x(ν/2, 1/2) with x = ν / (ν + t²) (NIST Digital
 * Library of Mathematical Functions, 8.17; Abramowitz & Stegun 26.7.1).
 */
export function twoSidedP(t: number, df: number): number {
  if (t === 0) return 1;
  if (!Number.isFinite(t)) return 0;
  const square = t * t;
  return incompleteBeta(df / (df + square), square / (df + square), df / 2, 1 / 2);
}

/** The t with `share` of the distribution below it, for shares above a half: by halving, since P falls steadily. */
export function quantileOfT(share: number, df: number): number {
  const p = 2 * (1 - share);
  let [low, high] = [0, 1];
  while (twoSidedP(high, df) > p) high *= 2;
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (twoSidedP(middle, df) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
