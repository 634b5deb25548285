import type { SessionAxis } from './axis';
import type { EpisodeMarks } from './episodes';
import type { Curve } from './types';

/** A change of open strain at a place. */
interface Step {
  readonly x: number;
  readonly by: number;
}

/**
 * Open strain (domain 1.4): S(x) = Σ over episodes of the highest impact so far, each multiplied by (5 − resolution) / 4
 * from its last repair annotation on; without a rating it stays. Episodes carried over enter at the beginning with what
 * was left of them. As steps: a value holds from its position to the next; the first and last stand at the axis' ends.
 */
export function strainOf(episodes: readonly EpisodeMarks[], { axis, starts }: SessionAxis): Curve {
  if (starts.length < 2) return [];
  const steps = episodes.flatMap((episode) => stepsOf(episode, axis.start));
  // Level steps in one order, since sums of fractions depend on it.
  steps.sort((a, b) => a.x - b.x || a.by - b.by);
  const points: [number, number][] = [[axis.start, 0]];
  let strain = 0;
  for (const { x, by } of steps) {
    strain += by;
    const value = Math.max(0, Math.round(strain * 1e9) / 1e9);
    const last = points.at(-1);
    if (last !== undefined && x <= last[0]) last[1] = value;
    else points.push([x, value]);
  }
  const kept = points.filter((point, index) => index === 0 || point[1] !== points[index - 1]?.[1]);
  const last = kept.at(-1);
  if (last !== undefined && last[0] < axis.end) kept.push([axis.end, last[1]]);
  return kept;
}

/** Rises at each rupture that is worse than those before, falls at the last repair. */
function stepsOf({ figures, ruptures, carried, factor }: EpisodeMarks, start: number): Step[] {
  const steps: Step[] = carried > 0 ? [{ x: start, by: carried }] : [];
  const end = figures.answered?.x ?? Number.POSITIVE_INFINITY;
  let highest = carried;
  let before = carried;
  for (const { x, impact } of ruptures) {
    if (impact <= highest) continue;
    steps.push({ x, by: (impact - highest) * (x >= end ? factor : 1) });
    if (x < end) before = impact;
    highest = impact;
  }
  if (figures.answered !== null) steps.push({ x: Math.max(start, end), by: -before * (1 - factor) });
  return steps;
}
