// `npm run test:SUITE [-- WORDS]`: builds a suite that needs nothing but Node and runs it, or those of its tests that have the
// words in their names. A quick suite would spend half its time on starting programs one after the other: Mocha is loaded
// while the bundle is built, and its test suites are dealt out to two processes.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './processes.mjs';
import { countsMark, countsOf } from './reporter.mjs';

/** By name: the target in esbuild.js, among how many processes it is divided, and the seconds a test may take. */
const suites = {
  unit: { target: 'unit', processes: 2, seconds: 10 },
  study: { target: 'study', processes: 2, seconds: 10 },
  figures: { target: 'figures', processes: 2, seconds: 10 },
  project: { target: 'project', processes: 1, seconds: 10 },
  interchange: { target: 'interchange', processes: 2, seconds: 10 },
  properties: { target: 'properties', processes: 2, seconds: 10 },
  cli: { target: 'cli-tests', processes: 1, seconds: 10 },
  proof: { target: 'proof', processes: 1, seconds: 300 },
};

const [name, ...words] = process.argv.slice(2);
const suite = suites[name];

/**
 * Runs one part of the suite as soon as it is known which, that is, when the bundle is there.
 * @param {Promise<number>} part
 */
async function runPart(part) {
  const { default: Mocha } = await import('mocha');
  const own = await part;
  process.setSourceMapsEnabled(true);
  let counts;
  // Mocha calls it with `new`.
  function Reporter(runner) {
    counts = countsOf(runner);
  }
  const mocha = new Mocha({ ui: 'tdd', reporter: Reporter, timeout: suite.seconds * 1000 });
  if (words.length > 0) mocha.fgrep(words.join(' '));
  mocha.addFile(join(root, 'dist', 'test', `${name}.js`)).lazyLoadFiles(true);
  mocha.loadFiles();
  mocha.suite.suites = mocha.suite.suites.filter((_, index) => index % suite.processes === own);
  await new Promise((done) => mocha.run(done));
  return counts;
}

/** Another process with this file; it is told its part, and tells its counts. */
function startPart(part) {
  const child = fork(fileURLToPath(import.meta.url), process.argv.slice(2));
  const counts = once(child, 'message').then(([told]) => told);
  const broken = once(child, 'exit').then(() => ({ passed: 0, failed: 1, skipped: 0 }));
  return { begin: () => child.send(part), counts: Promise.race([counts, broken]) };
}

async function main() {
  const began = Date.now();
  const others = Array.from({ length: suite.processes - 1 }, (_, index) => startPart(index + 1));
  const { buildAll } = createRequire(import.meta.url)('../../esbuild.js');
  const first = buildAll([suite.target]).then((built) => {
    if (!built) process.exit(1);
    for (const { begin } of others) begin();
    return 0;
  });
  const parts = await Promise.all([runPart(first), ...others.map((each) => each.counts)]);
  const sum = (kind) => parts.reduce((total, counts) => total + counts[kind], 0);
  const counts = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  console.error(countsMark + JSON.stringify(counts));
  console.log(`${((Date.now() - began) / 1000).toFixed(1)} s`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
}

if (process.send) {
  // Also when nothing could be built.
  process.once('disconnect', () => process.exit());
  process.send(await runPart(once(process, 'message').then(([part]) => part)));
  process.disconnect();
} else await main();
