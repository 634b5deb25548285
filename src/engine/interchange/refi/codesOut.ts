import { compareText } from '../../compareText';
import type { Code, Codebook } from '../../codebook/types';
import { codeFor } from '../../codebook/keys';
import { guidOf } from './guids';
import type { QdaCode } from './model';
import { Names } from './names';
import { describedAs, type Fact } from './words';

/** The codes of an export with their GUIDs; names are unique among all, since some programs know a code by its name. */
export interface WrittenCodes {
  readonly tree: readonly QdaCode[];
  /** The GUID of the code an annotation has, as its file says it. */
  readonly guidOf: (codebook: Codebook, code: string) => string;
}

/**
 * The codes of codebooks as one tree. Several versions of one codebook are one: of a code, the version that comes first counts.
 * Codes that annotations have and no codebook knows stand at the end, by their id.
 */
export function codesOf(
  codebooks: readonly Codebook[],
  used: ReadonlyMap<Codebook, ReadonlySet<string>>,
): WrittenCodes {
  const names = new Names();
  const codes = new Map<string, { readonly code: Code; readonly codebook: Codebook }>();
  for (const codebook of codebooks) {
    for (const code of codebook.codes.values()) {
      const guid = codeGuid(codebook, code.id);
      if (!codes.has(guid)) codes.set(guid, { code, codebook });
    }
  }
  const children = new Map<string, string[]>();
  const families: string[] = [];
  for (const [guid, { code, codebook }] of codes) {
    const parent = code.parent === null ? null : codeGuid(codebook, code.parent);
    if (parent === null || !codes.has(parent)) families.push(guid);
    else children.set(parent, [...(children.get(parent) ?? []), guid]);
  }
  const build = (guid: string, above: string): QdaCode[] => {
    const found = codes.get(guid);
    if (!found) return [];
    const name = nameOf(found.code, above, names);
    const below = (children.get(guid) ?? []).flatMap((child) => build(child, name));
    return [{ ...written(guid, name, found.code), children: below }];
  };
  const known = families.flatMap((guid) => build(guid, ''));
  const unknown = unknownCodes(codebooks, used).map(([codebook, id]): QdaCode => {
    const guid = codeGuid(codebook, id);
    const description = describedAs({ words: '', facts: [['Id', id]] });
    return { ...bare(guid, names.give(id)), description };
  });
  return {
    tree: [...known, ...unknown],
    guidOf: (codebook, id) => codeGuid(codebook, resolved(codebook, id)),
  };
}

function nameOf({ id, label }: Code, above: string, names: Names): string {
  const name = label.trim() === '' ? id : label.trim();
  const inParent = above === '' ? [] : [`${above} / ${name}`];
  return names.give(name, ...inParent, `${name} (${id})`);
}

/** The GUID of a code, the same in every version of its codebook. */
export function codeGuid({ id: codebook }: Codebook, code: string): string {
  return guidOf('code', codebook, code);
}

/** An old id that one code replaced counts as that one. */
function resolved(codebook: Codebook, id: string): string {
  return codeFor(codebook, id)?.id ?? id;
}

function unknownCodes(
  codebooks: readonly Codebook[],
  used: ReadonlyMap<Codebook, ReadonlySet<string>>,
): [Codebook, string][] {
  const found = new Map<string, [Codebook, string]>();
  const known = new Set(codebooks.flatMap((each) => [...each.codes.keys()].map((id) => codeGuid(each, id))));
  for (const [codebook, ids] of used) {
    for (const id of ids) {
      const guid = codeGuid(codebook, resolved(codebook, id));
      if (!known.has(guid)) found.set(guid, [codebook, id]);
    }
  }
  return [...found.values()].sort(([, a], [, b]) => compareText(a, b));
}

function bare(guid: string, name: string): QdaCode {
  return { guid, name, isCodable: true, color: null, description: '', noteRefs: [], children: [] };
}

function written(guid: string, name: string, code: Code): QdaCode {
  return {
    ...bare(guid, name),
    color: /^#[0-9a-f]{6}$/i.test(code.color) ? code.color : null,
    description: describedAs({ words: code.definition, facts: factsOfCode(code, name) }),
  };
}

/** What the definition does not say; the same lines are read when a codebook comes back. */
function factsOfCode(code: Code, name: string): Fact[] {
  const facts: (readonly [string, string | null])[] = [
    ['Rule', code.rule],
    ...code.include.map((each) => ['Include', each] as const),
    ...code.exclude.map((each) => ['Exclude', each] as const),
    ['Example', code.example],
    ['Speaker', code.speaker],
    ['Kind', code.kind],
    ['Valence', code.valence === 0 ? null : String(code.valence)],
    ['Label', name === code.label ? null : code.label],
    ['Id', code.id],
  ];
  return facts.flatMap(([fact, value]) => (value === null || value === '' ? [] : [[fact, value] as const]));
}
