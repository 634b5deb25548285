import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { isArchive, openArchive } from '../../src/engine/interchange/zip';
import { runs } from './runs';

suite('archives', () => {
  test('whatever bytes are changed, nothing is thrown', () => {
    const bytes = zipSync({ a: strToU8('T: a'.repeat(50)), b: [strToU8('C: b'), { level: 0 }] });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 }), (changes) => {
        const changed = bytes.slice();
        for (const [at, byte] of changes) changed[at] = byte;
        const archive = openArchive(changed);
        if (isArchive(archive)) archive.entries(() => true);
      }),
      runs(60),
    );
  });
});
