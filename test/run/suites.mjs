// The suites of `npm test`, in order: what each needs, which programs it runs, and how its tests are counted.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { namesIn, root, run, words } from './processes.mjs';
import { countsMark } from './reporter.mjs';
import { releases } from './vscode.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */
/**
 * @typedef {object} Suite
 * @property {string} name what `npm test -- NAME` selects
 * @property {string} [version] of VS Code
 * @property {string} [where] the host, or what else tells this suite from its neighbours
 * @property {('chromium' | 'newest' | 'oldest')[]} [needs] what is installed beforehand
 * @property {string[][]} [builds] arguments of esbuild.js
 * @property {string[][]} commands program and arguments, one after the other
 * @property {(output: string) => Counts | undefined} [counts] read from what was printed; without it the suite is one test
 * @property {number} limit seconds after which it hangs, which is a failure
 * @property {Record<string, string>} [env]
 */

const seed = process.env.PROOF_SEED ?? '271828';
const products = ['--production', 'desktop', 'web', 'panel'];
const reports = join(root, 'dist', 'test', 'grammar');

/** Mocha on a bundle that drives a browser: what fails is tried once more, as in the host (test/host/index.ts). */
const mocha = (bundle, seconds) =>
  words(`node --enable-source-maps node_modules/mocha/bin/mocha.js --ui tdd --timeout ${seconds}s --retries 1
    --reporter test/run/reporter.mjs dist/test/${bundle}.js`);

const projects = ['.', 'src/engine', 'src/panel', 'test/panel', 'test/bench'].filter((folder) =>
  existsSync(join(root, folder, 'tsconfig.json')),
);

/** A suite that needs nothing but Node. @returns {Suite} */
const inNode = (name, rest) => ({
  name,
  commands: [['node', 'test/run/in-node.mjs', name]],
  counts: countsOfMocha,
  ...rest,
});

/** In VS Code: its release, `node` or `web`. @returns {Suite} */
const inHost = (release, host) => ({
  name: 'host',
  version: releases[release].version,
  where: host === 'web' ? 'web worker host' : 'node host',
  needs: process.env.VSCODE_DESKTOP ? [] : ['chromium', release],
  builds: [products, [`host-${host}`]],
  commands: [['node', 'test/run/host.mjs', release, host]],
  counts: countsOfMocha,
  limit: 1800,
});

/** @type {Suite[]} */
export const suites = [
  { name: 'types', commands: projects.map((folder) => ['tsc', '--project', folder]), limit: 240 },
  { name: 'format', commands: [['prettier', '--check', '.']], limit: 120 },
  { name: 'lint', commands: [['oxlint', '--type-aware']], limit: 180 },
  { name: 'unused', commands: [['knip']], limit: 120 },
  inNode('unit', { limit: 240 }),
  inNode('study', { limit: 240 }),
  inNode('figures', { limit: 240 }),
  inNode('project', { limit: 240 }),
  inNode('interchange', { limit: 240 }),
  inNode('properties', { limit: 240 }),
  inNode('cli', { limit: 240 }),
  inNode('proof', { where: `seed ${seed}`, env: { PROOF_SEED: seed }, limit: 2400 }),
  { name: 'grammar', commands: [grammarCommand()], counts: countsOfReports, limit: 60 },
  {
    name: 'package',
    commands: [
      ['npm', 'run', 'package'],
      ['node', 'test/run/package-size.mjs'],
    ],
    limit: 120,
  },
  inHost('newest', 'node'),
  inHost('newest', 'web'),
  inHost('oldest', 'node'),
  inHost('oldest', 'web'),
  {
    name: 'panel',
    where: 'Chromium',
    needs: ['chromium'],
    builds: [['--production', 'panel'], ['panel-tests']],
    commands: [mocha('panel', 30)],
    counts: countsOfMocha,
    limit: 600,
  },
  {
    name: 'workbench',
    version: releases.newest.version,
    where: 'Chromium',
    needs: ['chromium', 'newest'],
    builds: [products, ['workbench-tests']],
    commands: [mocha('workbench', 90)],
    counts: countsOfMocha,
    limit: 1200,
  },
];

/** Our grammar, and those that the tests bring for what it embeds. */
function grammarCommand() {
  const grammars = ['syntaxes', 'test/grammar'].flatMap((folder) =>
    namesIn(join(root, folder)).flatMap((name) =>
      name.endsWith('.tmLanguage.json') ? [`${folder}/${name}`] : [],
    ),
  );
  const options = grammars.flatMap((path) => ['--grammar', path]);
  return ['vscode-tmgrammar-test', ...options, '--xunit-report', reports, 'test/grammar/*.transcript'];
}

/** The counts that our reporter printed last. @returns {Counts | undefined} */
function countsOfMocha(output) {
  const line = output.split('\n').findLast((text) => text.includes(countsMark));
  return line && JSON.parse(line.slice(line.indexOf(countsMark) + countsMark.length));
}

/** The sum of the grammar tests' XUnit reports: a test is a line with assertions. @returns {Counts | undefined} */
function countsOfReports() {
  const texts = namesIn(reports).map((name) => readFileSync(join(reports, name), 'utf8'));
  rmSync(reports, { recursive: true, force: true });
  const sum = (name) =>
    texts.reduce((total, text) => total + Number(new RegExp(`${name}="(\\d+)"`).exec(text)?.[1] ?? 0), 0);
  const failed = sum('failures') + sum('errors');
  return texts.length > 0 ? { passed: sum('tests') - failed, failed, skipped: 0 } : undefined;
}

/**
 * Runs one suite to its end. It counts as one failed test where it could not start, broke off, hung or ran no test.
 * @param {Suite} suite
 * @returns {Promise<{ counts: Counts, output: string, seconds: number }>}
 */
export async function runSuite(suite) {
  const began = Date.now();
  const deadline = began + suite.limit * 1000;
  const env = { ...suite.env, CHROMIUM: findChromium(), NO_COLOR: '1', FORCE_COLOR: undefined };
  let output = '';
  let problem;
  for (const [command, ...args] of stepsOf(suite)) {
    const result = await run(command, args, { env, limit: (deadline - Date.now()) / 1000 });
    output += result.output;
    if (result.timedOut) problem = `It hung: ended after ${suite.limit} seconds.`;
    else if (result.code !== 0) problem = `${command} ended with code ${result.code}.`;
    if (result.timedOut || (result.code !== 0 && suite.counts)) break;
  }
  const counts = countsOf(suite, output, problem);
  if (counts.failed > 0 && problem) output += `\n${problem}\n`;
  if (counts.passed + counts.failed + counts.skipped === 0) {
    counts.failed = 1;
    output += '\nNo test ran.\n';
  }
  return { counts, output, seconds: Math.round((Date.now() - began) / 1000) };
}

const stepsOf = ({ builds = [], commands }) =>
  builds.map((args) => ['node', 'esbuild.js'].concat(args)).concat(commands);

function countsOf(suite, output, problem) {
  const whole = { passed: problem ? 0 : 1, failed: problem ? 1 : 0, skipped: 0 };
  const counts = suite.counts ? suite.counts(output) : whole;
  if (!counts) return { passed: 0, failed: 1, skipped: 0 };
  return problem && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
