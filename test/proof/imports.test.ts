import fc from 'fast-check';
import { assertNoWordLost, assertSameTurns } from '../unit/importProperties';
import { ownTranscript, sourceText } from '../unit/sourceTexts';

/** What the unit suite shows on a few texts, on thousands. */
suite('imports, in large numbers', () => {
  test('no word of a text is lost', () => {
    fc.assert(fc.property(sourceText, assertNoWordLost), { numRuns: 10_000 });
  });

  test('a transcript of ours comes to the same turns', () => {
    fc.assert(fc.property(ownTranscript, assertSameTurns), { numRuns: 10_000 });
  });
});
