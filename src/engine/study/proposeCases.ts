import { emptyHeader } from '../transcript/header';
import type { ParsedTranscript } from '../transcript/parse';
import type { ProposedCase } from './editStudy';
import { sessionFacts } from './sessionFacts';
import { byCase, folderCases, inStudyOrder } from './studyOrder';
import type { Study } from './types';

/** A transcript of a folder that is to be listed in a study file. */
export interface FoundTranscript {
  /** From the study's folder, with `/`. */
  readonly path: string;
  /** Null where it could not be read. */
  readonly parsed: ParsedTranscript | null;
}

const aDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/**
 * The cases of transcripts as headers, folders and file names tell them, in the order in which people count. `rootName` is
 * the name of the study's own folder, the case of what lies in it. With a study, a folder is the case its sessions are
 * listed in.
 */
export function proposeCases(
  transcripts: readonly FoundTranscript[],
  rootName: string,
  study: Study | null = null,
): readonly ProposedCase[] {
  const folders = transcripts.map(({ path }) => folderIn(path));
  const cases = study ? casesIn(study, folders, rootName) : folderCases(folders, rootName);
  const sessions = transcripts.map(({ path, parsed }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const caseOfFolder = cases.get(folderIn(path)) ?? rootName;
    return { path, facts: sessionFacts(null, path, parsed?.header ?? emptyHeader, caseOfFolder, name) };
  });
  return [...byCase(inStudyOrder(sessions, null))].map(([id, ofCase]) => ({
    id: id || 'case',
    sessions: ofCase.map(({ path, facts: { session, date, stage, scores } }) => ({
      transcript: path,
      session,
      date: date !== null && aDate.test(date) ? date : null,
      stage,
      scores,
    })),
  }));
}

function casesIn(study: Study, folders: readonly string[], rootName: string): ReadonlyMap<string, string> {
  return new Map(
    folders.map((folder) => {
      const listed = study.sessions.find(({ transcript }) => folderIn(transcript) === folder)?.case;
      return [folder, listed ?? (folder.slice(folder.lastIndexOf('/') + 1) || rootName)];
    }),
  );
}

function folderIn(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}
