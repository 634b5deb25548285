import type { Measure } from '../study/types';
import type { PlacedCase } from './caseAxis';
import type { CaseProblem, KnownSession, Series, SeriesKind, SeriesPoint } from './caseTypes';
import { centredValues } from './detectors/centring';
import { isMeasure, type Measured } from './detectors/measured';
import { groupedBy } from './groupedBy';
import type { RatingScale } from './sessionRatings';
import { compareText } from '../compareText';
import type { SessionTrajectory } from './types';

export interface SeriesInput {
  readonly coded: readonly SessionTrajectory[];
  /** All sessions of the case, in order. */
  readonly known: readonly KnownSession[];
  readonly placed: PlacedCase;
  readonly measures: Readonly<Record<string, Measure>>;
}

/** A series with what the detectors need of it; null where it has no direction or the case no axis. */
export interface CaseSeries {
  readonly series: Series;
  readonly measured: Measured | null;
}

interface Value {
  readonly name: string;
  readonly source: string;
  readonly kind: SeriesKind;
  readonly better: Series['better'];
  readonly session: number | null;
  readonly transcript: string;
  readonly value: number;
}

/** Everything of a case that is one value a session, each as a series of its own, by name and source. */
export function seriesOf(input: SeriesInput): {
  readonly series: readonly CaseSeries[];
  readonly problems: readonly CaseProblem[];
} {
  const problems: CaseProblem[] = [];
  const ratings = ratingsOf(input, problems);
  const scores = scoresOf(input, problems);
  const values = [...ratings, ...scores, ...gapsOf(scores), ...input.coded.flatMap(countsOf)];
  const groups = groupedBy(values, ({ name, source, kind }) => JSON.stringify([name, source, kind]));
  const series = [...groups.values()].map((group) => oneSeries(group, input.placed));
  series.sort(
    ({ series: a }, { series: b }) => compareText(a.name, b.name) || compareText(a.source, b.source),
  );
  return { series, problems };
}

function ratingsOf({ coded, measures }: SeriesInput, problems: CaseProblem[]): Value[] {
  return coded.flatMap((session) => {
    const { transcript, coder, ratings, rating_scales: scales, ratings_off_scale: off } = session;
    return Object.entries(ratings).flatMap(([name, value]): Value[] => {
      const scale = scales[name];
      if (value === 'na') return [];
      if (Object.hasOwn(off, name) || !isMeasure(value)) {
        const bounds = { min: scale?.min ?? 0, max: scale?.max ?? 0 };
        problems.push({
          code: 'rating-off-scale',
          data: { transcript, coder, rating: name, value, ...bounds },
        });
        return [];
      }
      const better = measureOf(measures, name)?.better ?? (isOfHarm(scale) ? 'lower' : 'higher');
      return [{ name, source: coder, kind: 'rating', better, session: session.session, transcript, value }];
    });
  });
}

/** Of the codebook's scales those of impact and of the therapist's share in ruptures say how bad something is. */
function isOfHarm(scale: RatingScale | undefined): boolean {
  return scale?.scale === 'impact' || scale?.scale === 'contribution';
}

function scoresOf({ known, measures }: SeriesInput, problems: CaseProblem[]): Value[] {
  const assumed = new Set<string>();
  const values = known.flatMap(({ transcript, session, scores }) =>
    Object.entries(scores).flatMap(([source, given]) =>
      Object.entries(given).flatMap(([name, value]): Value[] => {
        const measure = measureOf(measures, name);
        if (!isMeasure(value) || isOff(value, measure)) {
          problems.push({
            code: 'score-off-scale',
            data: {
              transcript,
              rater: source,
              measure: name,
              value: Number.isFinite(value) ? value : String(value),
            },
          });
          return [];
        }
        if (measure === null || measure.better === null) assumed.add(name);
        const kind = measure?.kind === 'outcome' ? 'outcome' : 'self-report';
        return [{ name, source, kind, better: measure?.better ?? 'higher', session, transcript, value }];
      }),
    ),
  );
  const names = [...assumed].sort(compareText).join(', ');
  if (names !== '') problems.push({ code: 'better-assumed', data: { measures: names } });
  return values;
}

function measureOf(measures: SeriesInput['measures'], name: string): Measure | null {
  return Object.hasOwn(measures, name) ? (measures[name] ?? null) : null;
}

function isOff(value: number, measure: Measure | null): boolean {
  if (measure === null) return false;
  return (measure.min !== null && value < measure.min) || (measure.max !== null && value > measure.max);
}

/** The dyadic gap G = client − therapist, where both gave a score on one measure. */
function gapsOf(scores: readonly Value[]): Value[] {
  const therapists = new Map(
    scores
      .filter(({ source }) => source === 'therapist')
      .map(({ name, transcript, value }) => [JSON.stringify([name, transcript]), value]),
  );
  return scores.flatMap((client): Value[] => {
    const other = therapists.get(JSON.stringify([client.name, client.transcript]));
    if (client.source !== 'client' || other === undefined) return [];
    const value = client.value - other;
    return [{ ...client, source: 'client-therapist', kind: 'gap', better: null, value }];
  });
}

/** Episodes of a session and what became of them; a share only where there is one. */
function countsOf({ transcript, coder, session, episodes, figures }: SessionTrajectory): Value[] {
  const resolved = episodes.filter(({ state }) => state === 'resolved').length;
  const count = (name: string, value: number): Value => ({
    name,
    source: coder,
    kind: 'count',
    better: null,
    session,
    transcript,
    value,
  });
  return [
    count('ruptures', episodes.length),
    count('repair_attempts', figures.attempts.value ?? 0),
    ...(episodes.length === 0 ? [] : [count('share_resolved', resolved / episodes.length)]),
    count('open_at_end', episodes.length - resolved),
  ];
}

function oneSeries(values: readonly Value[], { axis, places }: PlacedCase): CaseSeries {
  const [first] = values;
  const { name = '', source = '', kind = 'count', better = null } = first ?? {};
  const there = values.filter(({ transcript }) => places.has(transcript));
  const byPlace = groupedBy(there, ({ transcript }) => places.get(transcript) ?? 0);
  // Of two sessions at one place with different values neither can be said to be the one.
  const certain = [...byPlace].filter(([, at]) => at.every(({ value }) => value === at[0]?.value));
  const valueAt = new Map(certain.map(([x, at]) => [x, at[0]?.value ?? null]));
  const xs = [...new Set(places.values())].sort((a, b) => a - b);
  const measured: Measured = {
    points: xs.map((x) => ({ x, value: valueAt.get(x) ?? null })),
    axis: axis.kind === 'day' ? 'day' : 'session',
    better: better ?? 'higher',
  };
  const { between, points } = centredValues(measured);
  const centred = new Map(points.map((point) => [point.x, point]));
  const firstAt = new Set(certain.map(([, at]) => at[0]));
  return {
    series: {
      name,
      source,
      kind,
      better,
      mean: between,
      points: values.map((value): SeriesPoint => {
        const { session, transcript, value: said } = value;
        const at = firstAt.has(value) ? centred.get(places.get(transcript) ?? Number.NaN) : undefined;
        const place = { x: at?.x ?? null, within: at?.within ?? null, lagged: at?.lagged ?? null };
        return { session, value: said, transcript, ...place };
      }),
      gaps: gapsBetween([...valueAt.keys()], [...xs, ...axis.missing]),
    },
    measured: better === null || axis.kind === 'none' ? null : measured,
  };
}

function gapsBetween(there: readonly number[], all: readonly number[]): readonly number[] {
  const [from, to] = [Math.min(...there), Math.max(...there)];
  const known = new Set(there);
  return all.filter((x) => x > from && x < to && !known.has(x)).sort((a, b) => a - b);
}
