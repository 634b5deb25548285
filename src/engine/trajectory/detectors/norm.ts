/** What a study says of a measure for reliable change. Only from the study: no norm is built in. */
export interface Norm {
  readonly sd: number;
  /** Reliability, 0 to 1. */
  readonly r: number;
  /** Where the two are from. */
  readonly source: string | null;
}

/** Jacobson & Truax (1991): SE = SD·√(1 − r), S_diff = √2·SE. */
export function errorsOf({ sd, r }: Norm): { readonly se: number; readonly s_diff: number } {
  const se = sd * Math.sqrt(1 - r);
  return { se, s_diff: Math.SQRT2 * se };
}
