import { csvOf, type Cell } from '../csv';
import type { Agreement } from './agreement';
import type { Coefficient } from './coefficient';

/** Figures of some coders: of all compared, or of two of them. */
export interface ComparedFigures {
  readonly coders: readonly string[];
  /** The one session the figures are of; empty for all of the scope together. */
  readonly session: string;
  readonly agreement: Agreement;
}

const columns = [
  'coders',
  'session',
  'kind',
  'of',
  'with_below',
  'unit',
  'statistic',
  'value',
  'ci_low',
  'ci_high',
  'n',
  'undefined',
];

type Statistic = readonly [name: string, found: Coefficient];

/** All figures as a table, one statistic in each row: fractions, never percentages; without a word of a transcript. */
export function agreementCsv(all: readonly ComparedFigures[]): string {
  return csvOf(columns, all.flatMap(rowsOf));
}

function rowsOf({ coders, session, agreement }: ComparedFigures): Cell[][] {
  const { rows, spans, scales, sets, units } = agreement;
  const fixed = [coders.join(' '), session];
  const count = (name: string, value: number | null | undefined, n: number): Statistic => [
    name,
    { value: value ?? null, ci: null, n, undefined: null },
  ];
  const lines = (
    kind: string,
    of: string,
    below: boolean,
    unit: string,
    found: readonly Statistic[],
  ): Cell[][] =>
    found.map(([name, { value, ci, n, undefined: reason }]) => [
      ...fixed,
      kind,
      of,
      Number(below),
      unit,
      name,
      value,
      ci?.[0],
      ci?.[1],
      n,
      reason,
    ]);
  return [
    ...(sets ? lines('sets', 'all', true, rows[0]?.unit ?? '', [['sets_alpha', sets]]) : []),
    ...lines('sample', 'all', true, rows[0]?.unit ?? '', [
      count('sessions', agreement.sessions, agreement.sessions),
      count('units', units, units),
    ]),
    ...rows.flatMap((row) =>
      lines('code', row.code, row.rollup, row.unit, [
        count('prevalence', row.prevalence, row.n),
        count('bias', row.bias, row.n),
        count('kappa_max', row.kappa_max, row.n),
        count('both', row.table?.[0]?.[0], row.n),
        count('only_first', row.table?.[0]?.[1], row.n),
        count('only_second', row.table?.[1]?.[0], row.n),
        count('neither', row.table?.[1]?.[1], row.n),
        count('differ', row.disagreements.length, row.n),
        ...Object.entries(row.coefficients),
      ]),
    ),
    ...spans.flatMap((row) =>
      lines('passages', row.code, row.rollup, 'character', [
        ['u_alpha', row.u_alpha],
        ['u_alpha_binary', row.u_alpha_binary],
        ['cu_alpha', row.cu_alpha],
      ]),
    ),
    ...scales.flatMap(({ of, subject, icc, weighted_kappa_quadratic, krippendorff_alpha }) =>
      lines(subject === 'count' ? 'count' : 'rating', of, false, subject === 'count' ? 'session' : subject, [
        ...Object.entries(icc).map(([form, found]): Statistic => [`icc_${form.replace(',', '_')}`, found]),
        ['weighted_kappa_quadratic', weighted_kappa_quadratic],
        ['krippendorff_alpha', krippendorff_alpha],
      ]),
    ),
  ];
}
