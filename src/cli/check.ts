import { dirname, join } from 'node:path';
import { checkFolder } from '../engine/check/folder';
import { missingTranscripts } from '../engine/study/missingTranscripts';
import type { Fault } from '../engine/faults';
import type { Study } from '../engine/study/types';
import { kindOf, shownPath } from './files';
import { compareFindings, findingsOf, type Finding } from './findings';
import { readTarget, type CodedFolder, type OnDisk, type Target } from './folder';
import type { Found, Library } from './library';

/** What `alliance check` found, in order, and in how many files it looked. */
export interface Checked {
  readonly results: readonly Finding[];
  readonly files: number;
}

/** Checks all that a target's figures depend on, the codebooks and study files above it included. */
export function check(target: Target, library: Library, cwd: string): Checked {
  const results: Finding[] = [];
  let files = 0;
  for (const folder of readTarget(target, library)) {
    results.push(...folderFindings(folder, cwd));
    files += folder.transcripts.length + folder.annotationFiles.length;
  }
  results.push(...sharedFindings(library, cwd));
  return { results: results.sort(compareFindings), files: files + library.files.length };
}

/** What is wrong with the transcripts and annotation files of a folder. */
export function folderFindings(folder: CodedFolder, cwd: string): readonly Finding[] {
  const transcripts = new Map(folder.transcripts.map((one) => [one.name, one]));
  const annotationFiles = new Map(folder.annotationFiles.map((one) => [one.name, one]));
  return checkFolder({ ...folder, study: folder.study?.value ?? null }).flatMap(({ name, faults }) => {
    const shown = shownPath(cwd, join(folder.path, name));
    const lines = transcripts.get(name)?.parsed?.lines ?? [];
    return annotationFiles.has(name)
      ? findingsOf(shown, faults, yamlLines(annotationFiles.get(name)))
      : findingsOf(
          shown,
          faults,
          lines.map(({ text }) => text),
        );
  });
}

/** What is wrong with the codebooks and study files read so far. */
export function sharedFindings(library: Library, cwd: string): readonly Finding[] {
  const studies = new Map(library.studies.map((study) => [study.path, study]));
  return library.files.flatMap((found) => {
    const study = studies.get(found.path);
    const faults = study ? [...found.faults, ...missing(study)] : found.faults;
    return findingsOf(shownPath(cwd, found.path), faults, yamlLines(found));
  });
}

function missing({ path, text, value }: Found<Study>): readonly Fault[] {
  if (text === null || value === null) return [];
  return missingTranscripts(text, value, (listed) => kindOf(join(dirname(path), listed)) === 'file');
}

/** Only a line feed ends a line for the YAML reader. */
function yamlLines(file: Pick<OnDisk<object>, 'text'> | undefined): readonly string[] {
  return file?.text?.split('\n') ?? [];
}
