// `npm run coverage`: which branches of the engine the suites reach that need nothing but Node. These are the options of the
// program that turns what Node counted in the bundles into branches of the sources, and the table that is printed of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './processes.mjs';

/** So many of the least covered files are named, or `COVERAGE_FILES=…`; of those in `COVERAGE_OF=…` every branch. */
const named = Number(process.env.COVERAGE_FILES ?? 20);
const shown = process.env.COVERAGE_OF;

/**
 * The type checker asks for a value behind `??` wherever a list is read at an index, also where the index is known to be there.
 * Such a fallback, if it is a constant, decides nothing and is counted apart.
 */
const constant = /^(?:-?\d[\d_.]*|'[^']*'|\[\]|\{\}|null|undefined|-?Infinity|Number\.\w+|true|false)$/;

/** @typedef {{ file: string, line: number, words: string, isReached: boolean, isFallback: boolean }} Branch */

/** Every branch of a file, as the report has them. @returns {Branch[]} */
function branchesOf(path, { branchMap, b: counts }) {
  const file = path.slice(path.indexOf('src/engine/'));
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  return Object.entries(branchMap).flatMap(([id, { type, loc, locations }]) =>
    locations.map(({ start, end }, index) => {
      const isReached = counts[id][index] > 0;
      // An `else` that is not written has no place of its own.
      if (!start?.line) return { file, line: loc.start.line, words: 'no else', isReached, isFallback: false };
      const line = lines[start.line - 1];
      const before = line.slice(0, start.column).trimEnd() || lines[start.line - 2].trimEnd();
      const words = line.slice(start.column, end.line === start.line ? end.column : undefined).trim();
      const isFallback = before.endsWith('??') && constant.test(words);
      return { file, line: start.line, words: `${type}: ${words}`, isReached, isFallback };
    }),
  );
}

function row(name, branches) {
  const left = branches.filter(({ isReached }) => !isReached).length;
  const percent = branches.length === 0 ? 100 : (100 * (branches.length - left)) / branches.length;
  return `${percent.toFixed(1).padStart(5)} %  ${String(left).padStart(5)} of ${String(branches.length).padStart(5)} not reached  ${name}`;
}

/** @param {Branch[]} branches @param {(branch: Branch) => string} nameOf */
function grouped(branches, nameOf) {
  const groups = new Map();
  for (const branch of branches) groups.set(nameOf(branch), [...(groups.get(nameOf(branch)) ?? []), branch]);
  return [...groups];
}

const folderOf = ({ file }) => /^src\/engine\/(?:[^/]+\/)?/.exec(file)[0];
const unreached = (branches) => branches.filter(({ isReached }) => !isReached);

function print() {
  const report = JSON.parse(readFileSync(join(root, 'coverage', 'coverage-final.json'), 'utf8'));
  const all = Object.entries(report).flatMap(([path, found]) => branchesOf(path, found));
  const deciding = all.filter(({ isFallback }) => !isFallback);
  const files = grouped(deciding, ({ file }) => file).sort(
    ([, a], [, b]) => unreached(b).length - unreached(a).length,
  );
  const lines = [
    'Branches, by folder:',
    ...grouped(deciding, folderOf)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([folder, own]) => row(folder, own)),
    row('src/engine as a whole', deciding),
    row('the same with constants behind ??', all),
    '',
    'Most is left in:',
    ...files.slice(0, named).map(([file, own]) => row(file, own)),
    ...unreached(deciding)
      .filter(({ file }) => shown && file.includes(shown))
      .map(({ file, line, words }) => `${file}:${line}  ${words}`),
  ];
  console.log(lines.join('\n'));
}

export default {
  name: 'Branches of the engine',
  outputDir: 'coverage',
  logging: 'error',
  reports: ['json'],
  entryFilter: (entry) => entry.url.includes('/dist/test/'),
  sourceFilter: (path) => path.includes('src/engine/') && path.endsWith('.ts'),
  sourcePath: (path) => path.slice(path.indexOf('src/engine/')),
  onEnd: print,
};
