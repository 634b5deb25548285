import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { crossed } from '../../src/engine/trajectory/crossTable';
import { runs } from './runs';

suite('a table of what follows what', () => {
  test('says why a figure has no value, and never what is no number', () => {
    assert.equal(crossed([[0, 0], [3, 5]]).residual.undefined, 'no-antecedents'); // prettier-ignore
    assert.equal(crossed([[0, 3], [0, 5]]).residual.undefined, 'no-consequents'); // prettier-ignore
    assert.equal(crossed([[3, 2], [0, 0]]).residual.undefined, 'always'); // prettier-ignore
    assert.equal(crossed([[3, 0], [2, 4]]).odds_ratio.undefined, 'empty-cell'); // prettier-ignore
    assert.equal(crossed([[3, 0], [2, 4]]).yules_q.value, 1); // prettier-ignore
    const count = fc.nat({ max: 6 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const { expected, residual, odds_ratio, yules_q } = crossed([
          [a, b],
          [c, d],
        ]);
        assert.ok(Number.isFinite(expected));
        for (const figure of [residual, odds_ratio, yules_q]) {
          assert.equal(figure.value === null, figure.undefined !== null);
          assert.ok(figure.value === null || Number.isFinite(figure.value));
        }
      }),
      runs(60),
    );
  });
});
