import * as z from 'zod/mini';
import { writtenFileSchema } from '../engine/annotations/schema';
import { codebookSchema } from '../engine/codebook/schema';
import { studySchema } from '../engine/study/studyFile';
import { annotationKeys, codebookKeys, studyKeys } from './fileKeys';

/**
 * The formats of our files as JSON Schemas, with what each key is for: `npm run schemas` writes them to `media/schemas`, where
 * the editor and the YAML extension read them. Draft 7, since that is what the YAML extension knows best.
 */
export function fileSchemas(): Readonly<Record<string, object>> {
  return {
    annotations: described(writtenFileSchema, 'Annotation file', annotationKeys),
    codebook: described(codebookSchema, 'Codebook', codebookKeys),
    study: described(studySchema, 'Study file', studyKeys),
  };
}

/** Paths that have words, and those of the table that nothing asked for; both are to be all. */
export interface KeyUse {
  readonly missing: readonly string[];
  readonly unused: readonly string[];
}

export function keyUse(): Readonly<Record<string, KeyUse>> {
  return {
    annotations: useOf(writtenFileSchema, annotationKeys),
    codebook: useOf(codebookSchema, codebookKeys),
    study: useOf(studySchema, studyKeys),
  };
}

type Words = Readonly<Record<string, string>>;

function described(schema: z.core.$ZodType, title: string, words: Words): object {
  const { $schema, ...json } = plainSchema(schema);
  walk(json, (node, path) => {
    const key = keyFor(path, words);
    if (key !== null) Reflect.set(node, 'description', words[key]);
  });
  return { $schema, title, ...json };
}

function useOf(schema: z.core.$ZodType, words: Words): KeyUse {
  const missing: string[] = [];
  const used = new Set<string>();
  walk(plainSchema(schema), (_node, path) => {
    const key = keyFor(path, words);
    if (key === null) missing.push(path);
    else used.add(key);
  });
  return { missing, unused: Object.keys(words).filter((key) => !used.has(key)) };
}

/** As files are written, not as they are read. What JSON Schema cannot say (a rule in code) is left to our own check. */
function plainSchema(schema: z.core.$ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema }) => {
      // A limit of numbers in JavaScript, not of the format.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      // Any value at all.
      if (isRecord(jsonSchema.additionalProperties) && isEmpty(jsonSchema.additionalProperties)) {
        delete jsonSchema.additionalProperties;
      }
      if (isRecord(jsonSchema.propertyNames) && Object.keys(jsonSchema.propertyNames).length < 2) {
        delete jsonSchema.propertyNames;
      }
    },
  });
}

/** Calls `visit` for the schema of each key, free ones included, with its path; what refers to itself once. */
function walk(schema: Record<string, unknown>, visit: (node: object, path: string) => void): void {
  const seen = new Set<unknown>();
  const go = (node: unknown, path: string): void => {
    if (!isRecord(node)) return;
    const reference = node['$ref'];
    if (typeof reference === 'string') {
      if (!seen.has(reference)) go(definitionOf(schema, reference, seen), path);
      return;
    }
    for (const [key, below] of Object.entries(isRecord(node['properties']) ? node['properties'] : {})) {
      enter(below, path === '' ? key : `${path}.${key}`);
    }
    if (isRecord(node['additionalProperties'])) enter(node['additionalProperties'], `${path}.*`);
    if (isRecord(node['items'])) go(node['items'], `${path}[]`);
    if (Array.isArray(node['anyOf'])) for (const way of node['anyOf']) go(way, path);
  };
  const enter = (node: unknown, path: string): void => {
    if (!isRecord(node)) return;
    visit(node, path);
    go(node, path);
  };
  go(schema, '');
}

function definitionOf(schema: Record<string, unknown>, reference: string, seen: Set<unknown>): unknown {
  seen.add(reference);
  const definitions = schema['definitions'];
  return isRecord(definitions) ? definitions[reference.slice(reference.lastIndexOf('/') + 1)] : undefined;
}

/** The longest end of a path that has words. */
function keyFor(path: string, words: Words): string | null {
  for (let rest = path; ; rest = rest.slice(rest.indexOf('.') + 1)) {
    if (Object.hasOwn(words, rest)) return rest;
    if (!rest.includes('.')) return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}
