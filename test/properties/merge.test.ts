import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { setNote, setRating } from '../../src/engine/annotations/acts';
import { apply } from '../../src/engine/annotations/apply';
import { setField } from '../../src/engine/annotations/edit';
import { entriesOf, keyOf, source, type AnnotationFile } from '../../src/engine/annotations/file';
import { sections } from '../../src/engine/annotations/layout';
import { render } from '../../src/engine/annotations/render';
import type { Coding } from '../../src/engine/annotations/types';
import { act } from './annotationActs';
import { coding } from './annotationArbitraries';
import { opened } from '../unit/annotationFixtures';
import { ground, ids, merging } from '../unit/mergedFiles';
import { runs } from './runs';

suite('merging, for all codings', () => {
  const acts = fc.array(act, { maxLength: 3 });
  const done = (file: AnnotationFile, list: readonly ((now: AnnotationFile) => { file: AnnotationFile })[]) =>
    list.reduce((now, one) => one(now).file, file);

  test('what one side alone changed is as that side left it, byte for byte', () => {
    fc.assert(
      fc.property(coding(4), acts, (values, list) => {
        const base = opened(render(values));
        const changed = done(base, list);
        for (const { step, conflicts } of [
          merging(base, changed, base),
          merging(base, base, changed),
          merging(base, changed, changed),
        ]) {
          assert.equal(source(step.file), source(changed));
          assert.deepEqual(conflicts, []);
        }
      }),
      runs(5),
    );
  });

  test('nothing that either side put in is missing, and an undone merge gives the bytes back', () => {
    fc.assert(
      fc.property(coding(3), acts, acts, (values, one, other) => {
        const base = opened(render({ ...values, released: undefined }));
        const [ours, theirs] = [done(base, one), done(base, other)];
        const { step } = merging(base, ours, theirs);
        for (const section of sections) {
          const keys = (file: AnnotationFile) =>
            entriesOf(file.coding, section).map((entry) => keyOf(section, entry));
          const before = new Set(keys(base));
          const after = new Set(keys(step.file));
          for (const key of [...keys(ours), ...keys(theirs)])
            assert.ok(before.has(key) || after.has(key), key);
        }
        assert.equal(source(apply(step.file, step.inverse).file), source(theirs));
      }),
      runs(5),
    );
  });

  const codes = ['bond', 'goal', 'task', 'repair'];
  const choice = fc.record({
    code: fc.option(fc.constantFrom(...codes)),
    note: fc.option(fc.constantFrom('x', 'y')),
    impact: fc.option(fc.constantFrom(1, 2)),
  });
  const choices = fc.tuple(choice, choice);
  type Choices = readonly { code: string | null; note: string | null; impact: number | null }[];

  function chosen(file: AnnotationFile, list: Choices): AnnotationFile {
    return list.reduce((now, { code, note, impact }, index) => {
      const id = ids[index] ?? '';
      const coded = code === null ? now : setField(now, 'annotations', id, 'code', code).file;
      const noted = note === null ? coded : setNote(coded, id, note).file;
      return impact === null ? noted : setRating(noted, id, 'impact', impact).file;
    }, file);
  }

  test('a conflict is reported exactly where one field has two new values', () => {
    fc.assert(
      fc.property(choices, choices, (one, other) => {
        const { conflicts } = merging(ground, chosen(ground, one), chosen(ground, other));
        const values = (file: AnnotationFile) =>
          file.coding.annotations.flatMap(({ id, code, note, ratings }) => [
            [`${id} code`, code],
            [`${id} note`, note],
            [`${id} ratings.impact`, ratings?.['impact']],
          ]);
        const [was, ours, theirs] = [ground, chosen(ground, one), chosen(ground, other)].map(values);
        const expected = (was ?? []).flatMap(([name, value], index) => {
          const [mine, others] = [ours?.[index]?.[1], theirs?.[index]?.[1]];
          return mine !== others && mine !== value && others !== value ? [name] : [];
        });
        const found = conflicts.map(({ about, field }) => `${about.replace('annotations/', '')} ${field}`);
        assert.deepEqual(new Set(found), new Set(expected));
      }),
      runs(20),
    );
  });

  test('acts that touch nothing in common give the same coding in either order', () => {
    fc.assert(
      fc.property(choices, choices, (one, other) => {
        const mine: Choices = [one[0], { code: null, note: null, impact: null }];
        const theirs: Choices = [{ code: null, note: null, impact: null }, other[1]];
        const [a, b] = [chosen(ground, mine), chosen(ground, theirs)];
        const results: readonly Coding[] = [merging(ground, a, b), merging(ground, b, a)].map(
          ({ step }) => step.file.coding,
        );
        assert.deepEqual(results[0], results[1]);
      }),
      runs(8),
    );
  });
});
