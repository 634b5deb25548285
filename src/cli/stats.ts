import { readMatrix, statsOf, type MatrixFault, type Stats } from '../engine/agreement/stats';
import type { Coefficient } from '../engine/agreement/coefficient';
import { iccForms } from '../engine/agreement/icc';
import type { Level } from '../engine/agreement/ratings';
import { reasonWords } from '../words/coefficients';
import { plain } from '../words/faults';
import { UsageError } from './surroundings';

const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const satisfies readonly Level[];

export function levelOf(word: string | undefined): Level {
  const level = levels.find((one) => one === word);
  if (level) return level;
  throw new UsageError(
    `“stats” needs “--level” with nominal, ordinal, interval or ratio${word === undefined ? '' : `, not “${word}”`}. See “alliance help stats”.`,
  );
}

/** `a,b,c`: the categories in their order. */
export function categoriesOf(list: string | undefined): string[] | null {
  if (list === undefined) return null;
  const categories = list.split(',').map((each) => each.trim());
  if (categories.every((each) => each !== '') && new Set(categories).size === categories.length)
    return categories;
  throw new UsageError('“--categories” takes the categories in their order, separated by commas, each once.');
}

/** All coefficients of a matrix. Throws a `UsageError` that names what is wrong with it, and where. */
export function computeStats(csv: string, path: string, level: Level, categories: string[] | null): Stats {
  const ratings = readMatrix(csv, level, categories);
  if ('kind' in ratings) throw new UsageError(`${path}: ${faultWords(ratings)}`);
  return statsOf(ratings);
}

function faultWords(fault: MatrixFault): string {
  switch (fault.kind) {
    case 'no-raters':
      return 'the first row should hold the names of the raters, separated by commas.';
    case 'no-rows':
      return 'there are no rows below the heading. Each unit is a row, with a value of each rater.';
    case 'ragged':
      return `line ${fault.line} has ${fault.cells} cells, but the heading has ${fault.expected}. A missing value is an empty cell.`;
    case 'twice':
      return `the rater “${fault.rater}” is there twice. Please give each column a name of its own.`;
    case 'unknown-category':
      return `“${fault.value}” is none of the categories given. Please correct the cell, or add it to “--categories”.`;
    case 'not-numeric':
    default:
      return `“${fault.value}” is no number, which this level needs. Please correct it, or choose “--level ordinal” or “nominal”.`;
  }
}

const labels = [
  ['percent', 'agreement'],
  ['cohen_kappa', 'Cohen’s κ'],
  ['weighted_kappa_linear', 'κ, linear weights'],
  ['weighted_kappa_quadratic', 'κ, quadratic weights'],
  ['scott_pi', 'Scott’s π'],
  ['fleiss_kappa', 'Fleiss’ κ'],
  ['krippendorff_alpha', 'Krippendorff’s α'],
  ['gwet_ac1', 'Gwet’s AC1'],
  ['pabak', 'PABAK'],
] as const;

/** The coefficients as a person reads them, a line each. */
export function statsSummary(stats: Stats): string {
  return [
    `Units: ${stats.units}. Raters: ${stats.raters}.`,
    ...labels.map(([name, label]) => coefficientLine(label, stats[name])),
    ...iccForms.map((form) => coefficientLine(`ICC(${form})`, stats.icc[form])),
    '',
  ].join('\n');
}

function coefficientLine(label: string, found: Coefficient): string {
  return `  ${label.padEnd(22)} ${coefficientWords(found)}`;
}

/** `0.677  [0.452, 0.902]  n = 200`, or why there is none. */
export function coefficientWords(found: Coefficient): string {
  const { value, ci, n } = found;
  if (value === null) return `undefined: ${reasonWords(found, plain)} (n = ${n})`;
  const interval = ci ? `  95 % CI [${ci[0].toFixed(3)}, ${ci[1].toFixed(3)}]` : '';
  return `${value.toFixed(3)}${interval}  n = ${n}`;
}
