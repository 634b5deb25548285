import * as assert from 'node:assert/strict';
import { changePointOf } from '../../src/engine/trajectory/detectors/changePoint';
import { changePointsOf } from '../../src/engine/trajectory/detectors/changePoints';
import { centredValues } from '../../src/engine/trajectory/detectors/centring';
import { piecewiseSlopes } from '../../src/engine/trajectory/detectors/piecewise';
import { reliableChanges } from '../../src/engine/trajectory/detectors/reliableChange';
import { shapeOf } from '../../src/engine/trajectory/detectors/shape';
import { suddenChanges, type SuddenGiven } from '../../src/engine/trajectory/detectors/suddenChange';
import { tukeyOutside } from '../../src/engine/trajectory/detectors/tukey';
import { xmrOutside } from '../../src/engine/trajectory/detectors/xmr';
import { measured, near, sixteen } from './detectors';

const series = measured(sixteen);
const asked = { permutations: 1999, seed: 1, alpha: 0.05 };

suite('the shape of a series', () => {
  const shape = (values: readonly (number | null)[], between: number | null = null) =>
    shapeOf(measured(values), { alpha: 0.05, label_from: 8, sd_between: between });
  const labelOf = (values: readonly number[], between: number | null = null): string | null => {
    const { estimates } = shape(values, between);
    return estimates?.label ?? estimates?.unlabelled ?? null;
  };

  test('is that of the worked example', () => {
    const { n, estimates } = shape(sixteen);
    assert.equal(n, 16);
    near(estimates?.mean, 5.3, 4);
    near(estimates?.sd, 0.5508, 4);
    near(estimates?.linear.b1.value, 0.03044, 5);
    near(estimates?.linear.b1.se, 0.0298, 4);
    near(estimates?.linear.b1.p, 0.325, 3);
    near(estimates?.linear.residual_sd, 0.55, 4);
    near(estimates?.quadratic?.b2.value, 0.00879, 5);
    near(estimates?.quadratic?.b2.se, 0.0071, 4);
    near(estimates?.quadratic?.b2.p, 0.241, 3);
    near(estimates?.quadratic?.b1.value, 0.03044, 5);
    near(estimates?.quadratic?.b0, 5.1132, 4);
    near(estimates?.quadratic?.residual_sd, 0.5402, 4);
  });

  test('has a name from eight sessions on', () => {
    const wobble = [0.1, -0.1, 0.05, -0.05, 0.1, -0.1, 0.02, 0];
    const of = (shaped: (t: number) => number): number[] =>
      wobble.map((noise, index) => shaped(index - 3.5) + noise);
    assert.equal(labelOf(of((t) => 4 + 0.3 * t)), 'growing');
    assert.equal(labelOf(of((t) => 4 - 0.3 * t)), 'declining');
    assert.equal(labelOf(of((t) => 3 + 0.2 * t * t)), 'u');
    assert.equal(labelOf(of((t) => 6 - 0.2 * t * t)), 'inverted-u');
    assert.equal(labelOf(of((t) => 6 - 0.2 * t * t).slice(0, 7)), 'too-few-sessions');
    // It turns within the sessions, but not in the middle 60 % of them.
    assert.equal(labelOf(of((t) => 3 + 0.1 * (t + 3) ** 2)), 'growing');
    // It bends, but turns behind its end: it only rises ever faster.
    assert.equal(labelOf(of((t) => 1 + 0.05 * (t + 6) ** 2)), 'growing');
  });

  test('is stable where it varies by less than half of what cases differ, as far as that is known', () => {
    const flat = [5, 5.2, 4.9, 5, 5.1, 4.8, 5.1, 5];
    assert.equal(labelOf(flat, 1), 'stable');
    assert.equal(labelOf(flat, 0.2), 'none');
    assert.equal(labelOf(flat), 'no-sd-between');
    assert.equal(labelOf([5, 5, 5, 5, 5, 5, 5, 5], 1), 'stable');
  });

  test('needs four sessions for a line and six for a curve', () => {
    assert.equal(shape([5, 6, 5]).undefined, 'too-few-sessions');
    assert.equal(shape([5, 6, 5, 6]).estimates?.quadratic, null);
    assert.notEqual(shape([5, 6, 5, 6, 5, 6]).estimates?.quadratic, null);
  });
});

suite('reliable change', () => {
  const norm = { sd: 0.9, r: 0.87, source: null };
  const parameters = { z: 1.96, against: 'previous', bridge: true, norm } as const;

  test('is that of the worked example', () => {
    const { estimates, findings } = reliableChanges(series, parameters);
    near(estimates?.se, 0.3245, 4);
    near(estimates?.s_diff, 0.4589, 4);
    near(estimates?.smallest, 0.8995, 4);
    assert.deepEqual(
      findings.map(({ from, to, rc, direction }) => `${from}→${to} ${rc.toFixed(3)} ${direction}`),
      ['4→5 -2.833 worse', '5→6 2.397 better', '12→13 2.724 better'],
    );
  });

  test('may be reckoned from the first session, and knows which way is good', () => {
    const phq = measured([17, 16, 12, 6], { better: 'lower' });
    const { estimates, findings } = reliableChanges(phq, {
      ...parameters,
      against: 'first',
      norm: { sd: 5.6, r: 0.86, source: 'a norm table' },
    });
    assert.deepEqual(
      findings.map(({ from, to, direction }) => [from, to, direction]),
      [[1, 4, 'better']],
    );
    assert.equal(estimates?.first_to_last.reliable, true);
  });

  test('is not reckoned without a norm', () => {
    assert.equal(reliableChanges(series, { ...parameters, norm: null }).undefined, 'no-norm');
    const certain = { sd: 0.9, r: 1, source: null };
    assert.equal(reliableChanges(series, { ...parameters, norm: certain }).undefined, 'no-variation');
  });
});

suite('control charts', () => {
  test('have the limits of the worked example', () => {
    const { estimates, findings } = xmrOutside(series, { baseline: 'all', rules: [], bridge: true });
    near(estimates?.mr, 0.42, 2);
    near(estimates?.lcl, 4.1828, 4);
    near(estimates?.ucl, 6.4172, 4);
    near(estimates?.mr_ucl, 1.3721, 4);
    near(estimates?.lower_2sigma, 4.5553, 4);
    assert.deepEqual(findings, []);
  });

  test('take limits from a baseline, and see what lies beyond them', () => {
    const { estimates, findings, cautions } = xmrOutside(series, { baseline: 4, rules: [], bridge: true });
    assert.equal(estimates?.baseline_n, 4);
    assert.deepEqual(cautions, ['few-baseline-sessions']);
    assert.deepEqual(findings.filter(({ kind }) => kind === 'outside').slice(0, 2), [
      { kind: 'outside', x: 5, side: 'below', direction: 'worse' },
      { kind: 'outside', x: 11, side: 'below', direction: 'worse' },
    ]);
    assert.deepEqual(
      findings.find(({ kind }) => kind === 'jump'),
      {
        kind: 'jump',
        from: 4,
        to: 5,
        range: 5.6 - 4.3,
        direction: 'worse',
      },
    );
  });

  test('follow run rules where they are asked for', () => {
    const runs = (values: readonly number[], rule: 'eight-on-one-side' | 'two-of-three' | 'six-in-a-row') =>
      xmrOutside(measured(values), { baseline: 'all', rules: [rule], bridge: true }).findings.flatMap(
        (each) => (each.kind === 'run' ? `${each.from}–${each.to} ${each.direction}` : []),
      );
    assert.deepEqual(runs([1, 2, 1, 2, 1, 2, 1, 2, 6, 7, 6, 7, 6, 7, 6, 7], 'eight-on-one-side'), [
      '1–8 worse',
      '9–16 better',
    ]);
    assert.deepEqual(runs([4, 4, 1, 2, 3, 4, 5, 6, 4, 4], 'six-in-a-row'), ['3–8 better']);
    assert.deepEqual(runs(sixteen, 'two-of-three'), ['11–12 worse']);
    assert.deepEqual(runs(sixteen, 'eight-on-one-side'), []);
  });

  test('by Tukey have the limits of the worked example', () => {
    const { estimates, findings } = tukeyOutside(series, { baseline: 'all', fence: 1.5 });
    near(estimates?.q1, 5.05, 2);
    near(estimates?.q3, 5.6625, 4);
    near(estimates?.lcl, 4.13125, 5);
    assert.deepEqual(findings, []);
    const low = tukeyOutside(measured([5, 5.2, 5.1, 5, 5.3, 2]), { baseline: 'all', fence: 1.5 });
    assert.deepEqual(low.findings, [{ kind: 'outside', x: 6, side: 'below', direction: 'worse' }]);
  });
});

suite('partitioning', () => {
  test('finds the one change of level of the worked example, with the p of a permutation', () => {
    const { estimates, findings } = changePointOf(series, asked);
    near(estimates?.sse_one, 4.55, 2);
    near(estimates?.sse_two, 3.08, 2);
    near(estimates?.f, 6.68, 2);
    near(estimates?.mean_before, 5.125, 3);
    near(estimates?.mean_after, 5.825, 3);
    assert.equal(estimates?.after, 12);
    // The F distribution would give .02; a search over thirteen places finds as much by chance far more often.
    assert.ok((estimates.p ?? 0) > 0.05 && (estimates.p ?? 1) < 0.3, String(estimates.p));
    assert.deepEqual(findings, []);
  });

  test('has one p for one seed, about the same for another, and none unasked', () => {
    const p = (seed: number): number => changePointOf(series, { ...asked, seed }).estimates?.p ?? 0;
    assert.equal(p(7), p(7));
    assert.ok(Math.abs(p(7) - p(8)) < 0.03);
    assert.equal(changePointOf(series, { ...asked, permutations: 0 }).estimates?.p, null);
  });

  test('finds a clear change of level', () => {
    const { findings } = changePointOf(measured([3, 3.1, 2.9, 3, 3.1, 5, 5.1, 4.9, 5, 5.1]), asked);
    assert.deepEqual(
      findings.map(({ after, direction }) => [after, direction]),
      [[5, 'better']],
    );
  });

  test('finds the several changes of the worked example', () => {
    const { estimates, findings } = changePointsOf(series, { penalty: 2, min_length: 2 });
    near(estimates?.penalty, 0.7688, 4);
    assert.deepEqual(
      findings.map(({ after, direction }) => [after, direction]),
      [
        [10, 'worse'],
        [12, 'better'],
      ],
    );
  });

  test('finds where a slope breaks, and takes no steady trend for a break', () => {
    const noise = [0.1, -0.1, 0, 0.1, -0.1, 0.05, -0.05, 0.1, -0.1, 0, 0.05, -0.05];
    const tent = noise.map((each, t) => each + (t < 6 ? t : 11 - t));
    const { estimates, findings } = piecewiseSlopes(measured(tent), asked);
    assert.equal(estimates?.after, 6);
    near(estimates.slope_before, 1, 1);
    near(estimates.slope_after, -1, 1);
    assert.deepEqual(
      findings.map(({ after, direction }) => [after, direction]),
      [[6, 'worse']],
    );
    assert.deepEqual(piecewiseSlopes(measured(noise.map((each, t) => each + t)), asked).findings, []);
  });
});

suite('sudden gains and losses', () => {
  const all: SuddenGiven = { least: 0.9, relative: 0.25, stable: true, around: 3, bridge: true, norm: null };
  const steps = (said: Partial<SuddenGiven>, one = series): string[] =>
    suddenChanges(one, { ...all, ...said }).findings.map(
      ({ from, to, direction }) => `${from}→${to} ${direction}`,
    );

  test('are those of the worked example', () => {
    assert.deepEqual(steps({}), ['12→13 better']);
    assert.deepEqual(steps({ stable: false }), ['5→6 better', '12→13 better']);
  });

  test('leave a criterion out that is switched off, losses being the mirror', () => {
    assert.deepEqual(steps({ relative: false, stable: false }), ['4→5 worse', '5→6 better', '12→13 better']);
    assert.deepEqual(steps({ least: false }), ['12→13 better']);
    const falling = measured(sixteen.map((value) => 8 - value));
    assert.deepEqual(steps({ relative: false }, falling), ['12→13 worse']);
  });

  test('ask for what Student’s t asks for with three, and with fewer sessions on a side', () => {
    const [gain] = suddenChanges(series, all).findings;
    near(gain?.mean_before, 4.55, 2);
    near(gain?.mean_after, 5.767, 3);
    /** Over the pooled SD of both sides. */
    const t = (values: readonly number[], squares: number): number => {
      const found = suddenChanges(measured(values), { ...all, relative: false }).findings[0];
      return (found?.needed ?? 0) / Math.sqrt(squares / (values.length - 2));
    };
    near(t([4, 4.1, 4.2, 6, 6.1, 6.2], 0.04), 2.776, 3);
    near(t([4, 4.1, 6, 6.1, 6.2], 0.025), 3.182, 3);
    near(t([4, 4.1, 6, 6.1], 0.01), 4.303, 3);
  });

  test('are not judged with one session on a side', () => {
    const { estimates, findings } = suddenChanges(measured([4, 6, 6.1, 6.2]), { ...all, relative: false });
    assert.deepEqual([estimates?.not_judged, findings], [1, []]);
  });

  test('take a reliable change for large, or say that they cannot', () => {
    assert.equal(suddenChanges(series, { ...all, least: 'reliable' }).undefined, 'no-norm');
    const norm = { sd: 0.9, r: 0.87, source: null };
    near(suddenChanges(series, { ...all, least: 'reliable', norm }).estimates?.least, 0.8995, 4);
    assert.equal(suddenChanges(measured([-1, 0, 1, 2]), all).undefined, 'not-positive');
  });
});

suite('centring on the person’s mean', () => {
  test('takes values apart into within, between and lagged', () => {
    const { between, points } = centredValues(measured([4, 5, null, 6]));
    assert.equal(between, 5);
    assert.deepEqual(points, [
      { x: 1, within: -1, lagged: null },
      { x: 2, within: 0, lagged: 4 },
      { x: 4, within: 1, lagged: null },
    ]);
  });
});
