import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { newCodebookText } from '../../src/engine/codebook/newCodebook';
import { defaultCodebook, readCodebook } from '../../src/engine/codebook/read';
import { parseYamlFile } from '../../src/engine/yamlFile';

suite('a study’s own codebook', () => {
  test('is the built-in one under its own id and title', () => {
    const { codebook, faults } = readCodebook(newCodebookText('bonn', 'Bonn: the second study'));
    assert.deepEqual(faults, []);
    const { id, title, version, ...rest } = codebook ?? assert.fail('it can be read');
    assert.deepEqual([id, title, version], ['bonn', 'Bonn: the second study', '1.0.0']);
    const { id: _id, title: _title, version: _version, ...builtIn } = defaultCodebook();
    assert.deepEqual(rest, builtIn);
  });

  for (const title of ['no', '12:30', '2026-03-02', '# not a comment', 'a: b', '„Allianz“ “x”', '  ']) {
    test(`may be called ${JSON.stringify(title)}`, () => {
      const text = newCodebookText('no', title);
      const head = text.slice(0, text.indexOf('\ncodes:'));
      assert.equal(z.looseObject({ title: z.string() }).parse(parseYamlFile(head).value).title, title);
    });
  }
});
