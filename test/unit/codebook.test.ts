import assert from 'node:assert/strict';
import { familyLetter, resolveCode } from '../../src/engine/codebook/keys';
import { defaultCodebook, defaultCodebookText, readCodebook } from '../../src/engine/codebook/read';
import type { Codebook } from '../../src/engine/codebook/types';
import { said } from './annotationFixtures';

function book(...codes: readonly string[]): string {
  return `alliance_codebook: 1\nid: mine\nversion: 1.0.0\nscales: { impact: { values: { "2": some, "1": none } } }\ncodes:\n${codes
    .map((code) => `  - ${code}\n`)
    .join('')}`;
}

function faults(text: string): string[] {
  return said(readCodebook(text).faults);
}

function read(text: string): Codebook {
  const { codebook } = readCodebook(text);
  assert.ok(codebook);
  return codebook;
}

suite('codebook', () => {
  test('the built-in one is without fault', () => {
    const { codebook, faults: found } = readCodebook(defaultCodebookText());
    assert.deepEqual(said(found), []);
    assert.equal(codebook?.id, 'alliance-default');
    assert.deepEqual(
      codebook.families.map(({ id }) => id),
      ['bond', 'goal', 'task', 'rupture', 'repair', 'history', 'context', 'process'],
    );
    assert.equal(defaultCodebook(), defaultCodebook());
  });

  test('children inherit what they do not say', () => {
    const { codes } = defaultCodebook();
    const minimal = codes.get('rupture.withdrawal.minimal');
    assert.equal(minimal?.kind, 'withdrawal');
    assert.equal(minimal.color, '#E69F00');
    assert.deepEqual(minimal.scales, ['clarity', 'impact']);
    assert.equal(minimal.family, 'rupture');
    assert.equal(minimal.parent, 'rupture.withdrawal');
    assert.equal(codes.get('repair.response.decline')?.kind, 'decline');
    assert.equal(codes.get('history.hope')?.valence, 1);
    assert.equal(codes.get('history.shared')?.valence, 0);
    assert.deepEqual(codes.get('rupture')?.children, [
      'rupture.withdrawal',
      'rupture.confrontation',
      'rupture.therapist',
    ]);
  });

  test('codes stand in the order of the file, parents before children, and know their place', () => {
    const text = book('{ id: a, children: [ { id: a.b } ] }', '{ id: c }');
    const { codebook, rangeOfCode } = readCodebook(text);
    assert.deepEqual([...(codebook?.codes.keys() ?? [])], ['a', 'a.b', 'c']);
    assert.deepEqual(rangeOfCode('a.b'), {
      start: { line: 5, character: 31 },
      end: { line: 5, character: 34 },
    });
    assert.equal(rangeOfCode('nothing'), null);
  });

  test('scales are in order of their values', () => {
    const scale = read(book('{ id: a }')).scales.get('impact');
    assert.deepEqual(scale?.values, [
      { value: 1, label: 'none' },
      { value: 2, label: 'some' },
    ]);
  });

  test('not YAML, not a codebook, of a newer version, without a code: said, and not read', () => {
    const cases: readonly [string, string][] = [
      ['codes: [', '0:8 not-yaml bad-indent'],
      ['', '0:0 not-ours alliance_codebook'],
      ['alliance: 1\ntranscript: a\ncoder: b\n', '0:0 not-ours alliance_codebook'],
      ['alliance_codebook: 2\nid: x\nversion: 3\nnew: 1\n', '0:19 newer-version 2 1'],
      [book(), '4:0 no-codes'],
      ['alliance_codebook: 1\nid: x\nversion: 1.0.0\ncodes: []\n', '3:0 no-codes'],
      ['alliance_codebook: 1\nid: x\nversion: 1.0.0\n', '0:0 no-codes'],
      ['alliance_codebook: 1\nversion: 1.0.0\ncodes: [ { id: a } ]\n', '0:0 missing-key id'],
    ];
    for (const [text, fault] of cases) {
      const { codebook, faults: found } = readCodebook(text);
      assert.equal(codebook, null, text);
      assert.ok(said(found).includes(fault), `${fault}: ${said(found).join()}`);
    }
  });

  test('one of a newer version is read as far as that goes, which is all that is said of it', () => {
    const text =
      'alliance_codebook: 2\nid: x\nversion: 3\nnew: 1\ncodes: [ { id: a, label: A, aura: 7 }, { id: b, color: teal } ]\n';
    const { codebook, faults: found } = readCodebook(text);
    assert.deepEqual([...(codebook?.codes.keys() ?? [])], ['a', 'b']);
    assert.deepEqual(said(found), ['0:19 newer-version 2 1']);
  });

  test('two codes of one id: the second is left out', () => {
    const text = book('{ id: a, label: One }', '{ id: b, children: [ { id: a, label: Two } ] }');
    assert.deepEqual(faults(text), ['6:31 duplicate-code a']);
    assert.equal(read(text).codes.get('a')?.label, 'One');
  });

  test('siblings on one key: the second has none; cousins may share', () => {
    const text = book('{ id: a, key: x, children: [ { id: a.b, key: x } ] }', '{ id: c, key: x }');
    assert.deepEqual(faults(text), ['6:10 duplicate-key x c a']);
    const { codes } = read(text);
    assert.deepEqual([codes.get('a')?.key, codes.get('a.b')?.key, codes.get('c')?.key], ['x', 'x', null]);
  });

  test('keys of coding mode are reserved: letters for families, digits and marks for all', () => {
    assert.deepEqual(
      faults(book('{ id: a, key: j, children: [ { id: a.b, key: e }, { id: a.c, key: "3" } ] }')),
      ['5:10 reserved-key j a', '5:60 reserved-key 3 a.c'],
    );
    assert.deepEqual(faults(book('{ id: a, key: u }', '{ id: b, key: m }')), [
      '5:10 reserved-key u a',
      '6:10 reserved-key m b',
    ]);
    for (const key of ['Escape', 'é', '"-"']) {
      assert.deepEqual(faults(book(`{ id: a, key: ${key} }`)), [
        '5:18 wrong-value codes[1].key one letter from a to z or A to Z',
      ]);
    }
  });

  test('what is wrong in one code leaves the rest', () => {
    const text = book(
      '{ id: a, color: red, valence: 2, kind: strange, scales: [ impact, sparkle ], mine: 1 }',
      '{ label: without id }',
      '{ id: c, color: "#0072b2" }',
    );
    assert.deepEqual(faults(text), [
      '5:10 unknown-scale-used a sparkle',
      '5:20 wrong-value codes[1].color a colour such as "#0072B2"',
      '5:34 wrong-value codes[1].valence -1 or 0 or 1',
      '5:43 wrong-value codes[1].kind one of: withdrawal, confrontation, contribution, attempt, response, decline',
      '5:81 unknown-key codes[1].mine',
      '6:4 missing-key codes[2].id',
    ]);
    const { codes } = read(text);
    assert.deepEqual([...codes.keys()], ['a', 'c']);
    assert.deepEqual(codes.get('a')?.scales, ['impact']);
  });

  test('a child begins with the id of its parent', () => {
    assert.deepEqual(faults(book('{ id: a, children: [ { id: b } ] }')), ['5:31 child-id b a']);
  });

  test('ratings name scales that are there, each once', () => {
    const text = `${book('{ id: a }')}ratings:\n  - { id: r, scale: impact }\n  - { id: s, scale: gone }\n  - { id: r, scale: impact }\n`;
    assert.deepEqual(faults(text), ['8:10 unknown-scale-used s gone', '9:10 duplicate-id r']);
    assert.deepEqual(
      read(text).ratings.map(({ id }) => id),
      ['r'],
    );
  });

  test('an old id resolves to the code that replaced it, or to a choice', () => {
    const text = book(
      '{ id: a, replaces: [ old, split ] }',
      '{ id: b, replaces: [ split ] }',
      '{ id: c, replaces: [ a ] }',
    );
    assert.deepEqual(faults(text), ['7:10 replaces-living c a']);
    const codebook = read(text);
    const [a, b] = [codebook.codes.get('a'), codebook.codes.get('b')];
    assert.equal(resolveCode(codebook, 'a'), a);
    assert.equal(resolveCode(codebook, 'old'), a);
    assert.deepEqual(resolveCode(codebook, 'split'), { replacedBy: [a, b] });
    assert.equal(resolveCode(codebook, 'unheard'), null);
  });

  test('each family has a letter of its own', () => {
    const codebook = defaultCodebook();
    assert.equal(codebook.families.map(({ id }) => familyLetter(codebook, id)).join(''), 'BGTRPHXF');
    const twins = read(
      book(
        '{ id: a, label: Rupture }',
        '{ id: b, label: Rupture }',
        '{ id: c, key: r }',
        '{ id: d, label: "?" }',
      ),
    );
    assert.equal(twins.families.map(({ id }) => familyLetter(twins, id)).join(''), 'UPRA');
  });
});
