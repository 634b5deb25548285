import type { Path } from '../yamlFile';

/** A JSON Schema (draft 7) as far as completion and hovers ask it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A key that a map may have. */
export interface SchemaKey {
  readonly key: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
}

export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every way a value at a path may be, references followed; none where the schema knows no such place. */
export function waysAt(schema: JsonSchema, path: Path): readonly JsonSchema[] {
  return path.reduce<readonly JsonSchema[]>(
    (ways, step) => ways.flatMap((way) => waysOf(schema, below(way, step))),
    waysOf(schema, schema),
  );
}

/** The keys of a map at a path, in the order of the schema. */
export function keysAt(schema: JsonSchema, path: Path): readonly SchemaKey[] {
  return waysAt(schema, path).flatMap((way) => {
    const required = Array.isArray(way['required']) ? way['required'] : [];
    return Object.entries(isSchema(way['properties']) ? way['properties'] : {}).flatMap(([key, one]) =>
      isSchema(one) ? [{ key, schema: one, isRequired: required.includes(key) }] : [],
    );
  });
}

/** What a key of the map at a path is for; null where the schema says nothing of it. */
export function descriptionOf(schema: JsonSchema, path: Path, key: string): string | null {
  const said = waysAt(schema, path).map((way) => below(way, key)?.['description']);
  return said.find((each) => typeof each === 'string') ?? null;
}

/** The values a place is limited to, in order; none where it is free. */
export function choicesAt(schema: JsonSchema, path: Path): readonly (string | number | boolean)[] {
  return waysAt(schema, path).flatMap(choicesOf);
}

export function choicesOf(way: JsonSchema): readonly (string | number | boolean)[] {
  if (way['type'] === 'boolean') return [true, false];
  const values: readonly unknown[] = Array.isArray(way['enum']) ? way['enum'] : [way['const']];
  return values.filter(
    (value) => typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean',
  );
}

/** What a key's value may be, references followed. */
export function waysOf(top: JsonSchema, schema: JsonSchema | null): readonly JsonSchema[] {
  if (schema === null) return [];
  const { $ref, anyOf } = schema;
  if (typeof $ref === 'string') {
    const definitions = top['definitions'];
    const target = isSchema(definitions) ? definitions[$ref.slice($ref.lastIndexOf('/') + 1)] : null;
    return isSchema(target) ? waysOf(top, target) : [];
  }
  if (!Array.isArray(anyOf)) return [schema];
  return anyOf.flatMap((each: unknown) => (isSchema(each) ? waysOf(top, each) : []));
}

function below(way: JsonSchema, step: PropertyKey): JsonSchema | null {
  const { properties, additionalProperties, items } = way;
  if (typeof step === 'number') return isSchema(items) ? items : null;
  const name = String(step);
  const known = isSchema(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (isSchema(known)) return known;
  return isSchema(additionalProperties) ? additionalProperties : null;
}
