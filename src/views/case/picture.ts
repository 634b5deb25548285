import { compareText } from '../../engine/compareText';
import type { DetectorResult } from '../../engine/trajectory/caseDetectors';
import type { CaseTrajectory, Series } from '../../engine/trajectory/caseTypes';
import type { CaseHeat, CaseRuptures, CaseStrip } from '../../panel/case/messages';
import type { Say } from '../../words/casePage';
import { detectorNames } from '../../words/caseWords';
import type { Translate } from '../../words/faults';
import { measureName, membersOf, nameOf, number, sessionName } from './naming';
import type { ReckonedCase } from './types';

const kinds = ['rating', 'self-report', 'outcome'] as const;

/** Observer ratings, self-report (client and therapist in one strip), then outcome measures, each with its own scale. */
export function stripsOf(reckoned: ReckonedCase, say: Say, translate: Translate): CaseStrip[] {
  const { series } = reckoned.trajectory;
  return kinds.flatMap((kind) => {
    const ofKind = series.filter((each) => each.kind === kind && each.points.length > 0);
    const grouped = kind === 'rating' ? ofKind.map((each) => [each]) : pairs(ofKind);
    return grouped.map((group) => stripOf(kind, group, reckoned, say, translate));
  });
}

/** Client and therapist on one measure share a strip; any other rater has one of their own. */
function pairs(series: readonly Series[]): readonly (readonly Series[])[] {
  const isOneOfTwo = ({ source }: Series): boolean => source === 'client' || source === 'therapist';
  const names = [...new Set(series.map(({ name }) => name))];
  return names.flatMap((name) => {
    const same = series.filter((each) => each.name === name);
    const two = same.filter(isOneOfTwo).sort((a, b) => compareText(a.source, b.source));
    return [...(two.length > 0 ? [two] : []), ...same.filter((one) => !isOneOfTwo(one)).map((one) => [one])];
  });
}

function stripOf(
  kind: CaseStrip['group'],
  group: readonly Series[],
  reckoned: ReckonedCase,
  say: Say,
  translate: Translate,
): CaseStrip {
  const [first] = group;
  const name = first?.name ?? '';
  const [min, max] = scaleOf(name, kind, group, reckoned);
  return {
    id: JSON.stringify([kind, name, group.map(({ source }) => source)]),
    group: kind,
    label: measureName(name, reckoned.gathered),
    detail: detailOf(kind, group, say),
    min,
    max,
    ends: [number(min), number(max)],
    lines: group.map(({ source, points }, index) => ({
      label: nameOf(source, say),
      second: index > 0 || source === 'therapist',
      points: points.map(({ transcript, value }) => ({ session: transcript, value, text: number(value) })),
    })),
    flags: group.flatMap((series) => flagsOf(series, reckoned.trajectory, say, translate)),
  };
}

function detailOf(kind: CaseStrip['group'], group: readonly Series[], say: Say): string {
  const [first] = group;
  const isShort = kind !== 'outcome';
  const better = say(first?.better === 'lower' ? (isShort ? 'down' : 'lower') : isShort ? 'up' : 'higher');
  const n = group.map(({ points }) => points.length).join(' + ');
  if (kind === 'rating') return say('ratingDetail', { better, n });
  if (group.length > 1) return say('pairDetail', { better, n });
  return say('oneDetail', { source: nameOf(first?.source ?? '', say), better, n });
}

/** As codebook and study say; else as the values go, with a little room. */
function scaleOf(
  name: string,
  kind: CaseStrip['group'],
  group: readonly Series[],
  { gathered, sessions }: ReckonedCase,
): readonly [number, number] {
  const values = group.flatMap(({ points }) => points.map(({ value }) => value));
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const rated = sessions.flatMap(({ rating_scales: scales }) => scales[name] ?? [])[0];
  const measure = Object.hasOwn(gathered.measures, name) ? gathered.measures[name] : undefined;
  const said = kind === 'rating' ? rated : measure;
  const min = Math.min(said?.min ?? lowest, lowest);
  const max = Math.max(said?.max ?? highest, highest);
  return min < max ? [min, max] : [min - 1, max + 1];
}

/** Where methods found something in a series, each place once. */
function flagsOf(
  series: Series,
  { detectors }: CaseTrajectory,
  say: Say,
  translate: Translate,
): CaseStrip['flags'] {
  const ofSeries = detectors.filter(
    ({ series: of }) => of.name === series.name && of.source === series.source,
  );
  const found = ofSeries.flatMap((result) =>
    placesOf(result).map((place) => ({ ...place, name: translate(detectorNames[result.detector], {}) })),
  );
  return series.points.flatMap(({ transcript, x }) => {
    const here = found.filter((one) => x !== null && one.x === x);
    if (here.length === 0) return [];
    const names = [...new Set(here.map(({ name }) => name))].join(', ');
    const goods = new Set(here.map(({ good }) => good));
    const [good = null] = goods;
    const title = say('counted', { what: nameOf(series.source, say), count: names });
    return [{ session: transcript, good: goods.size === 1 ? good : null, title }];
  });
}

interface FoundAt {
  readonly x: number;
  readonly good: boolean | null;
}

function placesOf(result: DetectorResult): readonly FoundAt[] {
  if (result.method === 'shape') return [];
  return result.findings.map((finding): FoundAt => {
    if (finding.kind === 'drop') return { x: finding.low, good: false };
    if (finding.kind === 'outside') return { x: finding.x, good: null };
    if (finding.kind === 'break') return { x: finding.after, good: null };
    if (finding.kind === 'run') return { x: finding.to, good: null };
    return { x: finding.to, good: finding.direction === 'better' };
  });
}

/** Ruptures of each coded session by what the client does, and how each ended in it. */
export function rupturesOf({ sessions }: ReckonedCase): CaseRuptures[] {
  return sessions.map(({ transcript, episodes }) => {
    const count = (type: string): number => episodes.filter((each) => each.type === type).length;
    const [withdrawal, confrontation] = [count('withdrawal'), count('confrontation')];
    return {
      session: transcript,
      withdrawal,
      confrontation,
      other: episodes.length - withdrawal - confrontation,
      ends: episodes.map(({ state }) => state),
    };
  });
}

export function heatOf({ gathered, sessions }: ReckonedCase, say: Say): CaseHeat[] {
  return membersOf(gathered).map((member) => {
    const session = sessionName(member, say);
    const coded = sessions.find(({ transcript }) => transcript === member.path);
    const cells = [...(coded?.tenths.rupture_impact ?? [])];
    const impacts = cells.map((impact) => (impact === null ? say('none') : number(impact))).join(' ');
    return {
      session: member.path,
      cells,
      title: coded ? say('heatTitle', { session, impacts }) : session,
    };
  });
}
