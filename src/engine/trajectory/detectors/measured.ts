/** A value of one session; null where the session has none. */
export interface Point {
  /** The session's number, or its day counted from the first. */
  readonly x: number;
  readonly value: number | null;
}

/** One measure over the sessions of a case, as the detectors see it. */
export interface Measured {
  readonly points: readonly Point[];
  /** On an axis of session numbers a number that is skipped is a missing session, too. */
  readonly axis: 'session' | 'day';
  /** Which way is good: for the alliance up, for symptoms down. */
  readonly better: 'higher' | 'lower';
}

/** A session that has a value. */
export interface Observed {
  readonly x: number;
  readonly value: number;
  /** Its place among the sessions, missing ones counted. */
  readonly at: number;
}

const seenBefore = new WeakMap<Measured, readonly Observed[]>();

/**
 * The sessions that have a value, in order, whatever the order they are given in. What is no measure is no value. Found once
 * for each series object, since every method asks.
 */
export function observedOf(series: Measured): readonly Observed[] {
  const known = seenBefore.get(series);
  if (known !== undefined) return known;
  const { points, axis } = series;
  const seen = points
    .filter(({ x }) => Number.isFinite(x))
    .sort((a, b) => a.x - b.x || (a.value ?? 0) - (b.value ?? 0))
    .flatMap(({ x, value }, index) =>
      isMeasure(value) ? { x, value, at: axis === 'session' ? x : index } : [],
    );
  seenBefore.set(series, seen);
  return seen;
}

/** A number that squares can be reckoned of: no questionnaire goes up to a billion. */
export function isMeasure(value: number | null): value is number {
  return value !== null && Math.abs(value) <= 1e9;
}

/** How many sessions without a value lie between two that have one. */
export function missedBetween(from: Observed, to: Observed): number {
  return Math.max(0, to.at - from.at - 1);
}

/** 1 where higher is better, -1 where lower is: values times this fall when things get worse. */
export function signOf({ better }: Measured): 1 | -1 {
  return better === 'higher' ? 1 : -1;
}

/** Rounding in binary must not decide whether a threshold is reached: 5.6 − 4.3 is a little less than 1.3. */
export function isAtLeast(value: number, threshold: number): boolean {
  return value >= threshold - 1e-9 * Math.max(1, Math.abs(value), Math.abs(threshold));
}

/** The same for what has to lie beyond a limit. */
export function isBeyond(value: number, limit: number): boolean {
  return !isAtLeast(limit, value);
}
