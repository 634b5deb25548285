import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { render } from '../../src/engine/annotations/render';
import { act, checkActs } from './annotationActs';
import { coding } from './annotationArbitraries';
import { opened } from '../unit/annotationFixtures';
import { handwritten } from './handwriting';
import { mutated, mutation } from './mutations';
import { runs } from './runs';

const folder = 'test/unit/fixtures/annotations';
const texts = readdirSync(folder)
  .filter((name) => !name.startsWith('alias-bomb'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

suite('an annotation file that is broken, or written by hand', () => {
  test('nesting without end is a fault', () => {
    for (const deep of [
      '['.repeat(10_000),
      '- '.repeat(10_000),
      `a: ${'{a: '.repeat(10_000)}`,
      `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    ]) {
      const { file, faults } = readAnnotationFile(deep);
      assert.equal(file, null);
      assert.equal(faults[0]?.code, 'not-yaml');
    }
  });

  test('broken files that can still be read take acts and give them back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        mutation,
        fc.array(act, { minLength: 1, maxLength: 3 }),
        (text, change, acts) => {
          const { file } = readAnnotationFile(mutated(text, change));
          if (file) checkActs(file, acts);
        },
      ),
      runs(50),
    );
  });

  test('acts on canonical files are undone byte for byte', () => {
    fc.assert(
      fc.property(coding(8), fc.array(act, { maxLength: 8 }), (values, acts) =>
        checkActs(opened(render(values)), acts),
      ),
      runs(10),
    );
  });

  test('acts on hand-written files are undone byte for byte', () => {
    fc.assert(
      fc.property(coding(6), fc.nat(), fc.array(act, { maxLength: 6 }), (values, seed, acts) =>
        checkActs(opened(handwritten(values, seed)), acts),
      ),
      runs(10),
    );
  });
});
