import { csvOf, type Cell } from '../csv';
import type { CaseSummary } from './caseTypes';

/** A case of the table; without a summary where nobody's coding may be seen. */
export interface CaseOfTable {
  readonly case: string | null;
  /** All its sessions. */
  readonly sessions: number;
  readonly summary: CaseSummary | null;
}

type Column = (one: CaseOfTable, summary: CaseSummary | null) => Cell;

const columns: Readonly<Record<string, Column>> = {
  case: (one) => one.case,
  coder: (_, summary) => summary?.coder,
  sessions: (one) => one.sessions,
  coded: (_, summary) => summary?.sessions ?? 0,
  alliance: (_, summary) => summary?.alliance?.name,
  alliance_source: (_, summary) => summary?.alliance?.source,
  alliance_better: (_, summary) => summary?.alliance?.better,
  level: (_, summary) => summary?.level.value,
  level_n: (_, summary) => summary?.level.n,
  slope: (_, summary) => summary?.trend.value,
  slope_per: (_, summary) => summary?.trend.per,
  slope_n: (_, summary) => summary?.trend.n,
  shape: (_, summary) => summary?.trend.shape,
  drops: (_, summary) => summary?.drops.value,
  drops_method: (_, summary) => summary?.drops.detector,
  drops_state: (_, summary) => summary?.drops.state,
  ruptures: (_, summary) => summary?.ruptures,
  resolved: (_, summary) => summary?.resolved,
  share_resolved: (_, summary) => summary?.share_resolved.value,
  open_at_end: (_, summary) => summary?.open_at_end,
  state: (_, summary) => summary?.state,
  outcome: (_, summary) => summary?.outcome?.name,
  outcome_source: (_, summary) => summary?.outcome?.source,
  outcome_better: (_, summary) => summary?.outcome?.better,
  outcome_first: (_, summary) => summary?.outcome_change.first,
  outcome_last: (_, summary) => summary?.outcome_change.last,
  outcome_change: (_, summary) => summary?.outcome_change.value,
  outcome_direction: (_, summary) => summary?.outcome_change.direction,
  outcome_n: (_, summary) => summary?.outcome_change.n,
  undefined: (_, summary) => (summary ? reasonsOf(summary) : 'no-coding'),
};

/** The cases of a study as comma-separated values, a row each, with the reasons for what has no value. No word of a session. */
export function casesCsv(cases: readonly CaseOfTable[]): string {
  const rows = cases.map((one) => Object.values(columns).map((cell) => cell(one, one.summary)));
  return csvOf(Object.keys(columns), rows);
}

function reasonsOf({
  level,
  trend,
  drops,
  share_resolved: share,
  outcome_change: change,
}: CaseSummary): string {
  return Object.entries({ level, slope: trend, drops, share_resolved: share, outcome_change: change })
    .flatMap(([name, { undefined: reason }]) => (reason === null ? [] : [`${name}: ${reason}`]))
    .join('; ');
}
