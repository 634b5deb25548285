import type { Annotation } from '../annotations/types';
import { codeFor } from '../codebook/keys';
import type { Scale } from '../codebook/types';
import { bandOf, type Band } from './bands';
import { undefinedFor, type Coefficient } from './coefficient';
import type { Compared } from './codeAgreement';
import { icc, type Icc, type IccForm } from './icc';
import { krippendorffAlpha } from './krippendorff';
import { pairAnnotations } from './pairing';
import { completeRows, type Ratings } from './ratings';
import { tableOf } from './table';
import { weightedKappa } from './weightedKappa';

/** What is rated: a session, a segment, a passage that both coders gave the same code, or how often a family occurs in a session. */
export type ScaleSubject = 'session' | 'segment' | 'annotation' | 'count';

/** Agreement of coders on values of a scale, or on counts. */
export interface ScaleAgreement {
  /** Id of the rating, the scale, or the family that is counted. */
  readonly of: string;
  readonly subject: ScaleSubject;
  /** Units that anybody rated. */
  readonly rated: number;
  /** Units that all coders rated. */
  readonly n: number;
  /** Values that are not on the scale of the codebook, left out. */
  readonly off_scale: number;
  readonly icc: Icc;
  /** The form to report: coders are a sample of coders who rated all units, so ICC(2,1) (absolute agreement). */
  readonly report: IccForm;
  readonly weighted_kappa_quadratic: Coefficient;
  readonly krippendorff_alpha: Coefficient;
  readonly bands: { readonly cicchetti: Band | null; readonly koo_li: Band | null };
}

/** Values by unit: one of each coder, null where there is none. */
type Rows = readonly (readonly (number | null)[])[];

/** The values of one rating or scale, as they are gathered. */
interface Values {
  readonly rows: Map<string, (number | null)[]>;
  offScale: number;
}

/** Agreement on all ratings, scales of passages, and counts of families, as far as the coders gave any. */
export function scaleAgreements(compared: readonly Compared[], coders: readonly string[]): ScaleAgreement[] {
  const found: ScaleAgreement[] = [];
  const add = (subject: ScaleSubject, values: ReadonlyMap<string, Values>): void => {
    const level = subject === 'count' ? 'interval' : 'ordinal';
    for (const [of, each] of values) found.push(agreementOn(of, subject, each, coders, level));
  };
  add('session', ratingValues(compared, 'session'));
  add('segment', ratingValues(compared, 'segment'));
  if (coders.length === 2) add('annotation', passageValues(compared));
  add('count', countValues(compared));
  return found;
}

function agreementOn(
  of: string,
  subject: ScaleSubject,
  values: Values,
  coders: readonly string[],
  level: 'ordinal' | 'interval',
): ScaleAgreement {
  const rows: Rows = [...values.rows.values()].filter((row) => row.some((value) => value !== null));
  const complete = rows.filter((row): row is readonly number[] => row.every((value) => value !== null));
  const all = icc(complete, coders.length);
  const ratings = asRatings(rows, coders, level);
  const report: IccForm = '2,1';
  return {
    of,
    subject,
    rated: rows.length,
    n: complete.length,
    off_scale: values.offScale,
    icc: all,
    report,
    weighted_kappa_quadratic:
      coders.length === 2
        ? weightedKappa(tableOf(completeRows(ratings), ratings.categories.length), 'quadratic')
        : undefinedFor('more-than-two-raters', complete.length),
    krippendorff_alpha: krippendorffAlpha(ratings),
    bands: {
      cicchetti: bandOf('cicchetti', all[report].value),
      koo_li: bandOf('koo_li', all[report].value),
    },
  };
}

function asRatings(rows: Rows, coders: readonly string[], level: 'ordinal' | 'interval'): Ratings {
  const values = [...new Set(rows.flat().filter((value) => value !== null))].sort((a, b) => a - b);
  const [lowest = 0] = values;
  const highest = values.at(-1) ?? 0;
  // Weights count the steps of a scale, also those that nobody used between the lowest and the highest.
  const isWhole = values.every(Number.isInteger) && highest - lowest < 100;
  const steps = isWhole ? Array.from({ length: highest - lowest + 1 }, (_, at) => lowest + at) : values;
  const index = new Map(steps.map((value, at) => [value, at]));
  return {
    raters: coders,
    rows: rows.map((row) => row.map((value) => (value === null ? null : (index.get(value) ?? null)))),
    categories: steps.map(String),
    level,
  };
}

/** Takes down a value of a coder; one that is not on its scale counts apart. */
function put(
  found: Map<string, Values>,
  scale: Scale | undefined,
  { of, unit, coder, value, coders }: Given,
): void {
  const values = found.get(of) ?? { rows: new Map<string, (number | null)[]>(), offScale: 0 };
  found.set(of, values);
  const isOn = !scale || scale.values.some((one) => one.value === value);
  if (!isOn) values.offScale++;
  const row = values.rows.get(unit) ?? Array.from({ length: coders }, () => null);
  if (isOn) row[coder] = value;
  values.rows.set(unit, row);
}

interface Given {
  readonly of: string;
  readonly unit: string;
  readonly coder: number;
  readonly value: number;
  readonly coders: number;
}

/** Ratings of sessions, or of segments that mean the same turns for all. */
function ratingValues(compared: readonly Compared[], subject: 'session' | 'segment'): Map<string, Values> {
  const found = new Map<string, Values>();
  for (const [at, { session }] of compared.entries()) {
    const { codings, codebook } = session;
    for (const [coder, { coding }] of codings.entries()) {
      for (const { rating, scope, value } of coding.ratings) {
        if ((scope === 'session') !== (subject === 'session') || value === 'na') continue;
        const unit = scope === 'session' ? `${at}` : `${at}:${scope.from_turn}-${scope.to_turn}`;
        const scale = codebook.ratings.find(({ id }) => id === rating)?.scale ?? '';
        const given = { of: rating, unit, coder, value, coders: codings.length };
        put(found, codebook.scales.get(scale), given);
      }
    }
  }
  return found;
}

/** Values on passages that both coders gave the same code. */
function passageValues(compared: readonly Compared[]): Map<string, Values> {
  const found = new Map<string, Values>();
  for (const [at, { session }] of compared.entries()) {
    const { codebook, transcript } = session;
    const [first, second] = session.codings;
    if (!first || !second) continue;
    const pairs = pairAnnotations(first, second, codebook, transcript);
    for (const [index, { kind, first: one, second: other }] of pairs.entries()) {
      if (!one || !other || kind === 'other-code' || kind === 'other-family') continue;
      for (const [coder, { annotation }] of [one, other].entries()) {
        for (const [scale, value] of Object.entries(annotation.ratings ?? {})) {
          const given = { of: scale, unit: `${at}:${index}`, coder, value, coders: 2 };
          put(found, codebook.scales.get(scale), given);
        }
      }
    }
  }
  return found;
}

/** How often each family that somebody used was given in each session. */
function countValues(compared: readonly Compared[]): Map<string, Values> {
  const families = new Set(compared.flatMap(({ session }) => session.codebook.families.map(({ id }) => id)));
  const found = new Map<string, Values>();
  for (const family of families) {
    const counts = compared.map(({ session: { codings, codebook } }, at): [string, number[]] => {
      const isOf = ({ code }: Annotation): boolean => codeFor(codebook, code)?.family === family;
      return [`${at}`, codings.map(({ places }) => [...places.keys()].filter(isOf).length)];
    });
    if (counts.some(([, row]) => row.some((count) => count > 0)))
      found.set(family, { rows: new Map(counts), offScale: 0 });
  }
  return found;
}
