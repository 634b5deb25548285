import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { alignTurns } from '../../src/engine/anchors/alignTurns';
import { spansNow } from '../../src/engine/anchors/turnSpans';
import type { At } from '../../src/engine/transcript/at';
import { dialogue, foundAgain } from '../unit/foundAgain';
import { runs } from './runs';

const angry: At = { turn: 8, start: 6, end: 20 };

suite('Anchors in a text that changed', () => {
  test('nothing breaks, whatever the text', () => {
    const line = fc.oneof(fc.constantFrom(...dialogue), fc.string({ unit: 'grapheme', maxLength: 20 }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        assert.match(foundAgain(angry, dialogue, lines), /^(exact|moved|changed|ambiguous|orphan)/);
      }),
      runs(50),
    );
  });
});

suite('Stretches of turns in a text that changed', () => {
  test('stay sorted, apart and within the text', () => {
    const turns = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), maxLength: 10 });
    const span = fc.tuple(fc.integer({ min: -2, max: 14 }), fc.integer({ min: -2, max: 14 }));
    fc.assert(
      fc.property(turns, turns, fc.array(span, { maxLength: 3 }), (old, next, spans) => {
        const images = alignTurns(old.split(''), next.split('')) ?? [];
        const found = spansNow(
          spans.map(([from, to]) => ({ from, to })),
          images,
          next.length,
        );
        let last = -1;
        for (const { from, to } of found) {
          assert.ok(from > last + 1 && from <= to && from >= 1 && to <= next.length);
          last = to;
        }
      }),
      runs(100),
    );
  });
});
