import { fault, type Fault } from '../faults';
import type { Range } from '../position';
import { parseYamlFile, rangeOfPath, type Path, type YamlFile } from '../yamlFile';
import { salvageYamlFile } from '../yamlSalvage';
import { CodeReader } from './codes';
import defaultText from './default.yaml';
import { codebookSchema, codebookVersion, type WrittenCodebook, type WrittenScale } from './schema';
import type { Codebook, CodebookChange, RatingDefinition, Scale } from './types';

export interface ReadCodebook {
  /** Null where the text is not YAML, no codebook, or without a single code. */
  readonly codebook: Codebook | null;
  readonly faults: readonly Fault[];
  /** Where a code is defined, by its id; null for a code that is not in the codebook. */
  readonly rangeOfCode: (id: string) => Range | null;
}

/**
 * Reads a codebook; never throws. What is wrong in one code is a fault and counts as not said there; the rest is read as it
 * stands. Faults stand in the order of the file. One of a newer version is read as far as that goes, which is its only fault.
 */
export function readCodebook(text: string): ReadCodebook {
  const yaml = parseYamlFile(text);
  const refusal = refuse(yaml);
  const newer = newerVersion(yaml);
  if (refusal) return nothing([refusal]);
  const read = readAsPresent(yaml);
  return newer ? { ...read, faults: [newer] } : read;
}

function readAsPresent(yaml: YamlFile): ReadCodebook {
  const { value, faults } = salvageYamlFile(yaml, codebookSchema);
  if (!value) return nothing(faults);
  const found: Fault[] = [...faults];
  const scales = new Map(Object.entries(value.scales ?? {}).map(([id, scale]) => [id, scaleOf(id, scale)]));
  const reader = new CodeReader(yaml, scales, found);
  const families = reader.read(value.codes ?? []);
  if (families.length === 0) {
    return nothing([...found, fault('no-codes', rangeOfPath(yaml.doc, yaml.lines, ['codes']))]);
  }
  const codebook: Codebook = {
    id: value.id,
    title: value.title ?? value.id,
    version: String(value.version),
    language: value.language ?? null,
    codes: reader.codes,
    families,
    scales,
    ratings: ratingsOf(value, scales, yaml, found),
    replacements: reader.replacements(),
    changes: changesOf(value),
  };
  return { codebook, faults: found.sort(byPlace), rangeOfCode: (id) => reader.ranges.get(id) ?? null };
}

let builtIn: Codebook | null = null;

/** The codebook that is used where no other is found above a transcript. */
export function defaultCodebook(): Codebook {
  builtIn ??= readCodebook(defaultText).codebook;
  if (!builtIn) throw new Error('The built-in codebook cannot be read.');
  return builtIn;
}

/** The built-in codebook as a file, for those who want to make their own of it. */
export function defaultCodebookText(): string {
  return defaultText;
}

function nothing(faults: readonly Fault[]): ReadCodebook {
  return { codebook: null, faults, rangeOfCode: () => null };
}

/** Why a file is not read at all; null where it is a codebook. */
function refuse(yaml: YamlFile): Fault | null {
  const [first] = yaml.faults;
  if (first) return first;
  const top = rangeOfPath(yaml.doc, yaml.lines, []);
  return (yaml.doc.get('alliance_codebook') ?? null) === null
    ? fault('not-ours', top, { expected: 'alliance_codebook' })
    : null;
}

function newerVersion(yaml: YamlFile): Fault | null {
  const version: unknown = yaml.doc.get('alliance_codebook');
  if (typeof version !== 'number' || version <= codebookVersion) return null;
  const place = rangeOfPath(yaml.doc, yaml.lines, ['alliance_codebook']);
  return fault('newer-version', place, { version, supported: codebookVersion });
}

function scaleOf(id: string, scale: WrittenScale): Scale {
  const values = Object.entries(scale.values).map(([value, label]) => ({
    value: Number(value),
    label: String(label),
  }));
  return {
    id,
    values: values.sort((a, b) => a.value - b.value),
    default: scale.default ?? null,
    start: scale.start ?? null,
  };
}

function ratingsOf(
  { ratings = [] }: WrittenCodebook,
  scales: ReadonlyMap<string, Scale>,
  yaml: YamlFile,
  faults: Fault[],
): readonly RatingDefinition[] {
  const seen = new Set<string>();
  return ratings.flatMap(({ id, label, scale, scopes, not_applicable_without }): RatingDefinition[] => {
    const place = () => rangeOfPath(yaml.doc, yaml.lines, pathOfRating(yaml, id));
    if (!scales.has(scale)) faults.push(fault('unknown-scale-used', place(), { code: id, scale }));
    if (seen.has(id)) faults.push(fault('duplicate-id', place(), { id }));
    if (!scales.has(scale) || seen.has(id)) return [];
    seen.add(id);
    return [
      {
        id,
        label: label ?? id,
        scale,
        scopes: scopes ?? ['session'],
        notApplicableWithout: not_applicable_without ?? null,
      },
    ];
  });
}

function changesOf({ changes = [] }: WrittenCodebook): readonly CodebookChange[] {
  return changes.map(({ version, date, text }) => ({
    version: version === undefined ? null : String(version),
    date: date === undefined ? null : String(date),
    text: text ?? '',
  }));
}

/** The last rating of that id in the file: of two, the one that is one too many. */
function pathOfRating(yaml: YamlFile, id: string): Path {
  for (let index = 0, last: Path = ['ratings']; ; index++) {
    if (!yaml.doc.hasIn(['ratings', index])) return last;
    if (yaml.doc.getIn(['ratings', index, 'id']) === id) last = ['ratings', index, 'id'];
  }
}

function byPlace(a: Fault, b: Fault): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
