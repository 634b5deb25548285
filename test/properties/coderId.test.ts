import assert from 'node:assert/strict';
import fc from 'fast-check';
import { idFromName, isPersonId } from '../../src/engine/study/coderId';
import { runs } from './runs';

suite('the id of a coder', () => {
  test('is always one, or nothing, and its own id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (name) => {
        const id = idFromName(name);
        assert.ok(id === '' || isPersonId(id) || id === 'consensus', id);
        assert.equal(idFromName(id), id);
      }),
      runs(50),
    );
  });
});
