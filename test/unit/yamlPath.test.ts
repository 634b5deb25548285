import assert from 'node:assert/strict';
import { pathText } from '../../src/engine/yamlFile';
import { pathAt, wordAt } from '../../src/engine/yamlPath';

/** `key annotations[1].at` where `|` stands in the text; `-` where nothing can be said. */
function placeOf(text: string): string {
  const found = pathAt(text.replace('|', ''), text.indexOf('|'));
  return found ? `${found.kind} ${pathText(found.path)}`.trim() : '-';
}

const begun = 'alliance: 1\nannotations:\n  - id: x\n    code: bond\n';

suite('where somebody writes in a YAML file', () => {
  const places: readonly (readonly [text: string, place: string])[] = [
    ['|', 'key'],
    ['co|', 'key'],
    ['co|de: x', 'key'],
    ['a: 1\n|\nb: 2\n', 'key'],
    ['code: |', 'value code'],
    ['code: rup|', 'value code'],
    ['code: rup|ture.repair\n', 'value code'],
    ['code: "|"\n', 'value code'],
    ["code: 'rup|'\n", 'value code'],
    ['"code": |', 'value code'],
    ['annotations:\n  |\n', 'key annotations'],
    ['annotations:\n  - |\n', 'key annotations[1]'],
    [
      'cases:\n  # one\n  C1:\n    sessions:\n      - { transcript: | }\n',
      'value cases.C1.sessions[1].transcript',
    ],
    ['annotations:\n- |\n', 'key annotations[1]'],
    ['annotations:\n- id: x\n- co|\n', 'key annotations[2]'],
    ['annotations:\n  - |\n    code: x\n', 'key annotations[1]'],
    [`${begun}    |`, 'key annotations[1]'],
    [`${begun}    no|\n  - id: y\n`, 'key annotations[1]'],
    [`${begun}    at: { |\n  - id: y\n`, 'key annotations[1].at'],
    [`${begun}    at: { turn: 3, | }\n`, 'key annotations[1].at'],
    [`${begun}    at: { turn: 3, en|`, 'key annotations[1].at'],
    [`${begun}    at: { turn: | }\n`, 'value annotations[1].at.turn'],
    [`${begun}    at:\n      |\n    note: x\n`, 'key annotations[1].at'],
    [`${begun}  - |`, 'key annotations[2]'],
    [`${begun}  - id: y\n    code: |\n    at: { turn: 3 }\nepisodes: []\n`, 'value annotations[2].code'],
    [`${begun}episodes:\n  - ruptures: [ x, | ]\n`, 'value episodes[1].ruptures[2]'],
    [`${begun}episodes:\n  - ruptures: [ x, |\n    note: y\nlog: []\n`, 'value episodes[1].ruptures[2]'],
    [`${begun}episodes:\n  - ruptures:\n      - |\n`, 'key episodes[1].ruptures[1]'],
    [
      'codes:\n  - id: a\n    children:\n      - id: a.b\n        ki|\n  - id: c\n',
      'key codes[1].children[1]',
    ],
    // what nobody can tell, or is no place for a name
    [`${begun}  |`, '-'],
    ['# co|', '-'],
    ['code: x # co|', '-'],
    ['note: hello, wor|', '-'],
    ['note: >\n  hello wor|\n', '-'],
    ['code: "rup|\nnote: x\n', '-'],
    // however the rest looks
    [`note: [ 1, { \n${begun}    code: |\n`, 'value annotations[1].code'],
    [`${begun}    note: "no end\n  - id: y\n    code: |\n`, 'value annotations[2].code'],
    ['a: 1\na: 2\nb: |\n', 'value b'],
    ['a: &x { c: 1, | }\nb: *x\n', 'key a'],
    ['a: *nowhere\nb: |\n', 'value b'],
    ['a:\n\t- b: |\n', 'value a[1].b'],
    ['annotations:\r\n  - id: x\r\n    code: |\r\n    at: { turn: 1 }\r\n', 'value annotations[1].code'],
    ['\ufeffcode: |', 'value code'],
  ];
  for (const [text, place] of places) {
    test(`${JSON.stringify(text)}: ${place}`, () => assert.equal(placeOf(text), place));
  }

  test('says what stands beside it and around it', () => {
    const text = `${begun}    ratings: { clarity: 2, im: 3 }\n`;
    const [inner, outer, top] = pathAt(text, text.indexOf('im') + 1)?.maps ?? [];
    assert.deepEqual([...(inner ?? [])], [['clarity', 2]]);
    assert.equal(outer?.get('code'), 'bond');
    assert.equal(top, undefined, 'the rest of the file is not read for an entry of a list');
  });

  test('says which single values the list has, whatever else is in it', () => {
    const text = 'l: [ a, [ b ], { c: 1 }, x ]\n';
    assert.deepEqual(pathAt(text, text.indexOf('x') + 1)?.items.slice(0, 1), ['a']);
    assert.equal(pathAt(text, text.indexOf('x') + 1)?.items.length, 2);
  });

  test('takes the whole word for what is to be replaced', () => {
    const text = 'code: rupture.with\n';
    const { start = 0, end = 0 } = pathAt(text, 10) ?? {};
    assert.equal(text.slice(start, end), 'rupture.with');
  });
});

suite('the word at a place of a YAML file', () => {
  const text = `${begun}    quote: "to see"\nepisodes:\n  - { id: e, ruptures: [ x ], repairs: [] }\n`;
  const at = (words: string): string => {
    const found = wordAt(text, text.indexOf(words));
    return found ? `${found.kind} ${pathText(found.path)} ${text.slice(found.start, found.end)}` : '-';
  };

  test('is a key with the map it stands in, or a value with its own path', () => {
    assert.equal(at('code'), 'key annotations[1] code');
    assert.equal(at('bond'), 'value annotations[1].code bond');
    assert.equal(at('to see'), 'value annotations[1].quote to see');
    assert.equal(at('x ], repairs'), 'value episodes[1].ruptures[1] x');
    assert.equal(at('annotations'), 'key  annotations');
  });

  test('is as it is written, a number or nothing, too', () => {
    const word = (line: string, begins: string): string | undefined =>
      wordAt(line, line.indexOf(begins))?.text;
    assert.equal(word('turn: 012\n', '012'), '012');
    assert.equal(word('note: ~\n', '~'), '~');
    assert.equal(word("note: 'it''s'\n", 'it'), "it's");
  });

  test('is not there between words', () => {
    assert.equal(at(' - id'), '-');
  });
});
