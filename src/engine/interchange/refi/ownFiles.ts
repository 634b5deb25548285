import { render } from '../../annotations/render';
import { codebookText } from '../../codebook/write';
import { defaultCodebook } from '../../codebook/read';
import type { Codebook } from '../../codebook/types';
import { studyText } from '../../study/write';
import { stemOf } from '../source';
import type { ExportedSession, ExportedStudy } from '../exported';
import { bodyLine } from './sourceText';

/**
 * Our own files in a package, beside what other programs read: with them a study comes back as it was. They are entries of
 * the archive and not in the XML, whose schema allows nothing of others' (REFI-QDA 1.5). Of a transcript only the header is
 * there: its text is the source, and there is one of it.
 */
export const ownFolder = 'alliance/';
export const headerEnding = '.header';
export const studyName = 'alliance.study.yaml';
export const codebookName = 'alliance.codebook.yaml';
export const annotationEnding = '.alliance.yaml';

/** The files by their paths in the archive. */
export function ownFiles({ study, sessions }: ExportedStudy): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  if (study) files.set(studyName, studyText(study));
  for (const [path, codebook] of codebookPaths(sessions)) files.set(path, codebookText(codebook));
  for (const session of sessions) {
    files.set(`${session.path}${headerEnding}`, headerOf(session));
    for (const { coding } of session.codings) {
      files.set(annotationPath(session.path, coding.coder), render(coding, ratingOrder(session.codebook)));
    }
  }
  return new Map([...files].map(([path, text]) => [`${ownFolder}${path}`, text]));
}

/** The path of a coder's file beside a transcript. */
export function annotationPath(transcript: string, coder: string): string {
  const folder = folderOf(transcript);
  return `${folder}${stemOf(transcript.slice(folder.length))}.${coder}${annotationEnding}`;
}

/** With its slash; nothing for the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

export function ratingOrder({ ratings }: Codebook): readonly string[] {
  return ratings.map(({ id }) => id);
}

/** Where codebooks stand: one for all at the top, several each beside its transcripts. The built-in one has no file. */
export function codebookPaths(
  sessions: readonly Pick<ExportedSession, 'path' | 'codebook'>[],
): ReadonlyMap<string, Codebook> {
  const codebooks = new Set(sessions.map(({ codebook }) => codebook));
  const isOne = codebooks.size === 1;
  const found = new Map<string, Codebook>();
  for (const { path, codebook } of sessions) {
    const folder = isOne ? '' : folderOf(path);
    if (codebook !== defaultCodebook()) found.set(`${folder}${codebookName}`, codebook);
  }
  return found;
}

/** The lines of the header with its fences; nothing where there is none. */
function headerOf({ transcript }: ExportedSession): string {
  return transcript.lines
    .slice(0, bodyLine(transcript))
    .map(({ text }) => `${text}\n`)
    .join('');
}
