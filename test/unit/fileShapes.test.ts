import assert from 'node:assert/strict';
import { checkAgainstCodebook } from '../../src/engine/annotations/check';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { defaultCodebook, readCodebook } from '../../src/engine/codebook/read';
import type { Fault } from '../../src/engine/faults';
import { fileFixes, type FileFix } from '../../src/engine/files/fixes';
import {
  choicesAt,
  descriptionOf,
  isSchema,
  keysAt,
  type JsonSchema,
} from '../../src/engine/files/jsonSchema';
import { meaningOfKeys, meaningOfValue } from '../../src/engine/files/meaning';
import { readStudy } from '../../src/engine/study/studyFile';
import { fileText } from './projectFiles';

function schemaOf(name: string): JsonSchema {
  const schema: unknown = JSON.parse(fileText('media', 'schemas', `${name}.schema.json`));
  return isSchema(schema) ? schema : assert.fail(name);
}

const schemas = {
  annotations: schemaOf('annotations'),
  codebook: schemaOf('codebook'),
  study: schemaOf('study'),
};

suite('what may stand at a place of our files', () => {
  test('keys, of children of children too', () => {
    const keys = keysAt(schemas.codebook, ['codes', 0, 'children', 2, 'children', 0]).map(({ key }) => key);
    assert.deepEqual(keys.slice(0, 3), ['id', 'label', 'key']);
    const at = keysAt(schemas.annotations, ['annotations', 4, 'at']);
    assert.deepEqual(
      at.map(({ key, isRequired }) => [key, isRequired]),
      [
        ['turn', true],
        ['start', false],
        ['end_turn', false],
        ['end', false],
      ],
    );
    assert.deepEqual(keysAt(schemas.study, ['nowhere', 'at all']), []);
  });

  test('choices, one of several ways too', () => {
    assert.deepEqual(choicesAt(schemas.study, ['cases', 'C017', 'sessions', 0, 'stage']), [
      'establishing',
      'developing',
      'maintaining',
    ]);
    assert.deepEqual(choicesAt(schemas.study, ['speakers', 'T']), ['therapist', 'client', 'other']);
    assert.deepEqual(choicesAt(schemas.study, ['blind', 'names']), [true, false]);
    assert.deepEqual(choicesAt(schemas.codebook, ['codes', 0, 'valence']), [-1, 0, 1]);
    assert.deepEqual(choicesAt(schemas.annotations, ['ratings', 0, 'scope']), ['session']);
  });

  test('what a key is for', () => {
    assert.match(descriptionOf(schemas.codebook, ['codes', 0], 'definition') ?? '', /means/);
    assert.equal(descriptionOf(schemas.codebook, ['codes', 0], 'colour'), null);
  });

  test('nothing where a schema says nothing, or what it says cannot be followed', () => {
    const schema = {
      properties: {
        free: {},
        lost: { $ref: '#/definitions/nowhere' },
        odd: { anyOf: ['text', { properties: { key: true } }] },
        list: { items: true },
      },
    };
    for (const path of [['free'], ['lost'], ['odd'], ['list', 0], ['free', 0, 'key'], ['lost', 'key']])
      assert.deepEqual(keysAt(schema, path), [], path.join('.'));
    assert.deepEqual(
      keysAt({ ...schema, definitions: { nowhere: { properties: { key: {} } } } }, ['lost']).map(
        ({ key, isRequired }) => [key, isRequired],
      ),
      [['key', false]],
    );
    // A person who writes a list where a map belongs is offered nothing.
    assert.deepEqual(keysAt(schemas.annotations, ['annotations', 0, 'at', 0]), []);
  });

  test('what a value names', () => {
    assert.equal(meaningOfValue('annotations', ['annotations', 3, 'code']), 'code');
    assert.equal(meaningOfValue('annotations', ['episodes', 0, 'repairs', 1]), 'annotation');
    assert.equal(meaningOfValue('codebook', ['codes', 0, 'children', 1, 'replaces', 0]), 'old-code');
    assert.equal(meaningOfValue('codebook', ['codes', 0, 'children', 1, 'children', 0, 'id']), 'child-id');
    assert.equal(meaningOfValue('study', ['cases', 'C1', 'sessions', 0, 'transcript']), 'transcript');
    assert.equal(meaningOfValue('study', ['title']), null);
    assert.equal(meaningOfKeys('annotations', ['annotations', 3, 'ratings']), 'scale');
  });
});

interface Fixed {
  readonly fixes: readonly FileFix[];
  readonly texts: readonly string[];
}

function fixesOf(kind: keyof typeof schemas, text: string, faults: readonly Fault[], code: string): Fixed {
  const found = faults.find((each) => each.code === code) ?? assert.fail(`no ${code}`);
  const file = { text, schema: schemas[kind], codebook: defaultCodebook(), random: () => 0.7 };
  const fixes = fileFixes(file, found);
  return {
    fixes,
    texts: fixes.map(({ start, end, text: put }) => text.slice(0, start) + put + text.slice(end)),
  };
}

const head = 'alliance: 1\ntranscript: a.transcript\ncoder: bob\n';

suite('quick fixes in our files', () => {
  test('an unknown key becomes the one that is meant, or goes', () => {
    const text = 'alliance_codebook: 1\nid: x\nversion: "1"\ncodes:\n  - id: a\n    colour: "#0072B2"\n';
    const { fixes, texts } = fixesOf('codebook', text, readCodebook(text).faults, 'unknown-key');
    assert.deepEqual(
      fixes.map(({ kind, preferred }) => [kind, preferred]),
      [
        ['rename-key', true],
        ['remove-key', false],
      ],
    );
    assert.deepEqual(texts, [text.replace('colour', 'color'), text.replace('    colour: "#0072B2"\n', '')]);
    assert.deepEqual(readCodebook(texts[0] ?? '').faults, []);
  });

  test('an unknown key of an entry in brackets, with Windows line ends', () => {
    const text =
      `${head}annotations:\n  - { id: kkkkkkkk, code: bond, at: { turn: 1 }, nots: x }\n`.replaceAll(
        '\n',
        '\r\n',
      );
    const { texts } = fixesOf('annotations', text, readAnnotationFile(text).faults, 'unknown-key');
    assert.deepEqual(texts, [text.replace('nots', 'note'), text.replace(', nots: x', '')]);
  });

  const missing: readonly (readonly [
    what: string,
    kind: 'codebook' | 'study',
    text: string,
    fixed: string,
  ])[] = [
    ['at the top', 'codebook', 'alliance_codebook: 1\nid: x\n', 'alliance_codebook: 1\nversion: \nid: x\n'],
    [
      'above a key that holds a list',
      'codebook',
      'scales:\n  a:\n    values: {}\nalliance_codebook: 1\nid: x\n',
      'version: \nscales:\n  a:\n    values: {}\nalliance_codebook: 1\nid: x\n',
    ],
    [
      'of an item',
      'study',
      'alliance_study: 1\nplan:\n  - transcript: a.transcript\n',
      'alliance_study: 1\nplan:\n  - transcript: a.transcript\n    coders: \n',
    ],
    [
      'in brackets',
      'study',
      'alliance_study: 1\nplan:\n  - { transcript: a.transcript }\n',
      'alliance_study: 1\nplan:\n  - { coders: , transcript: a.transcript }\n',
    ],
  ];
  for (const [what, kind, text, fixed] of missing) {
    test(`a missing key is added ${what}`, () => {
      const { faults } = kind === 'study' ? readStudy(text) : readCodebook(text);
      assert.deepEqual(fixesOf(kind, text, faults, 'missing-key').texts, [fixed]);
    });
  }

  test('a second entry of one id gets another', () => {
    const entry = '  - id: kkkkkkkk\n    code: bond\n    at: { turn: 1 }\n';
    const text = `${head}annotations:\n${entry}${entry}`;
    const [fixed = ''] = fixesOf('annotations', text, readAnnotationFile(text).faults, 'duplicate-id').texts;
    assert.ok(fixed.startsWith(`${head}annotations:\n${entry}`));
    assert.deepEqual(readAnnotationFile(fixed).faults, []);
  });

  test('an unknown code becomes the nearest, an old one the one that replaced it', () => {
    const text = `${head}annotations:\n  - id: kkkkkkkk\n    code: rupture.withdrawl.minimal\n    at: { turn: 1 }\n`;
    const { file } = readAnnotationFile(text);
    assert.ok(file);
    const faults = checkAgainstCodebook(file, defaultCodebook());
    const { texts } = fixesOf('annotations', text, faults, 'unknown-code');
    assert.equal(texts[0], text.replace('withdrawl', 'withdrawal'));
    const old: Fault = { ...(faults[0] ?? assert.fail()), code: 'old-code' };
    const replaced = { ...old, data: { ...old.data, now: 'bond' } };
    assert.match(fixesOf('annotations', text, [replaced], 'old-code').texts[0] ?? '', /code: bond\n/);
  });

  test('what the text does not say any more at that place has no fix', () => {
    const nowhere = { start: { line: 9, character: 0 }, end: { line: 9, character: 3 } };
    const text = `${head}annotations:\n  - { id: kkkkkkkk, code: bond, at: { turn: 1 } }\n`;
    const old = (code: Fault['code'], data: Fault['data'], range = nowhere): number =>
      fixesOf('annotations', text, [{ code, severity: 'error', range, data }], code).fixes.length;
    assert.equal(old('unknown-key', { path: 'nots' }), 0);
    assert.equal(old('missing-key', { path: 'coder' }), 0);
    assert.equal(old('duplicate-id', { id: 'kkkkkkkk' }), 0);
    assert.equal(old('old-code', { code: 'bond', now: 'goal' }), 0);
    assert.equal(old('wrong-value', { path: 'coder' }), 0);
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    assert.equal(old('missing-key', { path: '' }, top), 0);
    assert.equal(old('duplicate-id', { id: 'zzzzzzzz' }, top), 0);
    assert.equal(old('unknown-code', { code: 'task' }, top), 0);
  });

  test('an ambiguous code becomes any of those it may be', () => {
    const text = `${head}annotations:\n  - { id: kkkkkkkk, code: bond, at: { turn: 1 } }\n`;
    const range = { start: { line: 4, character: 4 }, end: { line: 4, character: 4 } };
    const found: Fault = {
      code: 'ambiguous-code',
      severity: 'warning',
      range,
      data: { code: 'bond', codes: 'goal, task' },
    };
    const { fixes, texts } = fixesOf('annotations', text, [found], 'ambiguous-code');
    assert.deepEqual(texts, [text.replace('bond', 'goal'), text.replace('bond', 'task')]);
    assert.ok(fixes.every(({ preferred }) => !preferred));
  });

  test('a word for which nothing near is known is only taken out', () => {
    const text = 'alliance_study: 1\nwhatever: 3\n';
    const { fixes } = fixesOf('study', text, readStudy(text).faults, 'unknown-key');
    assert.deepEqual(
      fixes.map(({ kind }) => kind),
      ['remove-key'],
    );
  });
});
