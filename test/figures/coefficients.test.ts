import assert from 'node:assert/strict';
import { cohenKappa, kappaMax, standardError } from '../../src/engine/agreement/cohenKappa';
import type { Coefficient } from '../../src/engine/agreement/coefficient';
import { icc, meanSquares } from '../../src/engine/agreement/icc';
import { krippendorffAlpha } from '../../src/engine/agreement/krippendorff';
import { fleissKappa, gwetAc1, percentAgreement } from '../../src/engine/agreement/manyRaters';
import { completeRows, ratingsOf, type Level, type Ratings } from '../../src/engine/agreement/ratings';
import { pabak, scottPi } from '../../src/engine/agreement/scottPi';
import { statsOf } from '../../src/engine/agreement/stats';
import { observedAgreement, tableOf, type Table } from '../../src/engine/agreement/table';
import { weightedKappa } from '../../src/engine/agreement/weightedKappa';
import { fProbability, fQuantile } from '../../src/engine/statistics/fDistribution';
import { numberRows } from '../unit/numberRows';

/** The value to so many digits, as published. */
function digits({ value, undefined: reason }: Coefficient, count: number): string {
  return value === null ? String(reason) : value.toFixed(count);
}

/** Ratings of two raters that make this table. */
function fromTable(table: Table): Ratings {
  const rows = table.flatMap((counts, first) =>
    counts.flatMap((count, second) => Array.from({ length: count }, () => [first, second])),
  );
  return { raters: ['A', 'B'], rows, categories: table.map((_, index) => String(index)), level: 'nominal' };
}

function matrix(raters: readonly string[], level: Level): Ratings {
  const columns = raters.map((row) => row.split(' ').map((value) => (value === '.' ? '' : value)));
  const units = columns[0]?.map((_, unit) => columns.map((column) => column[unit] ?? '')) ?? [];
  const ratings = ratingsOf(
    raters.map((_, index) => String(index)),
    units,
    level,
  );
  assert.ok('rows' in ratings);
  return ratings;
}

suite('coefficients of agreement: published examples', () => {
  const published: readonly {
    readonly table: Table;
    readonly observed: string;
    readonly kappa: string;
    readonly error?: string;
    readonly max?: string;
    readonly ac1: string;
    readonly weighted?: readonly [string, string];
  }[] = [
    {
      table: [
        [118, 5],
        [2, 0],
      ],
      observed: '0.944',
      kappa: '-0.0234',
      ac1: '0.9408',
    },
    {
      table: [
        [40, 9],
        [6, 45],
      ],
      observed: '0.850',
      kappa: '0.6995',
      error: '0.0714',
      max: '0.9399',
      ac1: '0.7007',
    },
    {
      table: [
        [8, 4],
        [3, 185],
      ],
      observed: '0.965',
      kappa: '0.6771',
      error: '0.1147',
      ac1: '0.9607',
    },
    {
      table: [
        [20, 4, 1, 0, 0],
        [5, 15, 3, 1, 0],
        [1, 4, 18, 4, 1],
        [0, 1, 4, 10, 2],
        [0, 0, 1, 2, 6],
      ],
      observed: '0.670',
      kappa: '0.5759',
      ac1: '0.5902',
      weighted: ['0.7243', '0.8410'],
    },
  ];

  for (const { table, observed, kappa, error, max, ac1, weighted } of published) {
    test(`κ ${kappa} and AC1 ${ac1}`, () => {
      const found = cohenKappa(table);
      assert.equal(observedAgreement(table).toFixed(3), observed);
      assert.equal(percentAgreement(fromTable(table)).value?.toFixed(3), observed);
      assert.equal(digits(found, 4), kappa);
      assert.equal(digits(gwetAc1(fromTable(table)), 4), ac1);
      if (error !== undefined) assert.equal(standardError(table, found.value ?? 0).toFixed(4), error);
      if (max !== undefined) assert.equal(kappaMax(table)?.toFixed(4), max);
      if (weighted) {
        assert.deepEqual(
          [digits(weightedKappa(table, 'linear'), 4), digits(weightedKappa(table, 'quadratic'), 4)],
          weighted,
        );
      }
    });
  }

  test('the interval of a rare code', () => {
    const { ci } = cohenKappa([
      [8, 4],
      [3, 185],
    ]);
    assert.deepEqual(
      ci?.map((limit) => limit.toFixed(2)),
      ['0.45', '0.90'],
    );
  });

  test('weighted κ is for two raters, categories in an order, and more than one of them used', () => {
    const of = (level: Level, ...raters: readonly string[]): string =>
      digits(statsOf(matrix(raters, level)).weighted_kappa_linear, 4);
    // Observed 5/6; expected: margins 1/3 each of the first, 1/3 and 2/3 of the second: 11/18.
    assert.equal(of('ordinal', '1 2 3', '1 2 2'), '0.5714');
    assert.equal(of('nominal', '1 2 3', '1 2 2'), 'not-ordered');
    assert.equal(of('ordinal', '1 2 3'), 'one-rater');
    assert.equal(
      digits(
        weightedKappa(
          [
            [5, 0],
            [0, 0],
          ],
          'linear',
        ),
        4,
      ),
      'one-category',
    );
  });

  test('Krippendorff’s example of four observers, twelve units, gaps', () => {
    const observers = [
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    ];
    const at = (level: Level): string => digits(krippendorffAlpha(matrix(observers, level)), 3);
    assert.deepEqual(
      [at('nominal'), at('ordinal'), at('interval'), at('ratio')],
      ['0.743', '0.815', '0.849', '0.797'],
    );
    assert.equal(krippendorffAlpha(matrix(observers, 'nominal')).n, 11);
  });

  test('Shrout and Fleiss’s six targets and four judges', () => {
    const rows = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ];
    const { msr, msc, mse } = meanSquares(rows);
    assert.deepEqual(
      [msr, msc, mse].map((value) => value.toFixed(4)),
      ['11.2417', '32.4861', '1.0194'],
    );
    const found = icc(rows, 4);
    assert.deepEqual(
      Object.values(found).map((each) => digits(each, 3)),
      ['0.166', '0.290', '0.715', '0.443', '0.620', '0.909'],
    );
    // As R's psych::ICC prints them.
    const limits = Object.entries(found).map(([form, { ci }]) => {
      const [low = NaN, high = NaN] = ci ?? [];
      return `${form}: ${low.toFixed(3)} ${high.toFixed(3)}`;
    });
    assert.deepEqual(limits, [
      '1,1: -0.133 0.723',
      '2,1: 0.019 0.761',
      '3,1: 0.342 0.946',
      '1,k: -0.884 0.912',
      '2,k: 0.071 0.927',
      '3,k: 0.676 0.986',
    ]);
    assert.ok(Object.values(found).every(({ n }) => n === 6));
  });

  test('quantiles of F, as tables print them', () => {
    assert.equal(fQuantile(0.975, 5, 15).toFixed(3), '3.576');
    assert.equal(fQuantile(0.95, 1, 10).toFixed(3), '4.965');
    assert.equal(fQuantile(0.95, 120, 60).toFixed(3), '1.467');
    for (const p of [0.01, 0.5, 0.999]) {
      assert.ok(Math.abs(fProbability(fQuantile(p, 3.7, 211.5), 3.7, 211.5) - p) < 1e-10);
    }
  });
});

suite('coefficients of agreement: undefined, and why', () => {
  const allSame = matrix(['1 1 1', '1 1 1'], 'interval');

  test('one category throughout: chance agreement is certain', () => {
    const table = tableOf(completeRows(allSame), 1);
    for (const each of [cohenKappa(table), scottPi(table), pabak(table), weightedKappa(table, 'linear')]) {
      assert.deepEqual(each, { value: null, ci: null, n: 3, undefined: 'one-category' });
    }
    assert.equal(krippendorffAlpha(allSame).undefined, 'one-category');
    assert.equal(fleissKappa(allSame).undefined, 'one-category');
    assert.equal(gwetAc1(allSame).undefined, 'one-category');
    assert.equal(icc(numberRows(allSame), 2)['2,1'].undefined, 'no-variance');
    assert.equal(percentAgreement(allSame).value, 1);
  });

  test('nobody judged the same unit', () => {
    const apart = matrix(['1 . 2 .', '. 1 . 2'], 'nominal');
    assert.equal(krippendorffAlpha(apart).undefined, 'no-units');
    assert.equal(percentAgreement(apart).undefined, 'no-units');
    assert.equal(gwetAc1(apart).undefined, 'no-units');
    assert.equal(fleissKappa(apart).undefined, 'no-overlap');
    assert.equal(icc(numberRows(apart), 2)['1,1'].undefined, 'no-overlap');
    assert.equal(cohenKappa(tableOf([], 2)).undefined, 'no-overlap');
  });

  test('one rater, one unit, words where numbers are needed', () => {
    assert.equal(krippendorffAlpha(matrix(['1 2'], 'nominal')).undefined, 'one-rater');
    assert.equal(icc([[1, 2]], 2)['2,1'].undefined, 'one-unit');
    assert.equal(krippendorffAlpha(matrix(['a b', 'a a'], 'interval')).undefined, 'not-numeric');
  });

  test('units that do not differ: no reliability of a mean, and no infinite limits', () => {
    const found = icc(
      [
        [1, 3, 3],
        [3, 2, 2],
        [1, 2, 4],
      ],
      3,
    );
    assert.equal(found['1,k'].undefined, 'no-variance');
    for (const { ci } of Object.values(found)) assert.ok((ci ?? []).every(Number.isFinite));
  });

  test('a value that is none of the categories is named', () => {
    assert.deepEqual(ratingsOf(['A', 'B'], [['1', '7']], 'nominal', ['1', '2']), { unknown: '7' });
  });
});
