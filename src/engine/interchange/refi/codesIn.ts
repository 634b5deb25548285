import { defaultCodebook } from '../../codebook/read';
import type { Code, Codebook } from '../../codebook/types';
import { idFromName } from '../../study/coderId';
import type { QdaCode } from './model';
import { factsOf, readDescription } from './words';

/** The codes of another program as a codebook, and under which id each code is in it. */
export interface ReadCodes {
  readonly codebook: Codebook;
  readonly idOf: ReadonlyMap<string, string>;
}

/** A code that codings name and no codebook has. */
export const missingCode = 'missing';

/**
 * A codebook of a tree of codes. Ids are those that a description gives, as ours do, else made of the names; two codes of one
 * name have different ids and keep their name. `known` has ids that were given before, by GUID.
 */
export function codebookOf(
  tree: readonly QdaCode[],
  name: string,
  known: ReadonlyMap<string, string> = new Map(),
): ReadCodes {
  const reader = new Reader(known);
  const families = reader.read(tree, null);
  return { codebook: asCodebook(reader.codes, families, name), idOf: reader.idOf };
}

/** A codebook with the codes of another program that it does not have, at the end. */
export function withCodes(codebook: Codebook, more: readonly Code[]): Codebook {
  const fresh = more.filter(({ id }) => !codebook.codes.has(id));
  const codes = new Map(codebook.codes);
  for (const code of fresh) {
    const parent = code.parent === null ? undefined : codes.get(code.parent);
    if (parent && !parent.children.includes(code.id)) {
      codes.set(parent.id, { ...parent, children: [...parent.children, code.id] });
    }
    codes.set(code.id, parent ? { ...code, family: parent.family } : { ...code, parent: null });
  }
  const families = [...codes.values()].filter(({ parent }) => parent === null);
  return { ...codebook, codes, families };
}

/** The code for codings whose code is missing. */
export function codeForMissing(): Code {
  return {
    ...blank(missingCode, null),
    label: 'Missing code',
    definition: 'The code of these passages was missing in the imported project.',
  };
}

/** Whether every code is one of the built-in codebook, so that none needs to be written. */
export function isBuiltIn({ codes }: Codebook): boolean {
  const own = defaultCodebook().codes;
  return [...codes.values()].every(({ id, label }) => own.get(id)?.label === label);
}

class Reader {
  readonly codes = new Map<string, Code>();
  readonly idOf = new Map<string, string>();
  readonly #known: ReadonlyMap<string, string>;

  constructor(known: ReadonlyMap<string, string>) {
    this.#known = known;
  }

  read(tree: readonly QdaCode[], parent: Code | null): readonly string[] {
    return tree.map((each) => {
      const code = this.#codeOf(each, parent);
      this.codes.set(code.id, code);
      if (!this.idOf.has(each.guid)) this.idOf.set(each.guid, code.id);
      const children = this.read(each.children, code);
      this.codes.set(code.id, { ...code, children });
      return code.id;
    });
  }

  #codeOf({ guid, name, color, description }: QdaCode, parent: Code | null): Code {
    const { words, facts } = readDescription(description);
    const one = (fact: string): string | null => factsOf(facts, fact)[0] ?? null;
    const known = this.#known.get(guid);
    const isFree = known !== undefined && !this.codes.has(known);
    const id = isFree ? known : this.#freeId(one('Id'), name, parent);
    const valence = one('Valence');
    return {
      ...blank(id, parent),
      label: one('Label') ?? (name.trim() || id),
      color: colorOf(color) ?? parent?.color ?? blank(id, parent).color,
      valence: valence === '1' ? 1 : valence === '-1' ? -1 : 0,
      kind: kinds.find((kind) => kind === one('Kind')) ?? null,
      speaker: speakers.find((speaker) => speaker === one('Speaker')) ?? null,
      definition: words.trim(),
      rule: one('Rule'),
      include: factsOf(facts, 'Include'),
      exclude: factsOf(facts, 'Exclude'),
      example: one('Example'),
    };
  }

  #freeId(said: string | null, name: string, parent: Code | null): string {
    const above = parent === null ? '' : `${parent.id}.`;
    if (said !== null && said.startsWith(above) && said !== '' && !this.codes.has(said)) {
      return said;
    }
    const wish = `${above}${idFromName(name).replaceAll('.', '-') || 'code'}`;
    for (let number = 1; ; number++) {
      const id = number === 1 ? wish : `${wish}-${number}`;
      if (!this.codes.has(id)) return id;
    }
  }
}

const kinds = ['withdrawal', 'confrontation', 'contribution', 'attempt', 'response', 'decline'] as const;
const speakers = ['therapist', 'client', 'other', 'dyad'] as const;

function blank(id: string, parent: Code | null): Code {
  return {
    id,
    label: id,
    key: null,
    color: '#808080',
    valence: 0,
    kind: null,
    speaker: null,
    scales: [],
    definition: '',
    rule: null,
    include: [],
    exclude: [],
    example: null,
    replaces: [],
    parent: parent?.id ?? null,
    family: parent?.family ?? id,
    children: [],
  };
}

function asCodebook(codes: ReadonlyMap<string, Code>, families: readonly string[], name: string): Codebook {
  return {
    id: idFromName(name) || 'imported',
    title: name.trim() || 'Imported codebook',
    version: '1.0.0',
    language: null,
    codes,
    families: families.flatMap((id) => codes.get(id) ?? []),
    scales: new Map(),
    ratings: [],
    replacements: new Map(),
    changes: [],
  };
}

/** `#rgb`, `#rrggbb`, also with alpha, and `rgb(…)`, as they are found; null for what is no colour. */
function colorOf(color: string | null): string | null {
  const text = (color ?? '').trim();
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(text)?.[1];
  if (hex !== undefined) {
    return hex.length === 3
      ? `#${Array.from(hex, (digit) => digit + digit).join('')}`
      : `#${hex.slice(0, 6)}`;
  }
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\b/i.exec(text)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return null;
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
