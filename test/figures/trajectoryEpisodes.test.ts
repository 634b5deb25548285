import * as assert from 'node:assert/strict';
import type { Coding } from '../../src/engine/annotations/types';
import { annotation, episode } from '../unit/builders';
import { onlyEpisode, short, trajectory, worked } from './trajectories';

suite('the state of an episode', () => {
  const marks = [
    annotation('rupt1aaa', 'rupture.withdrawal', 2),
    annotation('try1aaaa', 'repair.immediate', 3),
    annotation('resp1aaa', 'repair.response.voice', 4),
    annotation('decl1aaa', 'repair.response.decline', 6),
  ];
  const table: readonly (readonly [
    repairs: readonly string[],
    resolution: number | undefined,
    state: string,
  ])[] = [
    [[], undefined, 'open'],
    [[], 5, 'open'],
    [['try1aaaa'], undefined, 'attempted'],
    [['try1aaaa'], 1, 'attempted'],
    [['try1aaaa'], 2, 'attempted'],
    [['try1aaaa'], 3, 'partly'],
    [['try1aaaa'], 4, 'resolved'],
    [['try1aaaa'], 5, 'resolved'],
    [['try1aaaa'], 9, 'attempted'],
    [['decl1aaa'], undefined, 'open'],
    [['resp1aaa'], 5, 'resolved'],
    [['nobody11'], 4, 'open'],
    [['rupt1aaa'], 4, 'open'],
  ];
  for (const [repairs, resolution, state] of table) {
    test(`${repairs.join() || 'nothing'} linked, resolution ${resolution ?? 'not rated'}: ${state}`, () => {
      const one = onlyEpisode({
        annotations: marks,
        episodes: [episode('e1aaaaaa', ['rupt1aaa'], repairs, resolution)],
      });
      assert.equal(one.state, state);
      assert.equal(one.open_at_end, state !== 'resolved');
    });
  }
});

suite('an episode', () => {
  test('takes the last of the client’s answers', () => {
    const one = onlyEpisode({
      annotations: [
        annotation('rupt1aaa', 'rupture.withdrawal', 2),
        annotation('decl1aaa', 'repair.response.decline', 4),
        annotation('resp1aaa', 'repair.response.voice', 6),
      ],
      episodes: [episode('e1aaaaaa', ['rupt1aaa'], ['resp1aaa', 'decl1aaa'])],
    });
    assert.equal(one.answer, 'response');
    assert.equal(one.latency_turns, null);
  });

  test('of withdrawal and confrontation is mixed', () => {
    const one = onlyEpisode({
      annotations: [
        annotation('rupt1aaa', 'rupture.withdrawal', 2),
        annotation('rupt2aaa', 'rupture.confrontation', 4),
      ],
      episodes: [episode('e1aaaaaa', ['rupt1aaa', 'rupt2aaa'], [])],
    });
    assert.equal(one.type, 'mixed');
  });

  test('begins with the therapist where the coder links a contribution before the rupture', () => {
    const one = onlyEpisode({
      annotations: [
        annotation('contr1aa', 'rupture.therapist', 1),
        annotation('rupt1aaa', 'rupture.withdrawal', 2),
      ],
      episodes: [episode('e1aaaaaa', ['contr1aa', 'rupt1aaa'], [])],
    });
    assert.equal(one.first_mover, 'therapist');
    assert.deepEqual(one.onset, { turn: 2, x: 60 });
    assert.deepEqual([one.ruptures, one.contributions], [['rupt1aaa'], ['contr1aa']]);
  });

  test('is never opened by a contribution', () => {
    const { episodes, figures } = trajectory({
      annotations: [
        annotation('contr1aa', 'rupture.therapist', 1),
        annotation('contr2aa', 'rupture.therapist', 3),
      ],
      episodes: [episode('e1aaaaaa', ['contr1aa'], [])],
    });
    assert.deepEqual(episodes, []);
    assert.equal(figures.contributions.value, 2);
  });

  test('lists the contributions within its span, the latest episode where two overlap', () => {
    const { episodes } = trajectory({
      annotations: [
        annotation('contr1aa', 'rupture.therapist', 1),
        annotation('rupt1aaa', 'rupture.withdrawal', 2),
        annotation('contr2aa', 'rupture.therapist', 3),
        annotation('rupt2aaa', 'rupture.withdrawal', 4),
        annotation('contr3aa', 'rupture.therapist', 5),
        annotation('try1aaaa', 'repair.immediate', 7),
        annotation('contr4aa', 'rupture.therapist', 9),
      ],
      episodes: [episode('e2aaaaaa', ['rupt2aaa'], ['try1aaaa'])],
    });
    assert.deepEqual(
      episodes.map((each) => [each.id, each.contributions]),
      [
        ['rupt1aaa', ['contr2aa', 'contr4aa']],
        ['e2aaaaaa', ['contr3aa']],
      ],
    );
  });

  test('counts an attempt before the rupture as linked, but not for the latency', () => {
    const one = onlyEpisode({
      annotations: [
        annotation('try1aaaa', 'repair.immediate', 1),
        annotation('rupt1aaa', 'rupture.withdrawal', 4),
        annotation('try2aaaa', 'repair.expressive.own', 9),
      ],
      episodes: [episode('e1aaaaaa', ['rupt1aaa'], ['try1aaaa', 'try2aaaa'])],
    });
    assert.deepEqual(one.attempts, { n: 2, immediate: 1, expressive: 1 });
    assert.equal(one.latency_turns, 5);
  });

  test('ends where its last repair ends, also over several turns', () => {
    const one = onlyEpisode({
      annotations: [
        annotation('rupt1aaa', 'rupture.withdrawal', 2),
        { id: 'try1aaaa', code: 'repair.immediate', at: { turn: 5, start: 0, end_turn: 7, end: 3 } },
      ],
      episodes: [episode('e1aaaaaa', ['rupt1aaa'], ['try1aaaa'])],
    });
    assert.deepEqual([one.latency_turns, one.duration_turns, one.answered], [3, 5, { turn: 7, x: 360 }]);
  });
});

suite('an episode carried over', () => {
  const before = trajectory({
    annotations: [
      annotation('rupt1aaa', 'rupture.confrontation', 4, 5),
      annotation('try1aaaa', 'repair.immediate', 7),
    ],
    episodes: [episode('e1aaaaaa', ['rupt1aaa'], ['try1aaaa'], 3)],
  });
  const now: Partial<Coding> = {
    annotations: [
      annotation('try2aaaa', 'repair.expressive', 3),
      annotation('resp1aaa', 'repair.response.voice', 4),
    ],
    episodes: [
      {
        ...episode('e2aaaaaa', [], ['try2aaaa', 'resp1aaa'], 5),
        carried_over: { transcript: 'session-04.transcript', episode: 'e1aaaaaa' },
      },
    ],
    coded: [{ from: 1, to: 10 }],
  };

  test('enters at the beginning with what was left of it', () => {
    const { episodes, curves, figures } = trajectory(now, worked, { duration: 10 }, [before]);
    assert.deepEqual(curves.strain, [
      [0, 2.5], // 5 × (5 − 3) / 4
      [180, 0],
      [600, 0],
    ]);
    const one = episodes[0];
    assert.deepEqual(
      [one?.type, one?.state, one?.onset.turn, one?.latency_turns, one?.duration_turns, one?.peak_impact],
      ['confrontation', 'resolved', 1, null, 3, 5],
    );
    assert.deepEqual(short(figures.ruptures), [1, 0]);
    assert.deepEqual(short(figures.latency_turns), ['no-answered-episodes', 0]);
    assert.deepEqual(short(figures.ruptures_per_50_minutes), [0, 10]); // it did not begin here
  });

  test('enters with the default impact where the earlier session is not known', () => {
    const { episodes, curves } = trajectory(now);
    assert.deepEqual(curves.strain[0], [0, 3]);
    assert.equal(episodes[0]?.type, 'unspecified');
  });
});

suite('open strain', () => {
  test('counts one term per episode, the highest impact so far', () => {
    const { curves } = trajectory({
      annotations: [
        annotation('rupt1aaa', 'rupture.withdrawal', 2, 2),
        annotation('rupt2aaa', 'rupture.withdrawal', 4, 1),
        annotation('rupt3aaa', 'rupture.withdrawal', 6, 5),
      ],
      episodes: [episode('e1aaaaaa', ['rupt1aaa', 'rupt2aaa', 'rupt3aaa'], [])],
    });
    assert.deepEqual(curves.strain, [
      [0, 0],
      [60, 2],
      [300, 5],
      [600, 5],
    ]);
  });

  test('stays where an attempt is not rated, and where it is rated 1', () => {
    for (const resolution of [undefined, 1]) {
      const { curves } = trajectory({
        annotations: [annotation('rupt1aaa', 'rupture', 2), annotation('try1aaaa', 'repair', 3)],
        episodes: [episode('e1aaaaaa', ['rupt1aaa'], ['try1aaaa'], resolution)],
      });
      assert.deepEqual(curves.strain, [
        [0, 0],
        [60, 3],
        [600, 3],
      ]);
    }
  });
});
