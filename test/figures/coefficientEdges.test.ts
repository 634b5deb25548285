import assert from 'node:assert/strict';
import { bandOf, type BandSystem } from '../../src/engine/agreement/bands';
import { cohenKappa, kappaMax } from '../../src/engine/agreement/cohenKappa';
import { krippendorffAlpha } from '../../src/engine/agreement/krippendorff';
import { fleissKappa, gwetAc1, percentAgreement } from '../../src/engine/agreement/manyRaters';
import { completeRows, judgedRows, pairableRows, type Ratings } from '../../src/engine/agreement/ratings';

function ratings(rows: Ratings['rows'], said: Partial<Ratings> = {}): Ratings {
  const raters = (rows[0] ?? []).map((_, index) => String(index));
  return { raters, rows, categories: ['0', '1', '2', '3', '4'], level: 'nominal', ...said };
}

suite('coefficients of agreement: many raters, weights, and the ends of their range', () => {
  test('Fleiss’ κ of ten subjects and fourteen raters', () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const rows = counts.map((row) =>
      row.flatMap((count, value) => Array.from({ length: count }, () => value)),
    );
    assert.equal(fleissKappa(ratings(rows)).value?.toFixed(3), '0.210');
    assert.equal(fleissKappa(ratings(rows)).n, 10);
  });

  test('AC1 of Krippendorff’s four observers, units that one alone judged counted in the shares', () => {
    // As R's irrCAC prints it.
    const observers = ['012210301...', '0122113014.2', '.2221231140.', '01221330140.'];
    const rows = Array.from({ length: 12 }, (_, unit) =>
      observers.map((row) => (row[unit] === '.' ? null : Number(row[unit]))),
    );
    const found = gwetAc1(ratings(rows));
    assert.deepEqual([found.value?.toFixed(5), found.n], ['0.77544', 11]);
  });

  test('the share of agreement is the mean over pairs of raters, each over the units both judged', () => {
    // 0 and 1 agree on one of two, 0 and 2 on the one they share, 1 and 2 on none of one.
    const rows = [
      [0, 0, null],
      [0, 1, 0],
      [null, null, 2],
    ];
    assert.deepEqual(percentAgreement(ratings(rows)), { value: 0.5, ci: null, n: 2, undefined: null });
    const apart = [
      [0, null, 0],
      [null, 1, null],
    ];
    assert.equal(percentAgreement(ratings(apart)).value, 1, 'a pair that shares no unit has no say');
  });

  test('a row may stand for several units, or for none', () => {
    const given = ratings(
      [
        [0, 0],
        [0, 1],
        [1, 1],
        [1, null],
      ],
      { weights: [3, 1, 0, 5], categories: ['0', '1'] },
    );
    assert.deepEqual([percentAgreement(given).value, percentAgreement(given).n], [0.75, 4]);
    assert.deepEqual([fleissKappa(given).n, gwetAc1(given).n, krippendorffAlpha(given).n], [4, 4, 4]);
    // Shares 7/8 and 1/8: expected 50/64, observed 3/4.
    assert.equal(fleissKappa(given).value, (0.75 - 50 / 64) / (1 - 50 / 64));
    assert.deepEqual(
      [completeRows(given), pairableRows(given), judgedRows(given)].map((rows) => rows.length),
      [2, 2, 3],
    );
  });

  test('one rater, no units, one category: the reason, and of how many units', () => {
    const none = { value: null, ci: null };
    const alone = ratings([[0], [1]]);
    const empty = ratings([], { raters: ['A', 'B'] });
    const single = ratings([[0, 0]], { categories: ['0'] });
    for (const compute of [percentAgreement, fleissKappa, gwetAc1, krippendorffAlpha]) {
      assert.deepEqual(compute(alone), { ...none, n: 0, undefined: 'one-rater' }, compute.name);
      const reason = compute === fleissKappa ? 'no-overlap' : 'no-units';
      assert.deepEqual(compute(empty), { ...none, n: 0, undefined: reason }, compute.name);
    }
    for (const compute of [fleissKappa, gwetAc1, krippendorffAlpha]) {
      assert.deepEqual(compute(single), { ...none, n: 1, undefined: 'one-category' }, compute.name);
    }
    const words = ratings([[0, 1]], { categories: ['low', 'high'], level: 'interval' });
    assert.deepEqual(krippendorffAlpha(words), { ...none, n: 1, undefined: 'not-numeric' });
  });

  test('κ of perfect agreement is 1, with a standard error of nothing', () => {
    const table = [
      [3, 0],
      [0, 5],
    ];
    assert.deepEqual(cohenKappa(table), { value: 1, ci: [1, 1], n: 8, undefined: null });
    assert.equal(kappaMax(table), 1);
    assert.equal(
      kappaMax([
        [0, 0],
        [0, 0],
      ]),
      null,
    );
    assert.equal(
      kappaMax([
        [4, 0],
        [0, 0],
      ]),
      null,
    );
  });

  test('a ratio of nothing to nothing is no difference', () => {
    const given = ratings(
      [
        [0, 0],
        [1, 1],
        [0, 1],
      ],
      { categories: ['0', '-0.0'], level: 'ratio' },
    );
    assert.equal(krippendorffAlpha(given).undefined, 'one-category');
  });
});

suite('bands of coefficients', () => {
  const bounds: Readonly<Record<BandSystem, readonly (readonly [number, string])[]>> = {
    landis_koch: [
      [-1, 'poor'],
      [-0.01, 'poor'],
      [0, 'slight'],
      [0.2, 'slight'],
      [0.21, 'fair'],
      [0.4, 'fair'],
      [0.41, 'moderate'],
      [0.6, 'moderate'],
      [0.61, 'substantial'],
      [0.8, 'substantial'],
      [0.81, 'almost-perfect'],
      [1, 'almost-perfect'],
    ],
    cicchetti: [
      [0.39, 'poor'],
      [0.4, 'fair'],
      [0.59, 'fair'],
      [0.6, 'good'],
      [0.74, 'good'],
      [0.75, 'excellent'],
    ],
    koo_li: [
      [0.49, 'poor'],
      [0.5, 'moderate'],
      [0.74, 'moderate'],
      [0.75, 'good'],
      [0.89, 'good'],
      [0.9, 'excellent'],
    ],
    krippendorff: [
      [0.666, 'not-reliable'],
      [0.667, 'tentative'],
      [0.799, 'tentative'],
      [0.8, 'reliable'],
    ],
  };
  for (const system of ['landis_koch', 'cicchetti', 'koo_li', 'krippendorff'] as const) {
    test(`of ${system} begin where they are published to`, () => {
      for (const [value, band] of bounds[system]) assert.equal(bandOf(system, value), band, String(value));
    });
  }

  test('go by the value as it is printed: with two decimals, by Krippendorff with three', () => {
    assert.equal(bandOf('landis_koch', 0.6051), 'substantial');
    assert.equal(bandOf('landis_koch', 0.6049), 'moderate');
    assert.equal(bandOf('krippendorff', 0.7996), 'reliable');
    assert.equal(bandOf('krippendorff', 0.7994), 'tentative');
  });
});
