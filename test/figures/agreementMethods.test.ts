import assert from 'node:assert/strict';
import { agreementCsv } from '../../src/engine/agreement/agreementCsv';
import type { Agreement } from '../../src/engine/agreement/agreement';
import type { ComparedSession } from '../../src/engine/agreement/compared';
import { defaultCodebook } from '../../src/engine/codebook/read';
import { csvRows } from '../../src/engine/csv';
import { fraction, intervalWords, percentage } from '../../src/words/coefficients';
import { codeSentence, scaleLabel, methodsText, type MethodsFacts } from '../../src/words/agreementMethods';
import { plain, type Translate } from '../../src/words/faults';
import { pseudo } from '../pseudo';
import { agreement, mark, minimal, session, turns } from './comparedSessions';

/** 200 client turns with the table [[8, 4], [3, 185]] of domain 2.3. */
function rare(): ComparedSession {
  const client = Array.from({ length: 200 }, (_, index) => 2 * index + 2);
  const both = client.slice(0, 8);
  return session(turns(400), [
    [...both, ...client.slice(8, 12)].map((turn) => mark(minimal, turn)),
    [...both, ...client.slice(12, 15)].map((turn) => mark(minimal, turn)),
  ]);
}

function facts(found: Agreement, said: Partial<MethodsFacts> = {}): MethodsFacts {
  return {
    agreement: found,
    coders: ['A', 'B'],
    codebook: defaultCodebook(),
    unit: 'turn',
    total: 8,
    blind: true,
    looked: 0,
    unreleased: false,
    backChannels: false,
    spans: false,
    ...said,
  };
}

const text = (found: Agreement, said: Partial<MethodsFacts> = {}): string =>
  methodsText(facts(found, said), plain);

suite('the methods paragraph of agreement', () => {
  test('says design, sample, what was left out, and each family with its figures', () => {
    const found = agreement([rare(), { ...rare(), path: 's2' }], {
      resampling: { resamples: 20, seed: 1 },
    });
    const said = text(found);
    assert.match(
      said,
      /^Two coders \(A, B\), blind to each other’s codes until both had released them, independently coded 2 of 8 sessions \(25 %\), 800 turns, with the codebook that is not named in the files\./,
    );
    assert.match(
      said,
      /Left out were units not judged by all \(0\), turns marked as unclear \(0\) and turns of listening sounds only \(0\)\./,
    );
    assert.match(
      said,
      /Rupture \(present or absent per turn\): κ = \.\d\d, 95 % CI \[\.\d\d, \.\d\d\], 98\.3 % agreement/,
    );
    assert.doesNotMatch(said, /Bond \(/, 'a family that nobody used is not spoken of');
    assert.match(said, /over 2 sessions \(20 resamples, seed 1\), which are too few/);
    assert.match(
      said,
      /Number of passages per session, ICC\(2,1\) \(two-way random, absolute agreement, single measures\): Rupture \.00, n = 2\./,
    );
  });

  test('passages are counted by family, ratings called as the codebook calls them, whatever their ids', () => {
    const codebook = defaultCodebook();
    const label = (subject: 'count' | 'segment', of: string): string =>
      scaleLabel({ of, subject } as const, codebook);
    assert.equal(label('count', 'bond'), codebook.codes.get('bond')?.label);
    assert.equal(label('segment', 'bond'), codebook.ratings.find(({ id }) => id === 'bond')?.label);
    assert.notEqual(label('count', 'bond'), label('segment', 'bond'));
    assert.equal(scaleLabel({ of: 'gone', subject: 'session' }, null), 'gone');
  });

  test('one code in a sentence: the worked example', () => {
    const found = agreement([rare()]);
    const row = found.rows.find(({ code, rollup }) => code === minimal && !rollup) ?? assert.fail('a row');
    const label = defaultCodebook().codes.get(minimal)?.label ?? '';
    assert.equal(
      codeSentence(row, facts(found), plain),
      `${label} (present or absent per turn of the client): κ = .68, 96.5 % agreement, AC1 = .96, α = .68, prevalence 5.8 %, n = 200.`,
    );
  });

  test('is honest: not blind, looked before release, undefined, one session, nothing to compare', () => {
    const one = agreement([rare()], { resampling: { resamples: 10, seed: 1 } });
    assert.match(text(one, { blind: false }), /who could see each other’s codes/);
    assert.match(text(one, { looked: 1 }), /In 1 of these sessions a coder had looked at another’s codes/);
    assert.match(text(one, { unreleased: true }), /Codings that are not released are among them\./);
    assert.match(text(one), /of one session .* they are too narrow\./);
    assert.match(text(one), /single measures\): Rupture is undefined, because there is only one unit\./);
    const nobody = agreement([session(turns(10), [[], []])]);
    assert.doesNotMatch(text(nobody), /present or absent/);
    assert.equal(
      text({ ...one, sessions: 0 }),
      'There is no session that all of them coded and released, so there is no figure.',
    );
    const three = agreement([session(turns(10), [[mark(minimal, 2)], [], [mark(minimal, 2)]])]);
    assert.match(text(three, { coders: ['A', 'B', 'C'] }), /^3 coders \(A, B, C\)[^]*Fleiss’ κ = /);
  });

  test('where the rest is translated no name of a figure stays English', () => {
    const strange: Translate = (message, args) => plain(pseudo(message), args);
    const three = agreement([session(turns(10), [[mark(minimal, 2)], [], [mark(minimal, 2)]])]);
    for (const spans of [false, true]) {
      const said = methodsText(facts(three, { coders: ['A', 'B', 'C'], spans }), strange);
      assert.doesNotMatch(said, /Fleiss|coded or not/);
    }
  });

  test('of free passages it gives α_u', () => {
    assert.match(
      text(agreement([rare()]), { spans: true }),
      /Rupture \(where passages begin and end\): α_u = \.\d\d/,
    );
  });

  test('numbers stand as papers write them', () => {
    assert.deepEqual([0.68, -0.0234, 1, 0, -0.001, 0.999].map(fraction), [
      '.68',
      '−.02',
      '1.00',
      '.00',
      '.00',
      '1.00',
    ]);
    assert.equal(intervalWords({ ci: [-0.05, 0.9] }), '[−.05, .90]');
    assert.equal(percentage(0.0575), '5.8');
  });
});

suite('the figures of agreement as a table', () => {
  test('one statistic in each row, with its interval, n and why it is undefined', () => {
    const found = agreement([rare(), { ...rare(), path: 's2' }], { resampling: { resamples: 20, seed: 1 } });
    const rows = csvRows(agreementCsv([{ coders: ['alice', 'bob'], session: '', agreement: found }]));
    const of = (statistic: string): Record<string, string> | undefined =>
      rows.find(
        (row) => row['of'] === minimal && row['with_below'] === '0' && row['statistic'] === statistic,
      );
    const kappa = found.rows.find(({ code, rollup }) => code === minimal && !rollup)?.coefficients
      .cohen_kappa;
    assert.equal(Number(of('cohen_kappa')?.['value']), kappa?.value);
    assert.equal(Number(of('cohen_kappa')?.['ci_low']), kappa?.ci?.[0]);
    assert.deepEqual(
      ['both', 'only_first', 'only_second', 'neither'].map((name) => of(name)?.['value']),
      ['16', '8', '6', '370'],
    );
    assert.equal(
      rows.find((row) => row['of'] === 'bond' && row['statistic'] === 'cohen_kappa')?.['undefined'],
      'one-category',
    );
    assert.ok(rows.some((row) => row['kind'] === 'passages' && row['statistic'] === 'u_alpha'));
    assert.ok(rows.some((row) => row['kind'] === 'count' && row['statistic'] === 'icc_2_1'));
    assert.ok(rows.every((row) => row['coders'] === 'alice bob'));
  });

  test('ratings stand by what was rated; where characters are counted there are no sets of codes', () => {
    const rated = session(turns(6), [[], []], { ratings: [{ rating: 'bond', scope: 'session', value: 4 }] });
    const rowsOf = (unit: 'turn' | 'character'): readonly Record<string, string>[] =>
      csvRows(
        agreementCsv([{ coders: ['alice', 'bob'], session: '', agreement: agreement([rated], { unit }) }]),
      );
    const icc = rowsOf('turn').find(({ statistic }) => statistic === 'icc_2_1');
    assert.deepEqual([icc?.['kind'], icc?.['of'], icc?.['unit']], ['rating', 'bond', 'session']);
    const hasSets = (unit: 'turn' | 'character'): boolean => rowsOf(unit).some(({ kind }) => kind === 'sets');
    assert.deepEqual([hasSets('turn'), hasSets('character')], [true, false]);
  });
});
