import type { Codebook } from '../codebook/types';
import type { SessionAxis } from './axis';
import type { Judged } from './judged';
import { isRupture } from './parts';
import type { Placed } from './places';
import type { EpisodeFigures, Figures, Statistic, UndefinedReason } from './types';

/** A rate is given per session of this length. */
const rateMinutes = 50;

/**
 * The figures of a session (domain 1.4): a rupture is an episode, annotations are counted apart. What is said of episodes
 * is undefined where there are none; each figure carries what it was counted from.
 */
export function figuresOf(
  placed: readonly Placed[],
  episodes: readonly EpisodeFigures[],
  judged: Judged,
  axis: SessionAxis,
  codebook: Codebook,
): Figures {
  const turns = axis.starts.length - 1;
  const n = placed.length;
  const ruptureAnnotations = placed.filter((each) => isRupture(each.part)).length;
  const resolved = episodes.filter((each) => each.state === 'resolved').length;
  const open = episodes.filter((each) => each.open_at_end);
  const turnsOpen = open.length === 0 ? 0 : turns - Math.min(...open.map((each) => each.onset.turn));
  return {
    ruptures: counted(episodes.length, ruptureAnnotations),
    rupture_annotations: counted(ruptureAnnotations, n),
    contributions: counted(placed.filter((each) => each.part === 'contribution').length, n),
    resolved: ofEpisodes(resolved, episodes),
    open_at_end: ofEpisodes(open.length, episodes),
    turns_open_at_end: { ...ofEpisodes(turnsOpen, episodes), n: open.length },
    latency_turns: latency(episodes, (each) => each.latency_turns),
    latency_seconds: latencySeconds(episodes, axis),
    attempts: ofEpisodes(attempts(placed, episodes), episodes),
    ruptures_per_50_minutes: rate(episodes, judged),
    judged: turns === 0 ? without('no-judged-turns', 0) : counted(judged.n / turns, turns),
    families: familyTotals(placed, codebook),
  };
}

function counted(value: number, n: number): Statistic {
  return { value, ci: null, n, undefined: null };
}

function without(reason: UndefinedReason, n: number): Statistic {
  return { value: null, ci: null, n, undefined: reason };
}

function ofEpisodes(value: number, episodes: readonly EpisodeFigures[]): Statistic {
  return episodes.length === 0 ? without('no-episodes', 0) : counted(value, episodes.length);
}

/** Median over the episodes that were answered; `n` is how many. */
function latency(
  episodes: readonly EpisodeFigures[],
  of: (episode: EpisodeFigures) => number | null,
): Statistic {
  const values = episodes.flatMap((each) => of(each) ?? []).sort((a, b) => a - b);
  if (episodes.length === 0) return without('no-episodes', 0);
  if (values.length === 0) return without('no-answered-episodes', 0);
  const upper = values[values.length >> 1] ?? 0;
  const lower = values[(values.length - 1) >> 1] ?? 0;
  return counted((lower + upper) / 2, values.length);
}

function latencySeconds(episodes: readonly EpisodeFigures[], axis: SessionAxis): Statistic {
  if (axis.axis.kind === 'time') return latency(episodes, (each) => each.latency_seconds);
  return without('no-times', episodes.filter((each) => each.latency_turns !== null).length);
}

/** One that answers two episodes is one attempt. */
function attempts(placed: readonly Placed[], episodes: readonly EpisodeFigures[]): number {
  const linked = new Set(episodes.flatMap((each) => each.repairs));
  return placed.filter((each) => each.part === 'attempt' && linked.has(each.id)).length;
}

function rate(episodes: readonly EpisodeFigures[], judged: Judged): Statistic {
  if (judged.n === 0) return without('no-judged-turns', 0);
  if (judged.minutes === null || judged.minutes <= 0) return without('no-duration', judged.n);
  const begun = episodes.filter(
    (each) => each.carried_over === null && judged.turns[each.onset.turn - 1] === true,
  ).length;
  return counted((begun * rateMinutes) / judged.minutes, judged.n);
}

function familyTotals(placed: readonly Placed[], codebook: Codebook): Figures['families'] {
  const totals = new Map<string, number>();
  for (const { code } of placed) totals.set(code.family, (totals.get(code.family) ?? 0) + 1);
  return Object.fromEntries(
    codebook.families.map(({ id }) => [id, counted(totals.get(id) ?? 0, placed.length)]),
  );
}
