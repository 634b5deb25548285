import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSource } from '../../src/engine/interchange/formats';
import { arbitraryStudy } from './arbitraryStudies';
import { sampleStudy } from '../interchange/exportedStudies';
import { sampleFiles } from '../unit/projectFiles';
import { imported, packed } from '../interchange/qdaPackages';
import { returnsBare, returnsWhole } from './qdpxReturns';
import { runs } from './runs';

suite('a study there and back as QDPX', () => {
  test('a session of the sample comes back as it was, file by file', () => {
    const { sessions, ...study } = sampleStudy();
    const bytes = packed({ ...study, sessions: sessions.slice(2, 3) });
    const { files, warnings } = imported(readSource({ name: 'a.qdpx', bytes }));
    assert.deepEqual(warnings, []);
    const expected = sampleFiles().filter(([path]) => path.startsWith('c017/session-03.'));
    for (const [path, text] of expected) assert.equal(files.get(path), text, path);
    assert.equal(files.size, expected.length + 1);
  });

  test('without our own files its passages, codes, coders, notes and links come back', () => {
    const { sessions, ...study } = sampleStudy();
    returnsBare({ ...study, sessions: sessions.slice(2, 3) });
  });

  test('any study comes back whole', () => {
    fc.assert(fc.property(arbitraryStudy, returnsWhole), runs(5));
  });

  test('any study comes back through other programs', () => {
    fc.assert(fc.property(arbitraryStudy, returnsBare), runs(5));
  });
});
