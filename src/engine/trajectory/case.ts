import { mergedScores } from '../study/sessionFacts';
import type { Measure } from '../study/types';
import { associationsOf } from './caseAssociations';
import { placedCase, type PlacedCase } from './caseAxis';
import { detectionsOf, surroundingsOf, type Surroundings } from './caseDetectors';
import { codingProblems } from './caseProblems';
import { caseSummary } from './caseSummary';
import { seriesOf, type CaseSeries } from './caseSeries';
import type {
  CaseEpisodes,
  CaseProblem,
  CaseSession,
  CaseTrajectory,
  JoinedEpisode,
  KnownSession,
} from './caseTypes';
import { defaultDetectors, type DetectorSettings } from '../study/detectorSettings';
import { isSameName } from './episodes';
import { groupedBy } from './groupedBy';
import { compareText } from '../compareText';
import { pooledSequence, type Sequence } from './sequences';
import { sessionTrajectory, type SessionInput } from './session';
import type { EpisodeFigures, SessionTrajectory } from './types';

/**
 * The trajectories of many sessions, each knowing the earlier ones of its case, so that an episode carried over enters with
 * what was left of it. By session number, those without one last, then by transcript and coder.
 */
export function sessionTrajectories(inputs: readonly SessionInput[]): readonly SessionTrajectory[] {
  return trajectoriesInOrder(inputs, (input, earlier) => sessionTrajectory({ ...input, earlier }));
}

/** What sessions stand in order by. */
type Ordered = Pick<SessionInput, 'name' | 'facts'> & {
  readonly coding: Pick<SessionInput['coding'], 'coder'>;
};

/** The same where each is reckoned in a way of one's own, or is known already. */
export function trajectoriesInOrder<Input extends Ordered>(
  inputs: readonly Input[],
  reckon: (input: Input, earlier: readonly SessionTrajectory[]) => SessionTrajectory,
): readonly SessionTrajectory[] {
  const ofCases = new Map<string | null, SessionTrajectory[]>();
  return [...inputs].sort(compareInputs).map((input) => {
    const earlier = ofCases.get(input.facts.case) ?? [];
    const trajectory = reckon(input, [...earlier]);
    ofCases.set(input.facts.case, [...earlier, trajectory]);
    return trajectory;
  });
}

/** Whether one coder's session comes before another of the same case, and so may leave episodes to it. */
export function isBefore(one: Ordered, other: Ordered): boolean {
  return one.facts.case === other.facts.case && compareInputs(one, other) < 0;
}

function compareInputs(a: Ordered, b: Ordered): number {
  return (
    compareNumbers(a.facts.session, b.facts.session) ||
    compareText(a.name, b.name) ||
    compareText(a.coding.coder, b.coding.coder)
  );
}

/** What cases are reckoned with beside their coded sessions. */
export interface CaseOptions {
  readonly measures: Readonly<Record<string, Measure>>;
  readonly detectors: DetectorSettings;
  /** Sessions of any case that nobody coded, for their scores; coded ones may be among them. */
  readonly known: readonly KnownSession[];
  /** Whether p values are reckoned by permutation: the slowest part by far. */
  readonly permute: boolean;
  /** The one case that is wanted; all where it is not said. The others count in what is pooled over cases. */
  readonly only?: string | null;
}

const withoutStudy: CaseOptions = { measures: {}, detectors: defaultDetectors, known: [], permute: false };

/**
 * The cases the sessions belong to, in the order of their names (sessions without a case last), each with its sessions by
 * number, then transcript, then coder. An episode that a later session continues counts once, as the later one left it.
 * What is pooled over cases is so over all that are known, also over those nobody coded.
 */
export function caseTrajectories(
  sessions: readonly SessionTrajectory[],
  options: CaseOptions = withoutStudy,
): readonly CaseTrajectory[] {
  return [...casesOneByOne(sessions, options)];
}

/** The same, each reckoned when it is asked for: what all share is reckoned before the first. */
export function* casesOneByOne(
  sessions: readonly SessionTrajectory[],
  options: CaseOptions,
): Generator<CaseTrajectory, void> {
  const coded = groupedBy([...sessions].sort(compareSessions), (session) => session.case);
  const known = groupedBy(allKnown(sessions, options.known), (session) => session.case);
  const prepared = new Map(
    [...known].map(([name, all]) => [name, preparedCase(coded.get(name) ?? [], all, options)]),
  );
  const around = surroundingsOf([...prepared.values()].map(({ series }) => series), options.measures); // prettier-ignore
  const wanted = [...coded].filter(([name]) => options.only === undefined || name === options.only);
  for (const [name, ofCase] of wanted.sort(([a], [b]) => compareText(a, b))) {
    const one = prepared.get(name);
    if (one !== undefined) yield caseOf(name, ofCase, one, around, options);
  }
}

/** Each transcript once, with all its scores, by number, then name. */
function allKnown(
  sessions: readonly SessionTrajectory[],
  more: readonly KnownSession[],
): readonly KnownSession[] {
  const found = new Map<string, KnownSession>();
  for (const each of [...more, ...sessions]) {
    const before = found.get(each.transcript)?.scores ?? {};
    found.set(each.transcript, { ...each, scores: mergedScores(before, each.scores) });
  }
  return [...found.values()].sort(
    (a, b) => compareNumbers(a.session, b.session) || compareText(a.transcript, b.transcript),
  );
}

interface PreparedCase {
  readonly placed: PlacedCase;
  readonly series: readonly CaseSeries[];
  readonly problems: readonly CaseProblem[];
}

function preparedCase(
  coded: readonly SessionTrajectory[],
  known: readonly KnownSession[],
  { measures }: CaseOptions,
): PreparedCase {
  const placed = placedCase(known);
  const { series, problems } = seriesOf({ coded, known, placed, measures });
  return { placed, series, problems: [...placed.problems, ...problems, ...codingProblems(coded)] };
}

function compareSessions(a: SessionTrajectory, b: SessionTrajectory): number {
  return (
    compareNumbers(a.session, b.session) ||
    compareText(a.transcript, b.transcript) ||
    compareText(a.coder, b.coder)
  );
}

/** Sessions without a number stand last. */
function compareNumbers(a: number | null, b: number | null): number {
  return (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER);
}

function caseOf(
  name: string | null,
  sessions: readonly SessionTrajectory[],
  { placed, series, problems }: PreparedCase,
  around: (of: CaseSeries) => Surroundings,
  { detectors, permute }: CaseOptions,
): CaseTrajectory {
  const joined = joinedEpisodes(sessions);
  const found = {
    sessions: sessions.map((session) => caseSession(session, placed)),
    episodes: caseEpisodes(sessions, joined),
    axis: placed.axis,
    series: series.map((each) => each.series),
    detectors: series.flatMap((each) => detectionsOf(each, detectors, around(each), permute)),
  };
  return {
    case: name,
    ...found,
    episodes_joined: joined,
    problems,
    summaries: codersOf(sessions).map((coder) => caseSummary(coder, found)),
    associations: associationsOf(series, detectors.association, permute),
    sequences: sequencesOf(sessions),
  };
}

function caseSession(session: SessionTrajectory, { places }: PlacedCase): CaseSession {
  const { transcript, coder, date, stage, episodes, ratings, scores, figures, tenths } = session;
  return {
    transcript,
    coder,
    session: session.session,
    date,
    stage,
    ...tally(episodes),
    ratings,
    scores,
    x: places.get(transcript) ?? null,
    attempts: figures.attempts.value ?? 0,
    judged: figures.judged.value ?? 0,
    tenths,
  };
}

/** Of each coder over all sessions. */
function sequencesOf(sessions: readonly SessionTrajectory[]): CaseTrajectory['sequences'] {
  return codersOf(sessions).flatMap((coder) => {
    const parts = sessions.filter((each) => each.coder === coder).flatMap((each) => each.sequences);
    return [...groupedBy(parts, ({ by }) => by).values()].flatMap((same): (Sequence & { coder: string })[] =>
      same[0] === undefined ? [] : [{ coder, ...pooledSequence(same[0], same) }],
    );
  });
}

function codersOf(sessions: readonly SessionTrajectory[]): readonly string[] {
  return [...new Set(sessions.map((each) => each.coder))].sort(compareText);
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
  return codersOf(sessions).map((coder) => {
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
