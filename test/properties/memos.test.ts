import assert from 'node:assert/strict';
import fc from 'fast-check';
import { source } from '../../src/engine/annotations/file';
import { setMemo } from '../../src/engine/annotations/memos';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { fresh } from '../unit/annotationFixtures';
import { runs } from './runs';

suite('Memos', () => {
  test('any text is read again as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(30), (text, turn) => {
        const { file } = setMemo(fresh(), 'memoonii', `a${text}`, turn + 1);
        assert.equal(readAnnotationFile(source(file)).file?.coding.memos[0]?.text, `a${text}`);
      }),
      runs(20),
    );
  });
});
