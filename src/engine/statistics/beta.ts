/** Coefficients of Lanczos' approximation of the gamma function with g = 7 and nine terms; relative error below 1e-14. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** The natural logarithm of the gamma function, for x > 0 (Lanczos 1964). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const [first = 0, ...rest] = lanczos;
  const series = rest.reduce((total, term, index) => total + term / (x + index), first);
  const shifted = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(shifted) - shifted + Math.log(series);
}

/**
 * The regularized incomplete beta function I_x(a, b), 0 to 1 (NIST Digital Library of Mathematical Functions, 8.17). By its
 * continued fraction (8.17.22), evaluated from its end, on the side where it converges fast.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return front / (a * fraction(x, a, b));
}

/** Terms of the continued fraction: it converges in about the square root of the larger parameter. */
function fraction(x: number, a: number, b: number): number {
  const terms = 100 + Math.ceil(4 * Math.sqrt(Math.max(a, b)));
  let value = 1;
  for (let m = terms; m >= 1; m--) {
    const half = Math.floor(m / 2);
    const term =
      m % 2 === 0
        ? (half * (b - half) * x) / ((a + m - 1) * (a + m))
        : -((a + half) * (a + b + half) * x) / ((a + m - 1) * (a + m));
    value = 1 + term / value;
  }
  return value;
}
