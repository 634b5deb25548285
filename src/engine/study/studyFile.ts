import * as z from 'zod/mini';
import { fault, type Fault } from '../faults';
import { defaultDetectors, detectorSchema } from './detectorSettings';
import { usualRole } from '../transcript/labels';
import type { Speaker } from '../transcript/types';
import { parseYamlFile, rangeOfKey, rangeOfPath, type YamlFile } from '../yamlFile';
import { salvageYamlFile } from '../yamlSalvage';
import type { Study, StudyCase, StudyCoder, StudySession, Training } from './types';

/** The version of the study file this engine reads. */
export const studyVersion = 1;

const text = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((value) => String(value)),
);
const role = z.enum(['therapist', 'client', 'other']);
const transcriptPath = z.pipe(
  z.string().check(z.refine(isInside, 'a path inside the study')),
  z.transform(pathInStudy),
);
const positive = z.number().check(z.positive());
const share = z.number().check(z.gte(0), z.lte(1));
const coderId = z.string().check(z.regex(/^[a-z0-9][a-z0-9_-]{0,31}$/, 'an id of a-z, 0-9, _ and -'));
const date = z
  .string()
  .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date such as 2026-03-02'));

const session = z.strictObject({
  transcript: transcriptPath,
  session: z.optional(z.int().check(z.nonnegative())),
  date: z.optional(date),
  stage: z.optional(z.enum(['establishing', 'developing', 'maintaining'])),
  duration: z.optional(z.number().check(z.positive(), z.lte(1440))),
  scores: z.optional(z.record(z.string(), z.record(z.string(), z.number()))),
});

const measure = z.strictObject({
  label: z.optional(text),
  kind: z.optional(z.string()),
  better: z.optional(z.enum(['higher', 'lower'])),
  sd: z.optional(positive),
  r: z.optional(z.number().check(z.gte(0), z.lte(1))),
  source: z.optional(z.string()),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
});

export const studySchema = z.strictObject({
  alliance_study: z.literal(studyVersion),
  title: z.optional(text),
  segment_minutes: z.optional(z.number().check(z.gte(0.5), z.lte(1440))),
  words_per_minute: z.optional(z.number().check(z.gte(10), z.lte(1000))),
  axis: z.optional(z.enum(['time', 'words', 'turns'])),
  unit: z.optional(z.enum(['turn', 'segment', 'character'])),
  back_channels: z.optional(z.boolean()),
  speakers: z.optional(
    z.record(
      z.string(),
      z.union([role, z.strictObject({ role: z.optional(role), name: z.optional(z.string()) }), z.null()]),
    ),
  ),
  blind: z.optional(
    z.union([
      z.boolean(),
      z.strictObject({
        trajectory: z.optional(z.boolean()),
        names: z.optional(z.boolean()),
        case: z.optional(z.boolean()),
        order: z.optional(z.boolean()),
        date: z.optional(z.boolean()),
        stage: z.optional(z.boolean()),
        scores: z.optional(z.boolean()),
        plan: z.optional(z.boolean()),
      }),
    ]),
  ),
  coders: z.optional(
    z.record(
      coderId,
      z.nullable(
        z.strictObject({
          name: z.optional(text),
          role: z.optional(z.enum(['coder', 'supervisor', 'consensus'])),
        }),
      ),
    ),
  ),
  measures: z.optional(z.record(z.string(), measure)),
  detectors: z.optional(detectorSchema),
  cases: z.optional(
    z.record(
      z.string(),
      z.nullable(
        z.strictObject({
          therapist: z.optional(text),
          condition: z.optional(text),
          sessions: z.optional(z.array(session)),
        }),
      ),
    ),
  ),
  plan: z.optional(z.array(z.strictObject({ transcript: transcriptPath, coders: z.array(coderId) }))),
  plan_seed: z.optional(z.int().check(z.nonnegative())),
  training: z.optional(
    z.strictObject({
      gold: z.optional(coderId),
      criterion: z.optional(z.strictObject({ kappa: z.optional(share), icc: z.optional(share) })),
    }),
  ),
});

type Values = z.infer<typeof studySchema>;

/**
 * Reads `alliance.study.yaml`. A value that is wrong is a fault at its place and counts as not said; a file that is not
 * YAML or no study file gives no study at all. One of a newer version is read as far as that goes, which is its only
 * fault. Transcripts are paths from the file's folder, with `/`.
 */
export function readStudy(source: string): {
  readonly study: Study | null;
  readonly faults: readonly Fault[];
} {
  const file = parseYamlFile(source);
  if (file.faults.length > 0) return { study: null, faults: file.faults };
  const refusal = refused(file);
  if (refusal?.code === 'newer-version') {
    const { value } = salvageYamlFile(asPresent(file), studySchema);
    return { study: value && studyOf(value), faults: [refusal] };
  }
  if (refusal !== null) return { study: null, faults: [refusal] };
  const { value, faults } = salvageYamlFile(file, studySchema);
  if (value === null) return { study: null, faults };
  return {
    study: studyOf(value),
    faults: [...faults.map(asDetectorFault), ...reservedCoders(value, file), ...listedTwice(file)],
  };
}

/** A method or parameter spelt wrongly would silently give other figures: more than a key that is not known. */
function asDetectorFault(found: Fault): Fault {
  const isOfDetectors = found.code === 'unknown-key' && /^detectors\b/.test(String(found.data['path']));
  return isOfDetectors ? fault('unknown-detector', found.range, found.data) : found;
}

function refused({ value, doc, lines }: YamlFile): Fault | null {
  const version: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'alliance_study') : undefined;
  const place = rangeOfPath(doc, lines, ['alliance_study']);
  if (version === undefined) return fault('not-ours', place, { expected: 'alliance_study' });
  if (typeof version === 'number' && Number.isInteger(version) && version > studyVersion) {
    return fault('newer-version', place, { version, supported: studyVersion });
  }
  return null;
}

function asPresent(file: YamlFile): YamlFile {
  const { value } = file;
  const said = typeof value === 'object' && value !== null ? value : {};
  return { ...file, value: { ...said, alliance_study: studyVersion } };
}

/** A study file of a newer version is used as far as it can be read, and never written. */
export function isNewerStudy(source: string): boolean {
  return readStudy(source).faults.some(({ code }) => code === 'newer-version');
}

function studyOf(values: Values): Study {
  return {
    title: values.title ?? null,
    segmentMinutes: values.segment_minutes ?? null,
    wordsPerMinute: values.words_per_minute ?? null,
    axis: values.axis ?? null,
    unit: values.unit ?? null,
    backChannels: values.back_channels ?? false,
    speakers: values.speakers ? new Map(Object.entries(values.speakers).map(speakerEntry)) : null,
    blind: typeof values.blind === 'object' ? values.blind : values.blind === false ? false : {},
    coders: codersOf(values),
    sessions: Object.entries(values.cases ?? {}).flatMap(([id, entry]) =>
      (entry?.sessions ?? []).map((listed) => sessionOf(id, listed)),
    ),
    cases: new Map(Object.entries(values.cases ?? {}).flatMap(caseEntry)),
    measures: Object.fromEntries(
      Object.entries(values.measures ?? {}).map(([id, given]) => [id, measureOf(given)]),
    ),
    detectors: values.detectors ?? defaultDetectors,
    plan: values.plan ?? [],
    planSeed: values.plan_seed ?? null,
    training: trainingOf(values),
  };
}

/** What coders in training are usually asked to reach before they code alone (Hallgren 2012; Cicchetti 1994). */
export const usualCriterion = { kappa: 0.6, icc: 0.7 };

function trainingOf({ training }: Values): Training {
  const { kappa = usualCriterion.kappa, icc = usualCriterion.icc } = training?.criterion ?? {};
  return { gold: training?.gold ?? null, criterion: { kappa, icc } };
}

function speakerEntry([label, given]: [string, NonNullable<Values['speakers']>[string]]): [string, Speaker] {
  const said = typeof given === 'string' ? { role: given } : given;
  const name = said !== null && 'name' in said ? said.name : undefined;
  return [label, { label, role: said?.role ?? usualRole(label), name: name ?? null }];
}

function caseEntry([id, said]: [string, NonNullable<Values['cases']>[string]]): [string, StudyCase][] {
  const { therapist = null, condition = null } = said ?? {};
  return therapist === null && condition === null ? [] : [[id, { therapist, condition }]];
}

function codersOf(values: Values): StudyCoder[] {
  return Object.entries(values.coders ?? {})
    .map(([id, said]): StudyCoder => ({ id, name: said?.name ?? null, role: said?.role ?? 'coder' }))
    .filter(isAllowed);
}

/** `consensus` is no person's id. */
function isAllowed({ id, role: said }: StudyCoder): boolean {
  return id !== 'consensus' || said === 'consensus';
}

function sessionOf(id: string, given: z.infer<typeof session>): StudySession {
  return {
    case: id,
    transcript: given.transcript,
    session: given.session ?? null,
    date: given.date ?? null,
    stage: given.stage ?? null,
    duration: given.duration ?? null,
    scores: given.scores ?? {},
  };
}

function measureOf(given: z.infer<typeof measure>): Study['measures'][string] {
  return {
    label: given.label ?? null,
    kind: given.kind ?? null,
    better: given.better ?? null,
    sd: given.sd ?? null,
    r: given.r ?? null,
    source: given.source ?? null,
    min: given.min ?? null,
    max: given.max ?? null,
  };
}

function reservedCoders(values: Values, { doc, lines }: YamlFile): Fault[] {
  const listed = values.coders?.['consensus'];
  if (listed === undefined || listed?.role === 'consensus') return [];
  return [fault('reserved-coder', rangeOfKey(doc, lines, ['coders', 'consensus']), { coder: 'consensus' })];
}

/** Walks the file, not the study, since what was left out of it would shift the places. */
function listedTwice({ value, doc, lines }: YamlFile): Fault[] {
  const found: Fault[] = [];
  const seen = new Set<string>();
  for (const [id, entry] of entriesOf(propertyOf(value, 'cases'))) {
    for (const [at, item] of entriesOf(propertyOf(entry, 'sessions'))) {
      const path = propertyOf(item, 'transcript');
      if (typeof path !== 'string') continue;
      const transcript = pathInStudy(path);
      const place = ['cases', id, 'sessions', Number(at), 'transcript'];
      if (seen.has(transcript))
        found.push(fault('listed-twice', rangeOfPath(doc, lines, place), { transcript }));
      seen.add(transcript);
    }
  }
  return found;
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/** A path as a study knows it, however it is written: with `/`, without steps to the same folder. */
export function pathInStudy(path: string): string {
  return steps(path).join('/');
}

function steps(path: string): string[] {
  return path.split(/[/\\]/).filter((step) => step !== '' && step !== '.');
}

function isInside(path: string): boolean {
  const names = steps(path);
  return names.length > 0 && !/^([/\\]|[a-z]:)/i.test(path) && !names.includes('..');
}
