import type { Resampling } from './bootstrap';
import { bootstrapIntervals } from './bootstrap';
import { cohenKappa, kappaMax } from './cohenKappa';
import { coefficient, undefinedFor, type Coefficient } from './coefficient';
import type { ComparedSession, UnitKind } from './compared';
import { krippendorffAlpha } from './krippendorff';
import { fleissKappa, gwetAc1, percentAgreement } from './manyRaters';
import type { Patterns, Row, RowPresence, Strayed } from './presence';
import { completeRows, type Ratings } from './ratings';
import { pabak, scottPi } from './scottPi';
import { tableOf, type Table } from './table';
import type { SessionUnits } from './units';

/** Below this many sessions an interval over sessions says little. */
const fewSessions = 10;

/** What an interval was drawn from. */
export interface IntervalBasis extends Resampling {
  /** Units of one session are not independent: sessions are drawn, as far as there are several. */
  readonly over: 'sessions' | 'units';
  readonly clusters: number;
  readonly warning: 'few-sessions' | 'one-session' | null;
}

export type CodeCoefficient =
  | 'percent'
  | 'positive_agreement'
  | 'cohen_kappa'
  | 'scott_pi'
  | 'fleiss_kappa'
  | 'krippendorff_alpha'
  | 'gwet_ac1'
  | 'pabak';

/** A unit on which the coders differ. */
export interface UnitDifference {
  readonly transcript: string;
  /** Number of the turn, or of the segment. */
  readonly unit: number;
  readonly coded_by: readonly string[];
  readonly not_by: readonly string[];
}

/** Agreement of coders on one code, alone or with all below it. */
export interface CodeAgreement {
  readonly code: string;
  readonly rollup: boolean;
  readonly unit: UnitKind;
  /** Units that all compared coders judged. */
  readonly n: number;
  /** Sessions they are of. */
  readonly sessions: number;
  /** Mean share of units with the code, over the coders; null without units. */
  readonly prevalence: number | null;
  /** Of two coders: how much oftener the first gave the code, as a share of all units; null otherwise. */
  readonly bias: number | null;
  /** Of two coders: [[both, only the first], [only the second, neither]]; null otherwise. */
  readonly table: Table | null;
  readonly kappa_max: number | null;
  readonly coefficients: Readonly<Record<CodeCoefficient, Coefficient>>;
  readonly disagreements: readonly UnitDifference[];
  /** Annotations on turns of another role than the code's, left out. */
  readonly other_role: readonly (Strayed & { readonly transcript: string })[];
  /** Annotations on turns that are no units, left out. */
  readonly outside: number;
}

export interface Compared {
  readonly session: ComparedSession;
  readonly units: SessionUnits;
}

/** Who gave a row's code to which units of a session. */
export interface FoundIn {
  readonly session: ComparedSession;
  readonly presence: RowPresence;
}

/** Agreement on a row over sessions, with intervals where `resampling` is given. */
export function codeAgreement(
  row: Row,
  kind: UnitKind,
  found: readonly FoundIn[],
  coders: readonly string[],
  resampling: Resampling | null,
): CodeAgreement {
  const clusters = clustersOf(found.map(({ presence }) => presence));
  const total = added(clusters);
  const ratings = ratingsOfPatterns(total, coders);
  const values = coefficientsOf(ratings);
  const table = coders.length === 2 ? presentFirst(tableOf(completeRows(ratings), 2)) : null;
  const n = sumOf(total);
  return {
    code: row.code.id,
    rollup: row.rollup,
    unit: kind,
    n,
    sessions: found.filter(({ presence }) => presence.units.length > 0).length,
    prevalence: n === 0 ? null : presentShare(total, coders.length, n),
    bias: table && n > 0 ? ((table[0]?.[1] ?? 0) - (table[1]?.[0] ?? 0)) / n : null,
    table,
    kappa_max: table ? kappaMax(table) : null,
    coefficients: resampling ? withIntervals(values, clusters, coders, resampling) : values,
    disagreements: found.flatMap(({ session, presence }) => differences(session, presence, coders)),
    other_role: found.flatMap(({ session, presence }) =>
      presence.otherRole.map((each) => ({ transcript: session.path, ...each })),
    ),
    outside: found.reduce((sum, { presence }) => sum + presence.outside, 0),
  };
}

/** Sessions where there are several, else units. */
export function intervalBasis(sessions: number, units: number, resampling: Resampling): IntervalBasis {
  const over = sessions > 1 ? 'sessions' : 'units';
  const warning = sessions > 1 ? (sessions < fewSessions ? 'few-sessions' : null) : 'one-session';
  return { ...resampling, over, clusters: sessions > 1 ? sessions : units, warning };
}

function clustersOf(presences: readonly RowPresence[]): readonly Patterns[] {
  const withUnits = presences.filter(({ units }) => units.length > 0);
  const [only] = withUnits;
  if (withUnits.length === 1 && only) return only.units.map(({ patterns }) => patterns);
  return withUnits.map(({ units }) => added(units.map(({ patterns }) => patterns)));
}

/** All together, each as often as `times` says. */
function added(all: readonly Patterns[], times: readonly number[] | null = null): Patterns {
  const total = new Map<number, number>();
  for (const [index, patterns] of all.entries()) {
    const often = times ? (times[index] ?? 0) : 1;
    if (often === 0) continue;
    for (const [pattern, count] of patterns) total.set(pattern, (total.get(pattern) ?? 0) + often * count);
  }
  return total;
}

/** Which clusters are the same: the kind of each, and one of each kind. */
function kindsOf(clusters: readonly Patterns[]): {
  readonly kinds: readonly number[];
  readonly examples: readonly Patterns[];
} {
  const examples: Patterns[] = [];
  const known = new Map<string, number>();
  const kinds = clusters.map((patterns) => {
    const key = [...patterns].sort(([a], [b]) => a - b).join(';');
    const kind = known.get(key) ?? examples.push(patterns) - 1;
    known.set(key, kind);
    return kind;
  });
  return { kinds, examples };
}

function sumOf(patterns: Patterns): number {
  let sum = 0;
  for (const count of patterns.values()) sum += count;
  return sum;
}

function presentShare(patterns: Patterns, coders: number, n: number): number {
  let present = 0;
  for (const [pattern, count] of patterns) present += bitsIn(pattern) * count;
  return present / coders / n;
}

function bitsIn(pattern: number): number {
  let bits = 0;
  for (let rest = pattern; rest > 0; rest >>>= 1) bits += rest & 1;
  return bits;
}

function ratingsOfPatterns(patterns: Patterns, coders: readonly string[]): Ratings {
  const entries = [...patterns];
  return {
    raters: coders,
    rows: entries.map(([pattern]) => coders.map((_, coder) => (pattern >>> coder) & 1)),
    weights: entries.map(([, count]) => count),
    categories: ['absent', 'present'],
    level: 'nominal',
  };
}

/** Categories are absent, present; a table shows what is present first. */
function presentFirst(table: Table): Table {
  return table.toReversed().map((row) => row.toReversed());
}

const twoOnly = (ratings: Ratings, compute: (table: Table) => Coefficient): Coefficient => {
  const rows = completeRows(ratings);
  const table = tableOf(rows, ratings.categories.length);
  if (ratings.raters.length === 2) return compute(table);
  const n = rows.reduce((sum, { weight }) => sum + weight, 0);
  return undefinedFor(ratings.raters.length < 2 ? 'one-rater' : 'more-than-two-raters', n);
};

function coefficientsOf(ratings: Ratings): Record<CodeCoefficient, Coefficient> {
  return {
    percent: percentAgreement(ratings),
    positive_agreement: twoOnly(ratings, positiveAgreement),
    cohen_kappa: twoOnly(ratings, (table) => withoutInterval(cohenKappa(table))),
    scott_pi: twoOnly(ratings, scottPi),
    fleiss_kappa: fleissKappa(ratings),
    krippendorff_alpha: krippendorffAlpha(ratings),
    gwet_ac1: gwetAc1(ratings),
    pabak: twoOnly(ratings, pabak),
  };
}

/** The interval by the standard error takes units as independent, which turns of a session are not. */
function withoutInterval({ value, n, undefined: reason }: Coefficient): Coefficient {
  return { value, ci: null, n, undefined: reason };
}

/** 2a / (2a + b + c): of what either coder gave the code, how much both did. Also called F1. */
function positiveAgreement([[neither = 0, second = 0] = [], [first = 0, both = 0] = []]: Table): Coefficient {
  const n = neither + second + first + both;
  if (n === 0) return undefinedFor('no-overlap', 0);
  if (both + first + second === 0) return undefinedFor('one-category', n);
  return coefficient((2 * both) / (2 * both + first + second), n);
}

const names = [
  'percent',
  'positive_agreement',
  'cohen_kappa',
  'scott_pi',
  'fleiss_kappa',
  'krippendorff_alpha',
  'gwet_ac1',
  'pabak',
] as const satisfies readonly CodeCoefficient[];

function withIntervals(
  values: Readonly<Record<CodeCoefficient, Coefficient>>,
  clusters: readonly Patterns[],
  coders: readonly string[],
  resampling: Resampling,
): Readonly<Record<CodeCoefficient, Coefficient>> {
  // Nothing to draw from where nobody can be said to agree or disagree.
  if (clusters.length < 2) return values;
  const { kinds, examples } = kindsOf(clusters);
  const intervals = bootstrapIntervals(
    kinds,
    (drawn) => {
      const found = coefficientsOf(ratingsOfPatterns(added(examples, drawn), coders));
      return names.map((name) => found[name].value);
    },
    resampling,
  );
  const result = { ...values };
  for (const [index, name] of names.entries()) {
    if (values[name].value !== null) result[name] = { ...values[name], ci: intervals[index] ?? null };
  }
  return result;
}

function differences(
  { path }: ComparedSession,
  { units }: RowPresence,
  coders: readonly string[],
): UnitDifference[] {
  const all = 2 ** coders.length - 1;
  return units.flatMap(({ unit, patterns }) => {
    if (patterns.size === 1 && patterns.has(0)) return [];
    const bits = [...patterns.keys()].filter((pattern) => pattern !== 0 && pattern !== all);
    if (bits.length === 0) return [];
    const partly = bits.reduce((union, pattern) => union | pattern, 0);
    const has = (coder: number): boolean => ((partly >>> coder) & 1) === 1;
    return [
      {
        transcript: path,
        unit: unit.number,
        coded_by: coders.filter((_, index) => has(index)),
        not_by: coders.filter((_, index) => !has(index)),
      },
    ];
  });
}
