/** Why a method says nothing of a series: a code, worded at the edge. */
export type Unsaid =
  | 'too-few-sessions'
  | 'no-variation' // all values are one, or lie on one line: there is no spread to measure by
  | 'no-norm' // the study's `measures` gives no `sd` and `r`
  | 'one-case-only' // what is pooled over cases needs two with this measure
  | 'not-positive'; // a share of the value before has no meaning on a scale that reaches zero

/** What a reader of a result should know. */
export type Caution =
  | 'no-other-cases' // the stricter of two spreads, of which one is not known
  | 'few-baseline-sessions'; // limits from fewer than eight values are coarse

/** What a method says of a series: its parameters printed, so that no rule is hidden. */
export interface Detection<Parameters, Estimates, Finding> {
  readonly parameters: Parameters;
  /** Sessions that have a value. */
  readonly n: number;
  /** Fewer sessions than this say nothing. */
  readonly minimum: number;
  /** What was reckoned; null where the method says nothing. */
  readonly estimates: Estimates | null;
  readonly findings: readonly Finding[];
  readonly cautions: readonly Caution[];
  readonly undefined: Unsaid | null;
}

export function unsaid<Parameters>(
  parameters: Parameters,
  n: number,
  minimum: number,
  reason: Unsaid,
): Detection<Parameters, never, never> {
  return { parameters, n, minimum, estimates: null, findings: [], cautions: [], undefined: reason };
}
