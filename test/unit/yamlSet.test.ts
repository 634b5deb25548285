import assert from 'node:assert/strict';
import { spliced } from '../../src/engine/textEdit';
import {
  addToYamlList,
  setInYaml,
  setInYamlItem,
  setYamlList,
  type YamlValue,
} from '../../src/engine/yamlSet';

suite('changes of a text', () => {
  test('are made all at once, in the order they are given where they stand at one place', () => {
    const [a, b] = ['a', 'b'].map((text) => ({ start: 1, end: 1, text }));
    assert.ok(a && b);
    assert.equal(spliced('xyz', [{ start: 2, end: 3, text: '' }, a, b]), 'xaby');
  });

  test('are none where two of them overlap', () => {
    assert.equal(
      spliced('xyz', [
        { start: 0, end: 2, text: '' },
        { start: 1, end: 3, text: '' },
      ]),
      null,
    );
  });
});

suite('a key set in a YAML text', () => {
  const cases: readonly (readonly [text: string, path: string, value: YamlValue, after: string | null])[] = [
    ['a: 1 # one\nb: 2\n', 'b', 3, 'a: 1 # one\nb: 3\n'],
    ['{ a: 1 }\n', 'b', 2, '{ a: 1, b: 2 }\n'],
    ['a: { b: 1 }\n', 'a.c', [1], 'a: { b: 1, c: [ 1 ] }\n'],
    ['a: [ 1, 2 ]\n', 'a', [3], 'a: [ 3 ]\n'],
    ['a:\nb: 2\n', 'a', 1, 'a: 1\nb: 2\n'],
    // Nothing is lost that a person wrote below a key, and nothing is made up where there is no entry to go by.
    ['a:\n  - 1 # one\n', 'a', [3], null],
    ['a: |\n  one\n', 'a', 'two', null],
    ['{}\n', 'a', 1, null],
    ['? a\n', 'a', 1, null],
    // What has a tag or an anchor, or stands for something elsewhere, says more than its text.
    ['a: !mine 1\n', 'a', 2, null],
    ['a: &x 1\n', 'a', 2, null],
    ['a: &x 1\nb: *x\n', 'a', 2, null],
    ['a: &x 1\nb: *x\n', 'b', 2, null],
    ['a: [ 1\n', 'b', 2, null],
    ['- a\n', 'b', 2, null],
  ];
  for (const [text, path, value, after] of cases) {
    test(`${path}: ${JSON.stringify(value)} in ${JSON.stringify(text)}`, () =>
      assert.equal(setInYaml(text, path.split('.'), value), after));
  }
});

suite('an item put into a list of a YAML text', () => {
  const cases: readonly (readonly [text: string, behind: number, after: string | null])[] = [
    ['l:\n  - { a: 1 } # one\nb: 2\n', 0, 'l:\n  - { a: 1 } # one\n  - { a: 9 }\nb: 2\n'],
    ['l:\n  - { a: 1 }\n', -1, 'l:\n  - { a: 9 }\n  - { a: 1 }\n'],
    ['l:\r\n  - { a: 1 }\r\n', -1, 'l:\r\n  - { a: 9 }\r\n  - { a: 1 }\r\n'],
    ['l: [ { a: 1 } ]\n', 0, 'l: [ { a: 1 }, { a: 9 } ]\n'],
    ['l: [ { a: 1 } ]\n', -1, 'l: [ { a: 9 }, { a: 1 } ]\n'],
    ['b: 2\n', -1, 'b: 2\nl:\n  - { a: 9 }\n'],
    ['l: nothing yet\n', -1, null],
    ['l: { a: 1 }\n', -1, null],
    ['b: &x [ { a: 1 } ]\nl: *x\n', 0, null],
  ];
  for (const [text, behind, after] of cases) {
    test(`behind ${behind} in ${JSON.stringify(text)}`, () =>
      assert.equal(addToYamlList(text, ['l'], { a: 9 }, behind), after));
  }

  test('keys are set in an item that is a map, and in no other', () => {
    const text = 'l:\n  - { a: 1 }\n  - two\n';
    assert.equal(setInYamlItem(text, ['l'], 0, { a: 2 }), text.replace('1', '2'));
    assert.equal(setInYamlItem(text, ['l'], 1, { a: 2 }), null);
    assert.equal(setInYamlItem(text, ['l'], 2, { a: 2 }), null);
    assert.equal(setInYamlItem(text, ['l', 'a'], 0, { a: 2 }), null);
    assert.equal(setInYamlItem('l: 1\n', ['l'], 0, { a: 2 }), null);
  });

  test('a list goes for another, its comments stay above the new one', () => {
    const text = 'l:\n  # all\n  - { a: 1 }\n  # more\n  - { a: 2 }\nb: 2\n';
    const after = 'l:\n  # all\n  # more\n  - { a: 3 }\nb: 2\n';
    assert.equal(setYamlList(text, ['l'], [{ a: 3 }]), after);
    assert.equal(setYamlList(text, ['l'], []), null);
    assert.equal(setYamlList('l: []\n', ['l'], [{ a: 3 }]), 'l:\n  - { a: 3 }\n');
  });
});
