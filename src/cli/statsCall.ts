import { resolve } from 'node:path';
import { kindOf, readText, Unreadable } from './files';
import { categoriesOf, computeStats, levelOf, statsSummary } from './stats';
import { say, UsageError, type ExitStatus, type Surroundings } from './surroundings';
import { jsonDocument } from './terminal';

export const statsPage = `alliance stats MATRIX.csv --level nominal|ordinal|interval|ratio [--categories a,b,…] [--json]

Computes every coefficient of agreement of one matrix of ratings: commas between the cells, the raters' names in the first
row, one row for each unit. A first column headed "unit" is an id. An empty cell is a missing value.

Categories are those found, in the order of numbers where all are numbers, unless --categories gives them in theirs.
Coefficients of two raters are undefined with more, those of complete rows leave the others out; n says of how many units
each is. Intervals of κ (Fleiss, Cohen & Everitt 1969) and of the ICC (Shrout & Fleiss 1979) take units as independent.

Examples
  alliance stats matrix.csv --level ordinal
  alliance stats codes.csv --level nominal --json         for a script
  alliance stats impact.csv --level ordinal --categories 1,2,3,4,5

Exit status: 0 fine, 2 where the matrix cannot be read.
`;

/** What a call of `stats` may say beside its matrix. */
export interface StatsOptions {
  readonly level?: string | undefined;
  readonly categories?: string | undefined;
  readonly json?: boolean | undefined;
}

export function runStats(
  positionals: readonly string[],
  { level, categories, json = false }: StatsOptions,
  surroundings: Surroundings,
): ExitStatus {
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    throw new UsageError('“stats” needs one MATRIX.csv. See “alliance help stats”.');
  }
  const asked = { level: levelOf(level), categories: categoriesOf(categories) };
  const text = matrixText(path, surroundings);
  if (text === null) return 2;
  const stats = computeStats(text, path, asked.level, asked.categories);
  surroundings.stdout.write(json ? jsonDocument({ results: [stats] }) : statsSummary(stats));
  return 0;
}

function matrixText(path: string, surroundings: Surroundings): string | null {
  const whole = resolve(surroundings.cwd, path);
  if (kindOf(whole) !== 'file') throw new UsageError(`there is no file “${path}”.`);
  try {
    const { text } = readText(whole);
    if (text === null)
      say(surroundings, `${path} is no UTF-8 text, or too large. Please save it as CSV in UTF-8.`);
    return text;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    say(surroundings, `${path} cannot be read: ${error.message}.`);
    return null;
  }
}
