import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  addTags,
  deleteAnnotations,
  judge,
  link,
  recode,
  release,
  setNote,
  setRating,
} from '../../src/engine/annotations/acts';
import { apply } from '../../src/engine/annotations/apply';
import { settle, valueHere } from '../../src/engine/annotations/conflicts';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import { put, setField, setTop } from '../../src/engine/annotations/edit';
import { entriesOf, keyOf, source, type AnnotationFile } from '../../src/engine/annotations/file';
import { sections } from '../../src/engine/annotations/layout';
import {
  areVersions,
  changedEntries,
  isMergeable,
  merge,
  type Merge,
} from '../../src/engine/annotations/merge';
import { render } from '../../src/engine/annotations/render';
import type { Annotation, Coding } from '../../src/engine/annotations/types';
import { act, checkAgainstText } from './annotationActs';
import { coding } from './annotationArbitraries';
import { opened, said } from './annotationFixtures';
import { readAnnotationFile } from '../../src/engine/annotations/read';

const at = '2026-03-02T10:15:00Z';
const ids = ['aaaaaaag', 'bbbbbbbg', 'ccccccch'] as const;
const [first, second, third] = ids;

function merging(base: AnnotationFile | null, ours: AnnotationFile, theirs: AnnotationFile): Merge {
  const found = merge({ base, ours, theirs }, { at });
  checkAgainstText(found.step.file);
  return found;
}

function annotations(...list: readonly Annotation[]): AnnotationFile {
  return put(newAnnotationFile({ transcript: 'a.transcript', coder: 'tess' }), 'annotations', list).file;
}

const ground = annotations(
  { id: first, code: 'bond', at: { turn: 1 }, ratings: { clarity: 1 } },
  { id: second, code: 'rupture', at: { turn: 2 }, note: 'before' },
);

suite('two versions of a file', () => {
  test('different entries and different fields of one entry are both there, without a question', () => {
    const ours = setNote(recode(ground, first, 'goal').file, second, 'ours').file;
    const theirs = addTags(
      setRating(ground, first, 'impact', 3).file,
      [],
      [{ id: third, code: 'repair', at: { turn: 3, start: 0, end: 4 }, created: at }],
    ).file;
    const { step, conflicts } = merging(ground, ours, theirs);
    assert.deepEqual(conflicts, []);
    const [one, two, three] = step.file.coding.annotations;
    assert.equal(one?.code, 'goal');
    assert.deepEqual(one.ratings, { clarity: 1, impact: 3 });
    assert.equal(two?.note, 'ours');
    assert.equal(three?.id, third);
  });

  test('of one field with two new values theirs stays, and ours is kept beside it', () => {
    const ours = setRating(recode(ground, first, 'goal').file, first, 'clarity', 2).file;
    const theirs = setRating(recode(ground, first, 'task').file, first, 'clarity', 3).file;
    const { step, conflicts } = merging(ground, ours, theirs);
    assert.deepEqual(
      conflicts.map(({ about, field, value }) => [about, field, value]),
      [
        [`annotations/${first}`, 'code', 'goal'],
        [`annotations/${first}`, 'ratings.clarity', 2],
      ],
    );
    assert.equal(step.file.coding.annotations[0]?.code, 'task');
    assert.deepEqual(
      step.file.coding.conflicts,
      conflicts.map(({ id, about, field, value }) => ({ id, about, field, value })),
    );
    assert.deepEqual(
      said(readAnnotationFile(source(step.file)).faults).map((each) => each.split(' ').slice(1).join(' ')),
      [`conflict annotations/${first} code`, `conflict annotations/${first} ratings.clarity`],
    );
  });

  test('an entry deleted here and changed there stays, and the deletion is asked about', () => {
    const deleted = deleteAnnotations(ground, [second]).file;
    const changed = setNote(ground, second, 'after').file;
    for (const [ours, theirs] of [
      [deleted, changed],
      [changed, deleted],
    ] as const) {
      const { step, conflicts } = merging(ground, ours, theirs);
      assert.deepEqual(
        conflicts.map(({ about, field }) => [about, field]),
        [[`annotations/${second}`, undefined]],
      );
      assert.equal(step.file.coding.annotations[1]?.note, 'after');
    }
  });

  test('an entry deleted on one side only is deleted', () => {
    const deleted = deleteAnnotations(ground, [second]).file;
    const other = setNote(ground, first, 'x').file;
    assert.deepEqual(
      merging(ground, deleted, other).step.file.coding.annotations.map(({ id }) => id),
      [first],
    );
    assert.deepEqual(
      merging(ground, other, deleted).step.file.coding.annotations.map(({ id }) => id),
      [first],
    );
  });

  test('turns judged and the ids of an episode are sets', () => {
    const base = judge(link(ground, 'eeeeeeeh', [first], []).file, [{ from: 1, to: 4 }]).file;
    const ours = setTop(link(base, 'x', [first], [second]).file, 'coded', [{ from: 1, to: 6 }]).file;
    const theirs = setTop(link(base, 'x', [first], [third]).file, 'coded', [
      { from: 2, to: 4 },
      { from: 9, to: 9 },
    ]).file;
    const { step, conflicts } = merging(base, ours, theirs);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(step.file.coding.episodes[0]?.repairs, [third, second]);
    assert.deepEqual(step.file.coding.coded, [
      { from: 2, to: 6 },
      { from: 9, to: 9 },
    ]);
  });

  test('places that followed a changed text are no conflict; two stretches chosen by hand are', () => {
    const moved = (file: AnnotationFile, turn: number, quote: string) =>
      put(file, 'annotations', { id: first, code: 'bond', at: { turn, start: 0, end: 3 }, quote }).file;
    const base = setTop(moved(ground, 1, 'abc'), 'text', { sha256: 'one' }).file;
    const followed = setTop(moved(base, 2, 'abc'), 'text', { sha256: 'two' }).file;
    const elsewhere = setTop(moved(base, 3, 'abc'), 'text', { sha256: 'three' }).file;
    const { step, conflicts } = merging(base, followed, elsewhere);
    assert.deepEqual(conflicts, []);
    assert.equal(step.file.coding.text?.sha256, 'two');
    assert.equal(step.file.coding.annotations[0]?.at?.turn, 2);
    const widened = merging(base, moved(base, 1, 'abcd'), moved(base, 1, 'bc'));
    assert.deepEqual(
      widened.conflicts.map(({ field }) => field),
      ['at'],
    );
    const other = settle(widened.step.file, widened.conflicts[0]?.id ?? '', 'other').file;
    assert.equal(other.coding.annotations[0]?.quote, 'abcd');
  });

  test('comments, order and own keys of both stay', () => {
    const text = `# top\nalliance: 1\ntranscript: a.transcript\ncoder: tess\nmine: 1\nannotations:
  # one
  - { id: ${second}, code: rupture, at: { turn: 2 } }\n  - { code: bond, own: 1, id: ${first}, at: { turn: 1 } }\n`;
    const base = opened(text);
    const ours = opened(
      text.replace('own: 1', 'own: 2').replace('code: rupture', 'code: repair') +
        `  # two\n  - { id: ${third}, code: goal, at: { turn: 9 } } # end\n`,
    );
    const theirs = opened(
      text.replace('mine: 1', 'mine: 2').replace('# one', '# eins').replaceAll('\n', '\r\n'),
    );
    const merged = source(merging(base, ours, theirs).step.file);
    assert.equal(
      merged,
      (
        text
          .replace('mine: 1', 'mine: 2')
          .replace('# one', '# eins')
          .replace('own: 1', 'own: 2')
          .replace('code: rupture', 'code: repair') +
        `  # two\n  - { id: ${third}, code: goal, at: { turn: 9 } } # end\n`
      ).replaceAll('\n', '\r\n'),
    );
  });

  test('without a common ancestor all that either has is there, and differing fields are asked about', () => {
    const one = annotations({ id: first, code: 'bond', note: 'a' }, { id: second, code: 'task' });
    const two = annotations({ id: first, code: 'goal' }, { id: third, code: 'repair' });
    const { step, conflicts } = merging(null, one, two);
    const found = step.file.coding.annotations.map(({ id, code, note }) => [id, code, note]);
    const expected = [
      [first, 'goal', 'a'],
      [second, 'task', undefined],
      [third, 'repair', undefined],
    ];
    assert.deepEqual(new Set(found), new Set(expected));
    assert.deepEqual(
      conflicts.map(({ field, value }) => [field, value]),
      [['code', 'bond']],
    );
  });

  test('what is more than was sealed takes the release back, and the log says so', () => {
    const sealed = release(ground, at, 6).file;
    const more = setNote(ground, first, 'more').file;
    for (const [ours, theirs] of [
      [sealed, more],
      [more, sealed],
    ] as const) {
      const { step, unsealed } = merging(ground, ours, theirs);
      assert.ok(unsealed);
      assert.equal(step.file.coding.released, undefined);
      assert.deepEqual(
        step.file.coding.log.map(({ event }) => event),
        ['released', 'taken_back'],
      );
    }
    const memo = put(ground, 'memos', { id: third, text: 'x' }).file;
    assert.ok(merging(ground, sealed, memo).step.file.coding.released, 'a memo is under no seal');
  });

  test('a file with entries that cannot be read, or are there twice, is not merged', () => {
    const start = 'alliance: 1\ntranscript: a.transcript\ncoder: tess\nannotations:\n';
    assert.ok(isMergeable(ground));
    assert.ok(!isMergeable(opened(`${start}  - { id: ${first}, code: [ 1 ] }\n`)));
    assert.ok(!isMergeable(opened(`${start}  - { id: ${first}, code: a }\n  - { id: ${first}, code: b }\n`)));
    assert.ok(areVersions(ground, annotations()));
    assert.ok(!areVersions(ground, newAnnotationFile({ transcript: 'a.transcript', coder: 'bob' })));
  });

  test('tells what was changed, and not what only followed the text', () => {
    const moved = put(ground, 'annotations', {
      id: first,
      code: 'bond',
      at: { turn: 7 },
      ratings: { clarity: 1 },
    }).file;
    assert.deepEqual(changedEntries(ground, moved), [`annotations/${first}`]);
    assert.deepEqual(changedEntries(ground, setTop(moved, 'text', { sha256: 'x' }).file), []);
    assert.deepEqual(
      changedEntries(ground, setTop(deleteAnnotations(moved, [first]).file, 'text', { sha256: 'x' }).file),
      [`annotations/${first}`],
    );
  });
});

suite('a conflict that is settled', () => {
  const clashes = merge(
    {
      base: ground,
      ours: setTop(setNote(setRating(ground, first, 'clarity', 2).file, second, null).file, 'name', 'A').file,
      theirs: setTop(setNote(setRating(ground, first, 'clarity', 3).file, second, 'n').file, 'name', 'B')
        .file,
    },
    { at, from: 'copy.yaml' },
  );

  function idOf(about: string): string {
    return clashes.conflicts.find((conflict) => conflict.about === about)?.id ?? '';
  }

  test('as what stands here is gone without a trace', () => {
    const done = clashes.conflicts.reduce((file, { id }) => settle(file, id, 'here').file, clashes.step.file);
    assert.deepEqual(done.coding.conflicts, []);
    assert.doesNotMatch(source(done), /conflicts/);
    assert.deepEqual(done.coding.annotations, clashes.step.file.coding.annotations);
  });

  test('as the other version has its value in the place of ours, and is undone as one', () => {
    const { file } = clashes.step;
    assert.deepEqual(
      clashes.conflicts.map((one) => valueHere(file, one)),
      [3, 'n', 'B'],
    );
    const rated = settle(file, idOf(`annotations/${first}`), 'other');
    assert.deepEqual(rated.file.coding.annotations[0]?.ratings, { clarity: 2 });
    assert.equal(
      settle(file, idOf(`annotations/${second}`), 'other').file.coding.annotations[1]?.note,
      undefined,
    );
    assert.equal(settle(file, idOf('name'), 'other').file.coding.name, 'A');
    assert.deepEqual(
      clashes.conflicts.map(({ from }) => from),
      ['copy.yaml', 'copy.yaml', 'copy.yaml'],
    );
  });

  test('as a deletion takes the entry out of its episode too', () => {
    const base = link(ground, 'eeeeeeeh', [second], []).file;
    const { step, conflicts } = merge(
      { base, ours: deleteAnnotations(base, [second]).file, theirs: setNote(base, second, 'kept').file },
      { at },
    );
    const done = conflicts.reduce((file, { id }) => settle(file, id, 'other').file, step.file);
    assert.deepEqual([done.coding.episodes, done.coding.annotations.length], [[], 1]);
  });
});

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
      { numRuns: 20 },
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
      { numRuns: 30 },
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
      { numRuns: 200 },
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
      { numRuns: 50 },
    );
  });
});
