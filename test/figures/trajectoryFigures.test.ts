import * as assert from 'node:assert/strict';
import type { Coding } from '../../src/engine/annotations/types';
import { sessionTrajectory } from '../../src/engine/trajectory/session';
import { annotation, codebook, codeOf, coding, episode, facts, transcript } from '../unit/builders';
import { short, trajectory, worked } from './trajectories';

/** Share of judged turns, and how many the rate is of. */
function judged(said: Partial<Coding>): readonly [share: number | null, rateOf: number] {
  const { figures } = trajectory(said);
  return [figures.judged.value, figures.ruptures_per_50_minutes.n];
}

suite('a coder who uses the five family commands only', () => {
  const { episodes, figures } = trajectory({
    annotations: [
      annotation('rupt1aaa', 'rupture', 2),
      annotation('rep1aaaa', 'repair', 5),
      annotation('rupt2aaa', 'rupture', 8),
      annotation('bond1aaa', 'bond', 9),
    ],
    episodes: [episode('e1aaaaaa', ['rupt1aaa'], ['rep1aaaa'], 5)],
    released: { at: '2026-03-04T09:00:00Z', sha256: '00' },
  });

  test('gets ruptures of no said type, and attempts of neither sort', () => {
    assert.deepEqual(
      episodes.map(({ type, state, attempts, latency_turns: latency }) => [
        type,
        state,
        attempts.n,
        attempts.immediate,
        latency,
      ]),
      [
        ['unspecified', 'resolved', 1, 0, 3],
        ['unspecified', 'open', 0, 0, null],
      ],
    );
  });

  test('gets every figure', () => {
    assert.deepEqual(
      [figures.ruptures, figures.resolved, figures.attempts, figures.latency_turns].map((each) => each.value),
      [2, 1, 1, 3],
    );
    assert.equal(figures.ruptures_per_50_minutes.value, 10); // released without `coded`: all ten minutes are judged
  });
});

suite('codes without a kind', () => {
  test('are no ruptures outside the family, and no attempts among answers', () => {
    const { episodes, marks } = trajectory({
      annotations: [annotation('strain1a', 'bond.strain', 2), annotation('resp1aaa', 'repair.response', 4)],
    });
    assert.deepEqual(episodes, []);
    assert.deepEqual(
      marks.map((each) => each.kind),
      [null, null],
    );
  });

  test('that a study adds count as what their neighbours are', () => {
    const { marks } = sessionTrajectory({
      transcript: worked,
      name: 'a',
      coding: coding({
        annotations: [annotation('oth1aaaa', 'rupture.other', 2), annotation('oth2aaaa', 'repair.other', 3)],
      }),
      codebook: codebook(codeOf('rupture.other', -1), codeOf('repair.other', 1)),
      facts: facts(),
    });
    assert.deepEqual(
      marks.map((each) => each.kind),
      ['rupture', 'attempt'],
    );
  });

  test('that were replaced by one code count as that', () => {
    const { marks } = sessionTrajectory({
      transcript: worked,
      name: 'a',
      coding: coding({ annotations: [annotation('old1aaaa', 'wd', 2), annotation('old2aaaa', 'split', 3)] }),
      codebook: {
        ...codebook(),
        replacements: new Map([
          ['wd', ['rupture.withdrawal']],
          ['split', ['bond', 'task']],
        ]),
      },
      facts: facts(),
    });
    assert.deepEqual(
      marks.map((each) => each.code),
      ['rupture.withdrawal'],
    );
  });
});

suite('codes of the other sign', () => {
  test('are neither ruptures nor attempts without a kind', () => {
    const { marks } = sessionTrajectory({
      transcript: worked,
      name: 'a',
      coding: coding({
        annotations: [
          annotation('oth1aaaa', 'rupture.averted', 2),
          annotation('oth2aaaa', 'repair.failed', 3),
        ],
      }),
      codebook: codebook(codeOf('rupture.averted', 1), codeOf('repair.failed', -1)),
      facts: facts(),
    });
    assert.deepEqual(
      marks.map((each) => each.kind),
      [null, null],
    );
  });
});

suite('figures of several episodes', () => {
  const { figures, segments } = trajectory({
    annotations: [
      annotation('rupt1aaa', 'rupture', 2),
      annotation('try1aaaa', 'repair', 3),
      annotation('rupt2aaa', 'rupture', 4),
      annotation('try2aaaa', 'repair', 8),
      annotation('rupt3aaa', 'rupture', 9),
      annotation('bond1aaa', 'bond', 9, 5),
      annotation('bond2aaa', 'bond', 10),
    ],
    episodes: [
      episode('e1aaaaaa', ['rupt1aaa'], ['try1aaaa'], 5),
      episode('e2aaaaaa', ['rupt2aaa'], ['try2aaaa'], 3),
    ],
  });

  test('give the median latency of an even number between the middle two', () => {
    assert.deepEqual([figures.latency_turns.value, figures.latency_turns.n], [2.5, 2]); // 1 and 4
    assert.equal(figures.latency_seconds.value, 150);
  });

  test('count from the oldest that is not resolved', () => {
    assert.deepEqual([figures.turns_open_at_end.value, figures.turns_open_at_end.n], [6, 2]); // from turn 4 to 10
  });

  test('count an impact that was rated, also where the code has no such scale', () => {
    assert.deepEqual(segments[1]?.families['bond'], { n: 2, max_impact: 5, mean_impact: 5 });
  });
});

suite('what is left out', () => {
  test('is counted, and in no figure', () => {
    const {
      left_out: leftOut,
      marks,
      figures,
    } = trajectory({
      annotations: [
        { id: 'noplace1', code: 'rupture' },
        annotation('turn0aaa', 'rupture', 0),
        annotation('turn11aa', 'rupture', 11),
        annotation('turnhalf', 'rupture', 1.5),
        annotation('nocode1a', 'rupture.nothing', 2),
        annotation('proto1aa', '__proto__', 2),
        annotation('good1aaa', 'bond', 2),
      ],
    });
    assert.equal(leftOut, 6);
    assert.equal(marks.length, 1);
    assert.equal(figures.ruptures.value, 0);
  });

  test('is an impact off the scale', () => {
    const { marks, episodes } = trajectory({ annotations: [annotation('rupt1aaa', 'rupture', 2, 9)] });
    assert.equal(marks[0]?.impact, null);
    assert.equal(episodes[0]?.peak_impact, 3);
  });
});

suite('judged turns', () => {
  test('are those the coder says, each once and within the transcript', () => {
    assert.deepEqual(judged({ coded: [{ from: 1, to: 3 }] }), [0.3, 3]);
    assert.deepEqual(
      judged({
        coded: [
          { from: 2, to: 5 },
          { from: 4, to: 6 },
          { from: 9, to: 99 },
          { from: 8, to: 7 },
        ],
      }),
      [0.7, 7],
    );
  });

  test('are all where a released coding says nothing, else none', () => {
    assert.deepEqual(
      judged({ coded: [{ from: 1, to: 3 }], released: { at: '2026-03-04T09:00:00Z', sha256: '00' } }),
      [0.3, 3],
    );
    assert.deepEqual(judged({ released: { at: '2026-03-04T09:00:00Z', sha256: '00' } }), [1, 10]);
    assert.deepEqual(judged({}), [0, 0]);
    assert.deepEqual(short(trajectory({}).figures.ruptures_per_50_minutes), ['no-judged-turns', 0]);
  });
});

suite('minutes judged', () => {
  test('are those of the session where all turns are, also when the first is stamped late', () => {
    const session = transcript('30 T: a b', '120 C: c', '180 T: d');
    const { figures } = trajectory(
      { annotations: [annotation('rupt1aaa', 'rupture', 2)], coded: [{ from: 1, to: 3 }] },
      session,
    );
    assert.equal(figures.ruptures_per_50_minutes.value, 5); // 1 × 50 / 10
  });
});

suite('a coding without anything', () => {
  test('has figures that say why they have no value', () => {
    const { figures, curves, episodes } = trajectory({});
    assert.deepEqual(short(figures.ruptures), [0, 0]);
    for (const each of [
      figures.resolved,
      figures.open_at_end,
      figures.turns_open_at_end,
      figures.latency_turns,
      figures.attempts,
    ]) {
      assert.deepEqual(short(each), ['no-episodes', 0]);
    }
    assert.deepEqual(episodes, []);
    assert.deepEqual(curves.strain, [
      [0, 0],
      [600, 0],
    ]);
  });

  test('of a transcript without turns is empty', () => {
    const { turns, segments, curves, figures } = trajectory(
      { episodes: [{ ...episode('e1aaaaaa', [], []), carried_over: { transcript: 'x', episode: 'y' } }] },
      transcript(),
      {},
    );
    assert.equal(turns, 0);
    assert.equal(segments.length, 1);
    assert.deepEqual(curves.strain, []);
    assert.deepEqual(short(figures.judged), ['no-judged-turns', 0]);
  });
});

suite('ratings and scores of the session', () => {
  test('go with the trajectory', () => {
    const { ratings, scores } = trajectory(
      {
        ratings: [
          { rating: 'task', scope: 'session', value: 4 },
          { rating: 'bond', scope: 'session', value: 5 },
          { rating: 'resolution', scope: 'session', value: 'na' },
          { rating: 'goal', scope: { segment: 1, from_turn: 1, to_turn: 5 }, value: 2 },
        ],
      },
      worked,
      { scores: { client: { wai_bond: 5.3 } } },
    );
    assert.deepEqual(ratings, { bond: 5, resolution: 'na', task: 4 });
    assert.deepEqual(scores, { client: { wai_bond: 5.3 } });
  });
});
