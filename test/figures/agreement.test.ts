import assert from 'node:assert/strict';
import type { Agreement } from '../../src/engine/agreement/agreement';
import { isBackChannel } from '../../src/engine/agreement/backChannel';
import { bandOf } from '../../src/engine/agreement/bands';
import type { CodeAgreement } from '../../src/engine/agreement/codeAgreement';
import type { ComparedSession } from '../../src/engine/agreement/compared';
import type { Annotation } from '../../src/engine/annotations/types';
import { transcript } from '../unit/builders';
import { agreement, mark, minimal, rare, row, session, turns } from './comparedSessions';

suite('agreement of coders on codes', () => {
  test('the rare code of the worked example, from two codings', () => {
    const found = row(agreement([rare()]), minimal);
    const digits = (name: keyof CodeAgreement['coefficients'], count: number): string | undefined =>
      found.coefficients[name].value?.toFixed(count);
    assert.deepEqual(found.table, [
      [8, 4],
      [3, 185],
    ]);
    assert.equal(found.n, 200);
    assert.equal(found.prevalence, 0.0575);
    assert.equal(found.bias, 0.005);
    assert.equal(digits('cohen_kappa', 4), '0.6771');
    assert.equal(digits('gwet_ac1', 4), '0.9607');
    assert.equal(digits('percent', 3), '0.965');
    assert.equal(found.disagreements.length, 7);
    assert.deepEqual(found.disagreements[0], {
      transcript: 's01.transcript',
      unit: 18,
      coded_by: ['coder0'],
      not_by: ['coder1'],
    });
  });

  test('a roll-up counts what lies below, and the family is there even where nobody used it', () => {
    const found = agreement([
      session(turns(20), [[mark(minimal, 2)], [mark('rupture.withdrawal.denial', 2)], []]),
    ]);
    assert.equal(row(found, minimal).n, 10);
    assert.equal(row(found, 'rupture.withdrawal', true).prevalence, 2 / 30);
    assert.equal(row(found, 'rupture', true).n, 20, 'both roles speak in the family');
    assert.equal(row(found, 'bond', true).coefficients.krippendorff_alpha.undefined, 'one-category');
    assert.equal(row(found, minimal).coefficients.cohen_kappa.undefined, 'more-than-two-raters');
    assert.equal(row(found, minimal).table, null);
  });

  test('a passage over several turns counts in each; on the other role it is listed and left out', () => {
    const wide = mark(minimal, 2, { at: { turn: 2, start: 4, end_turn: 4, end: 2 } });
    const found = row(agreement([session(turns(10), [[wide], []])]), minimal);
    assert.deepEqual(
      found.disagreements.map(({ unit }) => unit),
      [2, 4],
    );
    assert.deepEqual(found.other_role, [
      { transcript: 's01.transcript', coder: 'coder0', id: wide.id, turn: 3 },
    ]);
  });

  test('only turns that all judged and could judge are units; each left-out turn has one reason', () => {
    const text = transcript('T: How?', 'C: Mm-hm. (4s)', 'T: And?', 'C: Yeah.', 'T: So.', 'C: It was.');
    const compared = session(text, [
      [mark('process.unclear', 4, { at: { turn: 4, start: 0, end: 5 } })],
      [mark(minimal, 2, { at: { turn: 2, start: 0, end: 6 } })],
    ]);
    const [first, second] = compared.codings;
    assert.ok(first && second);
    const part = { ...second, coding: { ...second.coding, coded: [{ from: 1, to: 5 }] } };
    const found = agreement([{ ...compared, codings: [first, part] }]);
    assert.deepEqual(found.leftOut, { unjudged: 1, unclear: 1, backChannels: 1 });
    assert.equal(found.units, 3);
    assert.equal(row(found, minimal).outside, 1);
    const all = agreement([{ ...compared, codings: [first, part] }], { backChannels: true });
    assert.equal(all.units, 4);
  });

  test('in a segment counts what begins there; characters count one by one', () => {
    const wide = mark('bond.warmth', 1, { at: { turn: 1, start: 5, end_turn: 2, end: 5 } });
    const compared = session(turns(4), [[wide], [mark('bond.warmth', 1)]]);
    const characters = row(agreement([compared], { unit: 'character' }), 'bond.warmth');
    assert.equal(characters.n, 40);
    assert.deepEqual(characters.table, [
      [5, 5],
      [5, 25],
    ]);
    const segment = row(agreement([compared], { unit: 'segment' }), 'bond.warmth');
    assert.deepEqual(segment.table, [
      [1, 0],
      [0, 0],
    ]);
  });

  test('a segment that somebody judged in part is no unit', () => {
    const made = session(turns(40), [[], []]);
    const [first, second] = made.codings;
    assert.ok(first && second);
    const part = { ...second, coding: { ...second.coding, coded: [{ from: 1, to: 30 }] } };
    const { units, leftOut } = agreement([{ ...made, codings: [first, part] }], { unit: 'segment' });
    assert.deepEqual([units, leftOut.unjudged], [0, 1]);
  });

  test('without units there is no figure, and the reason is said', () => {
    const found = agreement([session(turns(4), [[], []], { coded: [] })]);
    const { n, prevalence, bias, coefficients } = row(found, 'bond', true);
    assert.deepEqual([n, prevalence, bias, coefficients.percent.undefined], [0, null, null, 'no-units']);
    assert.equal(coefficients.cohen_kappa.undefined, 'no-overlap');
  });

  test('back-channels are sounds and notation, no answers', () => {
    for (const text of ['Mm-hm.', 'Mm. (4s)', '((laughs))', '', 'Uh-huh, hm', '[inaudible 00:12:03]']) {
      assert.ok(isBackChannel(text), text);
    }
    for (const text of ['Yeah.', 'No', 'Mm, I see', '*Anna']) assert.ok(!isBackChannel(text), text);
  });
});

suite('ratings and counts of coders', () => {
  test('each rating of a session or of the same segment, and the counts of families, by ICC', () => {
    const values = [
      [5, 6, 4, 5],
      [5, 5, 4, 6],
    ];
    const sessions = [0, 1, 2, 3].map((index): ComparedSession => {
      const made = session(turns(10), [[mark('bond.warmth', 1)], [mark('bond.warmth', 3)]]);
      return {
        ...made,
        codings: made.codings.map((each, coder) => ({
          ...each,
          coding: {
            ...each.coding,
            ratings: [
              { rating: 'bond', scope: 'session', value: values[coder]?.[index] ?? 0 },
              { rating: 'goal', scope: 'session', value: 'na' },
              { rating: 'bond', scope: { segment: 1, from_turn: 1, to_turn: 5 + coder }, value: 3 },
            ],
          },
        })),
      };
    });
    const { scales } = agreement(sessions);
    assert.deepEqual(
      scales.map(({ of, subject, n }) => [of, subject, n]),
      [
        ['bond', 'session', 4],
        ['bond', 'segment', 0],
        ['bond', 'count', 4],
      ],
    );
    assert.equal(scales[0]?.icc['2,1'].value?.toFixed(3), '0.571');
    assert.equal(scales[0]?.bands.cicchetti, 'fair');
    assert.equal(scales[1]?.icc['2,1'].undefined, 'no-overlap', 'other segments are not compared');
    assert.equal(scales[2]?.icc['2,1'].undefined, 'no-variance');
  });

  test('values on passages count where both gave the same code', () => {
    const first = [
      mark(minimal, 2, { ratings: { impact: 2 } }),
      mark(minimal, 4, { ratings: { impact: 4 } }),
    ];
    const second = [
      mark(minimal, 2, { ratings: { impact: 3 } }),
      mark('rupture.withdrawal.denial', 4, { ratings: { impact: 4 } }),
    ];
    const { scales } = agreement([session(turns(6), [first, second])]);
    assert.equal(scales.find(({ subject }) => subject === 'annotation')?.n, 1);
  });

  test('values between the steps of a scale are ordered as they are, and one coder alone has no agreement', () => {
    const at = (values: readonly number[]): Annotation[] =>
      values.map((own, index) => mark(minimal, 2 * index + 2, { ratings: { own } }));
    const of = (...codings: readonly (readonly number[])[]): Agreement =>
      agreement([session(turns(8), codings.map(at))]);
    const scale = of([1.5, 2.5, 4], [1.5, 2.5, 3]).scales.find(({ subject }) => subject === 'annotation');
    assert.deepEqual([scale?.of, scale?.n], ['own', 3]);
    assert.equal(scale?.weighted_kappa_quadratic.n, 3);
    const alone = of([1]);
    assert.deepEqual(
      alone.scales.filter(({ subject }) => subject === 'annotation'),
      [],
    );
    const { coefficients } = row(alone, minimal);
    assert.deepEqual(
      [coefficients.cohen_kappa.undefined, coefficients.krippendorff_alpha.undefined, alone.sets?.undefined],
      ['one-rater', 'one-rater', 'one-rater'],
    );
  });

  test('bands are named by their system', () => {
    assert.deepEqual(
      [
        bandOf('landis_koch', 0.6771),
        bandOf('landis_koch', 0.6081),
        bandOf('koo_li', 0.6),
        bandOf('krippendorff', 0.8),
        bandOf('cicchetti', null),
      ],
      ['substantial', 'substantial', 'moderate', 'reliable', null],
    );
  });
});
