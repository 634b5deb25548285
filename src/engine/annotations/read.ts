import { isAlias, visit } from 'yaml';
import { fault, type Fault } from '../faults';
import { faultsOf, parseYamlFile, rangeOfKey, rangeOfPath, type YamlFile } from '../yamlFile';
import { assemble, type Refusal } from './assemble';
import type { AnnotationFile } from './file';
import { checkInside } from './inside';
import { entryKeys, field, fileKeys, isObject, sections } from './layout';
import { formatVersion } from './schema';

export interface ReadOptions {
  /** The codebook's ratings in their order: where a new rating is put. */
  readonly ratingOrder?: readonly string[];
}

/**
 * Reads an annotation file; never throws. `file` is null where the text is not YAML, is no annotation file, is of a newer
 * version or too broken to be changed safely, and the faults say why. An entry that cannot be read is a fault, keeps its
 * text, and is left out of the values. Faults stand in the order of the file.
 */
export function readAnnotationFile(
  text: string,
  options: ReadOptions = {},
): { readonly file: AnnotationFile | null; readonly faults: readonly Fault[] } {
  const eol = /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
  const terminated = text === '' || text.endsWith('\n');
  const whole = terminated ? text : text + eol;
  const yaml = parseYamlFile(whole);
  const refused = refuse(whole, yaml);
  if (refused.length > 0 || !isObject(yaml.value)) return { file: null, faults: refused };
  const { refusals, ...assembled } = assemble(whole, yaml, yaml.value);
  const file: AnnotationFile = { ...assembled, eol, terminated, ratingOrder: options.ratingOrder ?? [] };
  const vital = refusals.some(({ path }) => path.length === 1 && vitalKeys.includes(String(path[0])));
  const faults = [
    ...refusals.flatMap((one) => faultsOfRefusal(one, yaml)),
    ...unknownKeys(yaml.value, yaml),
    ...(vital ? [] : checkInside(file)),
  ];
  return { file: vital ? null : file, faults: faults.sort(byPlace) };
}

/** The keys that decide what a file is. */
const vitalKeys = ['alliance', 'transcript', 'coder'];

/** Why a file is not read at all. */
function refuse(text: string, yaml: YamlFile): readonly Fault[] {
  if (yaml.faults.length > 0) return yaml.faults;
  const top = rangeOfPath(yaml.doc, yaml.lines, []);
  const { value } = yaml;
  const missing = vitalKeys.find((key) => !isObject(value) || (field(value, key) ?? null) === null);
  if (missing !== undefined || !isObject(value)) return [fault('not-ours', top, { expected: missing ?? '' })];
  const version = field(value, 'alliance');
  if (typeof version === 'number' && version > formatVersion) {
    const place = rangeOfPath(yaml.doc, yaml.lines, ['alliance']);
    return [fault('newer-version', place, { version, supported: formatVersion })];
  }
  return [...aliases(text, yaml), ...sectionsThatAreNone(value, yaml)];
}

/** An alias would have to follow every change of what it stands for: such a file is not written. */
function aliases(text: string, yaml: YamlFile): readonly Fault[] {
  const faults: Fault[] = [];
  if (!text.includes('*')) return faults;
  visit(yaml.doc, {
    Node: (_key, node) => {
      if (!isAlias(node) || !node.range) return;
      const start = yaml.lines.linePos(node.range[0]);
      const at = { line: start.line - 1, character: start.col - 1 };
      const end = { line: at.line, character: at.character + node.range[1] - node.range[0] };
      faults.push(fault('not-yaml', { start: at, end }, { reason: 'alias-used' }));
    },
  });
  return faults;
}

function sectionsThatAreNone(value: object, yaml: YamlFile): readonly Fault[] {
  return sections
    .filter((key) => !Array.isArray(field(value, key) ?? []))
    .map((key) =>
      fault('wrong-value', rangeOfPath(yaml.doc, yaml.lines, [key]), { path: key, expected: 'list' }),
    );
}

function faultsOfRefusal({ path, issue }: Refusal, yaml: YamlFile): readonly Fault[] {
  return faultsOf([{ ...issue, path: [...path] }], yaml.doc, yaml.lines);
}

function unknownKeys(value: object, yaml: YamlFile): readonly Fault[] {
  const unknown = (path: readonly PropertyKey[], name: string): Fault => {
    const text = path.map((step) => (typeof step === 'number' ? `[${step + 1}].` : String(step))).join('');
    return fault('unknown-key', rangeOfKey(yaml.doc, yaml.lines, [...path, name]), { path: text + name });
  };
  const top = Object.keys(value).filter((key) => !fileKeys.includes(key));
  const inEntries = sections.flatMap((section) => {
    const list = field(value, section);
    if (!Array.isArray(list)) return [];
    return list.flatMap((entry: unknown, index) => {
      if (!isObject(entry)) return [];
      const strange = Object.keys(entry).filter((key) => !entryKeys[section].includes(key));
      return strange.map((key) => unknown([section, index], key));
    });
  });
  return [...top.map((key) => unknown([], key)), ...inEntries];
}

function byPlace(a: Fault, b: Fault): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
