import assert from 'node:assert/strict';
import { pairAnnotations } from '../../src/engine/agreement/pairing';
import { masiDistance } from '../../src/engine/agreement/setAlpha';
import { alphaOver, unitized, type Span } from '../../src/engine/agreement/unitizing';
import type { Annotation } from '../../src/engine/annotations/types';
import { agreement, mark, minimal, session, turns } from '../figures/comparedSessions';

suite('sets of codes, and spans', () => {
  test('MASI', () => {
    const of = (...codes: string[]): Set<string> => new Set(codes);
    assert.equal(masiDistance(of(), of()), 0);
    assert.equal(masiDistance(of('a'), of()), 1);
    assert.equal(masiDistance(of('a'), of('a')), 0);
    assert.equal(masiDistance(of('a'), of('a', 'b')).toFixed(4), (1 - (1 / 2) * (2 / 3)).toFixed(4));
    assert.equal(masiDistance(of('a', 'b'), of('b', 'c')).toFixed(4), (1 - (1 / 3) * (1 / 3)).toFixed(4));
  });

  test('one figure over all codes', () => {
    const same = session(turns(10), [[mark(minimal, 2)], [mark(minimal, 2)]]);
    assert.equal(agreement([same]).sets?.value, 1);
    assert.equal(agreement([session(turns(10), [[], []])]).sets?.undefined, 'one-category');
    assert.equal(agreement([same], { unit: 'character' }).sets, null);
  });

  test('the family of α for unitizing: the worked example', () => {
    const span = (start: number, end: number, code: string) => ({ start, end, code });
    const a = [span(10, 30, 'WD'), span(50, 60, 'CF'), span(80, 95, 'RP')];
    const b = [span(12, 30, 'WD'), span(48, 60, 'WD'), span(80, 90, 'RP')];
    const c = [span(10, 28, 'WD'), span(50, 62, 'CF')];
    const values = (coders: readonly (readonly Span[])[]): (number | null)[] => {
      const { all, binary, coding: codes } = unitized(coders, 100);
      return [all, binary, codes].map((tally) => alphaOver([tally])([1]));
    };
    const digits = (coders: readonly (readonly Span[])[]): (string | undefined)[] =>
      values(coders).map((value) => value?.toFixed(4));
    assert.deepEqual(digits([a, b]), ['0.6886', '0.8223', '0.6063']);
    assert.deepEqual(digits([a, b, c]), ['0.6129', '0.6827', '0.6351']);
    assert.deepEqual(values([a, a]), [1, 1, 1]);
    assert.deepEqual(values([[], []]), [null, null, null]);
    assert.equal(values([a.slice(0, 1), a.slice(1)])[2], null, 'the spans never meet');
  });
});

suite('annotations of two coders, paired', () => {
  const pairs = (first: readonly Annotation[], second: readonly Annotation[]): string[] => {
    const { codings, codebook, transcript: text } = session(turns(10), [first, second]);
    const [one, other] = codings;
    assert.ok(one && other);
    return pairAnnotations(one, other, codebook, text).map(
      ({ kind, first: ours, second: theirs }) =>
        `${kind} ${ours?.annotation.code ?? '-'} ${theirs?.annotation.code ?? '-'}`,
    );
  };

  test('by the largest overlap, then the same code; each kind of difference told apart', () => {
    assert.deepEqual(
      pairs(
        [
          mark('bond.warmth', 1),
          mark(minimal, 2, { ratings: { impact: 2 } }),
          mark('task.engagement', 3),
          mark('task.engagement', 4),
          mark('bond.trust', 6),
        ],
        [
          mark('bond.warmth', 1),
          mark(minimal, 2, { ratings: { impact: 3 } }),
          mark('task.engagement', 3, { at: { turn: 3, start: 0, end: 4 } }),
          mark('task.commitment', 4),
          mark(minimal, 8),
          mark('goal.accord', 6),
        ],
      ),
      [
        'same bond.warmth bond.warmth',
        `other-rating ${minimal} ${minimal}`,
        'other-bounds task.engagement task.engagement',
        'other-code task.engagement task.commitment',
        'other-family bond.trust goal.accord',
        `missed - ${minimal}`,
      ],
    );
  });

  test('of two codes on the same words each finds its own', () => {
    const two = [mark('bond.warmth', 1), mark('task.engagement', 1)];
    assert.deepEqual(pairs(two, two.toReversed()), [
      'same bond.warmth bond.warmth',
      'same task.engagement task.engagement',
    ]);
  });

  test('the larger overlap comes first, whatever the codes; then the same code, the same family, the earlier place', () => {
    const at = (start: number, end: number, turn = 1): Partial<Annotation> => ({ at: { turn, start, end } });
    const own = (id: string, code: string, place: Partial<Annotation>): Annotation =>
      mark(code, 1, { id, ...place });
    const ids = (first: readonly Annotation[], second: readonly Annotation[]): string[] => {
      const { codings, codebook, transcript: text } = session(turns(4), [first, second]);
      const [one, other] = codings;
      assert.ok(one && other);
      return pairAnnotations(one, other, codebook, text).map(({ first: ours, second: theirs }) =>
        [ours?.annotation.id ?? '-', theirs?.annotation.id ?? '-'].join(' '),
      );
    };
    const [bond, trust, goal] = ['bond.warmth', 'bond.trust', 'goal.accord'];
    assert.deepEqual(
      ids([own('a', bond, at(0, 8))], [own('b', bond, at(0, 3)), own('c', goal, at(3, 8))]),
      ['a c', '- b'],
      'five characters, not three',
    );
    assert.deepEqual(
      ids([own('a', bond, at(0, 4))], [own('b', goal, at(0, 2)), own('c', trust, at(2, 4))]),
      ['a c', '- b'],
      'as many, of the same family',
    );
    assert.deepEqual(
      ids([own('a', bond, at(0, 4))], [own('b', trust, at(0, 2)), own('c', bond, at(2, 4))]),
      ['a c', '- b'],
      'as many, of the same code',
    );
    assert.deepEqual(
      ids([own('a', bond, at(0, 4)), own('b', bond, at(4, 8))], [own('c', bond, at(2, 6))]),
      ['a c', 'b -'],
      'as many, the earlier of ours',
    );
    assert.deepEqual(
      ids([own('a', bond, at(2, 6))], [own('c', bond, at(4, 8)), own('b', bond, at(0, 4))]),
      ['a b', '- c'],
      'as many, the earlier of theirs',
    );
  });

  test('passages that only meet are no pair, also across turns; a long one is held against all it covers', () => {
    const at = (turn: number, start: number, end: number, last?: number): Partial<Annotation> => ({
      at: { turn, start, end, ...(last === undefined ? {} : { end_turn: last }) },
    });
    const missed = (count: number): string[] => Array.from({ length: count }, () => 'missed');
    const kinds = (first: readonly Annotation[], second: readonly Annotation[]): string[] =>
      pairs(first, second).map((line) => line.split(' ')[0] ?? '');
    const warm = (place: Partial<Annotation>): Annotation => mark('bond.warmth', 1, place);
    assert.deepEqual(kinds([warm(at(1, 0, 4))], [warm(at(1, 4, 8))]), missed(2));
    assert.deepEqual(kinds([warm(at(1, 4, 10))], [warm(at(2, 0, 4))]), missed(2));
    const long = warm(at(1, 0, 10, 9));
    assert.deepEqual(kinds([warm(at(9, 2, 6))], [long, warm(at(2, 0, 4)), warm(at(3, 0, 4))]), [
      ...missed(2),
      'other-bounds',
    ]);
    assert.deepEqual(kinds([warm(at(2, 0, 4)), warm(at(8, 0, 10))], [long]), ['missed', 'other-bounds']);
  });

  test('differ in their bounds where either differs, and in their ratings where either has another', () => {
    const kind = (first: Partial<Annotation>, second: Partial<Annotation>): string | undefined =>
      pairs([mark('bond.warmth', 1, first)], [mark('bond.warmth', 1, second)])[0]?.split(' ')[0];
    const at = (start: number, end: number): Partial<Annotation> => ({ at: { turn: 1, start, end } });
    assert.equal(kind(at(0, 5), at(1, 5)), 'other-bounds');
    assert.equal(kind(at(0, 5), at(0, 6)), 'other-bounds');
    assert.equal(kind({ ratings: { impact: 2 } }, {}), 'other-rating');
    assert.equal(kind({}, { ratings: { impact: 2 } }), 'other-rating');
    assert.equal(
      kind({ ratings: { impact: 2, clarity: 1 } }, { ratings: { clarity: 1, impact: 2 } }),
      'same',
    );
  });

  test('codes that the codebook has not are pairs as they are called', () => {
    assert.deepEqual(pairs([mark('gone', 1)], [mark('gone', 1)]), ['same gone gone']);
    assert.deepEqual(pairs([mark('gone', 1)], [mark('other', 1)]), ['other-family gone other']);
  });
});
