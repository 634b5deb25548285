import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { positionOf, sessionAxis } from '../../src/engine/trajectory/axis';
import { segmentsOf } from '../../src/engine/trajectory/segments';
import { codebook, facts, transcript } from '../unit/builders';
import { runs } from './runs';

const line = fc.tuple(
  fc.option(fc.integer({ min: 0, max: 600 })),
  fc.constantFrom('T', 'C'),
  fc.integer({ min: 0, max: 9 }),
);
const anySession = fc
  .array(line, { maxLength: 25 })
  .map((lines) =>
    transcript(
      ...lines.map(
        ([time, label, words]) => `${time === null ? '' : `${time} `}${label}: ${'w '.repeat(words)}`,
      ),
    ),
  );
const anyFacts = fc
  .record({
    duration: fc.option(fc.integer({ min: 1, max: 20 })),
    segmentMinutes: fc.constantFrom(0.7, 1, 3, 5),
    axis: fc.constantFrom(null, 'time' as const, 'words' as const, 'turns' as const),
  })
  .map(facts);

suite('places on the axis', () => {
  test('never fall, and lie on it', () => {
    fc.assert(
      fc.property(anySession, anyFacts, (session, said) => {
        const axis = sessionAxis(session, said);
        assert.equal(axis.starts.length, session.turns.length + 1);
        let before = axis.axis.start;
        for (const { number } of session.turns) {
          const x = positionOf(axis, number);
          assert.ok(x >= before && x <= axis.axis.end, `turn ${number} at ${x}`);
          before = x;
        }
        assert.equal(axis.starts.at(-1), axis.axis.end);
      }),
      runs(100),
    );
  });
});

suite('segments', () => {
  test('hold each turn once, in order, and join without a gap', () => {
    fc.assert(
      fc.property(anySession, anyFacts, (session, said) => {
        const axis = sessionAxis(session, said);
        const segments = segmentsOf(axis, said, [], codebook());
        const turns = segments.flatMap(({ from_turn: from, to_turn: to }) =>
          from === null || to === null
            ? []
            : Array.from({ length: to - from + 1 }, (_, index) => from + index),
        );
        assert.deepEqual(
          turns,
          session.turns.map((turn) => turn.number),
        );
        assert.equal(segments[0]?.start, axis.axis.start);
        assert.equal(segments.at(-1)?.end, axis.axis.end);
        for (const [index, each] of segments.entries())
          assert.equal(each.end, segments[index + 1]?.start ?? axis.axis.end);
      }),
      runs(100),
    );
  });
});
