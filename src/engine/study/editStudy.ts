import type { CoderRole } from '../annotations/types';
import type { Role, Stage } from '../transcript/types';
import { field, isObject } from '../objects';
import { mentions } from './missingTranscripts';
import { defaultDetectors, type DetectorSettings } from './detectorSettings';
import { parseYamlFile } from '../yamlFile';
import {
  addToYamlList,
  setInYaml,
  setInYamlItem,
  setYamlList,
  type YamlRecord,
  type YamlValue,
} from '../yamlSet';
import { pathInStudy, readStudy } from './studyFile';
import type { Plan, StudyCase } from './types';

/** The keys of a study file in the order in which they are written. */
export const studyKeys: readonly string[] = [
  'alliance_study',
  'title',
  'segment_minutes',
  'words_per_minute',
  'axis',
  'unit',
  'back_channels',
  'speakers',
  'blind',
  'coders',
  'measures',
  'detectors',
  'cases',
  'plan_seed',
  'plan',
  'training',
];

/** A session as it is put into a study file; what is left out, or null, is not written. */
export interface SessionEntry {
  /** From the study file's folder, with `/`. */
  readonly transcript: string;
  readonly session?: number | null;
  /** As 2026-03-02. */
  readonly date?: string | null;
  readonly stage?: Stage | null;
  /** Minutes. */
  readonly duration?: number | null;
  readonly scores?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A case with its sessions in order. */
export interface ProposedCase extends Partial<StudyCase> {
  readonly id: string;
  readonly sessions: readonly SessionEntry[];
}

export interface CoderEntry {
  readonly id: string;
  readonly name?: string | null;
  readonly role: Exclude<CoderRole, 'consensus'>;
}

/**
 * Each edit takes the text of a study file and gives the text that says so; comments, order, unknown keys and line ends stay.
 * Null where the file cannot be read, or is written in a way that leaves no certain place for it: then a person has to.
 */
export type StudyEdit = (text: string) => string | null;

/** One edit after the other; null as soon as one cannot be made. */
export function inTurn(edits: readonly StudyEdit[]): StudyEdit {
  return (text) => edits.reduce<string | null>((at, edit) => (at === null ? null : edit(at)), text);
}

/** Sets a key at the top. A map is put into the one that is there. */
export function setTopValue(key: string, value: YamlValue): StudyEdit {
  return (text) => setInYaml(text, [key], value, studyKeys);
}

/** Puts a plan in the place of the one before, with what it was drawn with. */
export function putPlan(plan: readonly Plan[], seed: number): StudyEdit {
  const entries = plan.map(({ transcript, coders }) => ({ transcript, coders }));
  return inTurn([setTopValue('plan_seed', seed), (text) => setYamlList(text, ['plan'], entries, studyKeys)]);
}

/** Puts in every method with every parameter as it is by default, to be changed; null stands for itself and is left out. */
export const putDetectors: StudyEdit = (text) =>
  setInYaml(text, ['detectors'], detectorsRecord(defaultDetectors), studyKeys);

/** Methods as the study file says them. */
export function detectorsRecord(settings: DetectorSettings): YamlRecord {
  const all: readonly (readonly [string, DetectorSettings[keyof DetectorSettings]])[] =
    Object.entries(settings);
  const methods = all.map(([name, said]): [string, YamlValue] => {
    if (said === false) return [name, false];
    const parameters: readonly (readonly [string, YamlValue | null])[] = Object.entries(said);
    return [
      name,
      Object.fromEntries(parameters.flatMap(([key, value]) => (value === null ? [] : [[key, value]]))),
    ];
  });
  return Object.fromEntries(methods);
}

/** Adds a coder; of one who is listed, sets name and role. */
export function putCoder({ id, name, role }: CoderEntry): StudyEdit {
  return (text) => setInYaml(text, ['coders', id], coderRecord(name ?? null, role), studyKeys);
}

/** Sets roles by label. The study's labels are the only ones its transcripts have: give all of them. */
export function setSpeakers(roles: ReadonlyMap<string, Role>): StudyEdit {
  return (text) => {
    const listed = readStudy(text).study?.speakers;
    const changed = [...roles].filter(([label, role]) => listed?.get(label)?.role !== role);
    // A study without speakers goes by the usual names; an empty list would take them away.
    if (changed.length === 0) return text;
    const speakers = Object.fromEntries(changed.map(([label, role]) => [label, { role }]));
    return setInYaml(text, ['speakers'], speakers, studyKeys);
  };
}

/**
 * Puts a session into a case, behind the one before it. Of a transcript that the case lists already, sets what is said of it;
 * one that another case lists stays there.
 */
export function putSession(caseId: string, entry: SessionEntry): StudyEdit {
  return (text) => {
    const { study } = readStudy(text);
    if (!study) return null;
    const path = ['cases', caseId, 'sessions'];
    const listed = study.sessions.find(({ transcript }) => transcript === entry.transcript);
    if (listed) {
      const index = listed.case === caseId ? indexInFile(text, caseId, entry.transcript) : null;
      return index === null ? text : setInYamlItem(text, path, index, factsOf(entry));
    }
    const number = entry.session ?? Number.POSITIVE_INFINITY;
    const sessions = study.sessions.filter((each) => each.case === caseId);
    const behind = sessions.findLastIndex((each) => each.session === null || each.session <= number);
    return addToYamlList(text, path, { transcript: entry.transcript, ...factsOf(entry) }, behind, studyKeys);
  };
}

/** Puts all sessions of these cases; cases that are new go in as a whole. */
export function putSessions(cases: readonly ProposedCase[]): StudyEdit {
  return (text) => {
    const known = new Set(readStudy(text).study?.sessions.map((session) => session.case));
    const fresh = cases.filter(({ id }) => !known.has(id));
    const single = cases.filter(({ id }) => known.has(id));
    return inTurn([
      ...(fresh.length > 0 ? [setTopValue('cases', casesRecord(fresh))] : []),
      ...single.flatMap(({ id, sessions }) => sessions.map((entry) => putSession(id, entry))),
    ])(text);
  };
}

/**
 * Names transcripts anew, in the cases and in the plan. `renamed` gives for a path from the study file's folder the one it has
 * now; null where that is the same.
 */
export function renameTranscripts(renamed: (path: string) => string | null): StudyEdit {
  return (text) => {
    const edits = mentions(parseYamlFile(text).value).flatMap(({ path, transcript }): StudyEdit[] => {
      const now = renamed(transcript);
      const list = path.slice(0, -2).map(String);
      return now === null ? [] : [(at) => setInYamlItem(at, list, Number(path.at(-2)), { transcript: now })];
    });
    return inTurn(edits)(text);
  };
}

/** Cases as the study file says them. */
export function casesRecord(cases: readonly ProposedCase[]): YamlRecord {
  return Object.fromEntries(
    cases.map(({ id, therapist, condition, sessions }) => [
      id,
      {
        therapist: therapist ?? undefined,
        condition: condition ?? undefined,
        sessions: sessions.map((entry) => ({ transcript: entry.transcript, ...factsOf(entry) })),
      },
    ]),
  );
}

/** Where a transcript stands in the list as it is written, faulty entries counted. */
function indexInFile(text: string, caseId: string, transcript: string): number | null {
  const cases = valueOf(parseYamlFile(text).value, 'cases');
  const sessions = valueOf(valueOf(cases, caseId), 'sessions');
  if (!Array.isArray(sessions)) return null;
  const index = sessions.findIndex((each: unknown) => {
    const written = valueOf(each, 'transcript');
    return typeof written === 'string' && pathInStudy(written) === transcript;
  });
  return index < 0 ? null : index;
}

function valueOf(holder: unknown, key: string): unknown {
  return isObject(holder) ? field(holder, key) : undefined;
}

export function coderRecord(name: string | null, role: CoderEntry['role']): YamlRecord {
  return { ...(name === null ? {} : { name }), role };
}

/** What is known of a session beside its transcript, as the study file says it. */
function factsOf({ session, date, stage, duration, scores }: SessionEntry): YamlRecord {
  const given = scores && Object.keys(scores).length > 0 ? scores : undefined;
  return {
    session: session ?? undefined,
    date: date ?? undefined,
    stage: stage ?? undefined,
    duration: duration ?? undefined,
    scores: given,
  };
}
