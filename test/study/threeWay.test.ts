import assert from 'node:assert/strict';
import { judge, release, setNote } from '../../src/engine/annotations/acts';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import { put, remove, setField, setTop } from '../../src/engine/annotations/edit';
import { source, type AnnotationFile } from '../../src/engine/annotations/file';
import { areVersions, changedEntries, isMergeable, merge } from '../../src/engine/annotations/merge';
import {
  isSame,
  merged,
  mergedEntry,
  mergedSpans,
  placeIn,
  withPlace,
  workOf,
} from '../../src/engine/annotations/threeWay';
import type { Rating } from '../../src/engine/annotations/types';
import { opened } from '../unit/annotationFixtures';
import { annotations, at, ground, ids, merging } from '../unit/mergedFiles';

const [first, second, third] = ids;
const here = { differ: false, from: 'theirs' } as const;

suite('one value of two versions', () => {
  test('is what the one changed; where both made something else of it, theirs, and that is asked about', () => {
    const of = (base: unknown, ours: unknown, theirs: unknown) => {
      const { value, clashes } = merged({ base, ours, theirs });
      return [value, clashes];
    };
    assert.deepEqual(of(1, 1, 1), [1, false]);
    assert.deepEqual(of(1, 2, 1), [2, false]);
    assert.deepEqual(of(1, 1, 2), [2, false]);
    assert.deepEqual(of(1, 2, 2), [2, false]);
    assert.deepEqual(of(1, 2, 3), [3, true]);
    assert.deepEqual(of(1, undefined, 1), [undefined, false]);
    assert.deepEqual(of(1, undefined, 2), [2, true]);
    assert.deepEqual(
      of({ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 3 }),
      [{ a: 3 }, false],
      'whatever the order of keys',
    );
    assert.deepEqual(
      [isSame(undefined, null), isSame(undefined, undefined), isSame({}, undefined)],
      [false, true, false],
    );
  });

  test('of an entry goes field by field; its place goes as one', () => {
    const base = { id: 'a', code: 'bond', at: { turn: 1 }, quote: 'Mm', note: 'x' };
    const ours = { ...base, at: { turn: 2 }, quote: 'Hm', code: 'goal' };
    const theirs = { id: 'a', code: 'bond', at: { turn: 1 }, quote: 'Mm', own: 1 };
    const { entry, clashes } = mergedEntry({ base, ours, theirs }, here);
    assert.deepEqual([entry, clashes], [{ id: 'a', code: 'goal', at: { turn: 2 }, quote: 'Hm', own: 1 }, []]);
    const both = mergedEntry({ base, ours, theirs: { ...base, at: { turn: 3 }, code: 'task' } }, here);
    assert.deepEqual(both.entry, { ...base, at: { turn: 3 }, code: 'task' });
    assert.deepEqual(both.clashes, [
      { field: 'code', other: 'goal' },
      { field: 'at', other: { at: { turn: 2 }, quote: 'Hm' } },
    ]);
  });

  test('a place that only followed another text is that of the text the file is about', () => {
    const place = (turn: number, quote = 'Mm') => ({ at: { turn }, quote });
    const of = (texts: Parameters<typeof mergedEntry>[1], quote?: string) =>
      mergedEntry({ base: place(1), ours: place(2, quote), theirs: place(3) }, texts);
    assert.deepEqual(of({ differ: true, from: 'ours' }), { entry: place(2), clashes: [] });
    assert.deepEqual(of({ differ: true, from: 'theirs' }), { entry: place(3), clashes: [] });
    assert.equal(of({ differ: false, from: 'ours' }).clashes.length, 1);
    assert.equal(of({ differ: true, from: 'ours' }, 'Hm').clashes.length, 1, 'other words are another place');
  });

  test('lists of ids are sets: theirs in their order, then what we put in', () => {
    const of = (base: unknown, ours: unknown, theirs: unknown): unknown => {
      const { entry, clashes } = mergedEntry(
        { base: { repairs: base }, ours: { repairs: ours }, theirs: { repairs: theirs } },
        here,
      );
      assert.deepEqual(clashes, []);
      return 'repairs' in entry ? entry.repairs : undefined;
    };
    assert.deepEqual(of(['a', 'b'], ['a', 'b', 'c'], ['b', 'a', 'd']), ['b', 'a', 'd', 'c']);
    assert.deepEqual(of(['a', 'b'], ['a'], ['a', 'b', 'd']), ['a', 'd']);
    assert.deepEqual(of(['a', 'b'], ['a', 'b'], ['b']), ['b']);
    assert.deepEqual(of([], ['c'], ['c']), ['c']);
    assert.deepEqual(of(undefined, ['c'], undefined), ['c']);
    assert.equal(of(['c'], undefined, undefined), undefined);
  });

  test('values go scale by scale', () => {
    const of = (base: object, ours: object, theirs: object) =>
      mergedEntry({ base: { ratings: base }, ours: { ratings: ours }, theirs: { ratings: theirs } }, here);
    assert.deepEqual(of({ a: 1, b: 1 }, { a: 2, b: 1 }, { a: 1, b: 2, c: 3 }).entry, {
      ratings: { a: 2, b: 2, c: 3 },
    });
    assert.deepEqual(of({ a: 1 }, { a: 2 }, { a: 3 }), {
      entry: { ratings: { a: 3 } },
      clashes: [{ field: 'ratings.a', other: 2 }],
    });
    assert.deepEqual(of({ a: 1 }, {}, { a: 1 }).entry, {});
  });

  test('what a person put down is without the place, and with the words', () => {
    const entry = {
      id: 'a',
      code: 'bond',
      at: { turn: 1 },
      was: { turn: 2 },
      speaker: 'C',
      quote: 'Mm',
      quote_sha256: 'x',
      context: {},
      unconfirmed: {},
      scope: 'session',
      note: 'x',
    };
    assert.deepEqual(workOf(entry), { id: 'a', code: 'bond', quote: 'Mm', note: 'x' });
    assert.deepEqual(withPlace(entry, { at: { turn: 9 } }), {
      id: 'a',
      code: 'bond',
      note: 'x',
      at: { turn: 9 },
    });
    assert.deepEqual({ ...placeIn(entry), ...withPlace(entry, {}) }, entry);
  });

  test('turns judged are what the one put in and what neither took out', () => {
    const span = (from: number, to: number) => ({ from, to });
    const base = [span(1, 5)];
    assert.deepEqual(mergedSpans({ base, ours: base, theirs: [span(2, 9)] }), [span(2, 9)]);
    assert.deepEqual(mergedSpans({ base, ours: [span(2, 9)], theirs: base }), [span(2, 9)]);
    assert.deepEqual(mergedSpans({ base, ours: [span(1, 3), span(8, 9)], theirs: [span(2, 6)] }), [
      span(2, 3),
      span(6, 6),
      span(8, 9),
    ]);
    assert.deepEqual(mergedSpans({ base: [], ours: [span(4, 6)], theirs: [span(1, 2)] }), [
      span(1, 2),
      span(4, 6),
    ]);
  });
});

suite('two versions of a file, at their edges', () => {
  const moved = (file: AnnotationFile, sha256: string): AnnotationFile =>
    setTop(file, 'text', { sha256 }).file;

  test('that are the same, or of which one did nothing, are the other as it stands', () => {
    const ours = setNote(ground, first, 'ours').file;
    const none = merge({ base: ground, ours: ground, theirs: ours }, { at });
    assert.deepEqual(
      [none.step.file, none.step.change, none.conflicts, none.unsealed],
      [ours, [], [], false],
    );
    assert.deepEqual(merge({ base: null, ours, theirs: ours }, { at }).step.change, []);
    const replaced = merge({ base: ground, ours, theirs: ground }, { at }).step;
    assert.equal(source(replaced.file), source(ours));
    assert.equal(replaced.change.length, 1);
  });

  test('are versions of one where coder and transcript are the same', () => {
    assert.ok(!areVersions(ground, newAnnotationFile({ transcript: 'b.transcript', coder: 'tess' })));
    assert.ok(isMergeable(opened('alliance: 1\ntranscript: a\ncoder: b\nmemos:\n  # nothing yet\n')));
  });

  test('an entry that only followed its text and was deleted on the other side is deleted', () => {
    const base = moved(ground, 'one');
    const followed = moved(setField(base, 'annotations', second, 'at', { turn: 5 }).file, 'two');
    const deleted = setNote(remove(base, 'annotations', second).file, first, 'x').file;
    for (const [ours, theirs] of [
      [followed, deleted],
      [deleted, followed],
    ] as const) {
      const { step, conflicts } = merging(base, ours, theirs);
      assert.deepEqual([step.file.coding.annotations.map(({ id }) => id), conflicts], [[first], []]);
      assert.equal(step.file.coding.text?.sha256, 'two');
    }
    const chosen = setField(base, 'annotations', second, 'at', { turn: 5 }).file;
    assert.equal(
      merging(base, chosen, deleted).conflicts.length,
      1,
      'one that a person moved is asked about',
    );
  });

  test('an entry that moves in the file stands where it belongs, in a sorted one', () => {
    const ours = setNote(ground, second, 'ours').file;
    const theirs = setField(ground, 'annotations', first, 'note', 'theirs').file;
    const ahead = setField(ours, 'annotations', second, 'at', { turn: 1, start: 0, end: 1 }).file;
    const order = (mine: AnnotationFile): string[] =>
      merging(ground, mine, theirs).step.file.coding.annotations.map(({ id }) => id);
    assert.deepEqual(order(ours), [first, second]);
    assert.deepEqual(order(ahead), [second, first]);
  });

  test('keys of the file go one by one, a new name on both sides is asked about', () => {
    const named = (name: string, file = ground) => setTop(file, 'name', name).file;
    const codebook = setTop(ground, 'codebook', { id: 'x', version: '2' }).file;
    const { step, conflicts } = merging(ground, named('A'), codebook);
    assert.deepEqual([step.file.coding.name, step.file.coding.codebook?.version, conflicts], ['A', '2', []]);
    const both = merge({ base: ground, ours: named('A'), theirs: named('B') }, { at, from: 'copy.yaml' });
    assert.equal(both.step.file.coding.name, 'B');
    assert.deepEqual(
      both.conflicts.map(({ about, field, value, from }) => [about, field, value, from]),
      [['name', undefined, 'A', 'copy.yaml']],
    );
    const again = merge({ base: ground, ours: named('A'), theirs: named('B') }, { at });
    assert.equal(again.conflicts[0]?.id, both.conflicts[0]?.id, 'whoever finds it');
    assert.ok(!('from' in (again.conflicts[0] ?? {})));
  });

  test('a release on both sides is one; one whose seal a person broke stays for them to see', () => {
    const judged = judge(ground, [{ from: 1, to: 6 }]).file;
    const [early, late] = ['2026-03-02T10:00:00Z', '2026-03-02T11:00:00Z'].map(
      (when) => release(judged, when, 6).file,
    );
    assert.ok(early && late);
    const { step, conflicts, unsealed } = merging(judged, early, late);
    assert.deepEqual(
      [step.file.coding.released?.at, conflicts, unsealed],
      ['2026-03-02T11:00:00Z', [], false],
    );
    const broken = setTop(ground, 'released', { at, sha256: 'by hand' }).file;
    const memo = put(ground, 'memos', { id: third, text: 'x' }).file;
    assert.equal(merging(ground, broken, memo).unsealed, false);
    const clash = merging(
      judged,
      release(setNote(judged, first, 'a').file, at, 6).file,
      setNote(judged, first, 'b').file,
    );
    assert.deepEqual([clash.unsealed, clash.conflicts.length], [true, 1]);
  });

  test('tell what came, went and was reworked, of every section', () => {
    const rating = (value: number): Rating => ({ rating: 'bond', scope: 'session', value });
    const before = put(put(ground, 'ratings', rating(4)).file, 'memos', { id: 'memomemo', text: 'x' }).file;
    const now = put(put(remove(before, 'memos', 'memomemo').file, 'ratings', rating(5)).file, 'annotations', {
      id: third,
      code: 'goal',
    }).file;
    assert.deepEqual(changedEntries(before, now), [
      `annotations/${third}`,
      'ratings/bond session',
      'memos/memomemo',
    ]);
    assert.deepEqual(changedEntries(before, before), []);
    const written = opened(source(before).replace('note: before', 'note:   before'));
    assert.deepEqual(changedEntries(before, written), [], 'another spelling says the same');
    assert.deepEqual(changedEntries(annotations(), annotations()), []);
  });
});
