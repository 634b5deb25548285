import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineList } from '../../src/engine/transcript/lineList';
import type { Line } from '../../src/engine/transcript/lines';
import { runs } from './runs';

suite('Lines in pieces', () => {
  test('are, after any replacements, what one list of them is', () => {
    const edit = fc.record({ start: fc.nat(), count: fc.nat(700), put: fc.oneof(fc.nat(3), fc.nat(900)) });
    fc.assert(
      fc.property(fc.nat(1500), fc.array(edit, { maxLength: 8 }), (length, edits) => {
        let number = 0;
        const made = (count: number): Line[] =>
          Array.from({ length: count }, () => ({ text: String(number++), eol: '\n' }));
        const list = made(length + 1);
        const pieces = new LineList(list);
        for (const { start, count: most, put } of edits) {
          const from = start % (list.length + 1);
          const count = Math.min(most, list.length - from);
          // A text has one line at least.
          const lines = made(count === list.length ? put + 1 : put);
          list.splice(from, count, ...lines);
          pieces.replace(from, count, lines);
          assert.equal(pieces.length, list.length);
          assert.deepEqual(pieces.all, list);
          assert.deepEqual(pieces.slice(from, from + 300), list.slice(from, from + 300));
          for (const at of [-1, 0, from, list.length - 1, list.length])
            assert.equal(pieces.at(at), at < 0 ? undefined : list[at]);
        }
      }),
      runs(20),
    );
  });
});
