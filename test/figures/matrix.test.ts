import assert from 'node:assert/strict';
import { numbersOf, ratingsOf, type Level, type Ratings } from '../../src/engine/agreement/ratings';
import { readMatrix, statsOf, type MatrixFault } from '../../src/engine/agreement/stats';

function read(csv: string, level: Level = 'nominal', categories: readonly string[] | null = null): Ratings {
  const found = readMatrix(csv, level, categories);
  assert.ok('rows' in found, JSON.stringify(found));
  return found;
}

suite('a matrix of ratings', () => {
  test('has raters in its first row and a unit in each other, an empty cell where nobody judged', () => {
    assert.deepEqual(read('A,B\n1,2\n,3\n'), {
      raters: ['A', 'B'],
      rows: [
        [0, 1],
        [null, 2],
      ],
      categories: ['1', '2', '3'],
      level: 'nominal',
    });
  });

  test('may begin with a byte order mark and a column of ids, and may have blank lines and blanks', () => {
    const plain = read('A,B\n1,2\n2,2');
    for (const csv of [
      '\ufeffA,B\n1,2\n2,2\n',
      'unit,A,B\nu1,1,2\nu2,2,2\n',
      ' Unit ,A,B\nu1,1,2\nu2,2,2\n',
      'A, B \r\n 1,2\r\n\r\n  \r\n2,"2"\r\n',
    ]) {
      assert.deepEqual(read(csv), plain, csv);
    }
    assert.deepEqual(read('A\n1\n\n2\n').rows, [[0], [1]], 'of one rater, too, a blank line is no unit');
    assert.deepEqual(read('A;B\n"x,y";z\n').raters, ['A;B'], 'only commas divide');
  });

  const faults: readonly [csv: string, level: Level, fault: MatrixFault][] = [
    ['', 'nominal', { kind: 'no-raters' }],
    [' , \n1,2\n', 'nominal', { kind: 'no-raters' }],
    ['unit\nu1\n', 'nominal', { kind: 'no-raters' }],
    ['A,B\n', 'nominal', { kind: 'no-rows' }],
    ['A,B\n\n  \n', 'nominal', { kind: 'no-rows' }],
    ['A,B, A\n1,2,3\n', 'nominal', { kind: 'twice', rater: 'A' }],
    ['A,B\n1,2,3\n', 'nominal', { kind: 'ragged', line: 2, cells: 3, expected: 2 }],
    ['unit,A,B\nu1,1,2\n\nu2,1\n', 'nominal', { kind: 'ragged', line: 4, cells: 2, expected: 3 }],
    ['A,B\n1,low\n', 'interval', { kind: 'not-numeric', value: 'low' }],
    ['A,B\n1,low\n', 'ratio', { kind: 'not-numeric', value: 'low' }],
  ];
  for (const [csv, level, fault] of faults) {
    test(`${JSON.stringify(csv)} cannot be read: ${fault.kind}`, () => {
      assert.deepEqual(readMatrix(csv, level), fault);
    });
  }

  test('has no other categories than those given, in the order given', () => {
    const given = ['low', 'mid', 'high'];
    assert.deepEqual(read('A,B\nhigh,low\n', 'ordinal', given).rows, [[2, 0]]);
    assert.deepEqual(read('A,B\nhigh,low\n', 'ordinal', given).categories, given);
    assert.deepEqual(readMatrix('A,B\nhigh,none\n', 'ordinal', given), {
      kind: 'unknown-category',
      value: 'none',
    });
  });
});

suite('categories of ratings', () => {
  const categories = (...cells: readonly string[]): readonly string[] => {
    const found = ratingsOf(
      ['A'],
      cells.map((cell) => [cell]),
      'nominal',
    );
    return 'rows' in found ? found.categories : [];
  };

  test('stand in the order of numbers where all are numbers, else in that of letters', () => {
    assert.deepEqual(categories('10', '9', '-1', '.5'), ['-1', '.5', '9', '10']);
    assert.deepEqual(categories('10', '9', 'x'), ['10', '9', 'x']);
    assert.deepEqual(categories('b', 'c', 'a'), ['a', 'b', 'c']);
  });

  test('that are one number are one category, called as it is written first', () => {
    assert.deepEqual(categories('1.0', '1', '2'), ['1.0', '2']);
    const found = ratingsOf(['A', 'B'], [['1', ' 1.0 '], ['1e0', '2'], ['2']], 'ratio');
    assert.deepEqual('rows' in found && found.rows, [
      [0, 0],
      [0, 1],
      [1, null],
    ]);
  });

  test('are numbers where they are written as finite ones', () => {
    const number = (text: string): number | undefined =>
      numbersOf({ raters: [], rows: [], categories: [text], level: 'ratio' })?.[0];
    const numbers = {
      '1': 1,
      '+1': 1,
      '-12': -12,
      '1.': 1,
      '1.25': 1.25,
      '.5': 0.5,
      '1e3': 1000,
      '1.5E-3': 0.0015,
      '12e+10': 12e10,
      ' 2 ': 2,
    };
    for (const [text, value] of Object.entries(numbers)) assert.equal(number(text), value, text);
    const words = ['', '.', '-', '1,5', '0x1', '1e', 'e3', 'Infinity', '1 2', '1x', 'x1'];
    for (const text of words) assert.equal(number(text), undefined, text);
    assert.equal(numbersOf({ raters: [], rows: [], categories: ['1', 'x'], level: 'ratio' }), null);
  });
});

suite('all coefficients of a matrix', () => {
  const said = (csv: string, level: Level): Record<string, unknown> => {
    const { icc, ...others } = statsOf(read(csv, level));
    const all = Object.entries({ ...others, icc: icc['2,1'] });
    return Object.fromEntries(
      all.map(([name, found]) => [
        name,
        typeof found === 'number' ? found : (found.value?.toFixed(4) ?? found.undefined),
      ]),
    );
  };

  test('of two raters', () => {
    const csv = 'A,B\n1,1\n2,2\n3,2\n3,\n';
    // Observed 2/3; expected by the margins of both 3/9, by those together (2² + 3² + 1²) / 36.
    const common = {
      units: 4,
      raters: 2,
      percent: '0.6667',
      cohen_kappa: '0.5000',
      scott_pi: '0.4545',
      fleiss_kappa: '0.4545',
      pabak: '0.5000',
    };
    const nominal = said(csv, 'nominal');
    assert.deepEqual({ ...nominal, ...common }, nominal);
    assert.deepEqual(
      [nominal['weighted_kappa_linear'], nominal['weighted_kappa_quadratic'], nominal['icc']],
      ['not-ordered', 'not-ordered', 'not-numeric'],
    );
    const ordinal = said(csv, 'ordinal');
    assert.deepEqual({ ...ordinal, ...common }, ordinal);
    // Mean squares: of units 7/6, of raters 1/6, of what is left 1/6: (7/6 − 1/6) / (7/6 + 1/6).
    assert.deepEqual(
      [ordinal['weighted_kappa_linear'], ordinal['weighted_kappa_quadratic'], ordinal['icc']],
      ['0.5714', '0.6667', '0.7500'],
    );
    assert.equal(said('A,B\nlow,low\nhigh,low\n', 'ordinal')['icc'], 'not-numeric');
  });

  test('of one rater and of three, those for two are left out and the reason is said', () => {
    const two = ['cohen_kappa', 'weighted_kappa_linear', 'weighted_kappa_quadratic', 'scott_pi', 'pabak'];
    const reasons = (csv: string): Set<unknown> => {
      const found = said(csv, 'ordinal');
      return new Set(two.map((name) => found[name]));
    };
    assert.deepEqual([...reasons('A\n1\n2\n')], ['one-rater']);
    assert.deepEqual([...reasons('A,B,C\n1,2,1\n2,2,2\n')], ['more-than-two-raters']);
    assert.equal(statsOf(read('A,B,C\n1,2,1\n2,2,2\n,1,1\n', 'ordinal')).cohen_kappa.n, 2);
  });
});
