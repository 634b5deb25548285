import { dirname, join } from 'node:path';
import type { AnnotationFile } from '../engine/annotations/file';
import { isSameCoding, stemOf, type AnnotationReading } from '../engine/check/folder';
import { sessionFacts } from '../engine/study/sessionFacts';
import { caseTrajectories, sessionTrajectories } from '../engine/trajectory/case';
import type { SessionInput } from '../engine/trajectory/session';
import type { CaseTrajectory, SessionTrajectory } from '../engine/trajectory/types';
import { folderFindings, sharedFindings } from './check';
import { folderName, shownPath } from './files';
import { compareTexts, type Finding } from './findings';
import { readTarget, type CodedFolder, type OnDisk, type Target } from './folder';
import { pathFrom, type Library } from './library';

/** Why a coding has no result. `unreadable-…` is bad input, the others are findings. */
export type ExclusionReason =
  | 'text-changed'
  | 'duplicate-file'
  | 'unreadable-transcript'
  | 'unreadable-annotations'
  | 'unreadable-codebook'
  | 'unreadable-study';

export interface Exclusion {
  /** The annotation file, or the transcript where that cannot be read. */
  readonly file: string;
  /** Null where the annotation file cannot be read and its name fits no transcript. */
  readonly transcript: string | null;
  /** Null where it is not known. */
  readonly coder: string | null;
  readonly reason: ExclusionReason;
}

/** The document of `alliance trajectory`: docs/schemas/trajectory.schema.json. */
export interface Trajectories {
  readonly results: readonly SessionTrajectory[];
  readonly cases: readonly CaseTrajectory[];
  readonly excluded: readonly Exclusion[];
  /** Errors of `check` in the files used: what is wrong there is in no figure. */
  readonly errors: readonly Finding[];
  /** Whether any file of the coder asked for was found, also an excluded one. */
  readonly coderFound: boolean;
}

/** A coding to compute, with the group within which its case name means one case. */
interface Job {
  readonly group: string;
  readonly input: SessionInput;
}

/** Computes every coding of a target, or those of one coder. */
export function trajectories(
  target: Target,
  coder: string | null,
  library: Library,
  cwd: string,
): Trajectories {
  const jobs: Job[] = [];
  const excluded: Exclusion[] = [];
  const errors: Finding[] = [];
  for (const folder of readTarget(target, library)) {
    const found = codingsOf(folder, coder, cwd);
    jobs.push(...found.jobs);
    excluded.push(...found.excluded);
    const used = new Set([...found.jobs.map(({ input }) => input.name), ...found.files]);
    errors.push(...folderFindings(folder, cwd).filter(({ file }) => used.has(file)));
  }
  if (jobs.length > 0) errors.push(...sharedFindings(library, cwd));
  const groups = [...new Set(jobs.map(({ group }) => group))].sort();
  const ofGroups = groups.map((group) =>
    sessionTrajectories(jobs.filter((job) => job.group === group).map(({ input }) => input)),
  );
  return {
    results: ofGroups.flat().sort(compareSessions),
    cases: ofGroups.flatMap(caseTrajectories),
    excluded: excluded.sort((a, b) => compareTexts(a.file, b.file)),
    errors: errors.filter(({ severity }) => severity === 'error'),
    coderFound: coder === null || jobs.length > 0 || excluded.some((one) => one.coder === coder),
  };
}

interface Codings {
  readonly jobs: readonly Job[];
  readonly excluded: readonly Exclusion[];
  /** The annotation files of the jobs, as printed. */
  readonly files: readonly string[];
}

function codingsOf(folder: CodedFolder, coder: string | null, cwd: string): Codings {
  const jobs: Job[] = [];
  const excluded: Exclusion[] = [];
  const files: string[] = [];
  const group = groupsOf(folder);
  for (const one of folder.annotationFiles) {
    const file = shownPath(cwd, one.path);
    if (!isWanted(one, coder)) continue;
    const name = one.file?.coding.transcript ?? transcriptByName(one, folder);
    const transcript = name === null ? null : shownPath(cwd, join(folder.path, name));
    const reason = reasonToExclude(one, folder);
    if (reason !== null) {
      excluded.push({ file, transcript, coder: one.file?.coding.coder ?? null, reason });
    } else {
      const input = inputOf(one.file, folder, transcript);
      if (input === null) continue;
      jobs.push({ group: group(input), input });
      files.push(file);
    }
  }
  return { jobs, excluded, files };
}
