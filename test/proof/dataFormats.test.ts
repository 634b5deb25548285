import assert from 'node:assert/strict';
import { dataFixtures } from '../interchange/dataFixtures';
import { described, readText } from '../interchange/readSources';
import { checkMutations, checkWords } from '../properties/sourceChecks';
import { writers } from '../properties/writtenSources';

/** What the unit suite shows on a few dialogues, on thousands. */
suite('data to import, in large numbers', () => {
  for (const format of Object.keys(writers)) {
    test(`every word is read: ${format}`, () => checkWords(format, 1500));
  }

  test('texts of millions of escaped marks are not too much for any reader', () => {
    const json = `{"segments":[{"text":"${'a\\"'.repeat(8_000_000)}"}],"text":NaN`;
    assert.match(described(readText(json)), /truncated, format whisper/);
    const head =
      'File type = "ooTextFile"\nObject class = "TextGrid"\n0 1 <exists> 1 "IntervalTier" "T" 0 1 1 0 1 ';
    assert.match(described(readText(`${head}"${'a""'.repeat(8_000_000)}`)), /truncated, format textgrid/);
  });

  test('broken files are read or refused', () => checkMutations(dataFixtures(), 20_000));
});
