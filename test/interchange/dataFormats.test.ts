import assert from 'node:assert/strict';
import { readSource } from '../../src/engine/interchange/formats';
import { dataFixtures, expectedOf } from './dataFixtures';
import { described } from './readSources';

suite('formats of data', () => {
  for (const [name, bytes] of dataFixtures()) {
    test(`${name} is read as is written beside it`, () => {
      assert.equal(described(readSource({ name, bytes })), expectedOf(name));
    });
  }
});
