import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lanesOf } from '../../src/engine/annotations/lanes';
import { comparePositions, range, type Range } from '../../src/engine/position';
import { runs } from './runs';

const stretch = fc
  .tuple(fc.nat(3), fc.nat(9), fc.nat(2), fc.integer({ min: 1, max: 9 }))
  .map(([line, start, lines, length]) => range(line, start, line + lines, start + length));

function overlap(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) < 0 && comparePositions(b.start, a.end) < 0;
}

suite('The lanes of overlapping passages', () => {
  test('passages that share a word never share a lane', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (stretches) => {
        const lanes = lanesOf(stretches);
        for (const a of stretches) {
          for (const b of stretches) {
            if (a !== b && overlap(a, b)) assert.notEqual(lanes.get(a), lanes.get(b));
          }
        }
      }),
      runs(50),
    );
  });

  test('there are no more lanes than passages on one word', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (stretches) => {
        const most = Math.max(0, ...lanesOf(stretches).values());
        const deepest = stretches.map(
          ({ start }) =>
            stretches.filter(
              (other) => comparePositions(other.start, start) <= 0 && comparePositions(start, other.end) < 0,
            ).length,
        );
        assert.ok(most < Math.max(1, ...deepest));
      }),
      runs(50),
    );
  });
});
