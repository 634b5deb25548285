import { isBeyond, missedBetween, type Observed } from './measured';

/** Sessions that together are no chance, though none lies beyond the limits. */
export interface Run {
  readonly kind: 'run';
  readonly rule: 'eight-on-one-side' | 'two-of-three' | 'six-in-a-row';
  readonly from: number;
  readonly to: number;
  readonly direction: 'better' | 'worse';
}

interface Lines {
  readonly mean: number;
  readonly lower_2sigma: number;
  readonly upper_2sigma: number;
}

interface Asked {
  readonly rules: readonly Run['rule'][];
  readonly bridge: boolean;
}

/** Each run as long as it goes. Where steps over missing sessions do not count, a gap ends it. */
export function runsOf(
  seen: readonly Observed[],
  lines: Lines,
  { rules, bridge }: Asked,
  sign: number,
): Run[] {
  return stretchesOf(seen, bridge).flatMap((stretch) => [
    ...(rules.includes('eight-on-one-side') ? oneSided(stretch, lines, sign) : []),
    ...(rules.includes('two-of-three') ? twoOfThree(stretch, lines, sign) : []),
    ...(rules.includes('six-in-a-row') ? trends(stretch, sign) : []),
  ]);
}

function stretchesOf(seen: readonly Observed[], bridge: boolean): readonly (readonly Observed[])[] {
  const stretches: Observed[][] = [];
  let before: Observed | null = null;
  for (const each of seen) {
    if (before === null || (!bridge && missedBetween(before, each) > 0)) stretches.push([]);
    stretches.at(-1)?.push(each);
    before = each;
  }
  return stretches;
}

function oneSided(stretch: readonly Observed[], { mean }: Lines, sign: number): Run[] {
  const sides = stretch.map(({ value }) => sideOf(value, mean, mean));
  return sameInARow(sides).flatMap(([from, to]) =>
    to - from + 1 >= 8 ? run('eight-on-one-side', stretch, from, to, (sides[from] ?? 0) * sign) : [],
  );
}

function trends(stretch: readonly Observed[], sign: number): Run[] {
  const steps = stretch.slice(1).map(({ value }, at) => Math.sign(value - (stretch[at]?.value ?? value)));
  return sameInARow(steps).flatMap(([from, to]) =>
    // Six values are five steps.
    to - from + 1 >= 5 ? run('six-in-a-row', stretch, from, to + 1, (steps[from] ?? 0) * sign) : [],
  );
}

/** Overlapping threes are one run. */
function twoOfThree(
  stretch: readonly Observed[],
  { lower_2sigma: lower, upper_2sigma: upper }: Lines,
  sign: number,
): Run[] {
  const sides = stretch.map(({ value }) => sideOf(value, lower, upper));
  return [1, -1].flatMap((side) => {
    const beyond = [...sides.keys()].filter((at) => sides[at] === side);
    const spans: [number, number][] = [];
    for (const [index, to] of beyond.entries()) {
      const from = beyond[index - 1];
      if (from === undefined || to - from > 2) continue;
      const last = spans.at(-1);
      if (last?.[1] === from) last[1] = to;
      else spans.push([from, to]);
    }
    return spans.flatMap(([from, to]) => run('two-of-three', stretch, from, to, side * sign));
  });
}

function sideOf(value: number, lower: number, upper: number): -1 | 0 | 1 {
  if (isBeyond(value, upper)) return 1;
  return isBeyond(-value, -lower) ? -1 : 0;
}

/** First and last index of each stretch of one sign; zeros end one. */
function sameInARow(signs: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const [at, sign] of signs.entries()) {
    const last = found.at(-1);
    if (sign !== 0 && last?.[1] === at - 1 && signs[at - 1] === sign) last[1] = at;
    else if (sign !== 0) found.push([at, at]);
  }
  return found;
}

function run(
  rule: Run['rule'],
  stretch: readonly Observed[],
  from: number,
  to: number,
  worth: number,
): Run[] {
  const [first, last] = [stretch[from], stretch[to]];
  if (first === undefined || last === undefined) return [];
  return [{ kind: 'run', rule, from: first.x, to: last.x, direction: worth > 0 ? 'better' : 'worse' }];
}
