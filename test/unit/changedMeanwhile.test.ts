import assert from 'node:assert/strict';
import { apply } from '../../src/engine/annotations/apply';
import type { Change } from '../../src/engine/annotations/change';
import { put, remove, setField, setKey } from '../../src/engine/annotations/edit';
import { source } from '../../src/engine/annotations/file';
import { checkAgainstText, head, opened } from './annotationFixtures';

const one = '{ id: memomemo, text: Hm }';
const withMemos = (memos: string): string => `${head}memos:${memos}`;
const text = withMemos(`\n  - ${one}\n`);

/** A text by now, to which a change is made that came of another. */
function changed(now: string, change: Change): string {
  const { file, inverse } = apply(opened(now), change);
  checkAgainstText(file);
  assert.equal(source(apply(file, inverse).file), now);
  return source(file);
}

suite('annotation file: a change made to what is another file by now', () => {
  const removal = remove(opened(text), 'memos', 'memomemo').change;

  test('takes nothing out where there is no such section, or no such entry in its brackets', () => {
    assert.equal(changed(head, removal), head);
    const other = withMemos(' [ { id: othermem, text: Hm } ]\n');
    assert.equal(changed(other, removal), other);
  });

  test('takes the entry out of brackets, and leaves the others laid out anew', () => {
    const both = withMemos(` [ ${one}, { id: othermem, text: Ah } ]\n`);
    assert.equal(changed(both, removal), withMemos('\n  - { id: othermem, text: Ah }\n'));
  });

  test('leaves a section that somebody wrote comments to', () => {
    const commented = withMemos(` # mine\n  - ${one}\n`);
    assert.equal(changed(commented, removal), withMemos(' # mine\n'));
  });

  test('of a key that they changed ours is written, in their hand', () => {
    const mine = (value: string): string => `${head}mine: ${value}\n`;
    const { change } = setKey(opened(mine('1')), 'mine', 2);
    assert.equal(changed(mine('3 # theirs'), change), mine('2 # theirs'));
    assert.equal(changed(head, change), mine('2'));
    const without = setKey(opened(mine('1')), 'mine', undefined).change;
    assert.equal(changed(mine('3'), without), head);
    assert.equal(changed(head, without), head);
  });

  test('a layout is taken back only where it is the same still', () => {
    const flow = withMemos(` [ ${one} ]\n`);
    const step = put(opened(flow), 'memos', { id: 'othermem', text: 'Ah' });
    const theirs = setField(step.file, 'memos', 'memomemo', 'text', 'Theirs').file;
    const back = source(apply(theirs, step.inverse).file);
    assert.equal(back, withMemos('\n  - { id: memomemo, text: Theirs }\n'));
    assert.equal(source(apply(opened(head), step.inverse).file), head);
    const braces = put(
      opened(`{ alliance: 1, transcript: a.transcript, coder: al, memos: [ ${one} ] }\n`),
      'memos',
      [],
    );
    const later = setField(braces.file, 'memos', 'memomemo', 'text', 'Theirs').file;
    assert.equal(source(apply(later, braces.inverse).file), source(later));
  });

  test('a layout of the whole file is made of theirs, not put in its place', () => {
    const json = (memo: string): string =>
      `{ alliance: 1, transcript: a.transcript, coder: al, memos: [ { id: ${memo}, text: Hm } ] }\n`;
    const { change } = put(opened(json('memomemo')), 'memos', { id: 'othermem', text: 'Ah' });
    const lines = '\n  - { id: theirmem, text: Hm }\n  - { id: othermem, text: Ah }\n';
    assert.equal(changed(json('theirmem'), change), withMemos(lines));
    assert.equal(changed(withMemos('\n  - { id: theirmem, text: Hm }\n'), change), withMemos(lines));
  });

  test('what they wrote so that it cannot be read stays, and ours stands below', () => {
    const unread = withMemos('\n  - { id: memomemo, text: [ 1 ] }\n');
    const { change } = setField(opened(text), 'memos', 'memomemo', 'text', 'Ours');
    assert.equal(changed(unread, change), `${unread}  - { id: memomemo, text: Ours }\n`);
  });
});
