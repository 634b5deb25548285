import assert from 'node:assert/strict';
import { KeyModes } from '../../src/editor/keyModes';

suite('modes in which single keys act', () => {
  test('one has the keys: the others have given them up before it begins', async () => {
    const modes = new KeyModes();
    const left: string[] = [];
    for (const mode of ['coding', 'labelling', 'adjudicating']) {
      modes.add(mode, async () => {
        await Promise.resolve();
        left.push(mode);
      });
    }
    await modes.enter('labelling');
    assert.deepEqual(left, ['coding', 'adjudicating']);
  });
});
