import assert from 'node:assert/strict';
import fc from 'fast-check';
import { zoomed } from '../../src/panel/picture/stretch';
import { session } from '../panel/session';
import { runs } from './runs';

const { axis } = session;

suite('panel: a stretch of the axis', () => {
  test('zooming in and out again comes back, and the place stays where it is', () => {
    const inside = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(inside, (around) => {
        const closer = zoomed(axis, null, around, 0.5);
        assert.ok(closer);
        assert.ok(Math.abs((around - closer.start) / 1500 - around / 3000) < 1e-9);
        assert.equal(zoomed(axis, closer, around, 2), null);
      }),
      runs(30),
    );
  });
});
