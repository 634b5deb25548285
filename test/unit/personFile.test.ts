import assert from 'node:assert/strict';
import { addTags, release, setNote } from '../../src/engine/annotations/acts';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import { source } from '../../src/engine/annotations/file';
import { opened } from './annotationFixtures';
import { created, Disk, fresh, idsOf, tag, window } from './windows';

suite('a person’s file', () => {
  test('a write that fails keeps the act, says why, and is done when it is tried again', async () => {
    const disk = new Disk();
    const file = window(disk);
    tag(file, 'aaaaaaag');
    for (const reason of ['ENOSPC', 'EROFS', 'ENOENT', 'EACCES', 'EBUSY']) {
      disk.failing = reason;
      assert.deepEqual(await file.save(), { kind: 'failed', uri: file.uri, reason });
      assert.deepEqual([file.isPending, disk.text], [true, null]);
    }
    tag(file, 'bbbbbbbg', 2);
    disk.failing = null;
    assert.equal(await file.save(), null);
    assert.deepEqual(idsOf(disk.text), ['aaaaaaag', 'bbbbbbbg']);
    assert.equal(file.isPending, false);
  });

  test('what was written between reading and writing is merged, not written over', async () => {
    const disk = new Disk();
    const [one, two] = [window(disk), window(disk)];
    tag(one, 'aaaaaaag');
    tag(two, 'bbbbbbbg', 2);
    await Promise.all([one.save(), two.save()]);
    assert.deepEqual(idsOf(disk.text), ['aaaaaaag', 'bbbbbbbg']);
  });

  test('two notes on one passage are both kept', async () => {
    const disk = new Disk(
      source(
        addTags(fresh(), [], [{ id: 'aaaaaaag', code: 'bond', at: { turn: 1, start: 0, end: 3 }, created }])
          .file,
      ),
    );
    const [one, two] = [window(disk), window(disk)];
    one.act((now) => setNote(now, 'aaaaaaag', 'one'));
    two.act((now) => setNote(now, 'aaaaaaag', 'two'));
    await one.save();
    await two.save();
    const { annotations, conflicts } = opened(disk.text ?? '').coding;
    assert.deepEqual([annotations[0]?.note, conflicts.map(({ value }) => value)], ['one', ['two']]);
    assert.ok(two.elsewhere.isChangedSince('annotations/aaaaaaag', 0));
    assert.ok(!two.elsewhere.isChangedSince('annotations/aaaaaaag', two.elsewhere.times));
  });

  test('a file that cannot be read, is another’s, or was released meanwhile is not written over', async () => {
    const disk = new Disk();
    const file = window(disk);
    tag(file, 'aaaaaaag');
    for (const [text, kind] of [
      ['alliance: [', 'unreadable'],
      [source(newAnnotationFile({ transcript: 'a.transcript', coder: 'bob' })), 'unreadable'],
      [source(release(fresh(), created, 3).file), 'released'],
    ] as const) {
      disk.text = text;
      assert.deepEqual(await file.save(), { kind, uri: file.uri });
      assert.deepEqual([disk.text, file.isPending], [text, true]);
    }
    disk.text = null;
    assert.equal(await file.save(), null);
    assert.deepEqual(idsOf(disk.text), ['aaaaaaag']);
  });
});
