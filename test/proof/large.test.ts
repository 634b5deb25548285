import assert from 'node:assert/strict';
import { alignTurns } from '../../src/engine/anchors/alignTurns';
import { isProblem, readXml } from '../../src/engine/interchange/xml';
import { parseYamlFile } from '../../src/engine/yamlFile';

suite('what is larger than anybody writes', () => {
  test('a YAML file that nests too deep to follow is a fault', () => {
    const file = parseYamlFile('['.repeat(3_000) + ']'.repeat(3_000));
    assert.equal(file.faults[0]?.code, 'not-yaml');
    assert.equal(file.value, null);
  });

  test('XML that is not closed is broken, however long', () => {
    const long = 1_000_000;
    for (const text of [
      '<'.repeat(long),
      `<a>${'<'.repeat(long)}</a>`,
      `<a ${'b="c" '.repeat(long / 10)}`,
      `<a b="${'x'.repeat(long)}`,
      `<a>${'<!--'.repeat(long / 4)}`,
      `<a>${'<![CDATA['.repeat(long / 10)}`,
      `<a>${'"'.repeat(long)}`,
      '',
      '</a>',
    ]) {
      const root = readXml(text, 'a.xml');
      assert.equal(isProblem(root) ? root.code : null, 'xml-broken', text.slice(0, 12));
    }
  });

  test('too much difference of two texts for the memory is said', () => {
    const many = Array.from({ length: 12_000 }, (_, i) => String(i));
    assert.equal(alignTurns(many, many.toReversed()), null);
  });

  test('turns that all changed take no memory', () => {
    const many = (prefix: string): string[] => Array.from({ length: 12_000 }, (_, i) => `${prefix}${i}`);
    const images = alignTurns([...many('a'), 'm'], ['m', ...many('b')]);
    assert.deepEqual(images?.at(-1), { kind: 'at', turn: 0 });
    assert.deepEqual(images?.[0], { kind: 'gone' });
  });
});
