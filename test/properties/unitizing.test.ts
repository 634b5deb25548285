import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alphaOver, unitized, type Span } from '../../src/engine/agreement/unitizing';

suite('α of passages over several sessions', () => {
  test('several continua add up to one laid end to end, each as often as it is drawn', () => {
    const line = fc
      .array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 9 }), fc.constantFrom('a', 'b')), { maxLength: 6 })
      .map((parts) => {
        let position = 0;
        return parts.map(([before, size, code]): Span => {
          const start = position + before;
          position = start + size;
          return { start, end: position, code };
        });
      });
    const two = fc.tuple(line, line);
    const shifted = (spans: readonly Span[], by: number): Span[] =>
      spans.map(({ start, end, code }) => ({ start: start + by, end: end + by, code }));
    const close = (a: number | null, b: number | null): boolean =>
      a === null || b === null ? a === b : Math.abs(a - b) < 1e-9;
    fc.assert(
      fc.property(two, two, ([a, b], [c, d]) => {
        const continua = [unitized([a, b], 100), unitized([c, d], 100)];
        const whole = unitized(
          [
            [...a, ...shifted(a, 100), ...shifted(c, 200)],
            [...b, ...shifted(b, 100), ...shifted(d, 200)],
          ],
          300,
        );
        for (const kind of ['all', 'binary', 'coding'] as const) {
          const added = alphaOver(continua.map((each) => each[kind]))([2, 1]);
          assert.ok(close(added, alphaOver([whole[kind]])([1])), kind);
        }
      }),
      { numRuns: 40 },
    );
  });
});
