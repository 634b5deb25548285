import assert from 'node:assert/strict';
import fc from 'fast-check';
import { spread } from '../../src/panel/picture/spread';
import { runs } from './runs';

suite('panel: marks at one place', () => {
  test('order is kept, no two are alike, none strays farther than its reach', () => {
    const places = fc.array(fc.integer({ min: 0, max: 260 }), { maxLength: 60 });
    fc.assert(
      fc.property(places, (unordered) => {
        const wanted = unordered.toSorted((a, b) => a - b);
        const placed = spread(wanted, 5, 8);
        assert.equal(placed.length, wanted.length);
        placed.forEach((place, index) => {
          assert.ok(Math.abs(place - (wanted[index] ?? 0)) <= 8 + 1e-9);
          assert.ok(index === 0 || place > (placed[index - 1] ?? 0));
        });
      }),
      runs(60),
    );
  });
});
