import * as assert from 'node:assert/strict';
import type { Coding } from '../../src/engine/annotations/types';
import type { SessionFacts } from '../../src/engine/study/types';
import { caseTrajectories, sessionTrajectories } from '../../src/engine/trajectory/case';
import { sessionTrajectory } from '../../src/engine/trajectory/session';
import type { SessionTrajectory } from '../../src/engine/trajectory/types';
import { annotation, codebook, coding, episode, facts } from '../unit/builders';
import { worked } from './trajectories';

function session(
  name: string,
  coder: string,
  known: Partial<SessionFacts>,
  said: Partial<Coding> = {},
): SessionTrajectory {
  return sessionTrajectory({
    transcript: worked,
    name,
    coding: coding({ coder, ...said }),
    codebook: codebook(),
    facts: facts({ case: 'C017', ...known }),
  });
}

const third = session(
  'c017/s03.transcript',
  'alice',
  { session: 3, scores: { client: { wai: 5 }, therapist: { wai: 5.5 } } },
  {
    annotations: [
      annotation('rupt1aaa', 'rupture', 4),
      annotation('rupt2aaa', 'rupture', 8),
      annotation('try1aaaa', 'repair', 5),
    ],
    episodes: [episode('e1aaaaaa', ['rupt1aaa'], ['try1aaaa'], 5), episode('e2aaaaaa', ['rupt2aaa'], [])],
    ratings: [{ rating: 'bond', scope: 'session', value: 3 }],
  },
);
const fourth = session(
  'c017/s04.transcript',
  'alice',
  { session: 4, date: '2026-03-02', stage: 'developing', scores: { client: { wai: 5.8 } } },
  {
    annotations: [annotation('try1aaaa', 'repair', 3)],
    episodes: [
      {
        ...episode('e1aaaaaa', [], ['try1aaaa'], 4),
        carried_over: { transcript: 's03.transcript', episode: 'e2aaaaaa' },
      },
    ],
    ratings: [
      { rating: 'bond', scope: 'session', value: 5 },
      { rating: 'resolution', scope: 'session', value: 'na' },
    ],
  },
);
const byBob = session('c017/s03.transcript', 'bob', { session: 3, scores: { client: { wai: 5 } } });

suite('a case', () => {
  test('has its sessions by number, then transcript, then coder', () => {
    const unnumbered = session('c017/intake.transcript', 'alice', { session: null });
    const [one] = caseTrajectories([unnumbered, fourth, byBob, third]);
    assert.deepEqual(
      one?.sessions.map((each) => [each.session, each.transcript, each.coder]),
      [
        [3, 'c017/s03.transcript', 'alice'],
        [3, 'c017/s03.transcript', 'bob'],
        [4, 'c017/s04.transcript', 'alice'],
        [null, 'c017/intake.transcript', 'alice'],
      ],
    );
  });

  test('tells of each session what was coded, rated and reported', () => {
    const [one] = caseTrajectories([fourth]);
    const { tenths, ...told } = one?.sessions[0] ?? assert.fail();
    assert.deepEqual(told, {
      transcript: 'c017/s04.transcript',
      coder: 'alice',
      session: 4,
      date: '2026-03-02',
      stage: 'developing',
      ruptures: 1,
      resolved: 1,
      open_at_end: 0,
      ratings: { bond: 5, resolution: 'na' },
      scores: { client: { wai: 5.8 } },
      x: 4,
      attempts: 1,
      judged: 0,
    });
    assert.equal(tenths.rupture_impact.length, 10);
  });

  test('joins an episode that a later session continues, and counts it once', () => {
    const [one] = caseTrajectories([fourth, third, byBob]);
    assert.deepEqual(one?.episodes_joined, [
      {
        coder: 'alice',
        from: { transcript: 'c017/s03.transcript', episode: 'e2aaaaaa' },
        to: { transcript: 'c017/s04.transcript', episode: 'e1aaaaaa' },
        state: 'resolved',
      },
    ]);
    assert.deepEqual(one.episodes, [
      { coder: 'alice', ruptures: 2, resolved: 2, open_at_end: 0 },
      { coder: 'bob', ruptures: 0, resolved: 0, open_at_end: 0 },
    ]);
  });

  test('does not join what is not there', () => {
    const [one] = caseTrajectories([fourth, byBob]);
    assert.deepEqual(one?.episodes_joined, []);
    assert.equal(one.episodes[0]?.ruptures, 1);
  });

  test('has a series for each rating of a coder and each score of a rater, each session once', () => {
    const [one] = caseTrajectories([third, byBob, fourth]);
    const said = one?.series.filter(({ kind }) => kind === 'rating' || kind === 'self-report');
    const short = said?.map(({ name, source, points }) => ({
      name,
      source,
      points: points.map((point) => ({ session: point.session, value: point.value })),
    }));
    assert.deepEqual(short, [
      {
        name: 'bond',
        source: 'alice',
        points: [
          { session: 3, value: 3 },
          { session: 4, value: 5 },
        ],
      },
      {
        name: 'wai',
        source: 'client',
        points: [
          { session: 3, value: 5 },
          { session: 4, value: 5.8 },
        ],
      },
      { name: 'wai', source: 'therapist', points: [{ session: 3, value: 5.5 }] },
    ]);
  });

  test('is told from others, in the order of their names', () => {
    const cases = caseTrajectories([
      session('b', 'alice', { case: null }),
      session('a', 'alice', { case: 'C002' }),
      third,
    ]);
    assert.deepEqual(
      cases.map((each) => each.case),
      ['C002', 'C017', null],
    );
  });
});

suite('sessions of a case, reckoned together', () => {
  test('know what earlier ones left, whatever the order they are given in, and nothing of other cases', () => {
    const begun = coding({
      annotations: [annotation('rupt1aaa', 'rupture', 4, 5)],
      episodes: [episode('e1aaaaaa', ['rupt1aaa'], [])],
    });
    const continued = coding({
      episodes: [
        {
          ...episode('e2aaaaaa', [], []),
          carried_over: { transcript: 's03.transcript', episode: 'e1aaaaaa' },
        },
      ],
    });
    const shared = { transcript: worked, codebook: codebook() };
    const sessions = sessionTrajectories([
      { ...shared, name: 'a/s04.transcript', coding: continued, facts: facts({ case: 'A', session: 4 }) },
      { ...shared, name: 'b/s04.transcript', coding: continued, facts: facts({ case: 'B', session: 4 }) },
      { ...shared, name: 'a/s03.transcript', coding: begun, facts: facts({ case: 'A', session: 3 }) },
    ]);
    assert.deepEqual(
      sessions.map((each) => [each.transcript, each.curves.strain[0]?.[1]]),
      [
        ['a/s03.transcript', 0],
        ['a/s04.transcript', 5],
        ['b/s04.transcript', 3], // the default, since session 3 of case B is not there
      ],
    );
  });
});
