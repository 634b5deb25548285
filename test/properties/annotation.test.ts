import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { source } from '../../src/engine/annotations/file';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { render } from '../../src/engine/annotations/render';
import { act, checkActs } from './annotationActs';
import { coding } from './annotationArbitraries';
import { opened } from '../unit/annotationFixtures';
import { anyText } from './anyText';
import { handwritten } from './handwriting';
import { runs } from './runs';

suite('annotation file, for all codings', () => {
  test('a canonical file says what it was written for and comes back byte for byte', () => {
    fc.assert(
      fc.property(coding(), (values) => {
        const text = render(values);
        const file = opened(text);
        assert.equal(source(file), text);
        assert.equal(render(file.coding), text);
        assert.deepEqual(new Set(file.coding.annotations), new Set(values.annotations));
        const {
          annotations: _a,
          episodes: _e,
          ratings: _r,
          decisions: _d,
          memos: _m,
          comments: _c,
          log: _l,
          conflicts: _k,
          ...top
        } = values;
        const { annotations, episodes, ratings, decisions, memos, comments, log, conflicts, ...readTop } =
          file.coding;
        assert.deepEqual(readTop, top);
        assert.deepEqual(new Set([...episodes, ...ratings, ...memos]), new Set([..._e, ..._r, ..._m]));
        assert.deepEqual(new Set(decisions), new Set(_d));
        assert.deepEqual(new Set([...comments, ...log, ...conflicts]), new Set([..._c, ..._l, ..._k]));
        assert.equal(annotations.length, _a.length);
      }),
      runs(4),
    );
  });

  test('a hand-written file comes back byte for byte', () => {
    fc.assert(
      fc.property(coding(3), fc.nat(), (values, seed) => {
        const text = handwritten(values, seed);
        assert.equal(source(opened(text)), text);
      }),
      runs(4),
    );
  });

  test('acts leave in memory what the text says, and are undone byte for byte', () => {
    fc.assert(
      fc.property(coding(4), fc.array(act, { maxLength: 3 }), (values, acts) => {
        checkActs(opened(render(values)), acts);
      }),
      runs(3),
    );
  });

  test('acts on hand-written files do so too', () => {
    fc.assert(
      fc.property(coding(3), fc.nat(), fc.array(act, { maxLength: 3 }), (values, seed, acts) => {
        checkActs(opened(handwritten(values, seed)), acts);
      }),
      runs(3),
    );
  });

  test('reading never throws, whatever the text', () => {
    const text = fc.oneof(anyText(), fc.string());
    fc.assert(
      fc.property(text, (any) => {
        const { file, faults } = readAnnotationFile(any);
        assert.ok(file !== null || faults.length > 0);
      }),
      runs(30),
    );
  });
});
