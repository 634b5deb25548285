import assert from 'node:assert/strict';
import { presenceOf, stretch } from '../../src/engine/agreement/presence';
import type { SpanAgreement } from '../../src/engine/agreement/spanAgreement';
import { alphaOver, unitized, type Span } from '../../src/engine/agreement/unitizing';
import { unitsOf } from '../../src/engine/agreement/units';
import type { Annotation } from '../../src/engine/annotations/types';
import { turnsHolding } from '../../src/engine/transcript/offsets';
import { transcript } from '../unit/builders';
import { agreement, mark, minimal, row, session, turns } from './comparedSessions';

const warmth = 'bond.warmth';
const at = (turn: number, start: number, end: number) => ({ at: { turn, start, end } });

function spans(codings: readonly (readonly Annotation[])[], code = warmth, rollup = false): SpanAgreement {
  const found = agreement([session(turns(6), codings)]).spans;
  return found.find((each) => each.code === code && each.rollup === rollup) ?? assert.fail(`no row ${code}`);
}

suite('passages of a coder as one line', () => {
  const other = [mark(warmth, 1)];
  const passages = (...own: readonly Annotation[]): number | undefined => spans([own, other]).passages[0];

  test('with one code that overlap are one, whatever their order; those that only meet are two', () => {
    assert.equal(passages(mark(warmth, 1, at(1, 3, 8)), mark(warmth, 1, at(1, 0, 4))), 1);
    assert.equal(
      passages(mark(warmth, 1, at(1, 0, 9)), mark(warmth, 1, at(1, 2, 4)), mark(warmth, 1, at(1, 8, 10))),
      1,
    );
    assert.equal(passages(mark(warmth, 1, at(1, 4, 8)), mark(warmth, 1, at(1, 0, 4))), 2);
    assert.equal(passages(mark(warmth, 1, at(1, 4, 4))), 0, 'one without a character is none');
  });

  test('over several turns are one; over turns of another role between them, too', () => {
    const wide = { at: { turn: 2, start: 2, end_turn: 6, end: 3 } };
    const found = spans([[mark(minimal, 2, wide)], [mark(minimal, 2, wide)]], minimal);
    assert.deepEqual([found.n, found.passages, found.u_alpha.value], [30, [1, 1], 1]);
  });

  test('of a code alone are not those of its children', () => {
    const [above, below] = [mark('rupture.withdrawal', 2), mark(minimal, 4)];
    const codings = [[above, below], [above]];
    assert.deepEqual(spans(codings, 'rupture.withdrawal').passages, [1, 1]);
    assert.deepEqual(spans(codings, 'rupture.withdrawal', true).passages, [2, 1]);
    assert.deepEqual(spans(codings, 'rupture', true).passages, [2, 1]);
  });

  test('that overlap with two codes have no single line, those that meet have', () => {
    const two = (start: number) => [
      mark(warmth, 1, at(1, 0, 5)),
      mark('bond', 1, { id: 'b', ...at(1, start, 9) }),
    ];
    const reason = (start: number) => spans([two(start), two(start)], 'bond', true).u_alpha.undefined;
    assert.deepEqual([reason(4), reason(5)], ['layer-overlaps', null]);
    assert.equal(spans([two(4).toReversed(), other], 'bond', true).u_alpha.undefined, 'layer-overlaps');
  });

  test('are of the sessions that have turns for the code', () => {
    const one = session(turns(4), [[mark(minimal, 2)], []]);
    const therapist = { ...session(transcript('T: abc'), [[], []]), path: 's02' };
    const found = agreement([one, therapist]).spans.find(({ code }) => code === minimal);
    assert.deepEqual([found?.n, found?.sessions], [20, 1]);
  });
});

suite('α of free spans', () => {
  const span = (start: number, end: number, code = 'a'): Span => ({ start, end, code });
  const alpha = (kind: 'all' | 'binary' | 'coding', length: number, ...lines: readonly (readonly Span[])[]) =>
    alphaOver([unitized(lines, length)[kind]])([1])?.toFixed(4) ?? null;

  test('of half a stretch: by the formula', () => {
    // a: 10 and 5 of 20; off the diagonal 5 each way; Q = 10² + 5² + gaps 10 + 15; expected 2·15·25 / (40 − 150/40).
    const expected = (2 * 15 * 25) / (40 - 150 / 40);
    assert.equal(alpha('all', 20, [span(0, 10)], [span(0, 5)]), (1 - 10 / expected).toFixed(4));
    assert.equal(alpha('binary', 20, [span(0, 10)], [span(0, 5, 'b')]), (1 - 10 / expected).toFixed(4));
  });

  test('of codes alone counts what the others coded, too', () => {
    // a over b for 5, a over a for 5: lengths aa 10, ab 5, ba 5; Q of a 10² and 5², of b 5².
    const lines = [[span(0, 10)], [span(0, 5), span(5, 10, 'b')]];
    const expected = (2 * 15 * 5) / (20 - 150 / 20);
    assert.equal(alpha('coding', 20, ...lines), (1 - 10 / expected).toFixed(4));
    assert.equal(alpha('coding', 40, ...lines), alpha('coding', 20, ...lines), 'gaps do not count');
  });

  test('of three coders pairs each with both others', () => {
    // 10, 10 and 0 of 20: off the diagonal each of the two against the third's gap, 10/2 both ways; Q 200 + gaps 40.
    const expected = (2 * 20 * 40) / (60 - 240 / 60);
    assert.equal(alpha('all', 20, [span(0, 10)], [span(0, 10)], []), (1 - 20 / expected).toFixed(4));
    // Of a stretch that two others coded in part it counts once what they share.
    const lines = [[span(0, 10)], [span(0, 6, 'b')], [span(4, 8, 'b')]];
    const [ab, bb] = [(6 + 4) / 2, 2 / 2];
    const [a, b] = [ab, ab + 2 * bb];
    const scale = a + b - (8 ** 2 + 6 ** 2 + 4 ** 2) / (a + b);
    assert.equal(alpha('coding', 20, ...lines), (1 - (2 * ab) / ((2 * a * b) / scale)).toFixed(4));
  });

  test('of many stretches on both sides finds each that lies over another', () => {
    const many = Array.from({ length: 6 }, (_, index) => span(index * 10, index * 10 + 6));
    assert.equal(alpha('all', 60, many, many), '1.0000');
    assert.equal(alpha('all', 60, many, many.toReversed()), '1.0000', 'in whatever order they are given');
    const long = [span(0, 60)];
    // Coded 36 and 60, gaps 24 and 0.
    const expected = (2 * 96 * 24) / (120 - (6 * 36 + 3600 + 24) / 120);
    assert.equal(alpha('all', 60, many, long), (1 - 48 / expected).toFixed(4));
    assert.equal(alpha('all', 60, long, many), (1 - 48 / expected).toFixed(4));
  });
});

suite('where a code is present', () => {
  test('a passage lies in each of its turns, from its start in the first to its end in the last', () => {
    const wide = { turn: 2, start: 3, end_turn: 4, end: 1 };
    const { turns: said } = transcript('T: abc', 'C: abc👍', 'T: abc👍', 'C: abc👍');
    assert.deepEqual(turnsHolding(wide, said), [2, 3, 4]);
    assert.deepEqual(
      turnsHolding(wide, said).map((turn) => stretch(wide, turn, 'abc👍')),
      [
        { start: 3, end: 4 },
        { start: 0, end: 4 },
        { start: 0, end: 1 },
      ],
    );
    assert.deepEqual(turnsHolding({ turn: 3, start: 0, end: 2 }, said), [3]);
    assert.deepEqual(stretch({ turn: 3, start: 1, end: 2 }, 3, 'abc'), { start: 1, end: 2 });
  });

  test('not in a turn of which it holds no character: by turn, as a set of codes, as unclear', () => {
    const ending = { at: { turn: 1, start: 0, end_turn: 2, end: 0 } };
    const beginning = { at: { turn: 1, start: 10, end_turn: 3, end: 5 } };
    const silent = session(transcript('T: abc', 'C:', 'T: abc'), [[], []]).transcript.turns;
    assert.deepEqual(turnsHolding({ turn: 1, start: 0, end_turn: 3, end: 1 }, silent), [1, 3]);
    const found = (own: Partial<Annotation>, other: Partial<Annotation>) =>
      agreement([session(turns(6), [[mark('goal', 1, own)], [mark('goal', 1, other)]])]);
    assert.equal(row(found(ending, ending), 'goal').prevalence, 1 / 6);
    assert.equal(row(found(beginning, beginning), 'goal').prevalence, 2 / 6);
    assert.equal(found(ending, {}).sets?.value, 1);
    const unclear = session(turns(6), [[mark('process.unclear', 1, ending)], []]);
    assert.deepEqual(unitsOf(unclear, { kind: 'turn', backChannels: false }).leftOut.unclear, 1);
  });

  test('a code that “unclear” replaced marks a turn as unclear, too', () => {
    const one = session(turns(6), [[mark('old.unclear', 1)], []]);
    const codebook = { ...one.codebook, replacements: new Map([['old.unclear', ['process.unclear']]]) };
    const { leftOut } = unitsOf({ ...one, codebook }, { kind: 'turn', backChannels: false });
    assert.equal(leftOut.unclear, 1);
  });

  test('of characters each stretch between two bounds has its coders; one that ends beyond its turn ends with it', () => {
    const one = session(turns(2), [[mark(warmth, 1, at(1, 2, 6))], [mark(warmth, 1, at(1, 4, 99))]]);
    const { units } = unitsOf(one, { kind: 'character', backChannels: false });
    const code = one.codebook.codes.get(warmth) ?? assert.fail();
    const [first] = presenceOf(one, units, { code, rollup: false }, 'character').units;
    assert.deepEqual(
      [...(first?.patterns ?? [])].sort(([a], [b]) => a - b),
      [
        [0, 2],
        [1, 2],
        [2, 4],
        [3, 2],
      ],
    );
  });

  test('annotations on turns that are no units are counted once, those in part on units are not', () => {
    const wide = { at: { turn: 1, start: 0, end_turn: 3, end: 5 } };
    const one = session(turns(6), [[mark(warmth, 1, wide)], [mark(warmth, 1), mark(warmth, 3)]], {
      coded: [{ from: 3, to: 6 }],
    });
    const found = row(agreement([one]), warmth);
    assert.deepEqual([found.n, found.outside, found.prevalence], [4, 1, 2 / 8]);
    assert.deepEqual(row(agreement([one], { unit: 'segment' }), warmth).n, 0);
  });

  test('segments take what begins in them, of whatever role', () => {
    const lines = Array.from(
      { length: 8 },
      (_, index) => `${index * 100} ${index % 2 ? 'C' : 'T'}: abcd efghi`,
    );
    const wide = mark(minimal, 2, { at: { turn: 2, start: 0, end_turn: 6, end: 3 } });
    const one = session(transcript(...lines), [[wide], [mark(minimal, 4)]]);
    const found = row(agreement([one], { unit: 'segment' }), minimal);
    assert.deepEqual(
      [found.n, found.table, found.other_role],
      [
        3,
        [
          [0, 1],
          [1, 1],
        ],
        [],
      ],
    );
    const { units } = unitsOf(one, { kind: 'segment', backChannels: false });
    assert.deepEqual(units[0], { number: 1, from: 1, to: 3, role: null, length: 30 });
  });

  test('a turn is unclear where one of the coders says so of any part of it, over several turns in each', () => {
    const wide = { at: { turn: 2, start: 4, end_turn: 4, end: 1 } };
    const one = session(turns(6), [[], [mark('process.unclear', 2, wide)]]);
    const { units, leftOut } = unitsOf(one, { kind: 'turn', backChannels: false });
    assert.deepEqual(
      units.map(({ number }) => number),
      [1, 5, 6],
    );
    assert.deepEqual(leftOut, { unjudged: 0, unclear: 3, backChannels: 0 });
    assert.deepEqual(units[0], { number: 1, from: 1, to: 1, role: 'therapist', length: 10 });
  });
});
