import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Uri } from 'vscode';
import { addTags, deleteAnnotations, judge, release, setNote } from '../../src/engine/annotations/acts';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import { source, type AnnotationFile } from '../../src/engine/annotations/file';
import type { PersonDisk } from '../../src/store/personDisk';
import { PersonFile } from '../../src/store/personFile';
import { opened } from './annotationFixtures';

const created = '2026-03-02T10:15:00Z';

/** A disk in memory: one file, which may be held back (`turn`) or fail. */
class Disk implements PersonDisk {
  text: string | null;
  failing: string | null = null;
  readonly #turn: () => Promise<unknown>;

  constructor(text: string | null = null, turn: () => Promise<unknown> = async () => undefined) {
    this.text = text;
    this.#turn = turn;
  }

  async read(): Promise<string | null> {
    await this.#turn();
    return this.text;
  }

  async write(_uri: Uri, text: string, seen: string | null): Promise<boolean> {
    await this.#turn();
    if (this.failing !== null) throw new Error(this.failing);
    if (seen !== this.text) return false;
    this.text = text;
    return true;
  }

  reasonOf(error: unknown): string {
    return error instanceof Error ? error.message : '';
  }
}

function place(path = '/a/a.tess.alliance.yaml'): Uri {
  const uri: Uri = {
    scheme: 'file',
    authority: '',
    path,
    query: '',
    fragment: '',
    fsPath: path,
    with: () => uri,
    toString: () => `file://${path}`,
    toJSON: () => path,
  };
  return uri;
}

function fresh(): AnnotationFile {
  return newAnnotationFile({ transcript: 'a.transcript', coder: 'tess' });
}

function window(disk: Disk): PersonFile {
  return new PersonFile(place(), disk.text === null ? fresh() : opened(disk.text), disk.text, disk);
}

function tag(file: PersonFile, id: string, turn = 1): void {
  const at = { turn, start: 0, end: 3 };
  file.act((now) => addTags(now, [], [{ id, code: 'bond', at, created }]));
}

function idsOf(text: string | null): string[] {
  return opened(text ?? '').coding.annotations.map(({ id }) => id);
}

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

  test('in two windows, whatever comes when: every act of both is in the file, and both show the same', async () => {
    const one = fc.record({
      window: fc.nat({ max: 1 }),
      act: fc.constantFrom('tag', 'tag', 'delete', 'judge', 'save'),
      turn: fc.integer({ min: 1, max: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(one, { maxLength: 12 }), async (order, acts) => {
        const disk = new Disk(null, () => order.schedule(Promise.resolve()));
        const windows = [window(disk), window(disk)];
        const own: [Set<string>, Set<string>] = [new Set(), new Set()];
        const judged = new Set<number>();
        const saves: Promise<unknown>[] = [];
        for (const [count, { window: index, act, turn }] of acts.entries()) {
          const file = windows[index];
          const mine = own[index];
          if (!file || !mine) continue;
          const [first] = mine;
          if (act === 'tag') {
            const id = `k${String(count).padStart(2, '0')}zzzzz`;
            tag(file, id, turn);
            mine.add(id);
            judged.add(turn);
          } else if (act === 'delete' && first !== undefined) {
            file.act((now) => deleteAnnotations(now, [first]));
            mine.delete(first);
          } else if (act === 'judge') {
            file.act((now) => judge(now, [{ from: turn, to: turn }]));
            judged.add(turn);
          } else {
            saves.push(file.save());
            await Promise.resolve();
            if (order.count() > 0) await order.waitOne();
          }
        }
        saves.push(...windows.map((file) => file.save()));
        await order.waitFor(Promise.all(saves));
        const ids = [...own[0], ...own[1]].toSorted();
        assert.deepEqual(disk.text === null ? [] : idsOf(disk.text).toSorted(), ids);
        if (disk.text === null) return;
        const { coded, conflicts } = opened(disk.text).coding;
        const turns = (coded ?? []).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, at) => from + at),
        );
        assert.deepEqual(
          turns,
          [...judged].toSorted((a, b) => a - b),
        );
        assert.deepEqual(conflicts, []);
        // A last act in each window brings it up to what the other wrote.
        for (const file of windows) {
          file.act((now) => judge(now, [{ from: 40, to: 40 }]));
          await order.waitFor(file.save());
        }
        assert.deepEqual(
          windows.map((file) => idsOf(source(file.file)).toSorted()),
          [ids, ids],
        );
      }),
      { numRuns: 20 },
    );
  });
});
