import * as assert from 'node:assert/strict';
import type { Codebook } from '../../src/engine/codebook/types';
import { sessionTrajectory } from '../../src/engine/trajectory/session';
import { annotation, codebook, coding, dialogue, facts, transcript } from '../unit/builders';
import { trajectory, worked } from './trajectories';

suite('a session in tenths', () => {
  test('counts annotations by family where they begin, with the highest impact of ruptures', () => {
    const { tenths } = trajectory({
      annotations: [
        annotation('a1aaaaaa', 'bond.trust', 1),
        annotation('a2aaaaaa', 'rupture.withdrawal', 4, 2),
        annotation('a3aaaaaa', 'rupture.confrontation', 4, 5),
        annotation('a4aaaaaa', 'rupture', 10),
        annotation('a5aaaaaa', 'rupture.therapist', 9, 4),
      ],
    });
    assert.deepEqual(tenths.families['bond'], [1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert.deepEqual(tenths.families['rupture'], [0, 0, 0, 2, 0, 0, 0, 0, 1, 1]);
    // Where nobody rated the default counts; a therapist's contribution is no rupture.
    assert.deepEqual(tenths.rupture_impact, [null, null, null, 5, null, null, null, null, null, 3]);
  });

  test('goes from the first to the last word where there are no times, also of one turn', () => {
    const said = { annotations: [annotation('a1aaaaaa', 'bond', 20)] };
    assert.deepEqual(trajectory(said, dialogue(20)).tenths.families['bond'], [0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    const one = trajectory({ annotations: [annotation('a1aaaaaa', 'bond', 1)] }, transcript('C: '), {});
    assert.equal(one.tenths.families['bond']?.[0], 1);
    assert.equal(trajectory({}, transcript(), {}).tenths.rupture_impact.length, 10);
  });
});

suite('the ratings of a session', () => {
  const evidence = {
    id: 'evidence7',
    values: [1, 4, 7].map((value) => ({ value, label: '' })),
    default: null,
    start: 4,
  };
  const book: Codebook = {
    ...codebook(),
    scales: new Map([['evidence7', evidence]]),
    ratings: [
      { id: 'bond', label: 'Bond', scale: 'evidence7', scopes: ['session'], notApplicableWithout: null },
    ],
  };
  const rated = (value: number | 'na') =>
    sessionTrajectory({
      transcript: worked,
      name: 's',
      coding: coding({
        ratings: [
          { rating: 'bond', scope: 'session', value },
          { rating: 'own', scope: 'session', value: 99 },
        ],
        codebook: { id: 'alliance-default', version: '0.9.0' },
      }),
      codebook: book,
      facts: facts(),
    });

  test('have their scale, where the codebook has it', () => {
    assert.deepEqual(rated(5).rating_scales, { bond: { scale: 'evidence7', min: 1, max: 7 } });
    assert.deepEqual(rated(5).ratings_off_scale, {});
    assert.deepEqual(rated('na').ratings_off_scale, {});
  });

  test('are told where they are off it', () => {
    assert.deepEqual(rated(9).ratings_off_scale, { bond: 9 });
    assert.deepEqual(rated(9).ratings, { bond: 9, own: 99 });
  });

  test('stand with the codebook they were made with', () => {
    assert.deepEqual(rated(5).coded_with, { id: 'alliance-default', version: '0.9.0' });
  });
});
