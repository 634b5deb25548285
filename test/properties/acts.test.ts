import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  deleteAnnotations,
  joinSpans,
  judge,
  link,
  nothing,
  rate,
  recode,
  setNote,
  setRating,
  unlink,
} from '../../src/engine/annotations/acts';
import { apply } from '../../src/engine/annotations/apply';
import type { Step } from '../../src/engine/annotations/change';
import { source, type AnnotationFile } from '../../src/engine/annotations/file';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { tagged } from '../unit/taggedFile';
import { runs } from './runs';

suite('Coding acts', () => {
  test('judged spans stay sorted, apart and within what was judged', () => {
    const span = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(8))
      .map(([from, n]) => ({ from, to: from + n }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const joined = joinSpans(spans);
        joined.forEach(({ from, to }, i) => {
          assert.ok(from <= to);
          const next = joined[i + 1];
          assert.ok(!next || next.from > to + 1);
        });
        const turnsOf = (all: readonly { from: number; to: number }[]): number[] =>
          [
            ...new Set(
              all.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
            ),
          ].sort((a, b) => a - b);
        assert.deepEqual(turnsOf(joined), turnsOf(spans));
      }),
      runs(50),
    );
  });

  test('any acts undone one by one give the file back byte for byte', () => {
    const ids = fc.constantFrom('ruptureo', 'rupturet', 'repairon');
    const act: fc.Arbitrary<(file: AnnotationFile) => Step> = fc.oneof(
      fc.tuple(ids, fc.constantFrom('bond', 'rupture.withdrawal')).map(
        ([id, code]) =>
          (file: AnnotationFile) =>
            recode(file, id, code),
      ),
      fc.tuple(ids, fc.string()).map(
        ([id, note]) =>
          (file: AnnotationFile) =>
            setNote(file, id, note),
      ),
      fc.tuple(ids, fc.option(fc.integer({ min: 1, max: 5 }))).map(
        ([id, value]) =>
          (file: AnnotationFile) =>
            setRating(file, id, 'impact', value),
      ),
      fc.tuple(fc.constantFrom('bond', 'goal'), fc.option(fc.integer({ min: 1, max: 7 }))).map(
        ([rating, value]) =>
          (file: AnnotationFile) =>
            rate(file, rating, value === 2 ? 'session' : { segment: 2, from_turn: 3, to_turn: 5 }, value),
      ),
      ids.map((id) => (file: AnnotationFile) => link(file, 'episodeo', [id], ['repairon'])),
      ids.map((id) => (file: AnnotationFile) => unlink(file, id)),
      ids.map((id) => (file: AnnotationFile) => deleteAnnotations(file, [id])),
      fc
        .integer({ min: 1, max: 6 })
        .map((turn) => (file: AnnotationFile) => judge(file, [{ from: 1, to: turn }])),
      fc.constant(nothing),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        const start = tagged();
        let file = start;
        const inverses = acts.map((build) => {
          const step = build(file);
          file = step.file;
          return step.inverse;
        });
        assert.deepEqual(readAnnotationFile(source(file)).file?.coding, file.coding);
        for (const inverse of inverses.reverse()) file = apply(file, inverse).file;
        assert.equal(source(file), source(start));
        assert.deepEqual(file.coding, start.coding);
      }),
      runs(10),
    );
  });
});
