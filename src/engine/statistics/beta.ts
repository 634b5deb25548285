/**
 * The regularised incomplete beta function I_x(a, b), 0 to 1, by its continued fraction (NIST Digital Library of Mathematical
 * Functions, 8.17.22), on the side where that converges fast; `y` is 1 − x, unrounded.
 */
export function incompleteBeta(x: number, y: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const logs = a * logOf(x, y) + b * logOf(y, x);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + logs);
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(y, b, a)) / b;
}

/** ln x, by 1 − x where x is near 1. */
function logOf(x: number, rest: number): number {
  return rest < x ? Math.log1p(-rest) : Math.log(x);
}

/** 1 / (1 + d₁ / (1 + d₂ / (1 + …))) by the method of Lentz as Thompson & Barnett (1986) changed it. */
function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1), tiny);
  let value = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d, tiny);
    c = awayFromZero(1 + even / c, tiny);
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d, tiny);
    c = awayFromZero(1 + odd / c, tiny);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
}

function awayFromZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** ln Γ(z) by Stirling's series (DLMF 5.11.1), for small z by Γ(z + 1) = z·Γ(z) from where that is exact. */
function logGamma(z: number): number {
  let [at, below] = [z, 0];
  for (; at < 15; at++) below += Math.log(at);
  const square = at * at;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / at;
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - below;
}
