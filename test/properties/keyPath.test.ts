import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keysOf, meaningOf } from '../../src/engine/codebook/keyPath';
import { keyActs } from '../../src/engine/codebook/keys';
import { defaultCodebook, readCodebook } from '../../src/engine/codebook/read';
import type { Code, Codebook } from '../../src/engine/codebook/types';
import { runs } from './runs';

/** The code that keys lead to, pressed one after the other. */
function pressed(codebook: Codebook, keys: readonly string[]): Code | null {
  return keys.reduce<Code | null>((open, key) => {
    const meaning = meaningOf(codebook, open, key);
    return meaning.kind === 'apply' || meaning.kind === 'refine' ? meaning.code : null;
  }, null);
}

interface Written {
  readonly key: string;
  readonly children: readonly Written[];
}

const key = fc.constantFrom('a', 'b', 'e', 'k', 'm', 'R', 'E', '3', '9', '.', '?');
const level = (children: fc.Arbitrary<readonly Written[]>): fc.Arbitrary<Written> =>
  fc.record({ key, children });
const leaf = level(fc.constant([]));
const middle = level(fc.array(leaf, { maxLength: 3 }));
const families = level(fc.array(middle, { maxLength: 3 }));

/** Codebooks as people write them: keys taken twice, keys of acts, digits. Those the reader reports apply nothing. */
const codebooks = fc.array(families, { minLength: 1, maxLength: 5 }).map((written): Codebook => {
  const rows = (codes: readonly Written[], above: string, indent: string): string =>
    codes
      .map(({ key: each, children }, index) => {
        const id = `${above}c${index}`;
        const below =
          children.length > 0 ? `${indent}  children:\n${rows(children, `${id}.`, `${indent}    `)}` : '';
        return `${indent}- id: ${id}\n${indent}  key: "${each}"\n${below}`;
      })
      .join('');
  const { codebook } = readCodebook(
    `alliance_codebook: 1\nid: mine\nversion: 1.0.0\ncodes:\n${rows(written, '', '  ')}`,
  );
  assert.ok(codebook);
  return codebook;
});

suite('keys of coding mode', () => {
  test('in every codebook the keys of a code lead to it, and to no other', () => {
    fc.assert(
      fc.property(codebooks, (codebook) => {
        const paths = [...codebook.codes.values()].flatMap((code) => {
          const keys = keysOf(codebook, code);
          if (keys) assert.equal(pressed(codebook, keys)?.id, code.id);
          return keys ? [keys.join(' ')] : [];
        });
        assert.equal(new Set(paths).size, paths.length);
      }),
      runs(20),
    );
  });

  test('no codebook takes an act’s key, where no code is open', () => {
    fc.assert(
      fc.property(codebooks, (codebook) => {
        for (const [each, act] of Object.entries(keyActs)) {
          assert.deepEqual(meaningOf(codebook, null, each), { kind: 'act', act });
        }
      }),
      runs(20),
    );
  });

  test('three keys at most reach any code of the built-in codebook', () => {
    const codebook = defaultCodebook();
    for (const code of codebook.codes.values()) {
      const keys = keysOf(codebook, code);
      assert.equal(keys?.length, code.id.split('.').length, code.id);
      assert.equal(pressed(codebook, keys ?? [])?.id, code.id);
    }
  });
});
