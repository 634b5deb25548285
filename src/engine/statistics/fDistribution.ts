import { incompleteBeta } from './beta';

/** The probability that a variable with F-distribution (degrees of freedom above and below the line) is at most `f`. */
export function fProbability(f: number, above: number, below: number): number {
  if (f <= 0) return 0;
  const whole = above * f + below;
  return incompleteBeta((above * f) / whole, below / whole, above / 2, below / 2);
}

/** The value below which a share `p` of an F-distribution lies; degrees of freedom need not be whole. By bisection. */
export function fQuantile(p: number, above: number, below: number): number {
  let [low, high] = [0, 1];
  while (fProbability(high, above, below) < p && high < 1e12) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2;
    if (fProbability(middle, above, below) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
