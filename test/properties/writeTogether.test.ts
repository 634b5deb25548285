import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { writeTogether, type Writable } from '../../src/store/writeTogether';
import { runs } from './runs';

/** A disk of texts, whose writing of one name fails. */
function diskOf(before: Readonly<Record<string, string>>, broken: string | null) {
  const now = new Map(Object.entries(before).map(([name, text]) => [name, Buffer.from(text)]));
  const file = (name: string): Writable => ({
    read: () => Promise.resolve(now.get(name) ?? null),
    write: async (content) => {
      if (name === broken) throw new Error('full');
      now.set(name, Buffer.from(content));
    },
    remove: async () => void now.delete(name),
  });
  return { file, texts: () => Object.fromEntries([...now].map(([name, bytes]) => [name, String(bytes)])) };
}

suite('files that are written together', () => {
  const names = ['a', 'b', 'c', 'd'];

  test('are all written, or what was there is there again', async () => {
    const some = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('x', 'y'), {
      noNullPrototype: true,
    });
    const broken = fc.option(fc.constantFrom(...names));
    await fc.assert(
      fc.asyncProperty(some, broken, async (before, name) => {
        const disk = diskOf(before, name);
        const files = names.map((each) => ({ file: disk.file(each), content: `new ${each}` }));
        const failed = await writeTogether(files).then(
          () => false,
          () => true,
        );
        assert.equal(failed, name !== null);
        const wanted = failed ? before : Object.fromEntries(names.map((each) => [each, `new ${each}`]));
        assert.deepEqual(disk.texts(), wanted);
      }),
      runs(50),
    );
  });
});
