/** Properties are tried a few times in the unit suite; in the proof suite (test/run/proof-seed.mjs) so many times as often. */
const times = Number(process.env['PROOF_TIMES'] ?? 1);

/** How often a property of a file `…Properties.test.ts` is tried, which both suites run. */
export function runs(few: number): { readonly numRuns: number } {
  return { numRuns: few * times };
}
