import assert from 'node:assert/strict';
import { fileKeyMessages } from '../../src/words/fileKeys';
import { fileSchemas, keyUse } from '../../src/words/fileSchemas';
import { fileText } from './projectFiles';

const schemas = fileSchemas();

suite('the JSON Schemas of our files', () => {
  for (const name of ['annotations', 'codebook', 'study'] as const) {
    test(`of the ${name} file is the one that ships: else run \`npm run schemas\``, () => {
      const shipped: unknown = JSON.parse(fileText('media', 'schemas', `${name}.schema.json`));
      assert.deepEqual(shipped, JSON.parse(JSON.stringify(schemas[name])));
    });

    test(`of the ${name} file says of every key what it is for, and of no other`, () => {
      assert.deepEqual(keyUse()[name], { missing: [], unused: [] });
    });
  }

  test('speak in sentences', () => {
    for (const words of fileKeyMessages()) assert.match(words, /^\S.*[.…]$/u, words);
  });
});
