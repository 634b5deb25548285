import * as z from 'zod/mini';
import type { Fault } from './faults';
import { deepestBranch, faultsOf, type Path, type YamlFile } from './yamlFile';

/**
 * The value of `file` as far as `schema` can read it: what is wrong or unknown is a fault and counts as not said, and so
 * does an entry that lacks what it must have. Null where nothing is left.
 */
export function salvageYamlFile<S extends z.core.$ZodType>(
  file: YamlFile,
  schema: S,
): { readonly value: z.core.output<S> | null; readonly faults: readonly Fault[] } {
  if (file.faults.length > 0) return { value: null, faults: file.faults };
  let value = file.value;
  let faults: readonly Fault[] = [];
  // What an entry lacks may be lacking above it, too, once it is gone; each round takes something away, so this ends.
  for (let first = true; value !== nothing; first = false) {
    const read = z.safeParse(schema, value);
    if (read.success) return { value: read.data, faults };
    if (first) faults = faultsOf(read.error.issues, file.doc, file.lines);
    value = without(
      value,
      read.error.issues.flatMap((issue) => pathsOf(issue, [])),
    );
  }
  return { value: null, faults };
}

const nothing = Symbol('taken out');

/** What is at fault, and nothing around it: of a value that may be written in several ways, within the way that fits best. */
function pathsOf(issue: z.core.$ZodIssue, above: Path): readonly Path[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
  const branch = issue.code === 'invalid_union' ? deepestBranch(issue) : null;
  return branch?.flatMap((inner) => pathsOf(inner, path)) ?? [path];
}

/** A copy without what stands at the paths; where nothing stands at one, without what should have held it. */
function without(value: unknown, paths: readonly Path[]): unknown {
  if (paths.some((path) => path.length === 0)) return nothing;
  const below = new Map<PropertyKey | undefined, Path[]>();
  for (const [name, ...rest] of paths) below.set(name, [...(below.get(name) ?? []), rest]);
  const inner = (name: PropertyKey, item: unknown): unknown => {
    const rest = below.get(name);
    return rest === undefined ? item : without(item, rest);
  };
  if (Array.isArray(value)) {
    return value.map((item: unknown, at) => inner(at, item)).filter((item) => item !== nothing);
  }
  if (typeof value !== 'object' || value === null) return nothing;
  const lacks = [...below.keys()].some((name) => name === undefined || !Object.hasOwn(value, name));
  if (lacks) return nothing;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]): [string, unknown] => [key, inner(key, item)])
      .filter(([, item]) => item !== nothing),
  );
}
