import assert from 'node:assert/strict';
import type { Coding, Episode } from '../../src/engine/annotations/types';
import { english } from '../../src/words/localisation';
import { figuresOf } from '../../src/words/session/figures';
import { annotation, episode } from '../unit/builders';
import { trajectory } from './trajectories';

/** Each figure as it is read: "1 resolved (of 2)". */
function read(said: Partial<Coding>): readonly string[] {
  return figuresOf(trajectory(said), english).map(
    ({ value, label, detail }) => `${value} ${label} (${detail})`,
  );
}

const before = { transcript: 'session-03.transcript', episode: 'e0aaaaaa' };
const carried: Episode = { ...episode('e1aaaaaa', [], ['p1aaaaaa'], 5), carried_over: before };
const repair = annotation('p1aaaaaa', 'repair', 3);
const rupture = annotation('r2aaaaaa', 'rupture', 6);
const judged = { coded: [{ from: 1, to: 10 }] };

suite('the figures of a session in words', () => {
  test('each has what it was counted from', () => {
    const coded = { ...judged, annotations: [rupture, annotation('p2aaaaaa', 'repair', 9)] };
    assert.deepEqual(read({ ...coded, episodes: [episode('e2aaaaaa', ['r2aaaaaa'], ['p2aaaaaa'], 4)] }), [
      '1 ruptures (annotations: 1)',
      '1 resolved (of 1)',
      '3 turns to attempt (median of 1 answered of 1)',
      '0 turns open at the end (0 of 1 unresolved)',
      '5 ruptures per 50 min (judged turns: 10)',
    ]);
  });

  test('what was carried over is told apart where one figure counts it and the next does not', () => {
    assert.deepEqual(read({ ...judged, annotations: [repair, rupture], episodes: [carried] }), [
      '2 ruptures (annotations: 1; carried over: 1)',
      '1 resolved (of 2, carried over: 1)',
      '– turns to attempt (none answered of 1 begun here)',
      '4 turns open at the end (1 of 2 unresolved)',
      '5 ruptures per 50 min (judged turns: 10)',
    ]);
    const answered = episode('e2aaaaaa', ['r2aaaaaa'], ['p2aaaaaa'], 4);
    const annotations = [repair, rupture, annotation('p2aaaaaa', 'repair', 9)];
    const [, resolved, latency] = read({ ...judged, annotations, episodes: [carried, answered] });
    assert.equal(resolved, '2 resolved (of 2, carried over: 1)');
    assert.equal(latency, '3 turns to attempt (median of 1 answered of 1 begun here)');
  });

  test('of a session that only goes on with an earlier rupture none began here', () => {
    const [ruptures, , latency] = read({ ...judged, annotations: [repair], episodes: [carried] });
    assert.equal(ruptures, '1 ruptures (annotations: 0; carried over: 1)');
    assert.equal(latency, '– turns to attempt (none began here)');
  });

  test('without a rupture there is none of what is said of ruptures', () => {
    assert.deepEqual(read({ annotations: [annotation('b1aaaaaa', 'bond', 2)] }), [
      '0 ruptures (annotations: 0)',
      '– resolved (no rupture)',
      '– turns to attempt (no rupture)',
      '– turns open at the end (no rupture)',
      '– ruptures per 50 min (no turn judged)',
    ]);
  });
});
