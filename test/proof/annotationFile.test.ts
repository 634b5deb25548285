import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { source } from '../../src/engine/annotations/file';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { render } from '../../src/engine/annotations/render';
import { act, checkActs } from '../unit/annotationActs';
import { coding } from '../unit/annotationArbitraries';
import { opened } from '../unit/annotationFixtures';
import { handwritten } from '../unit/handwriting';

const folder = 'test/unit/fixtures/annotations';
const texts = readdirSync(folder)
  .filter((name) => !name.startsWith('alias-bomb'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

/** What a slip of the hand, a bad merge or a broken disk does to a text. */
const mutation = fc.tuple(
  fc.nat(),
  fc.nat({ max: 40 }),
  fc.oneof(
    fc.constantFrom('', '\n', '\r\n', ' ', '\t', '- ', ': ', '#', '"', "'", '[', ']', '{', '}', '&a ', '*a', '? ', '| ', '---\n', '...\n', '\u0000', '\ufeff', '%'),
    fc.constantFrom('<<<<<<< ours\n', '=======\n', '>>>>>>> theirs\n', 'annotations:\n', '  - id: k7f3m2q9\n', 'null', '!!binary ', '!x '),
    fc.string({ unit: 'binary', maxLength: 5 }),
  ),
);

function mutated(text: string, [place, cut, put]: readonly [number, number, string]): string {
  const at = place % (text.length + 1);
  return text.slice(0, at) + put + text.slice(cut > 30 ? at : at + cut);
}

suite('annotation file, at length', () => {
  test('6,000 broken files: no exception, a fault with its place where nothing is read, the same bytes where something is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(mutation, { minLength: 1, maxLength: 3 }), (text, changes) => {
        const broken = changes.reduce(mutated, text);
        const { file, faults } = readAnnotationFile(broken);
        const lines = broken.split('\n').length;
        for (const { range } of faults) assert.ok(range.start.line >= 0 && range.start.line <= lines);
        if (file) assert.equal(source(file), broken);
        else assert.ok(faults.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 6000 },
    );
  });

  test('broken files that can still be read take acts and give them back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), mutation, fc.array(act, { minLength: 1, maxLength: 3 }), (text, change, acts) => {
        const { file } = readAnnotationFile(mutated(text, change));
        if (file) checkActs(file, acts);
      }),
      { numRuns: 1500 },
    );
  });

  test('acts on canonical files are undone byte for byte', () => {
    fc.assert(
      fc.property(coding(8), fc.array(act, { maxLength: 8 }), (values, acts) => checkActs(opened(render(values)), acts)),
      { numRuns: 300 },
    );
  });

  test('acts on hand-written files are undone byte for byte', () => {
    fc.assert(
      fc.property(coding(6), fc.nat(), fc.array(act, { maxLength: 6 }), (values, seed, acts) =>
        checkActs(opened(handwritten(values, seed)), acts),
      ),
      { numRuns: 1500 },
    );
  });
});
