// `npm run mutation -- anchors|agreement|annotations`: how many faults, put into a folder of the engine one after the other, the
// tests find. Stryker puts them in; it is fetched for the occasion, since it is asked seldom and is as large as all else we use.
// MUTATION_SHARE=0.1 tries a tenth of them, spread evenly. What survives stands in coverage/mutation-FOLDER.txt.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, root, say, start, stopOnSignals } from './processes.mjs';

const stryker = '@stryker-mutator/core@10.0.0';
const folders = ['anchors', 'agreement', 'annotations'];
const share = Number(process.env.MUTATION_SHARE ?? 1);

/** What was found of each fault: one without a test that reaches it counts as survived, in the share that was drawn. */
function outcome({ files }) {
  const counts = { found: 0, survived: 0, notReached: 0 };
  const survivors = Object.entries(files).flatMap(([file, { mutants, source }]) => {
    const lines = source.split('\n');
    return mutants.flatMap(({ status, location: { start: from, end }, replacement }) => {
      if (status === 'Killed' || status === 'Timeout') counts.found++;
      if (status !== 'Survived' && status !== 'NoCoverage') return [];
      counts[status === 'Survived' ? 'survived' : 'notReached']++;
      const line = lines[from.line - 1];
      const words = line.slice(from.column - 1, end.line === from.line ? end.column - 1 : undefined);
      return `${file}:${from.line}:${from.column} ${words} → ${replacement.replaceAll(/\s+/g, ' ')}${status === 'Survived' ? '' : ' (no test reaches it)'}`;
    });
  });
  return { counts, survivors };
}

async function main(folder) {
  if (!folders.includes(folder)) throw new Failure(`Which folder? ${folders.join(', ')}.`);
  const report = join(root, 'coverage', `mutation-${folder}.json`);
  const args = [
    'exec',
    '--yes',
    `--package=${stryker}`,
    '--',
    'stryker',
    'run',
    'test/run/mutation-options.mjs',
  ];
  const code = await start('npm', args, { env: { MUTATION_OF: folder, MUTATION_REPORT: report } }).ended;
  if (code !== 0) throw new Failure(`Stryker ended with code ${code}.`);
  const { counts, survivors } = outcome(JSON.parse(readFileSync(report, 'utf8')));
  const list = join(root, 'coverage', `mutation-${folder}.txt`);
  writeFileSync(list, `${survivors.join('\n')}\n`);
  const missed = counts.survived + Math.round(share * counts.notReached);
  const tried = counts.found + missed;
  const percent = ((100 * counts.found) / tried).toFixed(1);
  say(`${folder}: ${percent} % of ${tried} faults found; ${missed} not, see ${list}`);
}

stopOnSignals();
main(process.argv[2]).catch((error) => {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
});
