/** Properties are tried a few times in their own suite; in the proof suite (test/run/proof-seed.mjs) so many times as often. */
const times = Number(process.env['PROOF_TIMES'] ?? 1);

/** How often a property is tried: a few times, or in the proof as many times as often. */
export function runs(few: number): { readonly numRuns: number } {
  return { numRuns: Math.ceil(few * times) };
}

/** Prints a count or a rate, in the proof only. */
export function tell(line: string): void {
  if (times > 1) console.log(`      ${line}`);
}
