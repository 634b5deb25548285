/** 2³¹ − 1, a prime. */
const modulus = 2147483647;

/**
 * Numbers between 0 and 1, the same for the same seed: the generator of Park & Miller (1988) with their later factor,
 * xₙ₊₁ = 48271·xₙ mod 2³¹ − 1. Whoever checks a p in R or Python has it in one line.
 */
export function randomOf(seed: number): () => number {
  let state = (Math.abs(Math.trunc(seed)) % (modulus - 1)) + 1;
  return () => {
    state = (state * 48271) % modulus;
    return state / modulus;
  };
}

/** In place (Fisher & Yates): every order is as likely as any other. */
export function shuffle(values: Float64Array, random: () => number): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = kept;
  }
}

/** The share of values that chance brings this far, the found one among them: (1 + hits) / (1 + B). */
export function permutationP(hits: number, permutations: number): number {
  return (1 + hits) / (1 + permutations);
}

/** Whether chance came as far; sums in another order differ in the last digits. */
export function reaches(value: number, found: number): boolean {
  return value >= found * (1 - 1e-10);
}
