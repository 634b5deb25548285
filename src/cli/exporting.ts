import { dirname } from 'node:path';
import { isOfText } from '../engine/anchors/reanchor';
import type { AnnotationReading } from '../engine/check/folder';
import { exportedCoding } from '../engine/interchange/exported';
import type { ExportedCoding, ExportedSession, ExportedStudy } from '../engine/interchange/exported';
import { loss, type Loss } from '../engine/interchange/losses';
import { stemOf } from '../engine/interchange/source';
import { inStudyOrder } from '../engine/study/studyOrder';
import type { Study } from '../engine/study/types';
import { folderFindings, sharedFindings } from './check';
import type { Exclusion } from './exclusions';
import { folderName, shownPath } from './files';
import type { Finding } from './findings';
import { compareText } from '../engine/compareText';
import { readFolder, readTarget, type CodedFolder, type Target } from './folder';
import { groundOf, isDuplicate } from './ground';
import { pathFrom, type Library } from './library';
import { exclusionOf, isOf, matchFiles, type MatchedFile } from './matching';
import { UsageError, type Surroundings } from './surroundings';
import { factsOf } from './trajectories';

/** What is to be exported. */
export interface ExportScope {
  readonly target: Target;
  /** Only its sessions; null for all. */
  readonly case: string | null;
  /** Whose codings; null for everybody's but a supervisor's, who codes no session. */
  readonly coder: string | null;
  /** Supervisors’ comments and memos are wanted, too. */
  readonly reviews: boolean;
}

/** A study as an export needs it, with what is not in it. */
export interface Gathered {
  readonly study: ExportedStudy;
  readonly losses: readonly Loss[];
  readonly excluded: readonly Exclusion[];
  /** Errors of `check` in the files used: an entry that is wrong is in no export. */
  readonly errors: readonly Finding[];
}

/** Reads what is to be exported. */
export function gather(
  scope: ExportScope,
  library: Library,
  { cwd, progress }: Pick<Surroundings, 'cwd' | 'progress'>,
): Gathered {
  const { target } = scope;
  const read: Read = { sessions: [], excluded: [], errors: [], supervised: [], studies: new Map() };
  for (const folder of readTarget(target, library, progress)) {
    readSessions(folder, scope, cwd, read);
  }
  if (read.studies.size > 1) {
    throw new UsageError('there are several studies below this folder. Please export each by itself.');
  }
  const [study = null] = read.studies.values();
  const sessions = inStudyOrder(read.sessions, study).filter(
    ({ facts }) => scope.case === null || facts.case === scope.case,
  );
  if (scope.case !== null && sessions.length === 0) {
    throw new UsageError(`no session here belongs to a case “${scope.case}”.`);
  }
  const around =
    target.transcript !== null && sessions.some(isContinued)
      ? sessionsAround(sessions, scope, library, cwd)
      : [];
  const shared = sharedFindings(library, cwd).filter(({ severity }) => severity === 'error');
  return {
    study: { name: study?.title ?? nameOf(target), study, sessions, around },
    losses: [
      ...(scope.reviews ? [] : supervisors(read.supervised)),
      ...read.excluded.map(({ file }) => loss('unreadable-file', { file })),
    ],
    excluded: read.excluded.toSorted((a, b) => compareText(a.file, b.file)),
    errors: [...read.errors, ...shared],
  };
}

interface Read {
  readonly sessions: ExportedSession[];
  readonly excluded: Exclusion[];
  readonly errors: Finding[];
  /** Who has a supervisor's file, once for each session. */
  readonly supervised: string[];
  /** By their files. */
  readonly studies: Map<string, Study | null>;
}

function readSessions(folder: CodedFolder, scope: ExportScope, cwd: string, into: Read): void {
  if (folder.transcripts.length === 0 && folder.annotationFiles.length === 0) return;
  const isWanted = (one: AnnotationReading): boolean =>
    scope.coder === null ? !isReview(one) : isOf(one, scope.coder);
  const { matched, excluded } = matchFiles(folder, isWanted, cwd);
  const reviews = scope.reviews
    ? matchFiles(folder, (one) => isReview(one) && !isWanted(one), cwd).matched
    : [];
  into.excluded.push(...excluded);
  if (scope.coder === null) {
    const others = folder.annotationFiles.filter((one) => !isWanted(one));
    into.supervised.push(...others.flatMap(({ file }) => file?.coding.coder ?? []));
  }
  const ground = groundOf(folder);
  if (typeof ground === 'string') {
    into.excluded.push(...matched.map((one) => exclusionOf(one, ground, cwd)));
    return;
  }
  into.studies.set(folder.study?.path ?? '', ground.study);
  const twice = matched.filter(({ file }) => isDuplicate(file, folder));
  into.excluded.push(...twice.map((one) => exclusionOf(one, 'duplicate-file', cwd)));
  const used = matched.filter((one) => !twice.includes(one));
  into.errors.push(...errorsIn(folder, used, cwd));
  for (const transcript of folder.transcripts) {
    const { parsed, path } = transcript;
    if (!parsed) continue;
    const own = used.filter((one) => one.transcript === transcript);
    into.sessions.push({
      path: folder.study ? pathFrom(dirname(folder.study.path), path) : pathFrom(scope.target.folder, path),
      facts: factsOf(parsed, transcript, folder),
      transcript: parsed,
      codebook: ground.codebook,
      codings: own.map(codingOf).sort(byCoder),
      reviews: reviews.filter((one) => one.transcript === transcript).map(({ file }) => file.coding),
    });
  }
}

function isReview({ file }: AnnotationReading): boolean {
  return file?.coding.role === 'supervisor';
}

function codingOf({ file, now }: MatchedFile): ExportedCoding {
  return exportedCoding(file.coding, now.parsed, isOfText(file.coding, now));
}

function byCoder({ coding: a }: ExportedCoding, { coding: b }: ExportedCoding): number {
  return compareText(a.coder, b.coder);
}

function errorsIn(folder: CodedFolder, used: readonly MatchedFile[], cwd: string): Finding[] {
  const concerned = new Set([
    ...used.map(({ shown }) => shown),
    ...folder.transcripts.map(({ path }) => shownPath(cwd, path)),
  ]);
  return folderFindings(folder, cwd).filter(
    ({ severity, file }) => severity === 'error' && concerned.has(file),
  );
}

function isContinued({ codings }: ExportedSession): boolean {
  return codings.some(({ coding }) => coding.episodes.some((episode) => episode.carried_over !== undefined));
}

/** The other sessions of the folder: what was left of an episode then is in the figures now. */
function sessionsAround(
  exported: readonly ExportedSession[],
  scope: ExportScope,
  library: Library,
  cwd: string,
): ExportedSession[] {
  const read: Read = { sessions: [], excluded: [], errors: [], supervised: [], studies: new Map() };
  readSessions(readFolder(scope.target.folder, null, library), scope, cwd, read);
  const own = new Set(exported.map(({ path }) => path));
  return read.sessions.filter(({ path }) => !own.has(path));
}

function nameOf({ folder, transcript }: Target): string {
  return transcript === null ? folderName(folder) : stemOf(transcript);
}

function supervisors(coders: readonly string[]): Loss[] {
  return [...new Set(coders)].sort(compareText).map((coder) => {
    return loss('supervisor', { coder, count: coders.filter((each) => each === coder).length });
  });
}
