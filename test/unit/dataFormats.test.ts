import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../../src/engine/interchange/formats';
import { described } from './readSources';

const folder = join(process.cwd(), 'test', 'unit', 'fixtures', 'imports', 'data');
const fixtures = readdirSync(folder).filter((name) => !name.endsWith('.expected'));

suite('formats of data', () => {
  for (const name of fixtures) {
    test(`${name} is read as is written beside it`, () => {
      const found = described(readSource({ name, bytes: readFileSync(join(folder, name)) }));
      assert.equal(found, readFileSync(join(folder, `${name}.expected`), 'utf8'));
    });
  }
});
