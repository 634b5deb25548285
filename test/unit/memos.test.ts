import assert from 'node:assert/strict';
import { apply } from '../../src/engine/annotations/apply';
import { put } from '../../src/engine/annotations/edit';
import { source } from '../../src/engine/annotations/file';
import { deleteMemo, isOnSession, moveMemos, setMemo } from '../../src/engine/annotations/memos';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { fresh } from './annotationFixtures';

const paragraphs = 'She looks away whenever I ask.\n\nPerhaps it is me. Perhaps not.';

suite('Memos', () => {
  test('stand in the file as they were written, that on the session first', () => {
    let file = setMemo(fresh(), 'memoonii', paragraphs, 12).file;
    file = setMemo(file, 'memosess', 'A hard one.', null).file;
    file = setMemo(file, 'memotwoo', 'Earlier.', 3).file;
    const read = readAnnotationFile(source(file)).file?.coding.memos ?? [];
    assert.deepEqual(
      read.map(({ id, text, at }) => [id, text, at?.turn]),
      [
        ['memosess', 'A hard one.', undefined],
        ['memotwoo', 'Earlier.', 3],
        ['memoonii', paragraphs, 12],
      ],
    );
    assert.deepEqual(read.map(isOnSession), [true, false, false]);
  });

  test('are changed in place and taken away with their last word, and each act is taken back byte for byte', () => {
    const first = setMemo(fresh(), 'memoonii', paragraphs, 12);
    const changed = setMemo(first.file, 'memoonii', 'Other words.', 7);
    assert.deepEqual(changed.file.coding.memos, [{ id: 'memoonii', text: 'Other words.', at: { turn: 12 } }]);
    const gone = setMemo(changed.file, 'memoonii', ' \n ', 12);
    assert.deepEqual(gone.file.coding.memos, []);
    assert.equal(source(apply(gone.file, gone.inverse).file), source(changed.file));
    assert.equal(source(apply(changed.file, changed.inverse).file), source(first.file));
    assert.equal(source(deleteMemo(gone.file, 'memoonii').file), source(gone.file));
  });

  test('follow their turn; without it they keep their words and where they were, and come back with it', () => {
    const { file } = setMemo(fresh(), 'memoonii', paragraphs, 12);
    const moved = moveMemos(file, new Map([['memoonii', 14]])).file;
    assert.deepEqual(moved.coding.memos[0]?.at, { turn: 14 });
    const lost = moveMemos(moved, new Map([['memoonii', null]])).file;
    assert.deepEqual(lost.coding.memos, [{ id: 'memoonii', text: paragraphs, was: { turn: 14 } }]);
    const back = moveMemos(lost, new Map([['memoonii', 15]])).file;
    assert.deepEqual(back.coding.memos, [{ id: 'memoonii', text: paragraphs, at: { turn: 15 } }]);
  });

  test('on several turns stay on as many; that on the session, and what nothing is known of, stay as they are', () => {
    const memos = [
      { id: 'memosess', text: 'A hard one.' },
      { id: 'memoover', text: 'Long.', at: { turn: 3, end_turn: 5 } },
      { id: 'memostay', text: 'Hm.', at: { turn: 9 } },
    ];
    const { file } = put(fresh(), 'memos', memos);
    const turns = new Map([
      ['memosess', null],
      ['memoover', 7],
    ]);
    assert.deepEqual(
      moveMemos(file, turns).file.coding.memos.map(({ at }) => at),
      [undefined, { turn: 7, end_turn: 9 }, { turn: 9 }],
    );
    const inPlace = new Map([
      ['memosess', 2],
      ['memoover', 3],
    ]);
    assert.deepEqual(moveMemos(file, inPlace).change, []);
  });
});
