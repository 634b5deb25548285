import * as assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { checkYamlFile, parseYamlFile, pathText, rangeOfKey, rangeOfPath } from '../../src/engine/yamlFile';

const schema = z.strictObject({
  study: z.literal(1),
  title: z.optional(z.string()),
  minutes: z.optional(z.number().check(z.gte(1), z.lte(60))),
  date: z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/, 'a date such as 2026-03-02'))),
  colour: z.optional(z.enum(['red', 'blue'])),
  blind: z.optional(z.union([z.literal(false), z.record(z.string(), z.boolean())])),
  people: z.optional(z.array(z.strictObject({ name: z.string(), age: z.optional(z.number()) }))),
});

/** Faults as `line:character-line:character code data`. */
function faults(text: string): string[] {
  return checkYamlFile(parseYamlFile(text), schema).faults.map(({ code, range: { start, end }, data }) => {
    const place = `${start.line}:${start.character}-${end.line}:${end.character}`;
    return `${place} ${code} ${Object.values(data).join(' / ')}`;
  });
}

suite('a YAML file of ours', () => {
  test('gives its value', () => {
    const checked = checkYamlFile(parseYamlFile('study: 1\npeople: [ { name: Anna } ]\n'), schema);
    assert.deepEqual(checked, { value: { study: 1, people: [{ name: 'Anna' }] }, faults: [] });
  });

  test('shows a wrong value where it stands', () => {
    assert.deepEqual(faults('study: 1\nminutes: 99'), ['1:9-1:11 wrong-value minutes / at most 60']);
    assert.deepEqual(faults('study: 1\nminutes: ten'), ['1:9-1:12 wrong-value minutes / number']);
    assert.deepEqual(faults('study: 1\ncolour: green'), ['1:8-1:13 wrong-value colour / one of: red, blue']);
    assert.deepEqual(faults('study: 2'), ['0:7-0:8 wrong-value study / 1']);
    assert.deepEqual(faults('study: 1\npeople:\n  - name: A\n    age: x'), [
      '3:9-3:10 wrong-value people[1].age / number',
    ]);
  });

  test('counts columns in UTF-16 units, also behind an emoji', () => {
    assert.deepEqual(faults('{ title: "😀", study: 7 }'), ['0:22-0:23 wrong-value study / 1']);
  });

  test('lets a schema say what it expects', () => {
    assert.deepEqual(faults('study: 1\ndate: soon'), [
      '1:6-1:10 wrong-value date / a date such as 2026-03-02',
    ]);
  });

  test('shows a value that is a list or a map, or is not written out, by its key', () => {
    assert.deepEqual(faults('study: 1\ntitle:\n  - a\n  - b'), ['1:0-1:5 wrong-value title / string']);
    assert.deepEqual(faults('study: 1\ntitle:'), ['1:0-1:5 wrong-value title / string']);
  });

  test('shows a missing key at what should hold it', () => {
    assert.deepEqual(faults('title: A'), ['0:0-0:0 missing-key study']);
    assert.deepEqual(faults('study: 1\npeople:\n  - age: 3'), ['2:4-2:4 missing-key people[1].name']);
    assert.deepEqual(faults(''), ['0:0-0:0 wrong-value  / map']);
  });

  test('follows the way of a union that fits best', () => {
    assert.deepEqual(faults('study: 1\nblind: { names: maybe }'), [
      '1:16-1:21 wrong-value blind.names / boolean',
    ]);
    assert.deepEqual(faults('study: 1\nblind: 3'), ['1:7-1:8 wrong-value blind / false or map']);
  });

  test('tells of an unknown key in the way of a union that has the fewest', () => {
    const named = z.strictObject({ name: z.string() });
    const told = checkYamlFile(
      parseYamlFile('it: { name: A, shoe: 44 }'),
      z.object({
        it: z.union([z.number(), named, z.strictObject({ name: z.string(), age: z.number() }), named]),
      }),
    ).faults;
    assert.deepEqual(
      told.map(({ code, data }) => [code, data['path']]),
      [['unknown-key', 'it.shoe']],
    );
  });

  test('tells of unknown keys and reads the rest', () => {
    const text = 'study: 1\nfuture: [ 1 ]\npeople: [ { name: A, shoe: 44 } ]';
    assert.deepEqual(faults(text), ['2:21-2:25 unknown-key people[1].shoe', '1:0-1:6 unknown-key future']);
    const checked = checkYamlFile(parseYamlFile(text), schema);
    assert.deepEqual(checked.value, { study: 1, people: [{ name: 'A' }] });
  });

  test('gives no value where one is wrong', () => {
    assert.equal(checkYamlFile(parseYamlFile('study: 1\nminutes: 0'), schema).value, null);
  });
});

suite('a YAML file that cannot be read', () => {
  const table: readonly (readonly [name: string, text: string, expected: string])[] = [
    ['a key given twice', 'a: 1\nb: 2\na: 3', '2:0-2:1 not-yaml duplicate-key'],
    ['a tab as indent', 'a:\n\t- b', '1:0-1:1 not-yaml tab-as-indent'],
    ['a bracket left open', 'a: [ 1, 2', '0:9-0:10 not-yaml bad-indent'],
    ['two documents', 'a: 1\n---\nb: 2', '1:0-2:4 not-yaml multiple-docs'],
    ['an alias that leads nowhere', 'a: 1\nb: *nobody', '1:3-1:10 not-yaml alias'],
    ['an alias within its own anchor', 'a: &x [ *x ]', '0:8-0:10 not-yaml alias'],
    ['a map as a key', '? { a: 1 }\n: b', '0:2-0:3 not-yaml non-string-key'],
  ];
  for (const [name, text, expected] of table) {
    test(name, () => assert.equal(faults(text)[0], expected));
  }

  test('aliases that unfold without end', () => {
    const rows = ['a: &a [ x, x, x, x, x, x, x, x, x ]'];
    for (const name of 'bcdefghi') {
      const before = String.fromCharCode(name.charCodeAt(0) - 1);
      rows.push(`${name}: &${name} [ ${Array.from({ length: 9 }, () => `*${before}`).join(', ')} ]`);
    }
    assert.deepEqual(faults(rows.join('\n')), ['1:8-1:10 not-yaml alias']);
  });

  test('aliases where a caller allows none', () => {
    const file = parseYamlFile('a: &x 1\nb: *x', { maxAliasCount: 0 });
    assert.deepEqual(
      file.faults.map((found) => found.data),
      [{ reason: 'alias' }],
    );
  });
});

suite('keys of a YAML file', () => {
  test('are strings as they are written', () => {
    assert.deepEqual(parseYamlFile('017: a\ntrue: b').value, { '017': 'a', true: 'b' });
  });

  test('named like the machinery of objects are harmless', () => {
    const file = parseYamlFile('study: 1\n__proto__: { polluted: 1 }\nconstructor: 2');
    assert.equal(Reflect.get({}, 'polluted'), undefined);
    assert.equal(Object.getPrototypeOf(file.value), Object.prototype);
    const checked = checkYamlFile(file, schema);
    assert.deepEqual(checked.value, { study: 1 });
    assert.deepEqual(
      checked.faults.map((found) => found.data['path']),
      ['__proto__', 'constructor'],
    );
  });

  test('have a place of their own, also behind an alias', () => {
    const { doc, lines } = parseYamlFile('a: &x { k: 1 }\nb: *x\n');
    assert.deepEqual(rangeOfKey(doc, lines, ['b']).start, { line: 1, character: 0 });
    assert.deepEqual(rangeOfKey(doc, lines, ['b', 'k']).start, { line: 0, character: 8 });
    assert.deepEqual(rangeOfPath(doc, lines, ['b', 'k']).start, { line: 0, character: 11 });
    assert.equal(pathText(['b', 0, 'k']), 'b[1].k');
  });

  test('of an item of a list, or of what is not there, the nearest there is has a place', () => {
    const { doc, lines } = parseYamlFile('a: { k }\nl:\n  - one\n');
    assert.deepEqual(rangeOfKey(doc, lines, ['l', 0]).start, { line: 2, character: 4 });
    assert.deepEqual(rangeOfKey(doc, lines, ['l', 7]).start, { line: 1, character: 0 });
    assert.deepEqual(rangeOfPath(doc, lines, ['a', 'k']).start, { line: 0, character: 5 });
  });
});
