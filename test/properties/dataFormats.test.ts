import { dataFixtures } from '../interchange/dataFixtures';
import { checkMutations, checkWords } from './sourceChecks';
import { writers } from './writtenSources';

suite('every word of any data is read', () => {
  for (const format of Object.keys(writers)) test(format, () => checkWords(format, 8));

  test('broken files are read or refused', () => checkMutations(dataFixtures(), 30));
});
