import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { faultSeverity } from '../../src/engine/faults';
import { lossCodes } from '../../src/engine/interchange/losses';
import { faultSentences } from '../../src/words/faults';

const withCodes = z.looseObject({
  $defs: z.looseObject({ code: z.looseObject({ enum: z.array(z.string()) }) }),
});

suite('What exports leave out (docs/)', () => {
  test('stands all in the schema of export', () => {
    const text = readFileSync('docs/schemas/export.schema.json', 'utf8');
    const { $defs } = withCodes.parse(JSON.parse(text));
    assert.deepEqual($defs.code.enum, lossCodes);
  });
});

suite('The check codes (docs/)', () => {
  test('stand all on their page, with severity and message, and no other', () => {
    const page = readFileSync('docs/check-codes.md', 'utf8');
    const listed = [...page.matchAll(/^### `(\S+)`\n\n\*\*(\w+)\.\*\* (.+)$/gm)].map(([, ...parts]) => parts);
    const words = new Map(Object.entries(faultSentences));
    assert.deepEqual(
      listed,
      Object.entries(faultSeverity).map(([code, severity]) => [code, severity, words.get(code)]),
    );
    assert.equal(page.match(/^### /gm)?.length, listed.length);
  });

  test('stand all in the schema of check', () => {
    const text = readFileSync('docs/schemas/check.schema.json', 'utf8');
    const { $defs } = withCodes.parse(JSON.parse(text));
    assert.deepEqual($defs.code.enum, Object.keys(faultSeverity));
  });
});
