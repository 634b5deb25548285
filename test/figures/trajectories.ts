import * as assert from 'node:assert/strict';
import type { Coding } from '../../src/engine/annotations/types';
import type { SessionFacts } from '../../src/engine/study/types';
import { sessionTrajectory } from '../../src/engine/trajectory/session';
import type { EpisodeFigures, SessionTrajectory, Statistic } from '../../src/engine/trajectory/types';
import type { Transcript } from '../../src/engine/transcript/types';
import { codebook, coding, facts, transcript } from '../unit/builders';

/** Ten turns, T and C by turns, a minute each: turn k begins at (k − 1) × 60 s. */
export const worked = transcript(
  ...Array.from(
    { length: 10 },
    (_, index) => `${index * 60} ${index % 2 === 0 ? 'T' : 'C'}: a b c d e f g h i j`,
  ),
);

export function trajectory(
  said: Partial<Coding>,
  session: Transcript = worked,
  known: Partial<SessionFacts> = { duration: 10 },
  earlier: readonly SessionTrajectory[] = [],
): SessionTrajectory {
  return sessionTrajectory({
    transcript: session,
    name: 'session-04.transcript',
    coding: coding(said),
    codebook: codebook(),
    facts: facts(known),
    earlier,
  });
}

/** The one episode of a coding. */
export function onlyEpisode(said: Partial<Coding>): EpisodeFigures {
  const { episodes } = trajectory(said);
  assert.equal(episodes.length, 1);
  return episodes[0] ?? assert.fail('no episode');
}

/** Value, or the reason why there is none, and n. */
export function short({ value, n, undefined: reason }: Statistic): readonly [number | string | null, number] {
  return [reason ?? value, n];
}
