import assert from 'node:assert/strict';
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
import { settle, valueHere, wordsConcerned } from '../../src/engine/annotations/conflicts';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import { put, setTop } from '../../src/engine/annotations/edit';
import { source, type AnnotationFile } from '../../src/engine/annotations/file';
import { areVersions, changedEntries, isMergeable, merge } from '../../src/engine/annotations/merge';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { opened, said } from './annotationFixtures';
import { annotations, at, ground, ids, merging } from './mergedFiles';

const [first, second, third] = ids;

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

suite('a conflict that waits', () => {
  const quoted = annotations(
    { id: first, code: 'rupture', quote: 'I said\nnothing.' },
    { id: second, code: 'repair', quote: 'word '.repeat(40) },
  );
  const episode = { id: third, ruptures: [first], repairs: [second] };
  const file = put(put(quoted, 'episodes', episode).file, 'memos', {
    id: 'memomemo',
    text: ' 😀 Later. ',
  }).file;
  const concerned = (about: string): string | null => wordsConcerned(file, { id: 'conflict', about });

  test('shows the words it is about, on one line and shortened', () => {
    assert.equal(concerned(`annotations/${first}`), 'I said nothing.');
    assert.equal(concerned(`annotations/${second}`), `${'word '.repeat(11)}word …`);
    assert.equal(concerned(`episodes/${third}`), 'I said nothing.');
    assert.equal(concerned('memos/memomemo'), '😀 Later.');
  });

  test('has none where it is about the file, a rating, or what is there no more', () => {
    assert.deepEqual(['name', 'ratings/bond session', 'annotations/gonegone'].map(concerned), [
      null,
      null,
      null,
    ]);
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
