import * as assert from 'node:assert/strict';
import { readStudy } from '../../src/engine/study/studyFile';
import type { Study } from '../../src/engine/study/types';
import { associationOf } from '../../src/engine/trajectory/association';
import { caseTrajectories } from '../../src/engine/trajectory/case';
import type { CaseTrajectory, KnownSession } from '../../src/engine/trajectory/caseTypes';
import { measured, near, sixteen } from './detectors';
import { trajectory, worked } from './trajectories';

function study(...lines: readonly string[]): Study {
  const { study: read, faults } = readStudy(
    ['alliance_study: 1', 'measures:', '  wai: { better: higher, sd: 0.9, r: 0.87 }', ...lines, ''].join(
      '\n',
    ),
  );
  assert.deepEqual(faults, []);
  return read ?? assert.fail('no study');
}

/** A case of these scores, of which the first session is coded. */
function caseOf(
  values: Readonly<Record<string, readonly number[]>>,
  { measures, detectors }: Study,
  others: readonly KnownSession[] = [],
  permute = false,
): CaseTrajectory {
  const length = Math.max(...Object.values(values).map((each) => each.length));
  const known = Array.from(
    { length },
    (_, index) =>
    session('C1', index + 1, Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all[index] ?? 0]))), // prettier-ignore
  );
  const first = trajectory({}, worked, { case: 'C1', session: 1, duration: 10 });
  const coded = { ...first, transcript: 'C1-1', scores: known[0]?.scores ?? {} };
  const options = { measures, detectors, known: [...known, ...others], permute };
  return caseTrajectories([coded], options)[0] ?? assert.fail('no case');
}

function session(name: string, number: number, client: Readonly<Record<string, number>>): KnownSession {
  return {
    transcript: `${name}-${number}`,
    case: name,
    session: number,
    date: null,
    stage: null,
    scores: { client },
  };
}

const others = [5, 6, 5, 6].map((wai, index) => session('C2', index + 1, { wai }));

suite('the detectors of a case', () => {
  test('are all named, with parameters, in one order', () => {
    const { detectors } = caseOf({ wai: sixteen }, study());
    assert.deepEqual(
      detectors.map(({ detector, undefined: reason }) => `${detector} ${reason ?? ''}`.trim()),
      [
        'shape',
        'v-2sd',
        'v-1sd one-case-only',
        'crisis',
        'rci-drop',
        'reliable-change',
        'xmr',
        'tukey',
        'change-point',
        'change-points',
        'piecewise',
        'sudden',
      ],
    );
    const drop = detectors.find(({ detector }) => detector === 'v-2sd');
    assert.deepEqual([drop?.series, drop?.findings.length], [{ name: 'wai', source: 'client' }, 1]);
  });

  test('pool over cases, also over those nobody coded', () => {
    const { detectors } = caseOf({ wai: sixteen }, study(), others);
    const drop = detectors.find(({ detector }) => detector === 'v-1sd');
    if (drop?.method !== 'criterion') assert.fail();
    // (15 · .5508² + 1) / (15 + 3)
    near(drop.estimates?.sigma, Math.sqrt((4.55 + 1) / 18), 4);
    assert.deepEqual(
      drop.findings.map(({ low }) => low),
      [5, 10],
    );
  });

  test('take parameters from the study, and are left out where it says so', () => {
    const { detectors } = caseOf(
      { wai: sixteen },
      study('detectors:', '  crisis: { k: 3, sigma: intra }', '  xmr: { baseline: 4 }', '  tukey: false'),
    );
    const crisis = detectors.find(({ detector }) => detector === 'crisis');
    if (crisis?.method !== 'criterion') assert.fail();
    assert.deepEqual([crisis.parameters.k, crisis.parameters.descent], [[3], 'several']);
    const xmr = detectors.find(({ detector }) => detector === 'xmr');
    assert.equal(xmr?.method === 'xmr' && xmr.estimates?.baseline_n, 4);
    assert.ok(!detectors.some(({ detector }) => detector === 'tukey'));
  });

  test('look for no ruptures in an outcome measure', () => {
    const { detectors } = caseOf(
      { phq9: [20, 12, 10, 9] },
      study('  phq9: { kind: outcome, better: lower }'),
    );
    assert.ok(detectors.length > 0);
    assert.ok(!detectors.some(({ method }) => method === 'criterion'));
  });

  test('shuffle only when they are asked to', () => {
    for (const [permute, given] of [
      [false, null],
      [true, 'number'],
    ] as const) {
      const { detectors } = caseOf({ wai: sixteen }, study(), [], permute);
      const point = detectors.find(({ detector }) => detector === 'change-point');
      if (point?.method !== 'change-point') assert.fail();
      assert.equal(point.estimates?.p === null ? null : typeof point.estimates?.p, given);
    }
  });
});

suite('the settings of detectors in a study file', () => {
  const faults = (yaml: string): string[] =>
    readStudy(`alliance_study: 1\ndetectors: ${yaml}\n`).faults.map(
      ({ code, severity, data }) => `${severity} ${code} ${data['path']}`,
    );

  test('are wrong where a method or a parameter is not known', () => {
    assert.deepEqual(faults('{ v-3sd: { k: 3 } }'), ['error unknown-detector detectors.v-3sd']);
    assert.deepEqual(faults('{ xmr: { basline: 4 } }'), ['error unknown-detector detectors.xmr.basline']);
    assert.deepEqual(faults('{ xmr: { baseline: 2 } }'), ['error wrong-value detectors.xmr.baseline']);
    assert.deepEqual(faults('{ tukey: false, crisis: { k: [1, 3] }, sudden: { relative: false } }'), []);
  });

  test('are those that stand beside what is wrong', () => {
    const { study: read } = readStudy(
      'alliance_study: 1\ndetectors: { xmr: { basline: 4, bridge: false }, tukey: { fence: x } }\n',
    );
    assert.deepEqual(read?.detectors.xmr, { baseline: 'all', rules: [], bridge: false });
    assert.deepEqual(read.detectors.tukey, { baseline: 'all', fence: 1.5 });
  });
});

suite('alliance and outcome within a case', () => {
  const parameters = { permutations: 199, seed: 1, block: null };
  /** Waves of different length: no trend, and each like its neighbours. */
  const wave = (length: number, period: number): number[] =>
    Array.from({ length }, (_, t) => Math.sin((2 * Math.PI * t) / period));
  const of = (a: readonly number[], b: readonly number[], said = {}) =>
    associationOf(measured(a), measured(b, { better: 'lower' }), { ...parameters, ...said });

  test('are two rank correlations side by side, at lag 0 and 1, with what chance gives', () => {
    const alliance = wave(20, 7);
    const { lags, reading } = of(
      alliance,
      alliance.map((value) => -value),
    );
    assert.deepEqual(
      lags.map(({ lag, raw }) => [lag, raw.n]),
      [
        [0, 20],
        [1, 19],
      ],
    );
    near(lags[0]?.raw.value, -1, 10);
    assert.ok((lags[0]?.raw.p ?? 1) < 0.05);
    assert.equal(reading, 'beyond-chance');
  });

  test('tell what is only the trend of both', () => {
    const trend = (noise: readonly number[]): number[] => noise.map((value, t) => value / 4 + t);
    const { lags, reading } = of(trend(wave(24, 5)), trend(wave(24, 3)));
    assert.ok((lags[0]?.raw.value ?? 0) > 0.9);
    assert.ok(Math.abs(lags[0]?.detrended.value ?? 1) < 0.3);
    assert.equal(reading, 'trend-only');
  });

  test('know the alliance of a session with the outcome of the next', () => {
    const alliance = wave(25, 9);
    const { lags } = of(alliance, [0, ...alliance.slice(0, -1)]);
    near(lags[1]?.raw.value, 1, 10);
    assert.ok((lags[0]?.raw.value ?? 1) < 0.9);
  });

  test('are not said of fewer than twelve sessions, or where nothing varies', () => {
    const short = of(wave(11, 5), wave(11, 4));
    assert.deepEqual([short.lags[0]?.raw.undefined, short.reading], ['fewer-than-twelve', 'not-said']);
    assert.equal(of(wave(12, 5), wave(12, 4)).lags[1]?.raw.undefined, 'fewer-than-twelve');
    const flat = of(
      wave(12, 5),
      Array.from({ length: 12 }, () => 3),
    );
    assert.equal(flat.lags[0]?.raw.undefined, 'no-variation');
    const straight = of(
      wave(12, 5),
      Array.from({ length: 12 }, (_, t) => t / 3),
    );
    assert.equal(straight.lags[0]?.detrended.undefined, 'no-variation');
  });

  test('compare with chance only when asked to, the same for the same seed', () => {
    const quiet = of(wave(12, 5), wave(12, 4), { permutations: 0 });
    assert.deepEqual([quiet.lags[0]?.raw.chance, quiet.reading], [null, 'not-asked']);
    assert.deepEqual(of(wave(15, 5), wave(15, 4)), of(wave(15, 5), wave(15, 4)));
  });

  test('stand in the case for each of its outcome measures', () => {
    const values = { wai: sixteen, phq9: sixteen.map((value) => 30 - 3 * value) };
    const { associations } = caseOf(values, study('  phq9: { kind: outcome, better: lower }'), [], true);
    assert.deepEqual(
      associations.map(({ alliance, outcome, reading }) => [alliance.name, outcome.name, reading]),
      [['wai', 'phq9', 'beyond-chance']],
    );
  });
});
