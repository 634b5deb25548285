import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { deleteAnnotations, judge } from '../../src/engine/annotations/acts';
import { source } from '../../src/engine/annotations/file';
import { opened } from '../unit/annotationFixtures';
import { runs } from './runs';
import { Disk, idsOf, tag, window } from '../unit/windows';

suite('a person’s file', () => {
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
      runs(8),
    );
  });
});
