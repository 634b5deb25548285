import { compareText } from '../compareText';
import type { CarriedOver, Coding, Episode } from '../annotations/types';
import type { Codebook } from '../codebook/types';
import { positionOf, type SessionAxis } from './axis';
import { attemptSort, isRepair, isRupture } from './parts';
import type { Placed, Places } from './places';
import type { EpisodeFigures, EpisodeState, SessionTrajectory } from './types';

/** An episode with what its strain is drawn from. */
export interface EpisodeMarks {
  readonly figures: EpisodeFigures;
  readonly ruptures: readonly Placed[];
  /** What an earlier session left of it, at the beginning of this one; 0 for an episode of this session. */
  readonly carried: number;
  /** What is left of its impact from its last repair on: 1 where there is none or nobody rated. */
  readonly factor: number;
}

export interface EpisodeInput {
  readonly coding: Coding;
  readonly codebook: Codebook;
  readonly places: Places;
  readonly axis: SessionAxis;
  /** Earlier sessions of the same coder, for episodes carried over from them. */
  readonly earlier: readonly SessionTrajectory[];
}

/** The ids an episode links, found among the annotations that have a place. Ids that lead nowhere are faults elsewhere. */
interface Members {
  readonly ruptures: readonly Placed[];
  /** Contributions linked as ruptures. */
  readonly contributions: readonly Placed[];
  readonly repairs: readonly Placed[];
}

/**
 * Episodes as domain 1.4 counts them: each linked one that holds a rupture of the client's (or is carried over), and each
 * such rupture that is linked to none, as an open episode of its own. In the order of their onset.
 */
export function episodesOf(input: EpisodeInput): readonly EpisodeMarks[] {
  const { coding, places, axis } = input;
  if (axis.starts.length < 2) return [];
  const byId = new Map([...places.placed].reverse().map((each) => [each.id, each]));
  const linked = new Set<string>();
  const episodes: EpisodeMarks[] = [];
  for (const episode of coding.episodes) {
    const members = membersOf(episode, byId);
    if (members.ruptures.length === 0 && episode.carried_over === undefined) continue;
    for (const each of members.ruptures) linked.add(each.id);
    episodes.push(describe(episode.id, true, members, episode, input));
  }
  for (const each of places.placed) {
    if (!isRupture(each.part) || linked.has(each.id)) continue;
    episodes.push(
      describe(each.id, false, { ruptures: [each], contributions: [], repairs: [] }, null, input),
    );
  }
  episodes.sort(compareOnsets);
  return withContributions(episodes, places.placed, axis.starts.length - 1);
}

/** What an episode's strain is multiplied by at its last repair: (5 − resolution) / 4; 1 where nobody rated. */
function factorOf(members: Members, resolution: number | null): number {
  return members.repairs.length > 0 && resolution !== null ? (5 - resolution) / 4 : 1;
}

function membersOf(episode: Episode, byId: ReadonlyMap<string, Placed>): Members {
  const ruptures = inText(episode.ruptures, byId);
  return {
    ruptures: ruptures.filter((each) => isRupture(each.part)),
    contributions: ruptures.filter((each) => each.part === 'contribution'),
    repairs: inText(episode.repairs, byId).filter((each) => isRepair(each.part)),
  };
}

/** Each once, in the order of the text. */
function inText(ids: readonly string[], byId: ReadonlyMap<string, Placed>): readonly Placed[] {
  const found = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  return found.sort(comparePlaced);
}

function comparePlaced(a: Placed, b: Placed): number {
  return a.order - b.order;
}

function describe(
  id: string,
  linked: boolean,
  members: Members,
  episode: Episode | null,
  { codebook, places, axis, coding, earlier }: EpisodeInput,
): EpisodeMarks {
  const carriedOver = episode?.carried_over ?? null;
  const before = carriedOver === null ? null : earlierEpisode(carriedOver, coding, earlier);
  const attempts = members.repairs.filter((each) => each.part === 'attempt');
  const sorts = attempts.map((each) => attemptSort(each.code, codebook));
  const resolution = ratedResolution(episode);
  const state = stateOf(members.repairs.length, attempts.length, resolution);
  const onset = carriedOver === null ? (members.ruptures[0]?.turn ?? 1) : 1;
  const answered =
    members.repairs.length === 0 ? null : Math.max(...members.repairs.map((each) => each.endTurn));
  const firstAttempt = carriedOver === null ? attempts.find((each) => each.turn >= onset) : undefined;
  const carried = carriedOver === null ? 0 : (before?.strain_left ?? places.defaultImpact);
  const impacts = members.ruptures.map((each) => each.impact);
  const factor = factorOf(members, resolution);
  const figures: EpisodeFigures = {
    id,
    linked,
    type: typeOf(members.ruptures, before),
    first_mover: firstMover(members) ?? before?.first_mover ?? null,
    state,
    ruptures: members.ruptures.map((each) => each.id),
    repairs: members.repairs.map((each) => each.id),
    contributions: members.contributions.map((each) => each.id),
    onset: { turn: onset, x: positionOf(axis, onset) },
    answered: answered === null ? null : { turn: answered, x: positionOf(axis, answered) },
    peak_impact: impacts.length > 0 ? Math.max(...impacts) : (before?.peak_impact ?? places.defaultImpact),
    attempts: {
      n: attempts.length,
      immediate: sorts.filter((sort) => sort === 'immediate').length,
      expressive: sorts.filter((sort) => sort === 'expressive').length,
    },
    latency_turns: firstAttempt === undefined ? null : firstAttempt.turn - onset,
    latency_seconds:
      firstAttempt === undefined || axis.axis.kind !== 'time'
        ? null
        : seconds(firstAttempt.x - positionOf(axis, onset)),
    answer: lastAnswer(members.repairs),
    resolution,
    duration_turns: Math.max(0, (answered ?? axis.starts.length - 1) - onset),
    open_at_end: state !== 'resolved',
    strain_left: Math.max(carried, ...impacts) * factor,
    carried_over:
      carriedOver === null ? null : { transcript: carriedOver.transcript, episode: carriedOver.episode },
  };
  return { figures, ruptures: members.ruptures, carried, factor };
}

function stateOf(repairs: number, attempts: number, resolution: number | null): EpisodeState {
  if (repairs === 0) return 'open';
  // Answers alone are no attempt: without a rating nothing was tried.
  if (resolution === null) return attempts > 0 ? 'attempted' : 'open';
  if (resolution >= 4) return 'resolved';
  return resolution >= 3 ? 'partly' : 'attempted';
}

/** 1 to 5; anything else is a fault elsewhere and counts as not rated. */
function ratedResolution(episode: Episode | null): number | null {
  const value = episode?.resolution;
  return value !== undefined && value >= 1 && value <= 5 ? value : null;
}

function typeOf(ruptures: readonly Placed[], before: EpisodeFigures | null): EpisodeFigures['type'] {
  const parts = new Set(ruptures.map((each) => each.part));
  const withdraws = parts.has('withdrawal');
  const confronts = parts.has('confrontation');
  if (withdraws && confronts) return 'mixed';
  if (withdraws) return 'withdrawal';
  return confronts ? 'confrontation' : (before?.type ?? 'unspecified');
}

function firstMover({ ruptures, contributions }: Members): EpisodeFigures['first_mover'] {
  return [...ruptures, ...contributions].sort(comparePlaced)[0]?.role ?? null;
}

function lastAnswer(repairs: readonly Placed[]): EpisodeFigures['answer'] {
  const last = repairs.findLast((each) => each.part === 'response' || each.part === 'decline');
  return last?.part === 'response' || last?.part === 'decline' ? last.part : null;
}

/** Found by the transcript's name, with or without its folder. */
function earlierEpisode(
  carried: CarriedOver,
  coding: Coding,
  earlier: readonly SessionTrajectory[],
): EpisodeFigures | null {
  const session = earlier.find(
    (each) => each.coder === coding.coder && isSameName(each.transcript, carried.transcript),
  );
  return session?.episodes.find((each) => each.id === carried.episode) ?? null;
}

/** Whether two paths may mean one transcript: one is the other, or its end. */
export function isSameName(a: string, b: string): boolean {
  return a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`);
}

function compareOnsets(a: EpisodeMarks, b: EpisodeMarks): number {
  return (
    a.figures.onset.turn - b.figures.onset.turn ||
    (a.ruptures[0]?.order ?? -1) - (b.ruptures[0]?.order ?? -1) ||
    compareText(a.figures.id, b.figures.id)
  );
}

/** Lists each contribution that no episode links with the latest episode in whose span, from onset to end, it lies. */
function withContributions(
  episodes: readonly EpisodeMarks[],
  placed: readonly Placed[],
  lastTurn: number,
): readonly EpisodeMarks[] {
  const linked = new Set(episodes.flatMap(({ figures }) => figures.contributions));
  const more = new Map<EpisodeMarks, string[]>();
  for (const each of placed) {
    if (each.part !== 'contribution' || linked.has(each.id)) continue;
    const within = episodes.findLast(
      ({ figures }) => figures.onset.turn <= each.turn && each.turn <= (figures.answered?.turn ?? lastTurn),
    );
    if (within === undefined) continue;
    const found = more.get(within);
    if (found === undefined) more.set(within, [each.id]);
    else found.push(each.id);
  }
  return episodes.map((episode) => {
    const found = more.get(episode);
    if (found === undefined) return episode;
    return {
      ...episode,
      figures: { ...episode.figures, contributions: [...episode.figures.contributions, ...found] },
    };
  });
}

function seconds(value: number): number {
  return Math.round(value * 1000) / 1000;
}
