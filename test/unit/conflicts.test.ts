import assert from 'node:assert/strict';
import { settle, valueHere } from '../../src/engine/annotations/conflicts';
import { put } from '../../src/engine/annotations/edit';
import type { AnnotationFile } from '../../src/engine/annotations/file';
import type { Conflict } from '../../src/engine/annotations/types';
import { checkAgainstText } from './annotationFixtures';
import { ground, ids } from './mergedFiles';

const [first, second] = ids;
const memo = { id: 'memomemo', text: 'Later.' };

/** A file with a memo and this one conflict. */
function withConflict(about: string, rest: Partial<Conflict> = {}): readonly [AnnotationFile, Conflict] {
  const conflict = { id: 'conflict', about, ...rest };
  const { file } = put(ground, 'memos', memo);
  return [put(file, 'conflicts', conflict).file, conflict];
}

/** The file where the other version's value was taken. */
function settled(about: string, rest: Partial<Conflict> = {}): AnnotationFile {
  const [file] = withConflict(about, rest);
  const { file: now } = settle(file, 'conflict', 'other');
  assert.deepEqual(now.coding.conflicts, []);
  checkAgainstText(now);
  return now;
}

suite('what two versions say differently', () => {
  test('is, of a passage, its place: the other one’s, or none', () => {
    const about = `annotations/${second}`;
    const [file, conflict] = withConflict(about, { field: 'at', value: { at: { turn: 3 } } });
    assert.deepEqual(valueHere(file, conflict), { at: { turn: 2 } });
    const placeOf = ({ coding }: AnnotationFile): unknown =>
      coding.annotations.find(({ id }) => id === second)?.at;
    assert.deepEqual(placeOf(settled(about, { field: 'at', value: { at: { turn: 3 } } })), { turn: 3 });
    assert.equal(placeOf(settled(about, { field: 'at' })), undefined);
  });

  test('is a rating that one of them has not', () => {
    const about = `annotations/${first}`;
    const ratingsOf = ({ coding }: AnnotationFile): unknown => coding.annotations[0]?.ratings;
    assert.equal(ratingsOf(settled(about, { field: 'ratings.clarity' })), undefined);
    assert.deepEqual(ratingsOf(settled(about, { field: 'ratings.impact', value: 4 })), {
      clarity: 1,
      impact: 4,
    });
    const [file, conflict] = withConflict(`annotations/${second}`, { field: 'ratings.impact' });
    assert.equal(valueHere(file, conflict), undefined);
  });

  test('is a whole entry that the other one has not', () => {
    const [file, conflict] = withConflict(`memos/${memo.id}`);
    assert.deepEqual(valueHere(file, conflict), memo);
    assert.deepEqual(settled(`memos/${memo.id}`).coding.memos, []);
    assert.equal(valueHere(...withConflict('memos/gonegone')), undefined);
  });

  test('changes nothing where it cannot be taken over', () => {
    assert.deepEqual(settled('memos/gonegone', { field: 'text', value: 'x' }).coding.memos, [memo]);
    assert.deepEqual(settled(`memos/${memo.id}`, { field: 'text', value: 3 }).coding.memos, [memo]);
    const [file] = withConflict('name');
    assert.equal(settle(file, 'gonegone', 'other').file, file);
  });
});
