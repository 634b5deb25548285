import { bandOf, type Band } from './bands';
import { undefinedFor, type Coefficient } from './coefficient';
import type { Compared } from './codeAgreement';
import { icc, iccForms, type Icc, type IccForm } from './icc';
import { krippendorffAlpha } from './krippendorff';
import { pairAnnotations } from './pairing';
import type { Ratings } from './ratings';
import { tableOf } from './table';
import { weightedKappa } from './weightedKappa';

/** What is rated: a session, a segment, a passage that both coders gave the same code, or how often a family occurs in a session. */
export type ScaleSubject = 'session' | 'segment' | 'annotation' | 'count';

/** Agreement of coders on values of a scale, or on counts. */
export interface ScaleAgreement {
  /** Id of the rating, the scale, or the family that is counted. */
  readonly of: string;
  readonly subject: ScaleSubject;
  /** Units that all coders rated. */
  readonly n: number;
  readonly icc: Icc;
  /** The form to report: coders are a sample of coders who rated all units, so ICC(2,1) (absolute agreement). */
  readonly report: IccForm;
  readonly weighted_kappa_quadratic: Coefficient;
  readonly krippendorff_alpha: Coefficient;
  readonly bands: { readonly cicchetti: Band | null; readonly koo_li: Band | null };
}

/** Values by unit: one of each coder, null where there is none. */
type Rows = readonly (readonly (number | null)[])[];

/** Agreement on all ratings, scales of passages, and counts of families, as far as the coders gave any. */
export function scaleAgreements(compared: readonly Compared[], coders: readonly string[]): ScaleAgreement[] {
  const found: ScaleAgreement[] = [];
  for (const subject of ['session', 'segment'] as const) {
    for (const [rating, rows] of ratingRows(compared, subject)) {
      found.push(agreementOn(rating, subject, rows, coders, 'ordinal'));
    }
  }
  if (coders.length === 2) {
    for (const [scale, rows] of passageRows(compared)) {
      found.push(agreementOn(scale, 'annotation', rows, coders, 'ordinal'));
    }
  }
  for (const [family, rows] of countRows(compared)) {
    found.push(agreementOn(family, 'count', rows, coders, 'interval'));
  }
  return found;
}

function agreementOn(
  of: string,
  subject: ScaleSubject,
  rows: Rows,
  coders: readonly string[],
  level: 'ordinal' | 'interval',
): ScaleAgreement {
  const complete = rows.filter((row): row is readonly number[] => row.every((value) => value !== null));
  const all = icc(complete, coders.length);
  const ratings = asRatings(rows, coders, level);
  const report: IccForm = '2,1';
  return {
    of,
    subject,
    n: complete.length,
    icc: all,
    report,
    weighted_kappa_quadratic:
      coders.length === 2
        ? weightedKappa(tableOf(completeOf(ratings), ratings.categories.length), 'quadratic')
        : undefinedFor('more-than-two-raters', complete.length),
    krippendorff_alpha: krippendorffAlpha(ratings),
    bands: {
      cicchetti: bandOf('cicchetti', all[report].value),
      koo_li: bandOf('koo_li', all[report].value),
    },
  };
}

function completeOf({ rows }: Ratings): { values: readonly number[]; weight: number }[] {
  return rows
    .filter((row): row is readonly number[] => row.every((value) => value !== null))
    .map((values) => ({ values, weight: 1 }));
}

function asRatings(rows: Rows, coders: readonly string[], level: 'ordinal' | 'interval'): Ratings {
  const values = [...new Set(rows.flat().filter((value) => value !== null))].sort((a, b) => a - b);
  const lowest = values[0] ?? 0;
  // Weights count the steps of a scale, also those that nobody used between the lowest and the highest.
  const isWhole = values.every(Number.isInteger) && (values.at(-1) ?? 0) - lowest < 100;
  const steps = isWhole
    ? Array.from(
        { length: (values.at(-1) ?? lowest) - lowest + (values.length > 0 ? 1 : 0) },
        (_, at) => lowest + at,
      )
    : values;
  const index = new Map(steps.map((value, at) => [value, at]));
  return {
    raters: coders,
    rows: rows.map((row) => row.map((value) => (value === null ? null : (index.get(value) ?? null)))),
    categories: steps.map(String),
    level,
  };
}

/** Ratings of sessions, or of segments that mean the same turns for all. */
function ratingRows(compared: readonly Compared[], subject: 'session' | 'segment'): Map<string, Rows> {
  const found = new Map<string, Map<string, (number | null)[]>>();
  for (const [at, { session }] of compared.entries()) {
    for (const [coder, { coding }] of session.codings.entries()) {
      for (const { rating, scope, value } of coding.ratings) {
        if ((scope === 'session') !== (subject === 'session') || value === 'na') continue;
        const unit = scope === 'session' ? `${at}` : `${at}:${scope.from_turn}-${scope.to_turn}`;
        const rows = found.get(rating) ?? new Map<string, (number | null)[]>();
        const row = rows.get(unit) ?? session.codings.map(() => null);
        row[coder] = value;
        found.set(rating, rows.set(unit, row));
      }
    }
  }
  return new Map([...found].map(([rating, rows]) => [rating, [...rows.values()]]));
}

/** Values on passages that both coders gave the same code. */
function passageRows(compared: readonly Compared[]): Map<string, Rows> {
  const found = new Map<string, (number | null)[][]>();
  for (const { session } of compared) {
    const [first, second] = session.codings;
    if (!first || !second) continue;
    for (const { kind, first: one, second: other } of pairAnnotations(
      first,
      second,
      session.codebook,
      session.transcript,
    )) {
      if (!one || !other || kind === 'other-code' || kind === 'other-family') continue;
      const scales = new Set([one, other].flatMap(({ annotation }) => Object.keys(annotation.ratings ?? {})));
      for (const scale of scales) {
        const row = [one, other].map(({ annotation }) => annotation.ratings?.[scale] ?? null);
        found.set(scale, [...(found.get(scale) ?? []), row]);
      }
    }
  }
  return found;
}

/** How often each family was given in each session. */
function countRows(compared: readonly Compared[]): Map<string, Rows> {
  const families = new Set(compared.flatMap(({ session }) => session.codebook.families.map(({ id }) => id)));
  const used = new Set<string>();
  const familyOf = ({ session: { codebook } }: Compared, id: string): string | undefined =>
    codebook.codes.get(id)?.family;
  const rows = new Map<string, Rows>();
  for (const family of families) {
    const counts = compared.map((each) =>
      each.session.codings.map(({ places }) => {
        const count = [...places.keys()].filter(({ code }) => familyOf(each, code) === family).length;
        if (count > 0) used.add(family);
        return count;
      }),
    );
    if (used.has(family)) rows.set(family, counts);
  }
  return rows;
}

/** The forms in the order in which they are printed. */
export const printedForms = iccForms;
