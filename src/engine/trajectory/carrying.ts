import type { Coding } from '../annotations/types';
import { isSameName } from './episodes';
import type { EpisodeFigures, SessionTrajectory } from './types';

/** An episode that a session left open, and that goes on in no later one. */
export interface LeftOpen {
  /** The session it was left in. */
  readonly session: SessionTrajectory;
  readonly episode: EpisodeFigures;
}

/**
 * What sessions of one coder left open, the latest first.
 *
 * @param sessions In their order.
 * @param codings All of that coder's in the case: what one of them carries over goes on already.
 */
export function leftOpen(
  sessions: readonly SessionTrajectory[],
  codings: readonly Coding[],
): readonly LeftOpen[] {
  const goesOn = codings.flatMap(({ episodes }) => episodes.flatMap(({ carried_over: from }) => from ?? []));
  return sessions.toReversed().flatMap((session) =>
    session.episodes
      .filter((episode) => episode.open_at_end)
      .filter(
        ({ id }) => !goesOn.some((on) => on.episode === id && isSameName(session.transcript, on.transcript)),
      )
      .map((episode) => ({ session, episode })),
  );
}

/** An annotation of an earlier session. */
export interface Begun {
  readonly session: SessionTrajectory;
  readonly annotation: string;
}

/** Where an episode carried over began, however often it was carried over; null where its first rupture is not there. */
export function begunAt(
  { carried_over: before }: Pick<EpisodeFigures, 'carried_over'>,
  sessions: readonly SessionTrajectory[],
): Begun | null {
  if (before === null) return null;
  const session = sessions.findLast(({ transcript }) => isSameName(transcript, before.transcript));
  const episode = session?.episodes.find(({ id }) => id === before.episode);
  if (!session || !episode) return null;
  return ruptureOf({ session, episode }, sessions);
}

/** The rupture that something left open is known by; null where it cannot be found any more. */
export function ruptureOf(
  { session, episode }: LeftOpen,
  sessions: readonly SessionTrajectory[],
): Begun | null {
  // Only what stands before it can have begun it: no circle of names is followed.
  const begun = begunAt(episode, sessions.slice(0, sessions.indexOf(session)));
  const [annotation] = episode.ruptures;
  return begun ?? (annotation === undefined ? null : { session, annotation });
}
