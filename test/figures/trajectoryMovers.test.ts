import * as assert from 'node:assert/strict';
import { moversOf } from '../../src/engine/trajectory/movers';
import { annotation, episode } from '../unit/builders';
import { trajectory, worked } from './trajectories';

suite('who ruptures, who repairs', () => {
  test('annotations are their speaker’s, an episode is of whoever is first in it', () => {
    const said = {
      annotations: [
        annotation('contr1aa', 'rupture.therapist', 3),
        annotation('with1aaa', 'rupture.withdrawal', 4),
        annotation('with2aaa', 'rupture.withdrawal.minimal', 6),
        annotation('immed1aa', 'repair.immediate.clarify', 7),
        annotation('conf1aaa', 'rupture.confrontation', 10),
      ],
      episodes: [episode('x1abcdef', ['contr1aa', 'with1aaa', 'with2aaa'], ['immed1aa'])],
    };
    const counted = moversOf(trajectory(said), worked.turns);
    assert.deepEqual(counted.movers, [
      { speaker: 'T', role: 'therapist', first: 1, ruptures: 0, contributions: 1, attempts: 1 },
      { speaker: 'C', role: 'client', first: 1, ruptures: 3, contributions: 0, attempts: 0 },
    ]);
    assert.deepEqual(
      [counted.first, counted.ruptures, counted.contributions, counted.attempts],
      [2, 3, 1, 1],
    );
  });

  test('who does none of it is not listed', () => {
    const { movers } = moversOf(
      trajectory({ annotations: [annotation('bond1aaa', 'bond', 2)] }),
      worked.turns,
    );
    assert.deepEqual(movers, []);
  });
});
