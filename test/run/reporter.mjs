// Mocha's reporter of this project: failures in full as they happen, and at the end the counts on one line for the runner.

/** The line that holds the counts: this, then JSON of passed, failed and skipped. */
export const countsMark = 'tests counted: ';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Prints failures only, as errors: the host's log shows nothing less. What passes is counted.
 * @param {import('mocha').Runner} runner
 */
export function Reporter(runner) {
  const counts = countsOf(runner);
  runner.once('end', () => console.error(countsMark + JSON.stringify(counts)));
}

/**
 * The counts of a run as it goes on, while failures are printed.
 * @param {import('mocha').Runner} runner
 * @returns {Counts}
 */
export function countsOf(runner) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  runner.on('pass', () => counts.passed++);
  runner.on('pending', () => counts.skipped++);
  runner.on('retry', (test, error) => {
    console.error(`↻ tried again: ${test.fullTitle()}\n${indented(error.stack ?? String(error))}`);
  });
  runner.on('fail', (test, error) => {
    counts.failed++;
    console.error(`✗ ${test.fullTitle()}\n${indented(error.stack ?? String(error))}`);
  });
  return counts;
}

const indented = (text) => text.replace(/^/gm, '    ');

export default Reporter;
