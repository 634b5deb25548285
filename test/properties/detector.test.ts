import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Measured } from '../../src/engine/trajectory/detectors/measured';
import { anything, methods, numbersIn, series } from './detectorMethods';
import { measured } from '../figures/detectors';
import { runs } from './runs';

/** What a finding says of sessions, and not of values. */
const settled = new Set(['kind', 'peak', 'low', 'from', 'to', 'after', 'x', 'direction', 'state', 'rule']);

suite('every detector', () => {
  for (const [name, detect] of Object.entries(methods)) {
    test(`says the same in whatever order the sessions are given: ${name}`, () => {
      fc.assert(
        fc.property(series, (one) => {
          assert.deepEqual(detect({ ...one, points: [...one.points].reverse() }), detect(one));
        }),
        runs(25),
      );
    });

    test(`finds the same when all values are shifted: ${name}`, () => {
      const places = (one: Measured): unknown =>
        detect(one).findings.map((found: object) =>
          Object.entries(found).filter(([key]) => settled.has(key)),
        );
      fc.assert(
        fc.property(series, fc.integer({ min: -40, max: 40 }), (one, by) => {
          const points = one.points.map(({ x, value }) => ({ x, value: value === null ? null : value + by }));
          assert.deepEqual(places({ ...one, points }), places(one));
        }),
        runs(25),
      );
    });

    test(`never says what is no number, and says why it says nothing: ${name}`, () => {
      fc.assert(
        fc.property(fc.oneof(series, anything), (one) => {
          const found = detect(one);
          for (const value of numbersIn([found.estimates, found.findings])) assert.ok(Number.isFinite(value));
          assert.equal(found.estimates === null, found.undefined !== null);
          if (found.undefined !== null) assert.deepEqual(found.findings, []);
          if (found.n < found.minimum) assert.equal(found.undefined, 'too-few-sessions');
        }),
        runs(40),
      );
    });

    test(`says nothing of no, one, or two equal sessions: ${name}`, () => {
      for (const list of [[], [5], [null, 5, null], [5, 5]]) {
        const found = detect(measured(list));
        assert.deepEqual([found.findings.length, Number.isNaN(found.n)], [0, false]);
      }
    });

    test(`turns its findings round when the scale is turned round: ${name}`, () => {
      if (name === 'shape') return;
      const of = (one: Measured): string[] =>
        detect(one).findings.map((each: object) => ('direction' in each ? String(each.direction) : 'drop'));
      fc.assert(
        fc.property(series, (one) => {
          const points = one.points.map(({ x, value }) => ({ x, value: value === null ? null : 8 - value }));
          assert.deepEqual(of({ ...one, points, better: 'lower' }).sort(), of(one).sort());
        }),
        runs(15),
      );
    });
  }

  test('moves its limits along with the values', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -40, max: 40 }), (one, by) => {
        const points = one.points.map(({ x, value }) => ({ x, value: value === null ? null : value + by }));
        for (const of of [methods.xmr, methods.tukey]) {
          const [before, after] = [of(one).estimates, of({ ...one, points }).estimates];
          if (before === null || after === null) assert.equal(before, after);
          else assert.ok(Math.abs(after.lcl - before.lcl - by) < 1e-9);
        }
      }),
      runs(25),
    );
  });
});
