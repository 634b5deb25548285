import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { checkYamlFile, parseYamlFile } from '../../src/engine/yamlFile';

/** What a schema says it wanted in place of `value: …`. */
function expected(schema: z.ZodMiniType, value: string): unknown {
  const { faults } = checkYamlFile(parseYamlFile(`value: ${value}\n`), z.object({ value: schema }));
  return faults[0]?.data['expected'];
}

suite('what is expected in a YAML file', () => {
  const cases: readonly (readonly [schema: z.ZodMiniType, value: string, words: string])[] = [
    [z.number().check(z.gt(0)), '0', 'more than 0'],
    [z.number().check(z.gte(1)), '0', 'at least 1'],
    [z.number().check(z.lt(3)), '3', 'less than 3'],
    [z.number().check(z.lte(3)), '4', 'at most 3'],
    [z.string().check(z.regex(/^a+$/)), 'b', '/^a+$/'],
    [z.url(), 'b', 'url'],
    [z.number().check(z.multipleOf(2)), '3', 'value'],
    [z.union([z.int(), z.array(z.string())]), '1.5', 'integer or list'],
    [z.union([z.string(), z.string()]), '3', 'string'],
    [z.record(z.string().check(z.regex(/^a+$/)), z.number()), '{ b: 1 }', '/^a+$/'],
    [z.array(z.string()), '3', 'list'],
  ];
  for (const [schema, value, words] of cases) {
    test(`${words} where there is ${value}`, () => assert.equal(expected(schema, value), words));
  }
});
