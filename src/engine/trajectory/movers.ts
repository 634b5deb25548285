import type { Role, Turn } from '../transcript/types';
import type { EpisodeFigures, Mark, Part, SessionTrajectory } from './types';

/** Who of the session ruptures and repairs: counts of one speaker. */
export interface Mover {
  /** The label in the transcript. */
  readonly speaker: string;
  readonly role: Role;
  /** Episodes whose first annotation is theirs, those carried over from before left out. */
  readonly first: number;
  /** Annotations of ruptures, and of the therapist's share in them. */
  readonly ruptures: number;
  readonly contributions: number;
  /** Annotations of attempts at repair. */
  readonly attempts: number;
}

/** Counts of all speakers, and what they are of. */
export interface Movers {
  /** Therapists first, then clients, then others; each in the order in which they first speak. Without those who do none of it. */
  readonly movers: readonly Mover[];
  readonly first: number;
  readonly ruptures: number;
  readonly contributions: number;
  readonly attempts: number;
}

type Count = 'first' | 'ruptures' | 'contributions' | 'attempts';

const roles: readonly Role[] = ['therapist', 'client', 'other'];

const counts: Partial<Record<Part, Count>> = {
  withdrawal: 'ruptures',
  confrontation: 'ruptures',
  rupture: 'ruptures',
  contribution: 'contributions',
  attempt: 'attempts',
};

/** Whose the moves are: an annotation is its first turn's speaker's. */
export function moversOf({ marks, episodes }: SessionTrajectory, turns: readonly Turn[]): Movers {
  const moves: { readonly turn: number; readonly count: Count }[] = [
    ...marks.flatMap(({ kind, turn }) => {
      const count = kind && counts[kind];
      return count ? [{ turn, count }] : [];
    }),
    ...episodes
      .flatMap((episode) => firstTurn(episode, marks))
      .map((turn) => ({ turn, count: 'first' as const })),
  ];
  const countOf = (count: Count, speaker?: string): number =>
    moves.filter(
      (move) => move.count === count && (speaker === undefined || turns[move.turn - 1]?.speaker === speaker),
    ).length;
  const all = (speaker?: string): Record<Count, number> => ({
    first: countOf('first', speaker),
    ruptures: countOf('ruptures', speaker),
    contributions: countOf('contributions', speaker),
    attempts: countOf('attempts', speaker),
  });
  const movers = speakersOf(turns)
    .map(({ speaker, role }) => ({ speaker, role, ...all(speaker) }))
    .filter(({ first, ruptures, contributions, attempts }) => first + ruptures + contributions + attempts > 0)
    .sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
  return { movers, ...all() };
}

/** The first turn of each speaker. */
function speakersOf(turns: readonly Turn[]): Turn[] {
  const first = new Map<string, Turn>();
  for (const turn of turns) if (!first.has(turn.speaker)) first.set(turn.speaker, turn);
  return [...first.values()];
}

/** The turn an episode begins in by its annotations; none for one that goes on from an earlier session. */
function firstTurn(episode: EpisodeFigures, marks: readonly Mark[]): number[] {
  if (episode.carried_over !== null) return [];
  const linked = new Set([...episode.ruptures, ...episode.contributions]);
  const first = marks.find(({ id }) => linked.has(id));
  return first ? [first.turn] : [];
}
