import { fault, type Fault, type FaultCode } from '../faults';
import type { Range } from '../position';
import { rangeOfPath, type Path, type YamlFile } from '../yamlFile';
import { isReservedKey } from './keys';
import type { WrittenCode } from './schema';
import type { Code, Scale } from './types';

/** A code without a colour above it. */
const noColor = '#808080';

/** Takes the codes of a codebook out of what is written: what children inherit, and what contradicts itself. */
export class CodeReader {
  readonly codes = new Map<string, Code>();
  /** Where each code is defined. */
  readonly ranges = new Map<string, Range>();
  readonly #replaces: { readonly code: string; readonly replaced: string }[] = [];
  readonly #yaml: YamlFile;
  /** Where each id is written, in the order of the file. */
  readonly #places: ReadonlyMap<string, Range[]>;
  readonly #scales: ReadonlyMap<string, Scale>;
  readonly #faults: Fault[];

  constructor(yaml: YamlFile, scales: ReadonlyMap<string, Scale>, faults: Fault[]) {
    this.#yaml = yaml;
    this.#places = placesOf(yaml);
    this.#scales = scales;
    this.#faults = faults;
  }

  /** The families, with all codes below them in `codes`, parents before children. */
  read(written: readonly WrittenCode[]): readonly Code[] {
    const ids = this.#readSiblings(written, null);
    return ids.flatMap((id) => this.codes.get(id) ?? []);
  }

  /** Old id → the codes that replace it. An id that still is a code is replaced by none. */
  replacements(): ReadonlyMap<string, readonly string[]> {
    const replacements = new Map<string, readonly string[]>();
    for (const { code, replaced } of this.#replaces) {
      if (this.codes.has(replaced)) {
        this.#faults.push(fault('replaces-living', this.#rangeOf(code), { code, replaced }));
      } else {
        replacements.set(replaced, [...(replacements.get(replaced) ?? []), code]);
      }
    }
    return replacements;
  }

  #readSiblings(written: readonly WrittenCode[], parent: Code | null): readonly string[] {
    const keys = new Map<string, string>();
    return written.flatMap((one) => {
      const range = this.#places.get(one.id)?.shift() ?? this.#rangeOf(one.id);
      if (this.codes.has(one.id)) {
        this.#faults.push(fault('duplicate-code', range, { code: one.id }));
        return [];
      }
      this.ranges.set(one.id, range);
      const code = this.#codeOf(one, parent, keys);
      // The children are known only when they are read, and stand behind their parent.
      this.codes.set(code.id, code);
      const children = this.#readSiblings(one.children ?? [], code);
      this.codes.set(code.id, { ...code, children });
      return [code.id];
    });
  }

  #codeOf(one: WrittenCode, parent: Code | null, keys: Map<string, string>): Code {
    const { id } = one;
    if (parent && !id.startsWith(`${parent.id}.`)) this.#say('child-id', id, { code: id, parent: parent.id });
    this.#replaces.push(...(one.replaces ?? []).map((replaced) => ({ code: id, replaced })));
    return {
      id,
      label: one.label ?? id,
      key: this.#keyOf(one, parent === null, keys),
      color: one.color ?? parent?.color ?? noColor,
      valence: one.valence ?? parent?.valence ?? 0,
      kind: one.kind ?? parent?.kind ?? null,
      speaker: one.speaker ?? parent?.speaker ?? null,
      scales: one.scales === undefined ? (parent?.scales ?? []) : this.#scalesOf(id, one.scales),
      definition: one.definition ?? '',
      rule: one.rule ?? null,
      include: one.include ?? [],
      exclude: one.exclude ?? [],
      example: one.example ?? null,
      replaces: one.replaces ?? [],
      parent: parent?.id ?? null,
      family: parent?.family ?? id,
      children: [],
    };
  }

  /** A key that is taken, by coding mode or a sibling, is reported and applies nothing. */
  #keyOf({ id, key }: WrittenCode, isFamily: boolean, keys: Map<string, string>): string | null {
    if (key === undefined) return null;
    if (isReservedKey(key, isFamily)) {
      this.#say('reserved-key', id, { key, code: id });
      return null;
    }
    const other = keys.get(key);
    if (other !== undefined) {
      this.#say('duplicate-key', id, { key, code: id, other });
      return null;
    }
    keys.set(key, id);
    return key;
  }

  #scalesOf(code: string, scales: readonly string[]): readonly string[] {
    return scales.filter((scale) => {
      if (!this.#scales.has(scale)) this.#say('unknown-scale-used', code, { code, scale });
      return this.#scales.has(scale);
    });
  }

  #say(code: FaultCode, id: string, data: Fault['data']): void {
    this.#faults.push(fault(code, this.#rangeOf(id), data));
  }

  #rangeOf(id: string): Range {
    return this.ranges.get(id) ?? rangeOfPath(this.#yaml.doc, this.#yaml.lines, ['codes']);
  }
}

function placesOf(yaml: YamlFile): ReadonlyMap<string, Range[]> {
  const places = new Map<string, Range[]>();
  const visit = (codes: unknown, path: Path): void => {
    if (!Array.isArray(codes)) return;
    const list: readonly unknown[] = codes;
    for (const [index, code] of list.entries()) {
      const here = [...path, index];
      const id = valueAt(code, 'id');
      if (typeof id === 'string') {
        const range = rangeOfPath(yaml.doc, yaml.lines, [...here, 'id']);
        places.set(id, [...(places.get(id) ?? []), range]);
      }
      visit(valueAt(code, 'children'), [...here, 'children']);
    }
  };
  visit(valueAt(yaml.value, 'codes'), ['codes']);
  return places;
}

function valueAt(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
}
