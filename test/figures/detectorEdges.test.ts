import * as assert from 'node:assert/strict';
import { changePointOf } from '../../src/engine/trajectory/detectors/changePoint';
import { changePointsOf } from '../../src/engine/trajectory/detectors/changePoints';
import { dropsOf } from '../../src/engine/trajectory/detectors/criterion';
import { piecewiseSlopes } from '../../src/engine/trajectory/detectors/piecewise';
import { suddenChanges } from '../../src/engine/trajectory/detectors/suddenChange';
import { xmrOutside } from '../../src/engine/trajectory/detectors/xmr';
import { crossed } from '../../src/engine/trajectory/crossTable';
import { measured } from './detectors';
import { trajectory, worked } from './trajectories';

const asked = { permutations: 99, seed: 1, alpha: 0.05 };

suite('methods over series that leave nothing to reckon', () => {
  const same = measured([5, 5, 5, 5, 5, 5, 5, 5]);

  test('say that nothing varies', () => {
    assert.equal(changePointOf(same, asked).undefined, 'no-variation');
    assert.equal(changePointsOf(same, { penalty: 2, min_length: 2 }).undefined, 'no-variation');
    const norm = { sd: 1, r: 1, source: null };
    const criterion = {
      k: [1],
      residual: false,
      descent: 'single',
      rho: 0,
      partial: 0.5,
      within: null,
    } as const;
    const given = { ...criterion, sigma: 's-diff', bridge: true, norm, pooled: null } as const;
    assert.equal(dropsOf(same, given).undefined, 'no-variation');
  });

  test('have no F where a break leaves no error', () => {
    const step = changePointOf(measured([1, 1, 1, 1, 5, 5, 5, 5]), asked).estimates;
    assert.deepEqual([step?.after, step?.sse_two, step?.f], [4, 0, null]);
    const tent = piecewiseSlopes(measured([0, 1, 2, 3, 4, 3, 2, 1, 0]), asked).estimates;
    assert.deepEqual([tent?.sse_two, tent?.f], [0, null]);
  });

  test('expect nothing of a table without a turn', () => {
    const { expected, residual } = crossed([
      [0, 0],
      [0, 0],
    ]);
    assert.deepEqual([expected, residual.value], [0, null]);
  });
});

suite('methods over series with gaps and ties', () => {
  const given = { least: 0.9, relative: false, stable: true, around: 3, norm: null } as const;
  const steps = (values: readonly (number | null)[], bridge: boolean): number[] =>
    suddenChanges(measured(values), { ...given, bridge }).findings.map(({ from }) => from);

  test('a step over a missed session counts only where that is asked; far ones are no neighbours', () => {
    assert.deepEqual(steps([4, 4.1, 4, null, 6, 6.1, 6], true), [3]);
    assert.deepEqual(steps([4, 4.1, 4, null, 6, 6.1, 6], false), []);
    assert.deepEqual(steps([4, 4.1, 4, 6, 6.1, 6], false), [3]);
    // Behind the step only one session is near.
    assert.deepEqual(steps([4, 4.1, 4, 6, null, null, null, 6.1, 6], true), [3]);
    assert.deepEqual(steps([4, 4.1, 4, 6, null, null, null, 6.1, 6], false), []);
    assert.deepEqual(steps([4, 4.1, null, null, null, 4, 6, 6.1, 6], false), []);
  });

  test('overlapping threes on one side are one run', () => {
    const values = [5, 5, 5, 5, 5.2, 5, 5, 5, 7, 7, 7, 5, 5, 5, 5, 5];
    const { findings } = xmrOutside(measured(values), { baseline: 8, rules: ['two-of-three'], bridge: true });
    assert.deepEqual(
      findings.flatMap((each) => (each.kind === 'run' ? [[each.from, each.to, each.direction]] : [])),
      [[9, 11, 'better']],
    );
  });

  test('two values of one session are taken in their order of size', () => {
    const points = [3, 1, 2].map((value) => ({ x: 1, value }));
    const later = [2, 3, 4, 5, 6].map((x) => ({ x, value: 5 }));
    const of = (all: typeof points): unknown =>
      changePointsOf({ ...measured([]), points: all }, { penalty: 2, min_length: 2 }).estimates;
    assert.deepEqual(of([...points, ...later]), of([...later, ...points.toReversed()]));
  });
});

suite('what follows a rupture', () => {
  test('is not counted where the study does not ask', () => {
    assert.deepEqual(trajectory({}, worked, { followWithin: null }).sequences, []);
    assert.equal(trajectory({}, worked, { followWithin: 3 }).sequences.length, 2);
  });
});
