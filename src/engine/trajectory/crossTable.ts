import type { Statistic } from './types';

/** Counts of two things that are each there or not: [[both, the first only], [the second only, neither]]. */
export type CrossTable = readonly [readonly [number, number], readonly [number, number]];

/** Why a figure of a table has no value. */
export type TableReason =
  | 'no-antecedents'
  | 'no-consequents'
  | 'always' // one of the two is there in every turn: there is nothing to compare with
  | 'empty-cell'; // the ratio would be a division by nothing

export type TableWarning = 'expected-below-5' | 'few-antecedents';

/** What a table of an antecedent and a consequent comes to (domain: lag analysis). */
export interface Crossed {
  readonly table: CrossTable;
  /** E = r·c / N for both. */
  readonly expected: number;
  /** z = (O − E) / √(E·(1 − r/N)·(1 − c/N)). */
  readonly residual: Statistic<TableReason>;
  /** ad / bc. */
  readonly odds_ratio: Statistic<TableReason>;
  /** (ad − bc) / (ad + bc). */
  readonly yules_q: Statistic<TableReason>;
  readonly warnings: readonly TableWarning[];
}

export function crossed(table: CrossTable): Crossed {
  const [[a, b], [c, d]] = table;
  const n = a + b + c + d;
  const [row, column] = [a + b, a + c];
  const expected = n === 0 ? 0 : (row * column) / n;
  const gap = reasonOf(row, column, n);
  const figure = (value: number, reason: TableReason | null): Statistic<TableReason> => ({
    value: reason === null ? value : null,
    ci: null,
    n,
    undefined: reason,
  });
  const residual = (a - expected) / Math.sqrt(expected * (1 - row / n) * (1 - column / n));
  return {
    table,
    expected,
    residual: figure(residual, gap),
    odds_ratio: figure((a * d) / (b * c), gap ?? (b * c === 0 ? 'empty-cell' : null)),
    yules_q: figure((a * d - b * c) / (a * d + b * c), gap),
    warnings: warningsOf(row, column, n),
  };
}

function reasonOf(row: number, column: number, n: number): TableReason | null {
  if (row === 0) return 'no-antecedents';
  if (column === 0) return 'no-consequents';
  return row === n || column === n ? 'always' : null;
}

/** The smallest of the four expected counts decides. */
function warningsOf(row: number, column: number, n: number): readonly TableWarning[] {
  const smallest = n === 0 ? 0 : (Math.min(row, n - row) * Math.min(column, n - column)) / n;
  return [
    ...(smallest < 5 ? (['expected-below-5'] as const) : []),
    ...(row < 5 ? (['few-antecedents'] as const) : []),
  ];
}
