import type { DetectorResult } from '../../engine/trajectory/caseDetectors';
import type { CaseTrajectory } from '../../engine/trajectory/caseTypes';
import { groupedBy } from '../../engine/trajectory/groupedBy';
import type { CaseDetector, CaseFold, CaseTable } from '../../panel/case/messages';
import type { Say } from '../../words/casePage';
import { associationWords, detectorNames, findingWords, unsaidReason } from '../../words/caseWords';
import type { Translate } from '../../words/faults';
import { measureName, nameOf, number } from './naming';
import type { Naming, ReckonedCase } from './types';

/** Findings beyond this stand in a list of their own. */
const mostInLine = 2;

/** Each method by its name, with its parameters, what it found, and why it says nothing; those that found something first. */
export function detectorsOf(
  { trajectory, gathered }: ReckonedCase,
  say: Say,
  translate: Translate,
): CaseDetector[] {
  const groups = [...groupedBy(trajectory.detectors, ({ detector }) => detector)];
  const told = groups.map(([detector, results]): CaseDetector => {
    const silent = results.filter((result) => unsaidReason(result, translate) !== null);
    const spoken = results.filter((result) => unsaidReason(result, translate) === null);
    const found = spoken.flatMap((result) => {
      const each = findingWords(result, trajectory.axis, translate);
      if (each.length === 0) return [];
      const series = seriesName(result.series, gathered, say);
      if (each.length <= mostInLine) return [{ series, text: each.join('; '), each: [], unsaid: false }];
      return [{ series, text: say('foundMany', { count: each.length }), each, unsaid: false }];
    });
    const quiet = spoken.length - found.length;
    const reasons = groupedBy(silent, (result) => unsaidReason(result, translate) ?? '');
    return {
      name: translate(detectorNames[detector], {}),
      parameters: say('parameters', { parameters: parametersOf(results) }),
      says: [
        ...found,
        ...[...reasons].map(([text, same]) => {
          const series = same.map((one) => seriesName(one.series, gathered, say)).join(', ');
          return { series, text, each: [], unsaid: true };
        }),
      ],
      quiet: quiet === 0 ? '' : say('quiet', { count: quiet }),
    };
  });
  const hasFound = ({ says }: CaseDetector): boolean => says.some(({ unsaid }) => !unsaid);
  return [...told.filter(hasFound), ...told.filter((each) => !hasFound(each))];
}

function seriesName({ name, source }: DetectorResult['series'], naming: Naming, say: Say): string {
  return `${measureName(name, naming)} (${nameOf(source, say)})`;
}

/** The parameters a study may set; what is known of each measure (norm, spread over cases) differs from series to series. */
function parametersOf(results: readonly DetectorResult[]): string {
  const shown = Object.entries(results[0]?.parameters ?? {}).filter(([key]) => !surroundings.has(key));
  return shown.map(([key, value]) => `${key} ${written(value)}`).join(' · ');
}

const surroundings: ReadonlySet<string> = new Set(['norm', 'pooled', 'sd_between']);

function written(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(written).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Alliance with outcome, and what follows ruptures, each a fold of small tables; none where there is nothing to say. */
export function foldsOf(reckoned: ReckonedCase, say: Say, translate: Translate): CaseFold[] {
  const { associations, sequences } = reckoned.trajectory;
  return [
    ...(associations.length > 0 ? [associationFold(reckoned, say, translate)] : []),
    ...(sequences.length > 0 ? [sequenceFold(sequences, say)] : []),
  ];
}

function associationFold({ trajectory, gathered }: ReckonedCase, say: Say, translate: Translate): CaseFold {
  const { associations } = trajectory;
  const heads = [
    say('alliance'),
    say('outcome'),
    say('lag'),
    say('n'),
    say('raw'),
    say('detrended'),
    say('reading'),
  ];
  const rows = associations.flatMap(({ alliance, outcome, lags, reading }) =>
    lags.map(({ lag, raw, detrended }) => [
      seriesName(alliance, gathered, say),
      measureName(outcome.name, gathered),
      String(lag),
      String(raw.n),
      optional(raw.value),
      optional(detrended.value),
      lag === 0 ? say(reading) : '',
    ]),
  );
  const sentences = associations.flatMap((each) => {
    const words = associationWords(each, translate);
    return words === null
      ? []
      : [
          `${measureName(each.alliance.name, gathered)} – ${measureName(each.outcome.name, gathered)}: ${words}`,
        ];
  });
  return {
    title: say('associations'),
    note: [say('associationsNote'), ...sentences].join(' '),
    tables: [{ caption: say('associations'), heads, rows }],
  };
}

function optional(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}

function sequenceFold(sequences: CaseTrajectory['sequences'], say: Say): CaseFold {
  const notes = sequences.map(({ by, n, within, antecedents }) => {
    const note = say('sequencesNote', { n, within, antecedents });
    return `${roleTitle(by, say)}: ${note}`;
  });
  return {
    title: say('sequences'),
    note: notes.join(' '),
    tables: sequences.map((sequence) => sequenceTable(sequence, say)),
  };
}

function roleTitle(by: CaseTrajectory['sequences'][number]['by'], say: Say): string {
  if (by === 'other') return say('byOther');
  return say(by === 'therapist' ? 'byTherapist' : 'byClient');
}

function sequenceTable({ by, follows }: CaseTrajectory['sequences'][number], say: Say): CaseTable {
  return {
    caption: roleTitle(by, say),
    heads: [
      say('follows'),
      say('times'),
      say('n'),
      say('expected'),
      say('z'),
      say('oddsRatio'),
      say('yulesQ'),
      say('warning'),
    ],
    rows: follows.map(({ consequent, table, expected, residual, odds_ratio: odds, yules_q: q, warnings }) => [
      consequent,
      `${table[0][0]} / ${table[0][0] + table[0][1]}`,
      String(residual.n),
      expected.toFixed(1),
      optional(residual.value),
      optional(odds.value),
      optional(q.value),
      warnings.map((each) => say(each)).join(', '),
    ]),
  };
}

/** For the table of the picture. */
export function valueOf(value: number | undefined): string {
  return value === undefined ? '–' : number(value);
}
