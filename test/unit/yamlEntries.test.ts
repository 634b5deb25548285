import assert from 'node:assert/strict';
import { entriesAt, entryAt, keyText, otherValue, removal } from '../../src/engine/yamlEntries';
import { parseYamlFile } from '../../src/engine/yamlFile';

function removed(source: string, at: string): string | null {
  const splice = removal(source, entriesAt(parseYamlFile(source).doc, source.indexOf(at)));
  return splice && source.slice(0, splice.start) + splice.text + source.slice(splice.end);
}

suite('taking out of a YAML text', () => {
  const cases: readonly [string, string, string | null][] = [
    ['a: 1\nb: 2 # two\nc: 3\n', 'b', 'a: 1\nc: 3\n'],
    ['a: 1\n', 'a', ''],
    ['a:\n  b: 1\n  c: 2\nd: 3\n', 'b', 'a:\n  c: 2\nd: 3\n'],
    ['a:\n  b: 1\nd: 3\n', '1', 'd: 3\n'],
    ['{ a: 1, b: 2, c: 3 }\n', 'a', '{ b: 2, c: 3 }\n'],
    ['{ a: 1, b: 2, c: 3 }\n', 'c', '{ a: 1, b: 2 }\n'],
    ['s: { x: { y: 1 }, z: 2 }\n', 'y', 's: { z: 2 }\n'],
    ['l:\n  - a: 1\n    b: 2\n', 'a', null],
    ['l:\n  - a: 1\n    b: 2\n', 'b', 'l:\n  - a: 1\n'],
    ['t: |\n  one\n  two\nb: 2\n', 'one', 'b: 2\n'],
    ['a: 1\nb: 2', 'b', 'a: 1\n'],
    ['a: 1\nb:\nc: 3\n', 'b', 'a: 1\nc: 3\n'],
    ['{ a, b, c }\n', 'b', '{ a, c }\n'],
    ['{ a, b }\n', 'b', '{ a }\n'],
    ['{ a: 1 }\n', 'a', '{  }\n'],
    ['# nothing\n', '#', null],
    ['one\n', 'one', null],
  ];
  for (const [source, at, expected] of cases) {
    test(`${JSON.stringify(at)} out of ${JSON.stringify(source)}`, () =>
      assert.equal(removed(source, at), expected));
  }
});

suite('an entry of a YAML text', () => {
  test('is found by the keys on the way to it, and by no others', () => {
    const { doc } = parseYamlFile('a: { b: 1 }\nc: 2\n');
    assert.equal(keyText(entryAt(doc, ['a', 'b']) ?? assert.fail()), 'b');
    for (const path of [['b'], ['c', 'b'], ['a', 'b', 'c'], []]) assert.equal(entryAt(doc, path), null);
  });

  test('takes another word where one stands on its line', () => {
    const { doc } = parseYamlFile('a: 1 # one\nb:\nc: [ 1 ]\n');
    const other = (key: string) => otherValue(entryAt(doc, [key]) ?? assert.fail(), '2');
    assert.deepEqual(other('a'), { start: 3, end: 4, text: '2' });
    assert.equal(other('b'), null);
    assert.equal(other('c'), null);
  });
});
