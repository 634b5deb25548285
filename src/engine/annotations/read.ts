import { isAlias, visit } from 'yaml';
import { fault, type Fault } from '../faults';
import { faultsOf, parseYamlFile, rangeOfKey, rangeOfPath, type YamlFile } from '../yamlFile';
import { range, type Position } from '../position';
import { assemble, type Assembled, type Refusal } from './assemble';
import { cut } from './cut';
import { cutCanonical } from './cutCanonical';
import type { AnnotationFile } from './file';
import { gitConflict } from './gitConflict';
import { checkInside } from './inside';
import { entryKeys, fileKeys, sections } from './layout';
import { field, isObject } from '../objects';
import { blockParts } from './layouts';
import { inPresentFormat, migrations, versionOf, type Migration } from './migrations';

import { formatVersion } from './schema';

export interface ReadOptions {
  /** The codebook's ratings in their order: where a new rating is put. */
  readonly ratingOrder?: readonly string[];
  /** From older formats to the present one. */
  readonly migrations?: readonly Migration[];
}

/**
 * Reads an annotation file; never throws. `file` is null where the text is not YAML, is no annotation file or too broken to
 * be changed safely, and the faults say why. An entry that cannot be read is a fault, keeps its text, and is left out of
 * the values. Faults stand in the order of the file.
 *
 * A file of an older format is read as one of the present, and becomes one with the first change. One of a newer format
 * (`isNewer`) is read as far as that goes, which is its only fault: what else is strange in it is not for this program to say.
 */
export function readAnnotationFile(text: string, options: ReadOptions = {}): ReadFile {
  return readCanonical(text, options) ?? readAnyYaml(text, options);
}

/** What was read of a file. */
interface ReadFile {
  readonly file: AnnotationFile | null;
  readonly faults: readonly Fault[];
}

/** A file as this program writes it, with nothing strange in it; null for any other. */
function readCanonical(text: string, { ratingOrder = [] }: ReadOptions): ReadFile | null {
  const found = cutCanonical(text);
  if (!found || field(found.value, 'alliance') !== formatVersion || lacksVital(found.value, [])) return null;
  const { refusals, ...assembled } = assemble(text, found.value, found.parts);
  if (refusals.length > 0 || unknownPaths(found.value).length > 0) return null;
  const file: AnnotationFile = { ...assembled, eol: '\n', terminated: true, ratingOrder };
  return { file, faults: checkInside(file).sort(byPlace) };
}

/** The same for whatever a person or another program wrote. Told apart for tests: both read a canonical file alike. */
export function readAnyYaml(text: string, options: ReadOptions = {}): ReadFile {
  const git = gitConflict(text);
  if (git) {
    const place = range(git.line, 0, git.line, 7);
    return { file: null, faults: [fault('git-conflict', place, { conflicts: git.count })] };
  }
  const eol = /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
  const terminated = text === '' || text.endsWith('\n');
  const whole = terminated ? text : text + eol;
  const placed = (found: readonly Fault[]): readonly Fault[] =>
    terminated ? found : found.map(within(text));
  const written = parseYamlFile(whole);
  const version = versionOf(written) ?? formatVersion;
  const present = inPresentFormat(whole, version, options.migrations ?? migrations);
  const yaml = present === whole ? written : parseYamlFile(present);
  const newer = newerVersion(version, written);
  const refused = newer ?? refuse(present, yaml);
  if ((!newer && refused.length > 0) || !isObject(yaml.value)) return { file: null, faults: placed(refused) };
  const { refusals, ...assembled } = assemble(present, yaml.value, cut(present, yaml.doc, yaml.value));
  const file: AnnotationFile = {
    ...(present === whole ? assembled : keptAsWritten(whole, assembled, eol)),
    eol,
    terminated,
    ratingOrder: options.ratingOrder ?? [],
  };
  const vital = lacksVital(yaml.value, refusals);
  if (newer) return { file: vital ? null : file, faults: placed(newer) };
  const faults = [
    ...refusals.flatMap((one) => faultsOfRefusal(one, yaml)),
    ...unknownKeys(yaml.value, yaml),
    ...(vital ? [] : checkInside(file)),
  ];
  return { file: vital ? null : file, faults: placed(faults.sort(byPlace)) };
}

/** Puts a fault into a text that lacks the line end it was read with. */
function within(text: string): (fault: Fault) => Fault {
  const lines = text.split(/\r\n|\n|\r/);
  const last = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const inText = (position: Position): Position => (position.line > last.line ? last : position);
  return (each) => ({ ...each, range: { start: inText(each.range.start), end: inText(each.range.end) } });
}

/** The keys that decide what a file is. */
const vitalKeys = ['alliance', 'transcript', 'coder'];

function lacksVital(value: object, refusals: readonly Refusal[]): boolean {
  const refused = refusals.some(({ path }) => path.length === 1 && vitalKeys.includes(String(path[0])));
  return refused || vitalKeys.some((key) => (field(value, key) ?? null) === null);
}

/** The file of an older format: its text stays as it is until the first change, which writes its parts as they are now. */
function keptAsWritten(
  text: string,
  { coding, parts, loose }: Omit<Assembled, 'refusals'>,
  eol: string,
): Omit<Assembled, 'refusals'> {
  return { coding, parts: loose === null ? parts : blockParts(loose, parts, eol), loose: text };
}

function newerVersion(version: number, { doc, lines }: YamlFile): readonly Fault[] | null {
  if (version <= formatVersion) return null;
  const place = rangeOfPath(doc, lines, ['alliance']);
  return [fault('newer-version', place, { version, supported: formatVersion })];
}

/** Why a file is not read at all. */
function refuse(text: string, yaml: YamlFile): readonly Fault[] {
  if (yaml.faults.length > 0) return yaml.faults;
  const top = rangeOfPath(yaml.doc, yaml.lines, []);
  const { value } = yaml;
  const missing = vitalKeys.find((key) => !isObject(value) || (field(value, key) ?? null) === null);
  if (missing !== undefined || !isObject(value)) return [fault('not-ours', top, { expected: missing ?? '' })];
  const version = versionOf(yaml);
  if (version !== null && version < formatVersion) {
    const place = rangeOfPath(yaml.doc, yaml.lines, ['alliance']);
    return [fault('wrong-value', place, { path: 'alliance', expected: `at least ${formatVersion}` })];
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
  return unknownPaths(value).map((path) => {
    const text = path.map((step) => (typeof step === 'number' ? `[${step + 1}].` : step)).join('');
    return fault('unknown-key', rangeOfKey(yaml.doc, yaml.lines, path), { path: text });
  });
}

/** Where keys stand that this program does not know. */
function unknownPaths(value: object): (string | number)[][] {
  const top = Object.keys(value).filter((key) => !fileKeys.includes(key));
  const inEntries = sections.flatMap((section) => {
    const list = field(value, section);
    if (!Array.isArray(list)) return [];
    return list.flatMap((entry: unknown, index) => {
      if (!isObject(entry)) return [];
      const strange = Object.keys(entry).filter((key) => !entryKeys[section].includes(key));
      return strange.map((key) => [section, index, key]);
    });
  });
  return [...top.map((key) => [key]), ...inEntries];
}

function byPlace(a: Fault, b: Fault): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
