import assert from 'node:assert/strict';
import { source } from '../../src/engine/annotations/file';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { render } from '../../src/engine/annotations/render';
import { sealHolds } from '../../src/engine/annotations/seal';
import { defaultCodebook } from '../../src/engine/codebook/read';
import { said } from '../unit/annotationFixtures';
import { sampleFiles } from '../unit/projectFiles';

suite('annotation files of the sample study', () => {
  const ratingOrder = defaultCodebook().ratings.map(({ id }) => id);
  for (const [name, text] of sampleFiles()) {
    if (!name.endsWith('.alliance.yaml')) continue;
    test(`${name} comes back, is canonical, and its seal holds`, () => {
      const { file, faults } = readAnnotationFile(text, { ratingOrder });
      assert.ok(file);
      assert.deepEqual(said(faults), []);
      assert.equal(source(file), text);
      assert.equal(render(file.coding, ratingOrder), text);
      assert.ok(sealHolds(file.coding));
    });
  }
});
