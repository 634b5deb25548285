// How the tests are run against one fault after the other: Stryker's test runner for the bundles of esbuild.js.
// Its own runner for Mocha does not know the layout of Mocha 12.
import { resolve } from 'node:path';
import fc from 'fast-check';
import Mocha from 'mocha';

/** Examples first: most faults are found by them, and they are quicker than what is drawn at random. */
const bundles = [
  'dist/test/unit.js',
  'dist/test/study.js',
  'dist/test/figures.js',
  'dist/test/properties.js',
];

/** Every fault meets the same random data, and less of it than in the suite of its own. */
fc.configureGlobal({ seed: 271828 });
process.env.PROOF_TIMES ??= '0.2';

/** The share of the faults that is tried, spread evenly over the files: each of them, unless the environment says less. */
const share = Number(process.env.MUTATION_SHARE ?? 1);

/** Multiples of the golden ratio lie evenly between 0 and 1. */
const drawn = ({ id }) => ((Number(id) + 1) * 0.618033988749895) % 1 < share;

/** What Stryker's instrumented sources and this runner tell each other: the fault in force, the test that runs, what it reached. */
const shared = (globalThis['__stryker__'] ??= {});

class BundleRunner {
  /** Nothing is asked of Stryker. */
  static inject = [];

  /** A fault in what is reckoned while files are loaded needs a new process. */
  capabilities() {
    return { reloadEnvironment: false };
  }

  /** Once without a fault: which test reaches which place. */
  async dryRun() {
    const outcome = await this.#run({ bail: false });
    return { ...outcome, mutantCoverage: shared.mutantCoverage };
  }

  /** Once with a fault, by the tests that reach it, until one fails. */
  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit }) {
    // Stryker leaves out of its score what could not be tried.
    if (!drawn(activeMutant)) return { status: 'error', errorMessage: 'not drawn' };
    shared.hitLimit = hitLimit;
    shared.hitCount = hitLimit ? 0 : undefined;
    const outcome = await this.#run({
      bail: true,
      fault: activeMutant.id,
      whileLoading: mutantActivation === 'static',
      only: testFilter && new Set(testFilter),
    });
    if (outcome.status !== 'complete') return outcome;
    if (shared.hitCount > hitLimit) return { status: 'timeout', reason: 'it goes round without an end' };
    const failed = outcome.tests.filter(({ status }) => status === failure);
    const nrOfTests = outcome.tests.length;
    if (failed.length === 0) return { status: 'survived', nrOfTests };
    return {
      status: 'killed',
      nrOfTests,
      killedBy: failed.map(({ id }) => id),
      failureMessage: failed[0].failureMessage,
    };
  }

  #load() {
    const mocha = new Mocha({ ui: 'tdd', timeout: 0, reporter: Silent });
    mocha.cleanReferencesAfterRun(false).lazyLoadFiles(true);
    for (const bundle of bundles) mocha.addFile(resolve(bundle));
    mocha.loadFiles();
    mocha.suite.beforeEach(function () {
      shared.currentTestId = this.currentTest.fullTitle();
    });
    return mocha;
  }

  async #run({ bail, fault, whileLoading = false, only }) {
    try {
      shared.activeMutant = whileLoading ? fault : undefined;
      this.mocha ??= this.#load();
      shared.activeMutant = fault;
      this.mocha.grep(only ? { test: (title) => only.has(title) } : /^/);
      bailOn(this.mocha.suite, bail);
      const tests = [];
      await new Promise((done) => watch(this.mocha.run(done), tests));
      return { status: 'complete', tests };
    } catch (error) {
      return { status: 'error', errorMessage: String(error) };
    }
  }
}

/** Stryker's numbers for how a test went. */
const [success, failure] = [0, 1];

function watch(runner, tests) {
  let began = performance.now();
  const told = (test, status, failureMessage) => {
    const id = test.ctx?.currentTest?.fullTitle() ?? test.fullTitle();
    tests.push({ id, name: id, status, failureMessage, timeSpentMs: Math.round(performance.now() - began) });
    began = performance.now();
  };
  runner.on('pass', (test) => told(test, success));
  runner.on('fail', (test, error) => told(test, failure, error.message || 'no message'));
}

function bailOn(suite, bail) {
  suite.bail(bail);
  for (const inner of suite.suites) bailOn(inner, bail);
}

function Silent() {}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'bundles', injectableClass: BundleRunner }];
