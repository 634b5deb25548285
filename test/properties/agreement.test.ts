import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Agreement } from '../../src/engine/agreement/agreement';
import type { Annotation } from '../../src/engine/annotations/types';
import { agreement, minimal, session, turns } from '../figures/comparedSessions';
import { runs } from './runs';

suite('agreement, for all codings', () => {
  const annotation = fc
    .record({
      code: fc.constantFrom(minimal, 'bond.warmth', 'repair.immediate', 'gone.code'),
      turn: fc.integer({ min: 1, max: 12 }),
      start: fc.integer({ min: 0, max: 8 }),
      more: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ code, turn, start, more }, index = 0): Annotation => ({
      id: `a${turn}${start}${code.length}${index}`,
      code,
      at: { turn, start, ...(more > 0 ? { end_turn: Math.min(12, turn + more) } : {}), end: 10 },
    }));
  const coded = fc.array(annotation, { maxLength: 8 });
  const kinds = fc.constantFrom('turn' as const, 'segment' as const, 'character' as const);
  const values = ({ rows }: Agreement): (string | number | null)[][] =>
    rows.map(({ code, n, coefficients }) => [
      code,
      n,
      ...Object.values(coefficients).map(({ value, undefined: reason }) =>
        value === null ? reason : Math.round(value * 1e9) / 1e9,
      ),
    ]);

  test('with herself a coder agrees wholly, or it is undefined', () => {
    fc.assert(
      fc.property(coded, kinds, (annotations, unit) => {
        const { rows, sets } = agreement([session(turns(12), [annotations, annotations])], { unit });
        for (const { coefficients, disagreements } of rows) {
          for (const { value } of Object.values(coefficients)) assert.ok(value === null || value > 1 - 1e-9);
          assert.deepEqual(disagreements, []);
        }
        assert.ok((sets?.value ?? 1) > 1 - 1e-9);
      }),
      runs(20),
    );
  });

  test('who is called first changes nothing but the table’s sides', () => {
    fc.assert(
      fc.property(coded, coded, kinds, (first, second, unit) => {
        const one = agreement([session(turns(12), [first, second])], { unit });
        const other = agreement([session(turns(12), [second, first])], { unit });
        assert.deepEqual(values(one), values(other));
      }),
      runs(20),
    );
  });

  test('a code that nobody used changes no other figure', () => {
    fc.assert(
      fc.property(coded, coded, (first, second) => {
        const made = session(turns(12), [first, second]);
        const { codebook } = made;
        const unused = [...codebook.codes].filter(([id]) => id !== 'history.hope');
        const without = { ...made, codebook: { ...codebook, codes: new Map(unused) } };
        assert.deepEqual(values(agreement([made])), values(agreement([without])));
      }),
      runs(20),
    );
  });
});
