import * as assert from 'node:assert/strict';
import type { Coding } from '../../src/engine/annotations/types';
import { annotation, dialogue, episode } from '../unit/builders';
import { short, trajectory } from './trajectories';

/**
 *      turn   1 2 3 4 5 6 7 8 9 10
 *      bond     +
 *   rupture         4 c 3       2       c: a contribution of the therapist's; else impacts, 3 by default
 *    repair               i v e         i: immediate, v: the client voices it, e: expressive, linked to nothing
 */
const workedCoding: Partial<Coding> = {
  coded: [{ from: 1, to: 8 }],
  annotations: [
    annotation('bond1aaa', 'bond.trust', 2),
    annotation('with1aaa', 'rupture.withdrawal', 4, 4),
    annotation('contr1aa', 'rupture.therapist', 5),
    annotation('with2aaa', 'rupture.withdrawal.minimal', 6),
    annotation('immed1aa', 'repair.immediate.clarify', 7),
    annotation('voice1aa', 'repair.response.voice', 8),
    annotation('expr1aaa', 'repair.expressive', 9),
    annotation('conf1aaa', 'rupture.confrontation', 10, 2),
  ],
  episodes: [episode('e1aaaaaa', ['with1aaa', 'with2aaa'], ['immed1aa', 'voice1aa'], 4)],
};

suite('a session worked by hand, stamped', () => {
  const result = trajectory(workedCoding);

  test('has two episodes: one linked, one a rupture linked to none', () => {
    assert.deepEqual(result.episodes, [
      {
        id: 'e1aaaaaa',
        linked: true,
        type: 'withdrawal',
        first_mover: 'client',
        state: 'resolved',
        ruptures: ['with1aaa', 'with2aaa'],
        repairs: ['immed1aa', 'voice1aa'],
        contributions: ['contr1aa'], // turn 5 lies between 4 and 8
        onset: { turn: 4, x: 180 },
        answered: { turn: 8, x: 420 },
        peak_impact: 4,
        attempts: { n: 1, immediate: 1, expressive: 0 },
        latency_turns: 3, // 7 − 4
        latency_seconds: 180, // 360 − 180
        answer: 'response',
        resolution: 4,
        duration_turns: 4, // 8 − 4
        open_at_end: false,
        strain_left: 1, // 4 × (5 − 4) / 4
        carried_over: null,
      },
      {
        id: 'conf1aaa',
        linked: false,
        type: 'confrontation',
        first_mover: 'client',
        state: 'open',
        ruptures: ['conf1aaa'],
        repairs: [],
        contributions: [],
        onset: { turn: 10, x: 540 },
        answered: null,
        peak_impact: 2,
        attempts: { n: 0, immediate: 0, expressive: 0 },
        latency_turns: null,
        latency_seconds: null,
        answer: null,
        resolution: null,
        duration_turns: 0,
        open_at_end: true,
        strain_left: 2,
        carried_over: null,
      },
    ]);
  });

  test('has its figures with what they are counted from', () => {
    const { families, ...figures } = result.figures;
    assert.deepEqual(Object.fromEntries(Object.entries(figures).map(([name, each]) => [name, short(each)])), {
      ruptures: [2, 3],
      rupture_annotations: [3, 8],
      contributions: [1, 8],
      resolved: [1, 2],
      open_at_end: [1, 2],
      turns_open_at_end: [0, 1], // from turn 10 to turn 10
      latency_turns: [3, 1],
      latency_seconds: [180, 1],
      attempts: [1, 2],
      ruptures_per_50_minutes: [6.25, 8], // one begins in the eight judged minutes: 1 × 50 / 8
      judged: [0.8, 10],
    });
    assert.deepEqual(
      Object.entries(families).map(([id, each]) => [id, each.value, each.n]),
      [
        ['bond', 1, 8],
        ['goal', 0, 8],
        ['task', 0, 8],
        ['rupture', 4, 8],
        ['repair', 3, 8],
        ['context', 0, 8],
      ],
    );
  });

  test('has two segments with counts and impacts', () => {
    const table = result.segments.map(({ start, end, from_turn: from, to_turn: to, families }) => [
      [start, end, from, to],
      families['bond'],
      families['rupture'],
      families['repair'],
    ]);
    assert.deepEqual(table, [
      [
        [0, 300, 1, 5],
        { n: 1, max_impact: null, mean_impact: null }, // no impact on that scale
        { n: 2, max_impact: 4, mean_impact: 3.5 }, // 4 and 3 by default
        { n: 0, max_impact: null, mean_impact: null },
      ],
      [
        [300, 600, 6, 10],
        { n: 0, max_impact: null, mean_impact: null },
        { n: 2, max_impact: 3, mean_impact: 2.5 }, // 3 by default and 2
        { n: 3, max_impact: null, mean_impact: null },
      ],
    ]);
  });

  test('has open strain as steps', () => {
    assert.deepEqual(result.curves.strain, [
      [0, 0],
      [180, 4],
      [420, 1], // resolved mostly: 4 × (5 − 4) / 4
      [540, 3], // and 2 for the new one
      [600, 3],
    ]);
  });

  test('has a signed density of each family', () => {
    const { density } = result.curves;
    // One mark of weight 1 at 60 s; turns at 0, 60 … 540 s; width 180 s: 1 / Σ exp(−((60 − 60k) / 180)² / 2), k = 0…9.
    assert.deepEqual(density['bond'], { width: 180, points: [[60, 0.192705]] });
    // Weights −4/3, −1, −1 and −2/3 at 180, 240, 300 and 540 s.
    const rupture = density['rupture']?.points ?? [];
    assert.equal(rupture.length, 120);
    assert.deepEqual(rupture[0], [180, -0.487562]);
    assert.deepEqual(rupture[60], [361.513, -0.454293]);
    assert.deepEqual(rupture[119], [540, -0.354355]);
    assert.deepEqual(density['goal'], { width: 180, points: [] });
  });

  test('has one density of all that supports, from its first mark to its last', () => {
    const { points, width } = result.curves.support;
    assert.equal(width, 180);
    assert.equal(points.length, 120);
    // Bond at 60 s, repairs at 360, 420 and 480 s.
    assert.deepEqual([points[0]?.[0], points.at(-1)?.[0]], [60, 480]);
    assert.ok(points.every(([, value]) => value > 0));
  });

  test('has its marks in the order of the text', () => {
    assert.deepEqual(
      result.marks.map(({ turn, x, kind, impact }) => [turn, x, kind, impact]),
      [
        [2, 60, null, null],
        [4, 180, 'withdrawal', 4],
        [5, 240, 'contribution', null],
        [6, 300, 'withdrawal', null],
        [7, 360, 'attempt', null],
        [8, 420, 'response', null],
        [9, 480, 'attempt', null],
        [10, 540, 'confrontation', 2],
      ],
    );
  });
});

suite('a session worked by hand, not stamped', () => {
  test('is measured in words', () => {
    // Ten turns of ten words in ten minutes: turn k begins at (k − 1) × 10 words.
    const { axis, episodes, figures, curves, segments } = trajectory(workedCoding, dialogue(10));
    assert.deepEqual([axis.unit, axis.end, axis.length_from], ['words', 100, 'duration']);
    assert.deepEqual(episodes[0]?.onset, { turn: 4, x: 30 });
    assert.deepEqual([episodes[0].latency_turns, episodes[0].latency_seconds], [3, null]);
    assert.deepEqual(short(figures.latency_turns), [3, 1]);
    assert.deepEqual(short(figures.latency_seconds), ['no-times', 1]);
    assert.deepEqual(short(figures.ruptures_per_50_minutes), [6.25, 8]); // 80 of 100 words are eight minutes
    assert.deepEqual(curves.strain, [
      [0, 0],
      [30, 4],
      [70, 1],
      [90, 3],
      [100, 3],
    ]);
    assert.deepEqual(curves.density['bond'], { width: 30, points: [[10, 0.192705]] }); // 3 minutes × 10 words
    assert.deepEqual(
      segments.map((each) => [each.start, each.end, each.families['rupture']?.n]),
      [
        [0, 50, 2],
        [50, 100, 2],
      ],
    );
  });

  test('has no rate where nobody knows how long it was', () => {
    const { minutes, figures, curves } = trajectory(workedCoding, dialogue(10), {});
    assert.equal(minutes, null);
    assert.deepEqual(short(figures.ruptures_per_50_minutes), ['no-duration', 8]);
    assert.equal(curves.density['bond']?.width, 450); // 3 minutes × 150 words
  });

  test('may be measured in turns', () => {
    const { axis, episodes, curves } = trajectory(workedCoding, dialogue(10), {
      axis: 'turns',
      duration: 10,
    });
    assert.deepEqual([axis.unit, axis.start, axis.end], ['turns', 1, 11]);
    assert.deepEqual(episodes[0]?.onset, { turn: 4, x: 4 });
    assert.equal(curves.density['bond']?.width, 8);
    assert.deepEqual(curves.strain.at(-1), [11, 3]);
  });
});
