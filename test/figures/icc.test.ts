import assert from 'node:assert/strict';
import { icc, type IccForm } from '../../src/engine/agreement/icc';

suite('intraclass correlations', () => {
  test('the ICC of five units and three raters', () => {
    const rows = [
      [1, 3, 2],
      [4, 4, 6],
      [2, 5, 3],
      [7, 6, 4],
      [5, 8, 7],
    ];
    // Reckoned apart from this program, by the formulas of McGraw & Wong.
    const apart: Readonly<Record<IccForm, string>> = {
      '1,1': '0.6000 0.0715 0.9408',
      '2,1': '0.6042 0.0936 0.9409',
      '3,1': '0.6241 0.0577 0.9461',
      '1,k': '0.8182 0.1876 0.9794',
      '2,k': '0.8208 0.2365 0.9795',
      '3,k': '0.8328 0.1552 0.9814',
    };
    const found = Object.entries(icc(rows, 3)).map(([form, { value, ci }]) => [
      form,
      [value, ...(ci ?? [])].map((each) => each?.toFixed(4)).join(' '),
    ]);
    assert.deepEqual(Object.fromEntries(found), apart);
  });

  test('the mean of raters has no lower limit where a single one’s is −1/(k − 1) or less, and so no interval', () => {
    const found = icc(
      [
        [0, 1],
        [2, 2],
        [3, 1],
      ],
      2,
    );
    const [low = 0] = found['2,1'].ci ?? [];
    assert.equal(low.toFixed(4), '-2.0768');
    assert.deepEqual([found['2,k'].value?.toFixed(4), found['2,k'].ci], ['0.2857', null]);
    assert.equal(found['3,k'].ci?.[0].toFixed(4), '-29.3333');
    // Means of units that are all the same tell nothing apart.
    const alike = icc(
      [
        [1, 2],
        [2, 1],
      ],
      2,
    );
    assert.deepEqual([alike['1,1'].value, alike['1,k'].undefined], [-1, 'no-variance']);
  });

  test('raters who agree wholly, or but for a constant, have the value and no interval', () => {
    const same = icc(
      [
        [1, 1],
        [2, 2],
        [4, 4],
      ],
      2,
    );
    for (const { value, ci } of Object.values(same)) assert.deepEqual([value, ci], [1, null]);
    const shifted = icc(
      [
        [1, 2],
        [2, 3],
        [4, 5],
      ],
      2,
    );
    assert.deepEqual([shifted['3,1'].value, shifted['3,1'].ci, shifted['2,1'].ci], [1, null, null]);
    // Mean squares: units 14/3, raters 3/2, nothing left.
    assert.equal(shifted['2,1'].value?.toFixed(4), (14 / 3 / (14 / 3 + 1)).toFixed(4));
  });

  test('an ICC needs two raters, two units, and values that differ', () => {
    const reason = (rows: readonly (readonly number[])[], raters = 2) => icc(rows, raters)['2,k'].undefined;
    assert.equal(reason([[1], [2]], 1), 'one-rater');
    assert.equal(reason([]), 'no-overlap');
    assert.equal(reason([[1, 2]]), 'one-unit');
    assert.equal(
      reason([
        [3, 3],
        [3, 3],
      ]),
      'no-variance',
    );
    assert.equal(
      icc(
        [
          [1, 1],
          [1, 2],
        ],
        2,
      )['2,k'].undefined,
      null,
    );
  });
});
