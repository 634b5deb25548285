import assert from 'node:assert/strict';
import { PlainReader } from '../../src/engine/annotations/plainReader';
import { renderValue } from '../../src/engine/annotations/render';

const read = (text: string): unknown => new PlainReader(text, 0).value();

suite('a value read without the library', () => {
  test('is the one that was written', () => {
    const values: readonly unknown[] = [
      'bond',
      'it’s so: "Mm"',
      String.raw`a \ b`,
      '',
      0,
      -4.5,
      Infinity,
      -Infinity,
      NaN,
      true,
      false,
      [],
      {},
      [1, 'a b', [2]],
      { at: { turn: 1 }, note: 'x' },
    ];
    for (const value of values) assert.deepEqual(read(renderValue(value)), value);
    assert.equal(read('null'), null);
  });

  test('is none where it stands otherwise than we write: the library reads that', () => {
    for (const text of [
      '',
      '-',
      '.5',
      '[ 1',
      '[ , ]',
      '[ - ]',
      '{ a: 1',
      '{ a }',
      '{ a: }',
      '{ a: 1, a: 2 }',
      '{ constructor: 1 }',
      `{ ${'k'.repeat(101)}: 1 }`,
      '"no end',
      String.raw`"no end \"`,
      String.raw`"\x41"`,
      `${'[ '.repeat(12)}1${' ]'.repeat(12)}`,
    ])
      assert.equal(read(text), undefined, text);
  });
});
