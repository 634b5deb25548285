import { dataFixtures } from '../unit/dataFixtures';
import { checkMutations, checkWords } from '../unit/sourceChecks';
import { writers } from '../unit/writtenSources';

/** What the unit suite shows on a few dialogues, on thousands. */
suite('data to import, in large numbers', () => {
  for (const format of Object.keys(writers)) {
    test(`every word is read: ${format}`, () => checkWords(format, 1500));
  }

  test('broken files are read or refused', () => checkMutations(dataFixtures(), 20_000));
});
