import assert from 'node:assert/strict';
import { lossCodes } from '../../src/engine/interchange/losses';
import { lossSentences } from '../../src/words/losses';

suite('an export', () => {
  test('has a sentence for everything it leaves out, with nothing in braces but its data', () => {
    const documented = new Set(['transcript', 'coder', 'count', 'file']);
    for (const code of lossCodes) {
      const used = [...lossSentences[code].matchAll(/\{(\w+)\}/g)].map(([, key]) => key ?? '');
      assert.deepEqual(
        used.filter((key) => !documented.has(key)),
        [],
        code,
      );
      assert.match(lossSentences[code], /\.$/, code);
    }
  });
});
