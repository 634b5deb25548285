import assert from 'node:assert/strict';
import { isCopyName, mayBeAnnotations, usualName } from '../../src/engine/annotations/copyName';
import { gitConflict } from '../../src/engine/annotations/gitConflict';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { said } from './annotationFixtures';

suite('copies that sync tools make', () => {
  const original = usualName('session-04.transcript', 'alice');
  const copies = [
    'session-04.alice.alliance-PC2.yaml',
    'session-04.alice-DESKTOP-4F2K9.alliance.yaml',
    'session-04.alice.alliance (1).yaml',
    'session-04.alice (2).alliance.yaml',
    'session-04.alice.alliance (conflicted copy 2026-03-02).yaml',
    "session-04.alice (Alice's conflicted copy 2026-03-02).alliance.yaml",
    'session-04.alice.alliance (conflicted copy 2026-03-02 101500).yaml',
    'session-04.alice.alliance (Case Conflict).yaml',
    'session-04.alice.alliance.sync-conflict-20260302-101500-ABCDEFG.yaml',
    'session-04.alice.sync-conflict-20260302-101500-ABCDEFG.alliance.yaml',
    'session-04.alice.alliance_conflict-20260302-101500.yaml',
    'session-04.alice.alliance copy.yaml',
    'session-04.alice.alliance - Copy.yaml',
    'session-04.alice.alliance - Copy (2).yaml',
    'Copy of session-04.alice.alliance.yaml',
    'Session-04.Alice.alliance-PC2.yaml',
  ];

  for (const name of copies) {
    test(`${name} is one`, () => {
      assert.ok(isCopyName(name, original));
      assert.ok(mayBeAnnotations(name), 'and is looked into');
    });
  }

  for (const name of [
    original,
    'session-04.bob.alliance.yaml',
    'session-041.alice.alliance.yaml',
    'session-04.alice.alliance.old.yaml',
    'session-04.alice.alliance (12345).yaml',
    'session-04.alice.alliance (1) (2).yaml',
    'session-04.alice.alliance copied.yaml',
    'session-04.alice.alliance-.yaml',
    'session-04.alice.alliance.sync-conflict-2026-1015-X.yaml',
    'session-04.alice.alliance_conflict-20260302.yaml',
    'session-04.alice.allianceyaml',
    'Copy of session-04.bob.alliance.yaml',
    'A Copy of session-04.alice.alliance.yaml',
    'notes.yaml',
    'other.alliance.yaml',
  ]) {
    test(`${name} is none`, () => assert.ok(!isCopyName(name, original)));
  }

  test('the usual name takes the ending of the transcript off, and no more', () => {
    assert.equal(original, 'session-04.alice.alliance.yaml');
    assert.equal(usualName('a.b.transcript', 'bob'), 'a.b.bob.alliance.yaml');
    assert.equal(usualName('notes', 'bob'), 'notes.bob.alliance.yaml');
  });

  test('codebook, study and other files are not looked into', () => {
    for (const name of [
      'alliance.codebook.yaml',
      'alliance.study.yaml',
      'a.yaml',
      'x.alliance',
      'x.alliances.yaml',
    ]) {
      assert.ok(!mayBeAnnotations(name), name);
    }
  });
});

suite('git’s conflict marks', () => {
  const rows = (...list: readonly string[]): string => list.map((row) => `${row}\n`).join('');

  test('are taken apart into the two versions', () => {
    const text = rows('a: 1', '<<<<<<< HEAD', 'b: 1', '=======', 'b: 2', '>>>>>>> main', 'c: 1');
    assert.deepEqual(gitConflict(text), {
      ours: rows('a: 1', 'b: 1', 'c: 1'),
      theirs: rows('a: 1', 'b: 2', 'c: 1'),
      base: null,
      label: 'main',
      line: 1,
      count: 1,
    });
  });

  test('with what both come of, where every stretch has it', () => {
    const stretch = ['<<<<<<< HEAD', 'b: 1', '||||||| 4f2c', 'b: 0', '=======', 'b: 2', '>>>>>>> main'];
    assert.equal(gitConflict(rows('a: 1', ...stretch))?.base, rows('a: 1', 'b: 0'));
    const without = ['<<<<<<< HEAD', 'd: 1', '=======', '>>>>>>> main'];
    const two = gitConflict(rows(...stretch, ...without));
    assert.deepEqual([two?.base, two?.count, two?.ours], [null, 2, rows('b: 1', 'd: 1')]);
  });

  test('of several stretches the line of the first is told, and the first name there is', () => {
    const stretch = (name: string): string[] => ['<<<<<<< HEAD', 'b: 1', '=======', 'b: 2', `>>>>>>>${name}`];
    const found = gitConflict(
      rows('a: 1', 'b: 0', ...stretch(''), 'c: 1', ...stretch(' main'), ...stretch(' late')),
    );
    assert.deepEqual([found?.line, found?.label, found?.count], [2, 'main', 3]);
    const twice = gitConflict(rows(...stretch(''), ...stretch('')));
    assert.deepEqual([twice?.line, twice?.label], [0, '']);
    const based = ['<<<<<<< HEAD', '||||||| 4f2c', 'b: 0', '=======', '>>>>>>> main'];
    assert.equal(gitConflict(rows(...based, 'c: 1', ...based))?.base, rows('b: 0', 'c: 1', 'b: 0'));
  });

  test('with CRLF, and without a last line end', () => {
    const text = '<<<<<<< HEAD\r\na: 1\r\n=======\r\na: 2\r\n>>>>>>> b\r\nc: 3';
    const found = gitConflict(text);
    assert.deepEqual([found?.ours, found?.theirs], ['a: 1\r\nc: 3', 'a: 2\r\nc: 3']);
  });

  test('a line of equal signs that a person wrote stays what it is', () => {
    const text = rows('note: |', '=======', '<<<<<<< HEAD', 'b: 1', '=======', 'b: 2', '>>>>>>> main');
    assert.equal(gitConflict(text)?.ours, rows('note: |', '=======', 'b: 1'));
  });

  for (const text of [
    rows('a: 1', '======='),
    rows('<<<<<<< HEAD', 'a: 1', '=======', '=======', '>>>>>>> x'),
    rows('<<<<<<< HEAD', 'a: 1', '=======', '||||||| x', '=======', '>>>>>>> y'),
    rows('||||||| x', '=======', '>>>>>>> y', '<<<<<<< HEAD', '=======', '>>>>>>> y'),
    rows('note: |', '  <<<<<<< x', '  =======', '  >>>>>>> y'),
    rows('<<<<<<< HEAD', 'a: 1'),
    rows('<<<<<<< HEAD', 'a: 1', '>>>>>>> x'),
    rows('<<<<<<< HEAD', 'a: 1', '||||||| x', '||||||| x', '=======', '>>>>>>> y'),
    rows('<<<<<<< HEAD', 'a: 1', '=======', '<<<<<<< HEAD'),
    rows('<<<<<<<HEAD', 'a: 1', '=======', '>>>>>>> x'),
    rows('<<<<<<< HEAD', '<<<<<<< HEAD', '=======', '>>>>>>> x'),
    rows('>>>>>>> x', '<<<<<<< y'),
    '',
  ]) {
    test(`are none in ${JSON.stringify(text)}`, () => assert.equal(gitConflict(text), null));
  }

  test('are the one thing said of an annotation file', () => {
    const text = rows('alliance: 1', '<<<<<<< HEAD', 'x: 1', '=======', 'x: 2', '>>>>>>> main');
    const { file, faults } = readAnnotationFile(text);
    assert.equal(file, null);
    assert.deepEqual(said(faults), ['1:0 git-conflict 1']);
  });
});
