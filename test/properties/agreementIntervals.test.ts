import assert from 'node:assert/strict';
import type { Agreement } from '../../src/engine/agreement/agreement';
import type { ComparedSession } from '../../src/engine/agreement/compared';
import { agreement, mark, minimal, rare, row, session, turns } from '../figures/comparedSessions';

suite('intervals of agreement', () => {
  const short = session(turns(20), [[mark(minimal, 2), mark(minimal, 4)], [mark(minimal, 2)]]);
  const several = (count: number): ComparedSession[] =>
    Array.from({ length: count }, (_, index) => ({ ...short, path: `s${index}` }));

  test('the same seed gives the same interval, over sessions or, of one session, over its units', () => {
    const ask = (sessions: readonly ComparedSession[], seed: number): Agreement =>
      agreement(sessions, { resampling: { resamples: 20, seed } });
    const one = ask([rare()], 1);
    assert.deepEqual(one, ask([rare()], 1));
    assert.deepEqual(one.interval, {
      resamples: 20,
      seed: 1,
      over: 'units',
      clusters: 400,
      warning: 'one-session',
    });
    const kappa = row(one, minimal).coefficients.cohen_kappa;
    assert.ok(kappa.ci && kappa.value !== null && kappa.ci[0] < kappa.value && kappa.value < kappa.ci[1]);
    assert.notDeepEqual(kappa.ci, row(ask([rare()], 2), minimal).coefficients.cohen_kappa.ci);
    assert.equal(ask(several(3), 1).interval?.warning, 'few-sessions');
    const many = ask(several(12), 1);
    assert.equal(many.interval?.warning, null);
    // Sessions that are the same give the same figure, however they are drawn.
    const same = row(many, minimal).coefficients.cohen_kappa;
    assert.ok(same.ci && Math.abs(same.ci[1] - same.ci[0]) < 1e-12);
  });
});
