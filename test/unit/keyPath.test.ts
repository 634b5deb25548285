import assert from 'node:assert/strict';
import { choicesUnder, meaningOf } from '../../src/engine/codebook/keyPath';
import { defaultCodebook } from '../../src/engine/codebook/read';
import type { Code } from '../../src/engine/codebook/types';

suite('keys of coding mode', () => {
  test('a key that is no child’s is taken as if nothing were open', () => {
    const codebook = defaultCodebook();
    const rupture = codebook.codes.get('rupture') ?? null;
    const withdrawal = codebook.codes.get('rupture.withdrawal') ?? null;
    const meaning = (open: Code | null, each: string): string => {
      const found = meaningOf(codebook, open, each);
      return [found.kind, 'code' in found ? found.code.id : '', 'act' in found ? found.act : '']
        .filter(Boolean)
        .join(' ');
    };
    assert.equal(meaning(rupture, 'w'), 'refine rupture.withdrawal');
    assert.equal(meaning(null, 'w'), 'unknown');
    assert.equal(meaning(rupture, 'b'), 'apply bond');
    assert.equal(meaning(rupture, 'j'), 'act nextTurn');
    assert.equal(
      meaning(withdrawal, 'm'),
      'refine rupture.withdrawal.minimal',
      'a child may have an act’s letter',
    );
    assert.equal(meaning(rupture, 'm'), 'act memo');
    assert.equal(meaning(rupture, 'constructor'), 'unknown');
    assert.deepEqual(meaningOf(codebook, rupture, '0'), { kind: 'value', value: 0 });
  });

  test('the choices shown are the children that have a key', () => {
    const codebook = defaultCodebook();
    const rupture = codebook.codes.get('rupture');
    assert.ok(rupture);
    assert.deepEqual(
      choicesUnder(codebook, rupture).map((code) => code.key),
      ['w', 'c', 't'],
    );
  });
});
