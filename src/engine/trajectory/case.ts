import { isSameName } from './episodes';
import { sessionTrajectory, type SessionInput } from './session';
import type {
  CaseEpisodes,
  CaseSession,
  CaseTrajectory,
  EpisodeFigures,
  JoinedEpisode,
  Series,
  SessionTrajectory,
} from './types';

/**
 * The trajectories of many sessions, each knowing the earlier ones of its case, so that an episode carried over enters with
 * what was left of it. By session number, those without one last, then by transcript and coder.
 */
export function sessionTrajectories(inputs: readonly SessionInput[]): readonly SessionTrajectory[] {
  const ofCases = new Map<string | null, SessionTrajectory[]>();
  return [...inputs].sort(compareInputs).map((input) => {
    const earlier = ofCases.get(input.facts.case) ?? [];
    const trajectory = sessionTrajectory({ ...input, earlier: [...earlier] });
    ofCases.set(input.facts.case, [...earlier, trajectory]);
    return trajectory;
  });
}

function compareInputs(a: SessionInput, b: SessionInput): number {
  return (
    compareNumbers(a.facts.session, b.facts.session) ||
    compareNames(a.name, b.name) ||
    compareNames(a.coding.coder, b.coding.coder)
  );
}

/**
 * The cases the sessions belong to, in the order of their names (sessions without a case last), each with its sessions by
 * number, then transcript, then coder. An episode that a later session continues counts once, as the later one left it.
 */
export function caseTrajectories(sessions: readonly SessionTrajectory[]): readonly CaseTrajectory[] {
  const cases = new Map<string | null, SessionTrajectory[]>();
  for (const session of [...sessions].sort(compareSessions)) {
    const others = cases.get(session.case);
    if (others === undefined) cases.set(session.case, [session]);
    else others.push(session);
  }
  return [...cases].sort(([a], [b]) => compareNames(a, b)).map(([name, ofCase]) => caseOf(name, ofCase));
}

function compareSessions(a: SessionTrajectory, b: SessionTrajectory): number {
  return (
    compareNumbers(a.session, b.session) ||
    compareNames(a.transcript, b.transcript) ||
    compareNames(a.coder, b.coder)
  );
}

/** Sessions without a number stand last. */
function compareNumbers(a: number | null, b: number | null): number {
  return (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER);
}

function caseOf(name: string | null, sessions: readonly SessionTrajectory[]): CaseTrajectory {
  const joined = joinedEpisodes(sessions);
  return {
    case: name,
    sessions: sessions.map(caseSession),
    episodes: caseEpisodes(sessions, joined),
    episodes_joined: joined,
    series: seriesOf(sessions),
    detectors: [],
  };
}

function caseSession(session: SessionTrajectory): CaseSession {
  const { transcript, coder, date, stage, episodes, ratings, scores } = session;
  return { transcript, coder, session: session.session, date, stage, ...tally(episodes), ratings, scores };
}

function tally(
  episodes: readonly EpisodeFigures[],
): Pick<CaseEpisodes, 'ruptures' | 'resolved' | 'open_at_end'> {
  const resolved = episodes.filter((each) => each.state === 'resolved').length;
  return { ruptures: episodes.length, resolved, open_at_end: episodes.length - resolved };
}

function joinedEpisodes(sessions: readonly SessionTrajectory[]): readonly JoinedEpisode[] {
  return sessions.flatMap((session) =>
    session.episodes.flatMap((episode): JoinedEpisode[] => {
      const from = earlierOf(session, episode, sessions);
      if (from === null) return [];
      const to = { transcript: session.transcript, episode: episode.id };
      return [{ coder: session.coder, from, to, state: episode.state }];
    }),
  );
}

/** The episode that one continues, where the same coder has it in another session of the case. */
function earlierOf(
  session: SessionTrajectory,
  { carried_over: carried }: EpisodeFigures,
  sessions: readonly SessionTrajectory[],
): JoinedEpisode['from'] | null {
  if (carried === null) return null;
  const earlier = sessions.find(
    (each) =>
      each !== session &&
      each.coder === session.coder &&
      isSameName(each.transcript, carried.transcript) &&
      each.episodes.some((other) => other.id === carried.episode),
  );
  return earlier === undefined ? null : { transcript: earlier.transcript, episode: carried.episode };
}

function caseEpisodes(
  sessions: readonly SessionTrajectory[],
  joined: readonly JoinedEpisode[],
): readonly CaseEpisodes[] {
  const continued = new Set(joined.map(({ coder, from }) => key(coder, from.transcript, from.episode)));
  const coders = [...new Set(sessions.map((each) => each.coder))].sort(compareNames);
  return coders.map((coder) => {
    const ofCoder = sessions.filter((each) => each.coder === coder);
    const last = ofCoder.flatMap(({ transcript, episodes }) =>
      episodes.filter((each) => !continued.has(key(coder, transcript, each.id))),
    );
    const { ruptures, resolved, open_at_end } = tally(last);
    return { coder, ruptures, resolved, open_at_end };
  });
}

function key(...names: readonly string[]): string {
  return JSON.stringify(names);
}

/** Ratings by coder and scores by rater, each as a series of its own. */
function seriesOf(sessions: readonly SessionTrajectory[]): readonly Series[] {
  const points = sessions.flatMap(({ session, transcript, coder, ratings, scores }) => [
    ...Object.entries(ratings).flatMap(([name, value]) =>
      value === 'na' ? [] : { name, source: coder, value, session, transcript },
    ),
    ...Object.entries(scores).flatMap(([source, given]) =>
      Object.entries(given).map(([name, value]) => ({ name, source, value, session, transcript })),
    ),
  ]);
  const series = new Map<string, Series & { readonly points: { session: number | null; value: number }[] }>();
  // Every coder's trajectory of a session brings its scores along.
  const seen = new Set<string>();
  for (const { name, source, value, session, transcript } of points) {
    const id = key(name, source);
    if (seen.has(key(id, transcript))) continue;
    seen.add(key(id, transcript));
    const one = series.get(id) ?? { name, source, points: [] };
    one.points.push({ session, value });
    series.set(id, one);
  }
  return [...series.values()].sort(
    (a, b) => compareNames(a.name, b.name) || compareNames(a.source, b.source),
  );
}

/** By UTF-16 units, in no language's order; nothing stands last. */
function compareNames(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}
