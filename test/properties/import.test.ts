import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importFormats, readSource } from '../../src/engine/interchange/formats';
import { openSource } from '../../src/engine/interchange/source';
import { assertNoWordLost, assertNoWordOfWordLost, assertSameTurns } from './importProperties';
import { ownTranscript, sourceText } from './sourceTexts';
import { runs } from './runs';

suite('import of any text', () => {
  test('no word is lost', () => {
    fc.assert(fc.property(sourceText, assertNoWordLost), runs(40));
  });

  test('no word of a Word document is lost', () => {
    fc.assert(fc.property(sourceText, assertNoWordOfWordLost), runs(20));
  });

  test('a transcript of ours comes to the same turns', () => {
    fc.assert(fc.property(ownTranscript, assertSameTurns), runs(20));
  });

  test('whatever the bytes, nothing is thrown', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(bytes, (content) => {
        readSource({ name: 'a', bytes: content });
        for (const { looksLike, read } of importFormats) {
          const source = openSource({ name: 'a', bytes: content });
          if (looksLike(source)) read(source);
        }
      }),
      runs(60),
    );
  });

  test('a line of a megabyte, and many lines, are read', () => {
    const long = `T: ${'word '.repeat(200_000)}\nC: Hm.\n`;
    const { reading } = readSource({ name: 'a', bytes: new TextEncoder().encode(long) });
    assert.deepEqual(
      reading.sessions[0]?.entries.map(({ text }) => text.length),
      [999_999, 3],
    );
  });
});
