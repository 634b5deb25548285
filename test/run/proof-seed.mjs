// The first import of the proof suite: every property starts from one seed, which the environment can name.
import fc from 'fast-check';

/** Any fixed number will do; a run with another one is repeated by naming it. */
const seed = Number(process.env.PROOF_SEED ?? 271828);

process.env.PROOF_SEED = String(seed);
// Properties are tried so many times as often here as in their own suite (test/properties/runs.ts).
process.env.PROOF_TIMES ??= '30';
fc.configureGlobal({ seed });
console.log(`seed ${seed} (PROOF_SEED=${seed} repeats this run)`);
