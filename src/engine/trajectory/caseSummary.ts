import type { DetectorResult } from './caseDetectors';
import type {
  CaseEpisodes,
  CaseSummary,
  CaseTrajectory,
  RepairState,
  Series,
  SeriesPoint,
  SummaryReason,
} from './caseTypes';
import type { Statistic } from './types';

type Found = Pick<CaseTrajectory, 'series' | 'detectors' | 'episodes' | 'sessions' | 'axis'>;
type Figure = Statistic<SummaryReason>;

/** A case as one coder coded it, in one row: what a study's cases are compared by. */
export function caseSummary(coder: string, found: Found): CaseSummary {
  const { series, sessions } = found;
  const ratedBy = ({ source, kind }: Series): boolean => kind !== 'rating' || source === coder;
  const alliance = allianceSeries(series.filter(ratedBy));
  const outcome = outcomeSeries(series);
  return {
    coder,
    sessions: sessions.filter((session) => session.coder === coder).length,
    alliance: alliance && named(alliance),
    level: levelOf(alliance),
    trend: trendOf(alliance, found),
    drops: dropsOf(alliance, found),
    ...episodesOf(found.episodes.find((each) => each.coder === coder)),
    outcome: outcome && named(outcome),
    outcome_change: changeOf(outcome),
  };
}

/** In the order of the axis; what has no certain place is in no course. */
export function placedPoints({ points }: Pick<Series, 'points'>): readonly SeriesPoint[] {
  return points.filter(({ x }) => x !== null).sort((a, b) => (a.x ?? 0) - (b.x ?? 0));
}

/** The outcome measure that says most: the first with a course, else the first with a value. */
export function outcomeSeries(all: readonly Series[]): Series | null {
  const outcomes = all.filter(({ kind }) => kind === 'outcome');
  const has = (least: number): Series | undefined =>
    outcomes.find((each) => placedPoints(each).length >= least);
  return has(2) ?? has(1) ?? null;
}

/** Ratings of the alliance itself, in the order they are looked for (domain 1.4). */
const allianceRatings = ['bond', 'goal', 'task'];

/** Ratings of ruptures and what became of them are none of the alliance. */
const otherRatings: ReadonlySet<string> = new Set(['resolution', 'contribution']);

/**
 * The coder's rating of bond, else of goal or task, else any other of which more is better; else what the client says: the
 * measure that the therapist answers, too, of several that with the most values.
 */
function allianceSeries(all: readonly Series[]): Series | null {
  const rated = all.filter(
    ({ kind, name, better }) => kind === 'rating' && better === 'higher' && !otherRatings.has(name),
  );
  const usual = allianceRatings.flatMap((name) => rated.find((each) => each.name === name) ?? []);
  return usual[0] ?? rated[0] ?? clientSeries(all);
}

function clientSeries(all: readonly Series[]): Series | null {
  const both = new Set(all.filter(({ kind }) => kind === 'gap').map(({ name }) => name));
  const [first] = all
    .filter(({ kind, source }) => kind === 'self-report' && source === 'client')
    .sort((a, b) => Number(both.has(b.name)) - Number(both.has(a.name)) || b.points.length - a.points.length);
  return first ?? null;
}

function named({ name, source, kind, better }: Series): NonNullable<CaseSummary['alliance']> {
  return { name, source, kind, better };
}

function levelOf(series: Series | null): Figure {
  if (series === null) return without(0, 'no-series');
  const n = placedPoints(series).length;
  return series.mean === null ? without(n, 'no-order') : figure(series.mean, n);
}

/** The slope of the straight line through the series, and what its shape is called. */
function trendOf(series: Series | null, { detectors, axis }: Found): CaseSummary['trend'] {
  const nothing = { per: axis.kind === 'none' ? null : axis.kind, shape: null };
  if (series === null) return { ...without(0, 'no-series'), ...nothing };
  const result = resultOf(detectors, series, 'shape');
  if (result?.method !== 'shape') {
    return { ...without(placedPoints(series).length, notReckoned(axis)), ...nothing };
  }
  const { n, estimates, undefined: reason } = result;
  if (estimates === null) return { ...without(n, reason ?? 'too-few-sessions'), ...nothing };
  return { ...figure(estimates.linear.b1.value, n), ...nothing, shape: estimates.label };
}

/** Any of them tells drops; the first that the study does not leave out. The spread of all cases makes cases comparable. */
const dropDetectors = ['v-1sd', 'crisis', 'v-2sd', 'rci-drop'] as const;

/** Drops in the series: ruptures of the scores, not of what was coded. */
function dropsOf(series: Series | null, { detectors, axis }: Found): CaseSummary['drops'] {
  const nothing = { detector: null, state: null };
  if (series === null) return { ...without(0, 'no-series'), ...nothing };
  const [result] = dropDetectors.flatMap((name) => resultOf(detectors, series, name) ?? []);
  if (result?.method !== 'criterion') {
    return { ...without(placedPoints(series).length, notReckoned(axis)), ...nothing };
  }
  const { n, findings, detector, undefined: reason } = result;
  if (reason !== null) return { ...without(n, reason), detector, state: null };
  const repaired = findings.filter(({ state }) => state === 'repaired').length;
  return { ...figure(findings.length, n), detector, state: stateOf(findings.length, repaired) };
}

function resultOf(
  detectors: readonly DetectorResult[],
  { name, source }: Series,
  detector: DetectorResult['detector'],
): DetectorResult | undefined {
  return detectors.find(
    (each) => each.detector === detector && each.series.name === name && each.series.source === source,
  );
}

function notReckoned({ kind }: Found['axis']): SummaryReason {
  return kind === 'none' ? 'no-order' : 'not-asked';
}

function episodesOf(
  found: CaseEpisodes | undefined,
): Pick<CaseSummary, 'ruptures' | 'resolved' | 'open_at_end' | 'share_resolved' | 'state'> {
  const { ruptures = 0, resolved = 0, open_at_end = 0 } = found ?? {};
  return {
    ruptures,
    resolved,
    open_at_end,
    share_resolved: ruptures === 0 ? without(0, 'no-episodes') : figure(resolved / ruptures, ruptures),
    state: stateOf(ruptures, resolved),
  };
}

/** The three states of a case of McLaughlin et al. (2014), whose threshold is another. What the series leaves open is unrepaired. */
function stateOf(all: number, repaired: number): RepairState {
  if (all === 0) return 'none';
  return all === repaired ? 'repaired' : 'unrepaired';
}

/** Last value less the first. */
function changeOf(series: Series | null): CaseSummary['outcome_change'] {
  const points = series === null ? [] : placedPoints(series);
  const [first, last] = [points[0]?.value ?? null, points.at(-1)?.value ?? null];
  const nothing = { first, last, direction: null };
  if (series === null) return { ...without(0, 'no-outcome'), ...nothing };
  if (first === null || last === null || points.length < 2)
    return { ...without(points.length, 'one-value'), ...nothing };
  const change = last - first;
  const isBetter = change > 0 === (series.better !== 'lower');
  const direction = change === 0 ? 'unchanged' : isBetter ? 'better' : 'worse';
  return { ...figure(change, points.length), first, last, direction };
}

function figure(value: number, n: number): Figure {
  return { value, ci: null, n, undefined: null };
}

function without(n: number, reason: SummaryReason): Figure {
  return { value: null, ci: null, n, undefined: reason };
}
