import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { apply } from '../../src/engine/annotations/apply';
import { source } from '../../src/engine/annotations/file';
import { recodeAll, revisionOf } from '../../src/engine/annotations/recodeAll';
import { coding } from './annotationArbitraries';
import { opened } from '../unit/annotationFixtures';
import { handwritten } from './handwriting';
import { codebook } from '../unit/revisedCodebook';
import { runs } from './runs';

suite('a codebook that was revised', () => {
  test('recoding all is undone byte for byte, however a file was written', () => {
    const old = fc.array(fc.constantFrom('silence', 'avoidance', 'gone', 'bond'), { maxLength: 3 });
    fc.assert(
      fc.property(coding(3), fc.nat(), old, (values, seed, codes) => {
        const annotations = values.annotations.map((each, i) => ({ ...each, code: codes[i] ?? each.code }));
        const file = opened(handwritten({ ...values, annotations }, seed));
        const chosen = new Map(annotations.map(({ id }) => [id, 'rupture.withdrawal']));
        const { file: after, inverse, change } = recodeAll(file, codebook, chosen);
        assert.equal(source(apply(after, inverse).file), source(file));
        assert.equal(source(apply(file, change).file), source(after));
        const { renamed, undecided, otherCodebook } = revisionOf(after.coding, codebook);
        assert.deepEqual([renamed, undecided, otherCodebook], [[], [], false]);
      }),
      runs(8),
    );
  });
});
