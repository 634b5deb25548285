import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Splice } from '../../src/engine/textEdit';
import { parseYamlFile } from '../../src/engine/yamlFile';
import {
  addition,
  entriesAt,
  newItem,
  removal,
  yamlFlow,
  yamlWord,
  type Step,
} from '../../src/engine/yamlSplice';

const spliced = (source: string, splice: Splice | null): string | null =>
  splice && source.slice(0, splice.start) + splice.text + source.slice(splice.end);
const added = (source: string, path: readonly Step[], value: string): string | null =>
  spliced(source, addition(source, parseYamlFile(source).doc, path, value));
const removed = (source: string, at: string): string | null =>
  spliced(source, removal(source, entriesAt(parseYamlFile(source).doc, source.indexOf(at))));

suite('adding to a YAML text', () => {
  const cases: readonly [string, string, readonly Step[], string][] = [
    ['a flow map', 's: { T: x } # who\n', ['s', 'C'], 's: { T: x, C: 1 } # who\n'],
    ['an empty flow map', 's: {}\n', ['s', 'C'], 's: { C: 1 }\n'],
    ['names only', 's: { T, B: }\n', ['s', 'C'], 's: { T, B:, C: 1 }\n'],
    ['a value for a bare name', 's: { T, B }\n', ['s', 'T', 'role'], 's: { T: { role: 1 }, B }\n'],
    ['a block map', 's:\n  T: x # the\n# and\nd: 5\n', ['s', 'C'], 's:\n  T: x # the\n  C: 1\n# and\nd: 5\n'],
    ['a key without value', 's:\nd: 5\n', ['s', 'C'], 's: { C: 1 }\nd: 5\n'],
    ['a null', 's: ~\n', ['s'], 's: 1\n'],
    ['the top', 'a: 1\n# end\n', ['s'], 'a: 1\ns: 1\n# end\n'],
    ['nothing but comments', '# only\n', ['s', 'C'], 's: { C: 1 }\n# only\n'],
    [
      'a block scalar',
      's:\n  T: |\n    one\n    two\n',
      ['s', 'C'],
      's:\n  T: |\n    one\n    two\n  C: 1\n',
    ],
    ['a list in flow', 's: [ { a: 2 } ]\n', ['s', newItem, 'b'], 's: [ { a: 2 }, { b: 1 } ]\n'],
    ['a list', 's:\n- a: 2\nt: 3\n', ['s', newItem], 's:\n- a: 2\n- 1\nt: 3\n'],
    [
      'an item',
      's:\n  - a: 2\n    c: 3\n  - d: 4\n',
      ['s', 0, 'b'],
      's:\n  - a: 2\n    c: 3\n    b: 1\n  - d: 4\n',
    ],
    [
      'what is missing on the way',
      'a: 1\n',
      ['s', 'C', 'l', newItem, 'b'],
      'a: 1\ns: { C: { l: [ { b: 1 } ] } }\n',
    ],
    ['Windows line ends', 's:\r\n  T: x\r\nd: 5\r\n', ['s', 'C'], 's:\r\n  T: x\n  C: 1\r\nd: 5\r\n'],
  ];
  for (const [what, source, path, expected] of cases) {
    test(`to ${what}`, () => assert.equal(added(source, path, '1'), expected));
  }

  test('leaves alone what is there already, and what is no map', () => {
    assert.equal(added('s: { T: x }\n', ['s', 'T'], '1'), null);
    assert.equal(added('s: [ T ]\n', ['s', 'T'], '1'), null);
    assert.equal(added('s: T\n', ['s', 'T'], '1'), null);
    assert.equal(added('s: [ T ]\n', ['s', 4, 'T'], '1'), null);
  });
});

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
  ];
  for (const [source, at, expected] of cases) {
    test(`${JSON.stringify(at)} out of ${JSON.stringify(source)}`, () =>
      assert.equal(removed(source, at), expected));
  }
});

suite('a word of YAML', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
        assert.deepEqual(parseYamlFile(`a: { ${yamlWord(text)}: ${yamlFlow(text)} }`).value, {
          a: { [text]: text },
        });
      }),
      { numRuns: 50 },
    );
    for (const text of ['no', 'N', '12', 'Dr. Berg', 'a: b', '*Anna', '']) {
      assert.equal(parseYamlFile(`[ ${yamlWord(text)} ]`).faults.length, 0, text);
    }
  });
});
