import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cohenKappa } from '../../src/engine/agreement/cohenKappa';
import { icc } from '../../src/engine/agreement/icc';
import { krippendorffAlpha } from '../../src/engine/agreement/krippendorff';
import { fleissKappa, gwetAc1, percentAgreement } from '../../src/engine/agreement/manyRaters';
import { completeRows, ratingsOf, type Level, type Ratings } from '../../src/engine/agreement/ratings';
import { pabak, scottPi } from '../../src/engine/agreement/scottPi';
import { tableOf } from '../../src/engine/agreement/table';
import { numberRows } from '../unit/numberRows';
import { runs } from './runs';

suite('coefficients of agreement: properties', () => {
  const cell = fc.constantFrom('', '1', '2', '3', '4');
  const table = (raters: number): fc.Arbitrary<string[][]> =>
    fc.array(fc.array(cell, { minLength: raters, maxLength: raters }), { minLength: 1, maxLength: 30 });
  const rated = (cells: string[][], level: Level): Ratings => {
    const found = ratingsOf(
      (cells[0] ?? []).map((_, index) => String(index)),
      cells,
      level,
    );
    assert.ok('rows' in found);
    return found;
  };
  const close = (first: number | null, second: number | null): void => {
    assert.equal(first === null, second === null);
    assert.ok(Math.abs((first ?? 0) - (second ?? 0)) < 1e-9, `${first} and ${second}`);
  };
  const levels = fc.constantFrom<Level>('nominal', 'ordinal', 'interval', 'ratio');

  test('a rater agrees with herself wholly, or it is undefined', () => {
    fc.assert(
      fc.property(table(1), levels, (cells, level) => {
        const ratings = rated(
          cells.map(([value = '']) => [value, value]),
          level,
        );
        const found = [
          krippendorffAlpha(ratings),
          gwetAc1(ratings),
          fleissKappa(ratings),
          percentAgreement(ratings),
        ];
        for (const { value } of found) assert.ok(value === null || Math.abs(value - 1) < 1e-12);
      }),
      runs(25),
    );
  });

  test('who is called first changes nothing', () => {
    fc.assert(
      fc.property(table(2), levels, (cells, level) => {
        const ratings = rated(cells, level);
        const turned = rated(
          cells.map((row) => row.toReversed()),
          level,
        );
        for (const compute of [krippendorffAlpha, gwetAc1, fleissKappa, percentAgreement]) {
          close(compute(ratings).value, compute(turned).value);
        }
        const tables = [ratings, turned].map((each) => tableOf(completeRows(each), each.categories.length));
        const [first = [], second = []] = tables;
        for (const compute of [cohenKappa, scottPi, pabak])
          close(compute(first).value, compute(second).value);
      }),
      runs(25),
    );
  });

  test('α of two coders without gaps approaches Scott’s π as units are added, and is (1 − π)/2n nearer to 1', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 2, maxLength: 40 }), (rows) => {
        const ratings: Ratings = { raters: ['A', 'B'], rows, categories: ['0', '1', '2'], level: 'nominal' };
        const pi = scottPi(tableOf(completeRows(ratings), 3)).value;
        const alpha = krippendorffAlpha(ratings).value;
        if (pi !== null) close(alpha, pi + (1 - pi) / (2 * rows.length));
      }),
      runs(25),
    );
  });

  test('Fleiss’s κ of two raters is Scott’s π', () => {
    fc.assert(
      fc.property(table(2), (cells) => {
        const ratings = rated(cells, 'nominal');
        close(
          fleissKappa(ratings).value,
          scottPi(tableOf(completeRows(ratings), ratings.categories.length)).value,
        );
      }),
      runs(25),
    );
  });

  test('none is ever NaN, whatever the gaps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }).chain(table), levels, (cells, level) => {
        const ratings = rated(cells, level);
        const rows = numberRows(ratings);
        const all = [
          ...[krippendorffAlpha, gwetAc1, fleissKappa, percentAgreement].map((compute) => compute(ratings)),
          ...Object.values(icc(rows, ratings.raters.length)),
        ];
        for (const { value, ci, undefined: reason } of all) {
          assert.equal(value === null, reason !== null);
          for (const number of [value ?? 0, ...(ci ?? [])]) assert.ok(Number.isFinite(number));
        }
      }),
      runs(30),
    );
  });
});
