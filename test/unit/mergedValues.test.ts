import assert from 'node:assert/strict';
import { judge, setRating } from '../../src/engine/annotations/acts';
import { put, setField } from '../../src/engine/annotations/edit';
import type { AnnotationFile } from '../../src/engine/annotations/file';
import { annotations, ground, ids, merging } from './mergedFiles';

const [first] = ids;

function ratingsOf({ coding }: AnnotationFile): unknown {
  return coding.annotations[0]?.ratings;
}

suite('values of two versions of a file', () => {
  const without = setField(ground, 'annotations', first, 'ratings', undefined).file;

  test('those by scale, taken away on one side and left on the other, are gone', () => {
    const other = setField(ground, 'annotations', first, 'note', 'x').file;
    for (const [ours, theirs] of [
      [without, other],
      [other, without],
    ] as const) {
      const { step, conflicts } = merging(ground, ours, theirs);
      assert.deepEqual([ratingsOf(step.file), conflicts], [undefined, []]);
    }
  });

  test('another scale that one side gave is there, though the other side has none any more', () => {
    const more = setRating(ground, first, 'impact', 3).file;
    const { step, conflicts } = merging(ground, without, more);
    assert.deepEqual([ratingsOf(step.file), conflicts], [{ impact: 3 }, []]);
  });

  test('braces without a value stay where neither side put one in', () => {
    const empty = annotations({ id: first, code: 'bond', at: { turn: 1 }, ratings: {} });
    const noted = setField(empty, 'annotations', first, 'note', 'x').file;
    const coded = setField(empty, 'annotations', first, 'code', 'goal').file;
    assert.deepEqual(ratingsOf(merging(empty, noted, coded).step.file), {});
  });

  test('turns judged that both sides took back are not written', () => {
    const judged = judge(ground, [{ from: 1, to: 4 }]).file;
    const memo = (id: string): AnnotationFile => put(ground, 'memos', { id, text: 'Hm' }).file;
    const { step } = merging(judged, memo('memoours'), memo('memother'));
    assert.equal(step.file.coding.coded, undefined);
    assert.equal(step.file.coding.memos.length, 2);
    const half = judge(memo('memoours'), [{ from: 1, to: 2 }]).file;
    assert.deepEqual(merging(judged, half, memo('memother')).step.file.coding.coded, undefined);
  });
});
