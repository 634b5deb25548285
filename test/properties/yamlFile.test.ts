import * as assert from 'node:assert/strict';
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { checkYamlFile, parseYamlFile } from '../../src/engine/yamlFile';
import { runs } from './runs';

const schema = z.strictObject({ study: z.literal(1), a: z.optional(z.array(z.string())) });

suite('a YAML file that cannot be read', () => {
  test('never throws, whatever the text, and says nothing of it', () => {
    const piece = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '[',
      '{',
      '}',
      '&x',
      '*x',
      '\t',
      '"',
      '|',
      '#',
      '---',
      '!!set',
      'secret',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const checked = checkYamlFile(parseYamlFile(pieces.join('')), schema);
        for (const found of checked.faults) {
          if (found.code === 'not-yaml') assert.doesNotMatch(JSON.stringify(found.data), /secret/);
        }
      }),
      runs(60),
    );
  });
});
