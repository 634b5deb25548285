import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { defaultCodebookText } from '../../src/engine/codebook/read';
import { fileSchemas } from '../../src/words/fileSchemas';
import { sampleFiles } from '../unit/projectFiles';

const schemas = fileSchemas();
const compiled = (name: string) =>
  new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schemas[name] ?? {});
const checks = {
  annotations: compiled('annotations'),
  codebook: compiled('codebook'),
  study: compiled('study'),
};

suite('the JSON Schemas of our files', () => {
  for (const name of ['annotations', 'codebook', 'study'] as const) {
    const check = checks[name];

    test(`of the ${name} file allows every sample, as YAML readers see it`, () => {
      const samples = samplesOf(name);
      assert.ok(samples.length > 0);
      for (const [file, text] of samples) {
        assert.ok(check(parse(text)), `${file}: ${JSON.stringify(check.errors)}`);
      }
    });

    test(`of the ${name} file refuses what is not ours`, () => {
      assert.equal(check({ name: 'CI', on: ['push'] }), false);
    });
  }

  test('allow a file written by hand that is not complete', () => {
    const check = checks.annotations;
    const text =
      'alliance: 1\ntranscript: a.transcript\ncoder: bob\nannotations: [{ code: bond, at: { turn: 3 } }]';
    assert.ok(check(parse(text)), JSON.stringify(check.errors));
  });
});

function samplesOf(name: 'annotations' | 'codebook' | 'study'): readonly (readonly [string, string])[] {
  if (name === 'codebook') return [['default.yaml', defaultCodebookText()]];
  const ending = name === 'study' ? 'alliance.study.yaml' : '.alliance.yaml';
  return sampleFiles().filter(([file]) => file.endsWith(ending));
}
