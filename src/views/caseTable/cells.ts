import { placedPoints } from '../../engine/trajectory/caseSummary';
import type { CaseSummary, RepairState, Series, SummaryReason } from '../../engine/trajectory/caseTypes';
import type { CaseCell, CaseColumnId } from '../../panel/case-table/messages';
import { sayIn } from '../../words/casePage';
import { summaryReasonWords, type SayOfCases, type CaseTableMessage } from '../../words/caseTable';
import { detectorNames, findingMessages } from '../../words/caseWords';
import type { Translate } from '../../words/faults';
import { measureName, nameOf, number } from '../case/naming';
import type { Standing } from '../../store/members';
import { groupOf, runsOf, type Scales } from './sparks';
import type { TabledCase } from './types';

/** What the cells of one row are made from. */
export interface RowSources {
  readonly tabled: TabledCase;
  readonly summary: CaseSummary | null;
  /** The series that stands for the alliance. */
  readonly series: Series | null;
  readonly scales: Scales;
  readonly say: SayOfCases;
  readonly translate: Translate;
}

type Maker = (sources: RowSources) => Partial<CaseCell>;

const empty: Omit<CaseCell, 'column'> = {
  text: '',
  detail: '',
  title: '',
  value: null,
  group: '',
  good: null,
  spark: null,
};

/** A cell for each column, in the order of the table. */
export function cellsOf(sources: RowSources): CaseCell[] {
  return columns.map((column) => ({ ...empty, ...makers[column](sources), column }));
}

export const columns = [
  'case',
  'sessions',
  'alliance',
  'level',
  'trend',
  'drops',
  'ruptures',
  'resolved',
  'open',
  'state',
  'outcome',
  'coder',
] as const satisfies readonly CaseColumnId[];

const makers: Readonly<Record<CaseColumnId, Maker>> = {
  case: ({ tabled, say }) => ({
    text: tabled.case ?? say('noCase'),
    detail: tabled.coder ? '' : say('notSeen'),
    value: tabled.case,
  }),
  sessions: sessionsCell,
  alliance: allianceCell,
  level: levelCell,
  trend: trendCell,
  drops: dropsCell,
  ruptures: (sources) => countCell('ruptures', sources),
  resolved: resolvedCell,
  open: (sources) => countCell('open_at_end', sources),
  state: (sources) => (sources.summary ? stateCell(sources.summary.state, sources.say) : unseen(sources)),
  outcome: outcomeCell,
  coder: (sources) => {
    const name = sources.tabled.coder?.name;
    return name === undefined ? unseen(sources) : { text: name, value: name };
  },
};

const lacking = ['not-coded', 'hidden', 'text-changed', 'missing'] as const satisfies readonly Standing[];

function sessionsCell({ tabled, say, translate }: RowSources): Partial<CaseCell> {
  const { members, coder, sessions: all } = tabled;
  const of = (standing: Standing): number => members.filter((one) => one.standing === standing).length;
  const coded = of('coded');
  const text = say('coded', { coded, all });
  if (!coder) return { text, value: 0, title: say('nobodyTitle', { all }) };
  const page = sayIn(translate);
  const rest = lacking.flatMap((standing) =>
    of(standing) > 0 ? page(standing, { count: of(standing) }) : [],
  );
  return {
    text,
    value: coded,
    title: say('codedTitle', { coder: coder.name, coded, all, rest: rest.join('; ') }),
  };
}

function allianceCell(sources: RowSources): Partial<CaseCell> {
  const { series, summary, scales, say, tabled } = sources;
  const points = series ? placedPoints(series) : [];
  if (!summary || !series || points.length === 0)
    return without(summary?.level.undefined ?? null, 'alliance', sources);
  const measure = measureOf(series, sources);
  return {
    detail: measure,
    title: say('values', { measure, values: runsText(series) }),
    value: points.at(-1)?.value ?? null,
    group: groupOf(series),
    spark: { runs: runsOf(series), ...scales(series, tabled.trajectory?.axis.kind ?? 'none') },
  };
}

/** The values in their order, with a dash for each gap. */
function runsText(series: Series): string {
  return runsOf(series)
    .map((run) => run.map(([, value]) => number(value)).join(' '))
    .join(' – ');
}

function levelCell(sources: RowSources): Partial<CaseCell> {
  const { summary, series, say } = sources;
  const { level } = summary ?? {};
  if (!level || level.value === null || !series) return without(level?.undefined ?? null, 'level', sources);
  const measure = measureOf(series, sources);
  return {
    text: level.value.toFixed(2),
    detail: say('n', { n: level.n }),
    title: say('levelCell', { measure, n: level.n, better: betterOf(series, sources) }),
    value: level.value,
    group: groupOf(series),
  };
}

function trendCell(sources: RowSources): Partial<CaseCell> {
  const { summary, series, say, translate } = sources;
  const { trend } = summary ?? {};
  if (!trend || trend.value === null || !series) return without(trend?.undefined ?? null, 'trend', sources);
  const per = say(trend.per === 'day' ? 'perDay' : 'perSession');
  const measure = measureOf(series, sources);
  return {
    text: signed(trend.value),
    detail:
      trend.shape === null ? per : say('shape', { per, shape: translate(findingMessages[trend.shape], {}) }),
    title: say('trendCell', { measure, n: trend.n, better: betterOf(series, sources) }),
    value: trend.value,
    group: `${groupOf(series)} ${trend.per}`,
  };
}

function dropsCell(sources: RowSources): Partial<CaseCell> {
  const { summary, series, say, translate } = sources;
  const { drops } = summary ?? {};
  if (!drops || drops.value === null || drops.detector === null || drops.state === null || !series)
    return without(drops?.undefined ?? null, 'drops', sources);
  const count = drops.value;
  const words = count === 1 ? say('oneDrop') : say('manyDrops', { count });
  const method = translate(detectorNames[drops.detector], {});
  return {
    ...stateCell(drops.state, say),
    detail: count === 0 ? '' : words,
    title: say('dropsCell', { drops: words, measure: measureOf(series, sources), method, n: drops.n }),
  };
}

const stateRanks: Readonly<Record<RepairState, number>> = { none: 0, repaired: 1, unrepaired: 2 };

function stateCell(state: RepairState, say: SayOfCases): Partial<CaseCell> {
  return { text: say(`${state}_state`), value: stateRanks[state] };
}

function countCell(figure: 'ruptures' | 'open_at_end', sources: RowSources): Partial<CaseCell> {
  const value = sources.summary?.[figure];
  return value === undefined ? unseen(sources) : { text: String(value), value };
}

function resolvedCell(sources: RowSources): Partial<CaseCell> {
  const { summary, say } = sources;
  const share = summary?.share_resolved;
  if (!summary || !share || share.value === null)
    return without(share?.undefined ?? null, 'resolved', sources);
  return {
    text: say('share', { percent: Math.round(share.value * 100) }),
    detail: say('ofAll', { count: summary.resolved, n: share.n }),
    value: share.value,
  };
}

function outcomeCell(sources: RowSources): Partial<CaseCell> {
  const { summary, say } = sources;
  const change = summary?.outcome_change;
  const outcome = summary?.outcome;
  if (!change || !outcome || change.value === null || change.direction === null)
    return without(change?.undefined ?? null, 'outcome', sources);
  const [first, last] = [number(change.first ?? 0), number(change.last ?? 0)];
  const direction = say(change.direction);
  const measure = measureOf(outcome, sources);
  const better = betterOf(outcome, sources);
  return {
    text: signed(change.value),
    detail: say('outcomeDetail', {
      name: measureName(outcome.name, sources.tabled.naming),
      first,
      last,
      direction,
    }),
    title: say('outcomeCell', { measure, first, last, better, n: change.n }),
    value: change.value,
    group: groupOf(outcome),
    good: change.direction === 'unchanged' ? null : change.direction === 'better',
  };
}

type Measure = Pick<Series, 'name' | 'source' | 'better'>;

function measureOf({ name, source }: Measure, { say, tabled, translate }: RowSources): string {
  const rater = source === tabled.coder?.id ? tabled.coder.name : nameOf(source, sayIn(translate));
  return say('measure', { name: measureName(name, tabled.naming), source: rater });
}

function betterOf({ better }: Measure, { translate }: RowSources): string {
  return sayIn(translate)(better ?? 'higher');
}

/** With its sign; a minus as it is set. */
function signed(value: number): string {
  const text = number(Math.abs(value));
  return value > 0 ? `+${text}` : value < 0 && text !== '0' ? `−${text}` : text;
}

function without(
  reason: SummaryReason | null,
  column: CaseTableMessage,
  sources: RowSources,
): Partial<CaseCell> {
  if (reason === null) return unseen(sources);
  const { say, translate } = sources;
  const words = translate(summaryReasonWords[reason], {});
  return { text: say('none'), detail: words, title: say('because', { column: say(column), reason: words }) };
}

/** The one reason for all figures of a case stands once, beside its name. */
function unseen({ say }: RowSources): Partial<CaseCell> {
  return { text: say('none'), title: say('notSeen') };
}
