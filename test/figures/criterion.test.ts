import * as assert from 'node:assert/strict';
import { dropsOf, type CriterionGiven } from '../../src/engine/trajectory/detectors/criterion';
import { betweenSd, pooledSd } from '../../src/engine/trajectory/detectors/spread';
import { measured, near, sixteen } from './detectors';

const several: CriterionGiven = {
  k: [1, 2],
  sigma: 'intra',
  residual: true,
  descent: 'several',
  rho: 0,
  partial: 0.5,
  within: null,
  bridge: true,
  norm: null,
  pooled: null,
};
const single: CriterionGiven = { ...several, descent: 'single' };

function drops(
  said: Partial<CriterionGiven>,
  values: readonly (number | null)[] = sixteen,
  better: 'higher' | 'lower' = 'higher',
) {
  return dropsOf(measured(values, { better }), { ...several, ...said });
}

suite('drops of a series by a criterion', () => {
  test('are those of the worked example, over several sessions', () => {
    for (const k of [1, 2]) {
      const { estimates, findings } = drops({ k: [k] });
      near(estimates?.sigma, 0.55, 4);
      assert.deepEqual(
        findings.map(({ peak, low, depth, depth_sigma: inSigma, repair, state }) => [
          peak,
          low,
          depth.toFixed(2),
          inSigma.toFixed(2),
          repair,
          state,
        ]),
        [
          [4, 5, '1.30', '2.36', 8, 'repaired'],
          [8, 12, '1.35', '2.45', 14, 'repaired'],
        ],
      );
    }
    assert.deepEqual(
      drops({ rho: 0.25 }).findings.map(({ repair }) => repair),
      [6, 13],
    );
  });

  test('are those of the worked example, from one session to the next', () => {
    const sessions = (k: number): number[] => drops({ ...single, k: [k] }).findings.map(({ low }) => low);
    assert.deepEqual(sessions(1), [5, 10]);
    assert.deepEqual(sessions(2), [5]);
  });

  test('name the largest threshold they reach, and how long they are', () => {
    const { findings } = drops(single);
    assert.deepEqual(
      findings.map(({ low, k, length }) => [low, k, length]),
      [
        [5, 2, 1],
        [10, 1, 1],
      ],
    );
    assert.deepEqual(
      drops({}).findings.map(({ onset, length, sessions_to_repair: wait }) => [onset, length, wait]),
      [
        [5, 1, 3],
        [9, 4, 2],
      ],
    );
  });

  test('end repaired, partly, not, or with the series', () => {
    const state = (values: readonly number[], within: number | null = null): string | undefined =>
      drops({ sigma: 's-diff', norm: { sd: 1, r: 0.5, source: null }, within }, values).findings[0]?.state;
    assert.equal(state([5, 2, 4, 5]), 'repaired');
    assert.equal(state([5, 2, 4]), 'partial');
    assert.equal(state([5, 2, 2.5]), 'unrepaired');
    assert.equal(state([5, 2]), 'series-ended');
    assert.equal(state([5, 2, 2, 2, 5], 2), 'unrepaired');
    assert.equal(state([5, 2, 2], 2), 'series-ended');
    assert.equal(state([5, 2, 2, 5], 2), 'repaired');
  });

  test('rise where lower is better', () => {
    const worse = drops(
      {},
      sixteen.map((value) => 8 - value),
      'lower',
    ).findings;
    assert.deepEqual(
      worse.map(({ low, depth }) => [low, depth.toFixed(2)]),
      [
        [5, '1.30'],
        [12, '1.35'],
      ],
    );
  });

  test('go over missing sessions and count them, or stop there', () => {
    const values = [5, 5.1, 5, null, null, 2, 5, 5.1];
    assert.deepEqual(
      drops({}, values).findings.map(({ peak, low, length, missed }) => [peak, low, length, missed]),
      [[2, 6, 4, 2]],
    );
    assert.deepEqual(drops({ bridge: false }, values).findings, []);
  });

  test('are measured by the case, by all cases, by the stricter of both, or by the norm', () => {
    assert.equal(drops({ sigma: 'inter', pooled: 2 }).estimates?.sigma, 2);
    assert.equal(drops({ sigma: 'stricter', pooled: 2 }).estimates?.sigma, 2);
    near(drops({ sigma: 'stricter', pooled: 0.1 }).estimates?.sigma, 0.55, 4);
    near(drops({ sigma: 'intra', residual: false }).estimates?.sigma, 0.5508, 4);
    const norm = { sd: 0.9, r: 0.87, source: null };
    const byNorm = drops({ ...single, k: [1.96], sigma: 's-diff', norm });
    near(byNorm.estimates?.threshold, 0.8995, 4);
    assert.deepEqual(
      byNorm.findings.map(({ low }) => low),
      [5],
    );
  });

  test('say why there is nothing to say', () => {
    assert.equal(drops({}, [5, 4, 5]).undefined, 'too-few-sessions');
    assert.equal(drops({}, [5, 5, 5, 5]).undefined, 'no-variation');
    assert.equal(drops({}, [1, 2, 3, 4, 5]).undefined, 'no-variation');
    assert.equal(drops({ sigma: 'inter' }).undefined, 'one-case-only');
    assert.equal(drops({ sigma: 's-diff' }).undefined, 'no-norm');
    assert.deepEqual(drops({ sigma: 'stricter' }).cautions, ['no-other-cases']);
  });
});

suite('spread over cases', () => {
  const cases = [measured([1, 2, 3, 2]), measured([5, 5, 6]), measured([4])];

  test('pools squares within the cases over their freedom', () => {
    // 2 + 2/3 squares over 3 + 2.
    near(pooledSd(cases, false), Math.sqrt(8 / 3 / 5), 10);
    assert.equal(pooledSd(cases.slice(0, 1), false), null);
    // Around their lines: 1.2 and 1/6, over 2 + 1.
    near(pooledSd(cases, true), Math.sqrt((1.2 + 1 / 6) / 3), 10);
  });

  test('between cases is that of their means, from three cases on', () => {
    near(
      betweenSd(cases),
      Math.sqrt(((2 - 34 / 9) ** 2 + (16 / 3 - 34 / 9) ** 2 + (4 - 34 / 9) ** 2) / 2),
      10,
    );
    assert.equal(betweenSd(cases.slice(0, 2)), null);
  });
});
