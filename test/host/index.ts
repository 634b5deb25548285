import { Reporter } from '../run/reporter.mjs';

/** Longer than anything a test waits for, and shorter than the runner's patience. */
const SECONDS_PER_TEST = 180;

/**
 * VS Code writes, watches and tells in its own time, and a crowded machine stretches that beyond any patience. A test that fails
 * is tried once more; the reporter says which, with the first failure, so that none hides.
 */
const RETRIES = 1;

/**
 * Runs the in-host suites and ends, whatever happens in them; VS Code closes when the promise is settled. esbuild.js writes the
 * entry around it, with Mocha's browser build, which runs in both extension hosts.
 * @param load evaluates the test files, after the test interface exists.
 * @throws Error naming the number of failed tests; the failures themselves have been printed by then.
 */
export async function runSuites(load: () => void): Promise<void> {
  const mocha = new Mocha({
    ui: 'tdd',
    reporter: Reporter,
    retries: RETRIES,
    timeout: SECONDS_PER_TEST * 1000,
  });
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  load();
  const failures = await new Promise<number>((done) => mocha.run(done));
  if (failures > 0) throw new Error(`${failures} failed`);
}
