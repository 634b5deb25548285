// `npm test [-- SUITE …]`: from a bare clone, its own set-up, then every suite; the last line sums them all.
import { ensureChromium } from './chromium.mjs';
import { Failure, say, stopOnSignals } from './processes.mjs';
import { ensureDependencies } from './setup.mjs';
import { runSuite, suites } from './suites.mjs';
import { ensureVSCode, releases } from './vscode.mjs';

const preparations = {
  dependencies: ensureDependencies,
  chromium: ensureChromium,
  newest: () => ensureVSCode(releases.newest),
  oldest: () => ensureVSCode(releases.oldest),
};

/** Prepares what the suites need. A failure is kept for the suites that need it: they have failed, the others run. */
async function prepare(selected) {
  const failures = {};
  const needs = new Set(['dependencies', ...selected.flatMap((suite) => suite.needs ?? [])]);
  for (const need of needs) {
    try {
      if (!failures.dependencies) await preparations[need]();
    } catch (error) {
      failures[need] = error instanceof Failure ? error.message : error.stack;
      say(failures[need]);
    }
  }
  return failures;
}

/** Runs a suite, or counts it as failed where what it needs could not be prepared. */
async function outcomeOf(suite, failures) {
  const lacking = ['dependencies', ...(suite.needs ?? [])].find((need) => failures[need]);
  if (!lacking) return runSuite(suite);
  return {
    counts: { passed: 0, failed: 1, skipped: 0 },
    output: `It could not start: no ${lacking} (see above).\n`,
    seconds: 0,
  };
}

const words = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

function lineOf(suite, { counts, seconds }) {
  const version = suite.version ? `VS Code ${suite.version}` : '';
  const columns = [counts.failed > 0 ? 'FAIL' : 'ok  ', suite.name.padEnd(10), version.padEnd(15)];
  return [...columns, (suite.where ?? '').padEnd(15), `${words(counts)}  ${seconds} s`].join('  ');
}

async function main() {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown) {
    throw new Failure(
      `There is no suite “${unknown}”; there are ${[...new Set(suites.map(({ name }) => name))].join(', ')}.`,
    );
  }
  const selected = suites.filter(({ name }) => names.length === 0 || names.includes(name));
  const failures = await prepare(selected);
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const suite of selected) {
    const outcome = await outcomeOf(suite, failures);
    if (outcome.counts.failed > 0) say(outcome.output.trimEnd());
    say(lineOf(suite, outcome));
    for (const kind of Object.keys(sum)) sum[kind] += outcome.counts[kind];
  }
  say(`tests: ${words(sum)}`);
  return sum.failed === 0 ? 0 : 1;
}

stopOnSignals();
main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Failure ? error.message : error);
    process.exit(1);
  },
);
