import * as assert from 'node:assert/strict';
import { caseTrajectories, type CaseOptions } from '../../src/engine/trajectory/case';
import type { CaseTrajectory, KnownSession, Series } from '../../src/engine/trajectory/caseTypes';
import { defaultDetectors } from '../../src/engine/study/detectorSettings';
import type { SessionTrajectory } from '../../src/engine/trajectory/types';
import type { Study } from '../../src/engine/study/types';
import { annotation, episode } from '../unit/builders';
import { trajectory, worked } from './trajectories';

const measure = {
  label: null,
  kind: null,
  better: null,
  sd: null,
  r: null,
  source: null,
  min: null,
  max: null,
};
const measures: Study['measures'] = {
  wai: { ...measure, better: 'higher', sd: 0.9, r: 0.87, source: 'a norm table', min: 1, max: 7 },
  phq9: { ...measure, kind: 'outcome', better: 'lower' },
};

/** A session that nobody coded. */
function known(number: number | null, said: Partial<KnownSession> = {}): KnownSession {
  const transcript = `s${number ?? 'x'}.transcript`;
  return { transcript, case: 'C1', session: number, date: null, stage: null, scores: {}, ...said };
}

function coded(number: number | null, said: Partial<SessionTrajectory> = {}): SessionTrajectory {
  const given = trajectory(
    {
      annotations: [
        annotation('rupt1aaa', 'rupture.withdrawal', 4, 5),
        annotation('rupt2aaa', 'rupture.confrontation', 8),
        annotation('repa1aaa', 'repair.immediate', 5),
      ],
      episodes: [episode('e1aaaaaa', ['rupt1aaa'], ['repa1aaa'], 5)],
    },
    worked,
    { case: 'C1', session: number, duration: 10 },
  );
  return { ...given, transcript: `s${number ?? 'x'}.transcript`, ...said };
}

function caseOf(sessions: readonly SessionTrajectory[], said: Partial<CaseOptions> = {}): CaseTrajectory {
  const options = { measures, detectors: defaultDetectors, known: [], permute: false, ...said };
  return caseTrajectories(sessions, options)[0] ?? assert.fail('no case');
}

function series(of: CaseTrajectory, name: string, source: string): Series {
  return of.series.find((each) => each.name === name && each.source === source) ?? assert.fail(name);
}

function problems(of: CaseTrajectory): string[] {
  return of.problems.map(({ code, data }) => `${code} ${Object.values(data).join(' ')}`.trim());
}

suite('the series of a case', () => {
  test('has the scores of sessions that nobody coded, and the gap of client and therapist', () => {
    const one = caseOf([coded(1, { scores: { client: { wai: 5 }, therapist: { wai: 6 } } })], {
      known: [known(2, { scores: { client: { wai: 6 } } }), known(3, { scores: { client: { phq9: 9 } } })],
    });
    assert.deepEqual(
      series(one, 'wai', 'client').points.map(({ x, value, within, lagged }) => [x, value, within, lagged]),
      [
        [1, 5, -0.5, null],
        [2, 6, 0.5, 5],
      ],
    );
    assert.deepEqual(
      series(one, 'wai', 'client-therapist').points.map(({ value }) => value),
      [-1],
    );
    assert.deepEqual(
      [series(one, 'phq9', 'client').kind, series(one, 'phq9', 'client').better],
      ['outcome', 'lower'],
    );
  });

  test('counts ruptures, attempts at repair, what was resolved and what stays open', () => {
    const one = caseOf([coded(1), coded(2, { episodes: [] })]);
    const values = (name: string): unknown => series(one, name, 'alice').points.map(({ value }) => value);
    assert.deepEqual(values('ruptures'), [2, 0]);
    assert.deepEqual(values('repair_attempts'), [1, 1]);
    assert.deepEqual(values('share_resolved'), [0.5]);
    assert.deepEqual(values('open_at_end'), [1, 0]);
  });

  test('keeps gaps for missing numbers and for sessions without the measure', () => {
    const score = (value: number) => ({ scores: { client: { wai: value } } });
    const one = caseOf([coded(1, score(5))], { known: [known(3), known(6, score(4)), known(7)] });
    assert.deepEqual(one.axis, { kind: 'session', start: 1, end: 7, missing: [2, 4, 5] });
    assert.deepEqual(series(one, 'wai', 'client').gaps, [2, 3, 4, 5]);
  });

  test('goes by days where sessions have no numbers', () => {
    const on = (date: string): Partial<KnownSession> => ({
      transcript: date,
      date,
      scores: { client: { wai: 5 } },
    });
    const one = caseOf([coded(null, { date: '2026-03-02' })], {
      known: [known(null, on('2026-03-09')), known(null, on('2026-04-13'))],
    });
    assert.deepEqual([one.axis.kind, one.axis.end, one.axis.missing], ['day', 42, []]);
    assert.deepEqual(
      series(one, 'wai', 'client').points.map(({ x }) => x),
      [7, 42],
    );
  });

  test('takes impact, and the therapist’s share in ruptures, for bad, and the study’s word before that', () => {
    const five = { min: 1, max: 5 };
    const scales = { withdrawal: { scale: 'impact', ...five }, share: { scale: 'contribution', ...five } };
    const rated = coded(1, { ratings: { withdrawal: 3, share: 2, bond: 5 }, rating_scales: scales });
    assert.equal(series(caseOf([rated]), 'withdrawal', 'alice').better, 'lower');
    assert.equal(series(caseOf([rated]), 'share', 'alice').better, 'lower');
    assert.equal(series(caseOf([rated]), 'bond', 'alice').better, 'higher');
    const told = caseOf([rated], { measures: { withdrawal: { ...measure, better: 'higher' } } });
    assert.equal(series(told, 'withdrawal', 'alice').better, 'higher');
  });
});

suite('a case with bad input', () => {
  const score = (value: number) => ({ scores: { client: { wai: value } } });

  test('says which sessions have no place, and that one alone is no course', () => {
    assert.deepEqual(problems(caseOf([coded(1), coded(2), coded(null)])), ['not-placed sx.transcript']);
    assert.deepEqual(problems(caseOf([coded(null), coded(null, { transcript: 'b' })])), ['no-order']);
    assert.deepEqual(problems(caseOf([coded(1)])), ['one-session s1.transcript']);
    const alone = caseOf([coded(1, score(5))]);
    assert.ok(alone.detectors.length > 0);
    for (const each of alone.detectors) assert.equal(each.undefined, 'too-few-sessions');
  });

  test('takes neither of two sessions of one number whose values differ', () => {
    const two = (value: number): KnownSession => known(2, { transcript: `2-${value}`, ...score(value) });
    const one = caseOf([coded(1, score(5))], { known: [two(4), two(6), known(3, score(5))] });
    assert.deepEqual(problems(one), ['same-place 2 2-4, 2-6']);
    assert.deepEqual(
      series(one, 'wai', 'client').points.map(({ x, value }) => [x, value]),
      [
        [1, 5],
        [null, 4],
        [null, 6],
        [3, 5],
      ],
    );
    assert.deepEqual(series(one, 'wai', 'client').gaps, [2]);
    const same = caseOf([coded(1, score(5))], { known: [two(4), { ...two(4), transcript: 'again' }] });
    assert.deepEqual(
      series(same, 'wai', 'client').points.map(({ x }) => x),
      [1, 2, null],
    );
  });

  test('says where dates run backwards', () => {
    const dated = [coded(1, { date: '2026-03-09' }), coded(2, { date: '2026-03-02' })];
    assert.deepEqual(problems(caseOf(dated)), ['dates-backwards s2.transcript 2026-03-02 2026-03-09']);
  });

  test('leaves out what is off its scale, or no score at all, and says so', () => {
    const rating = {
      ratings: { bond: 9 },
      ratings_off_scale: { bond: 9 },
      rating_scales: { bond: { scale: 'evidence7', min: 1, max: 7 } },
    };
    const one = caseOf([
      coded(1, { ...rating, ...score(5) }),
      coded(2, score(70)),
      coded(3, score(Number.NaN)),
    ]);
    assert.deepEqual(problems(one), [
      'rating-off-scale s1.transcript alice bond 9 1 7',
      'score-off-scale s2.transcript client wai 70',
      'score-off-scale s3.transcript client wai NaN',
    ]);
    assert.equal(series(one, 'wai', 'client').points.length, 1);
    assert.ok(!one.series.some(({ name }) => name === 'bond'));
  });

  test('says which codebooks, units and directions are mixed or assumed', () => {
    const made = (version: string) => ({ coded_with: { id: 'alliance-default', version } });
    const used = { codebook: { id: 'own', version: '2' } };
    const axis = { ...coded(3).axis, unit: 'words' } as const;
    const one = caseOf(
      [coded(1, made('1.0.0')), coded(2, { ...made('1.1.0'), ...used }), coded(3, { axis })],
      {
        known: [known(4, { scores: { client: { srs: 30 } } })],
      },
    );
    assert.deepEqual(problems(one), [
      'better-assumed srs',
      'codebook-versions alice alliance-default 1.0.0, alliance-default 1.1.0',
      'other-codebook alliance-default 1.0.0, own 2',
      'mixed-axes seconds, words',
    ]);
  });
});
