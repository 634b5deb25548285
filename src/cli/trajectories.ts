import { dirname, join } from 'node:path';
import { codingIn } from '../engine/anchors/reanchor';
import type { AnnotationReading, TranscriptReading } from '../engine/check/folder';
import { sessionFacts } from '../engine/study/sessionFacts';
import type { Study } from '../engine/study/types';
import { caseTrajectories, sessionTrajectories } from '../engine/trajectory/case';
import type { SessionInput } from '../engine/trajectory/session';
import type { CaseTrajectory, KnownSession } from '../engine/trajectory/caseTypes';
import { defaultDetectors } from '../engine/study/detectorSettings';
import type { SessionTrajectory } from '../engine/trajectory/types';
import type { ParsedTranscript } from '../engine/transcript/parse';
import { folderFindings, sharedFindings } from './check';
import type { Exclusion, ExclusionReason } from './exclusions';
import { folderName, shownPath } from './files';
import type { Finding } from './findings';
import { compareText } from '../engine/compareText';
import { readFolder, readTarget, type CodedFolder, type OnDisk, type Target } from './folder';
import { groundOf, isDuplicate } from './ground';
import { pathFrom, type Library } from './library';
import { exclusionOf, isOf, matchFiles, type MatchedFile } from './matching';

/** The document of `alliance trajectory`: docs/schemas/trajectory.schema.json. */
export interface Trajectories {
  readonly results: readonly SessionTrajectory[];
  readonly cases: readonly CaseTrajectory[];
  readonly excluded: readonly Exclusion[];
}

export interface Computed {
  readonly document: Trajectories;
  /** Errors of `check` in the files concerned: an entry that is wrong is in no figure. */
  readonly errors: readonly Finding[];
}

/** Computes every coding of a target, or those of one coder. */
export function computeTrajectories(
  target: Target,
  coder: string | null,
  library: Library,
  cwd: string,
): Computed {
  const jobs: Job[] = [];
  const excluded: Exclusion[] = [];
  const errors: Finding[] = [];
  const known: Known[] = [];
  for (const folder of readTarget(target, library)) {
    const found = codingsOf(folder, coder, cwd);
    jobs.push(...found.jobs);
    known.push(...knownSessions(folder, cwd));
    excluded.push(...found.excluded);
    const concerned = new Set([
      ...found.jobs.flatMap(({ input, file }) => [input.name, file]),
      ...found.excluded.map(({ file }) => file),
    ]);
    errors.push(...folderFindings(folder, cwd).filter(({ file }) => concerned.has(file)));
  }
  errors.push(...sharedFindings(library, cwd));
  const around =
    isContinued(jobs) && target.transcript !== null ? readFolder(target.folder, null, library) : null;
  const computed = inGroups(around ? codingsOf(around, coder, cwd).jobs : jobs, jobs, known);
  return {
    document: { ...computed, excluded: excluded.sort((a, b) => compareText(a.file, b.file)) },
    errors: errors.filter(({ severity }) => severity === 'error'),
  };
}

/** Whether an episode began in an earlier session: what was left of it then is in the figures, whatever was asked for. */
function isContinued(jobs: readonly Job[]): boolean {
  return jobs.some(({ input }) =>
    input.coding.episodes.some((episode) => episode.carried_over !== undefined),
  );
}

/** A coding to compute. */
interface Job {
  /** Within it, a case's name means one case. */
  readonly group: string;
  readonly file: string;
  readonly study: Study | null;
  readonly input: SessionInput;
}

/** Computes all jobs, and gives those that are wanted. */
function inGroups(
  jobs: readonly Job[],
  wanted: readonly Job[],
  known: readonly Known[],
): Pick<Trajectories, 'results' | 'cases'> {
  const names = new Set(wanted.map(({ input }) => input.name));
  const groups = [...new Set(jobs.map(({ group }) => group))].sort().map((group) => {
    const ofGroup = jobs.filter((job) => job.group === group);
    const sessions = sessionTrajectories(ofGroup.map(({ input }) => input));
    const results = sessions.filter(({ transcript }) => names.has(transcript));
    const study = ofGroup[0]?.study ?? null;
    const cases = caseTrajectories(results, {
      measures: study?.measures ?? {},
      detectors: study?.detectors ?? defaultDetectors,
      known: known.filter((each) => each.group === group).flatMap(({ sessions: listed }) => listed),
      permute: true,
    });
    return { results, cases };
  });
  return {
    results: groups.flatMap(({ results }) => results).sort(compareSessions),
    cases: groups.flatMap(({ cases }) => cases),
  };
}

/** Sessions of a group, coded or not: what they are known for. */
interface Known {
  readonly group: string;
  readonly sessions: readonly KnownSession[];
}

/** All transcripts of a folder, and all that its study lists: their scores belong to the case, whoever coded them. */
function knownSessions(folder: CodedFolder, cwd: string): readonly Known[] {
  const { study, transcripts } = folder;
  const read = transcripts.flatMap((transcript): Known[] => {
    if (transcript.parsed === null) return [];
    const facts = factsOf(transcript.parsed, transcript, folder);
    const one = { ...pickFacts(facts), transcript: shownPath(cwd, transcript.path) };
    return [{ group: groupOf(transcript.parsed, folder), sessions: [one] }];
  });
  if (!study) return read;
  const sessions = (study.value?.sessions ?? []).map((listed) => ({
    ...pickFacts(listed),
    transcript: shownPath(cwd, join(dirname(study.path), listed.transcript)),
  }));
  // What is read of a transcript stands behind what is listed of it, and so counts.
  return [{ group: study.path, sessions }, ...read];
}

function pickFacts({ case: name, session, date, stage, scores }: Omit<KnownSession, 'transcript'>) {
  return { case: name, session, date, stage, scores };
}

/** By case, session, transcript and coder; what has no case or number stands last. */
function compareSessions(a: SessionTrajectory, b: SessionTrajectory): number {
  return (
    Number(a.case === null) - Number(b.case === null) ||
    compareText(a.case ?? '', b.case ?? '') ||
    (a.session ?? Number.MAX_SAFE_INTEGER) - (b.session ?? Number.MAX_SAFE_INTEGER) ||
    compareText(a.transcript, b.transcript) ||
    compareText(a.coder, b.coder)
  );
}

interface Codings {
  readonly jobs: readonly Job[];
  readonly excluded: readonly Exclusion[];
}

function codingsOf(folder: CodedFolder, coder: string | null, cwd: string): Codings {
  // A supervisor's file is no coding of the session: it counts where it is asked for.
  const isWanted = (one: AnnotationReading): boolean =>
    coder === null ? one.file?.coding.role !== 'supervisor' : isOf(one, coder);
  const { matched, excluded } = matchFiles(folder, isWanted, cwd);
  const jobs: Job[] = [];
  const without: Exclusion[] = [];
  for (const one of matched) {
    const job = jobOf(one, folder, cwd);
    if (typeof job === 'string') without.push(exclusionOf(one, job, cwd));
    else jobs.push(job);
  }
  return { jobs, excluded: [...excluded, ...without] };
}

function jobOf(
  { file, shown, transcript, now }: MatchedFile,
  folder: CodedFolder,
  cwd: string,
): Job | ExclusionReason {
  const around = isDuplicate(file, folder) ? 'duplicate-file' : groundOf(folder);
  if (typeof around === 'string') return around;
  const { study, codebook } = around;
  const coding = codingIn(file, now);
  if (!coding) return 'text-changed';
  const { parsed } = now;
  const facts = factsOf(parsed, transcript, folder);
  const name = shownPath(cwd, transcript.path);
  const input = { transcript: parsed, name, coding, codebook, facts };
  return { group: groupOf(parsed, folder), file: shown, study, input };
}

/** What study, header and folder say of a transcript. */
export function factsOf(
  { header }: ParsedTranscript,
  { name, path }: OnDisk<TranscriptReading>,
  { study, path: folder }: CodedFolder,
): SessionInput['facts'] {
  const pathInStudy = study ? pathFrom(dirname(study.path), path) : name;
  return sessionFacts(study?.value ?? null, pathInStudy, header, folderName(folder), name);
}

/** Two studies may each have a case 7, and so may two folders that are in no study. */
function groupOf({ header }: ParsedTranscript, { study, path }: CodedFolder): string {
  if (study) return study.path;
  return header.case === null ? path : '';
}
