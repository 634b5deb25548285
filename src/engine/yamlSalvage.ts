import type * as z from 'zod/mini';
import { safeParse } from 'zod/mini';
import { faultsOf, type Path, type YamlFile } from './yamlFile';
import type { Fault } from './faults';

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
  let faults: readonly Fault[] | null = null;
  // A union gives its issues one layer at a time; each round takes something away, so this ends.
  for (;;) {
    const read = safeParse(schema, value);
    if (read.success) return { value: read.data, faults: faults ?? [] };
    faults ??= faultsOf(read.error.issues, file.doc, file.lines);
    for (const path of read.error.issues.flatMap(pathsOf)) value = without(value, path);
    if (value === undefined) return { value: null, faults };
  }
}

function pathsOf(issue: z.core.$ZodIssue): readonly Path[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
}

const nothing = Symbol('taken out');

/** A copy without what stands at `path`; where nothing stands there, without what should have held it. */
function without(value: unknown, path: Path): unknown {
  const kept = cut(value, path);
  return kept === nothing ? undefined : kept;
}

function cut(value: unknown, path: Path): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return nothing;
  if (Array.isArray(value)) return Array.from(value, (item: unknown, at) => (at === name ? cutItem(item, rest) : item));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return nothing;
  const inner = cut(Reflect.get(value, name), rest);
  const entries = Object.entries(value).filter(([key]) => key !== name);
  return Object.fromEntries(inner === nothing ? entries : [...entries, [name, inner]]);
}
