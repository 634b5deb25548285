import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSource } from '../../src/engine/interchange/formats';
import { assertNoWordLost, assertNoWordOfWordLost, assertSameTurns } from '../properties/importProperties';
import { ownTranscript, sourceText } from '../properties/sourceTexts';
import { paragraph, table, wordDocument } from '../interchange/wordDocuments';

/** What the unit suite shows on a few texts, on thousands. */
suite('imports of text, in large numbers', () => {
  test('no word of a text is lost', () => {
    fc.assert(fc.property(sourceText, assertNoWordLost), { numRuns: 10_000 });
  });

  test('no word of a Word document is lost', () => {
    fc.assert(fc.property(sourceText, assertNoWordOfWordLost), { numRuns: 10_000 });
  });

  test('a transcript of ours comes to the same turns', () => {
    fc.assert(fc.property(ownTranscript, assertSameTurns), { numRuns: 10_000 });
  });

  test('a document with any bytes changed, or cut anywhere, is read or refused', () => {
    const whole = wordDocument(paragraph('T: How was the week?') + table([['1', 'C: No.', 'sighs']]), {
      comments: `<w:comment w:id="1">${paragraph('x')}</w:comment>`,
    });
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    const cut = fc.oneof(fc.constant(whole.length), fc.nat(whole.length));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), cut, (changes, length) => {
        const bytes = whole.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        const { reading } = readSource({ name: 'a.docx', bytes: bytes.subarray(0, length) });
        assert.ok(reading.refusal !== null || reading.sessions.length === 1);
      }),
      { numRuns: 10_000 },
    );
  });

  test('300,000 lines are read in every layout', () => {
    for (const line of [
      'T: word',
      'word',
      '# word',
      'Dana Lee  0:15\nword',
      'Dana (00:02):',
      '**Dana:** word',
      '12 word',
    ]) {
      const text = `${line}\n`.repeat(300_000);
      const { reading } = readSource({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
      assert.ok(reading.refusal !== null || reading.sessions.length === 1, line);
    }
  });
});
