import { isMadeIn, printsOf } from '../../annotations/prints';
import { textHash } from '../../annotations/hashes';
import { readAnnotationFile } from '../../annotations/read';
import type { Coding } from '../../annotations/types';
import { defaultCodebook, readCodebook } from '../../codebook/read';
import type { Codebook } from '../../codebook/types';
import { readStudy } from '../../study/studyFile';
import { parseTranscript, type StudySpeakers } from '../../transcript/parse';
import { exportedCoding, type ExportedCoding, type ExportedSession } from '../exported';
import { decodeText } from '../decode';
import { sourceGuid } from './guids';
import type { OpenedPackage } from './openPackage';
import { annotationEnding, codebookName, folderOf, headerEnding, ownFolder, studyName } from './ownFiles';

/** What our own files in a package say of a source. */
export interface OwnSession {
  /** Of the transcript, from the folder of its study. */
  readonly path: string;
  readonly folder: string;
  readonly header: string;
  readonly speakers: StudySpeakers;
  readonly codebook: Codebook;
  readonly codings: readonly Coding[];
}

/** Our own files of a package. */
export interface OwnFiles {
  /** By the source's GUID. */
  readonly sessions: ReadonlyMap<string, OwnSession>;
  readonly study: string | null;
  /** Whether a package has them at all. */
  readonly isThere: boolean;
}

export function readOwnFiles({ paths, file }: OpenedPackage): OwnFiles {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const bytes = path.startsWith(ownFolder) ? file(path) : null;
    const text = bytes && (bytes.length === 0 ? '' : decodeText(bytes)?.text);
    if (typeof text === 'string') texts.set(path.slice(ownFolder.length), text);
  }
  const study = texts.get(studyName) ?? null;
  const speakers = study === null ? null : (readStudy(study).study?.speakers ?? null);
  const codebooks = codebooksIn(texts);
  const codings = codingsIn(texts);
  const sessions = [...texts].flatMap(([path, header]): [string, OwnSession][] => {
    if (!path.endsWith(headerEnding)) return [];
    const transcript = path.slice(0, -headerEnding.length);
    const folder = folderOf(transcript);
    const own: OwnSession = {
      path: transcript,
      folder,
      header,
      speakers: speakers && [...speakers.values()],
      codebook: codebooks.get(folder) ?? codebooks.get('') ?? defaultCodebook(),
      codings: codings.get(transcript) ?? [],
    };
    return [[sourceGuid(transcript), own]];
  });
  return { sessions: new Map(sessions), study, isThere: sessions.length > 0 };
}

function codebooksIn(texts: ReadonlyMap<string, string>): ReadonlyMap<string, Codebook> {
  const found = [...texts].flatMap(([path, text]): [string, Codebook][] => {
    if (path !== `${folderOf(path)}${codebookName}`) return [];
    const { codebook } = readCodebook(text);
    return codebook ? [[folderOf(path), codebook]] : [];
  });
  return new Map(found);
}

/** By the path of the transcript. */
function codingsIn(texts: ReadonlyMap<string, string>): ReadonlyMap<string, readonly Coding[]> {
  const found = new Map<string, Coding[]>();
  for (const [path, text] of texts) {
    if (!path.endsWith(annotationEnding)) continue;
    const coding = readAnnotationFile(text).file?.coding;
    if (!coding) continue;
    const transcript = `${folderOf(path)}${coding.transcript}`;
    found.set(transcript, [...(found.get(transcript) ?? []), coding]);
  }
  return found;
}

/** One of our codings as it was exported, and whether it was made in the text as it is in the package. */
export interface OwnCoding {
  readonly exported: ExportedCoding;
  readonly sameText: boolean;
}

/** A session as it was exported, of its own files and the text that is in the package now. */
export function ownSession(
  own: OwnSession,
  text: string,
): Pick<ExportedSession, 'path' | 'transcript' | 'codebook'> & { readonly codings: readonly OwnCoding[] } {
  const whole = `${own.header}${text}`;
  const transcript = parseTranscript(whole, own.speakers);
  const hash = textHash(whole);
  const codings = own.codings.map((coding): OwnCoding => {
    const sameText = isMadeIn(coding, hash, () => printsOf(transcript));
    return { sameText, exported: exportedCoding(coding, transcript, sameText) };
  });
  return { path: own.path, codebook: own.codebook, transcript, codings };
}
