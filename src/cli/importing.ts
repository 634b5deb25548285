import { join } from 'node:path';
import type { Role } from '../engine/transcript/types';
import { pathBelow } from '../engine/interchange/beside';
import type { ImportedSession, SourceReading } from '../engine/interchange/imported';
import type { ImportFormat } from '../engine/interchange/format';
import { joinSessions } from '../engine/interchange/joinSessions';
import {
  prepare,
  transcriptName,
  withMemosAsRemarks,
  type Prepared,
  type SaidRoles,
} from '../engine/interchange/prepare';
import { problemKind, type ProblemCode } from '../engine/interchange/problems';
import { plain } from '../words/faults';
import { problemWords } from '../words/problems';
import { shownPath, Unreadable } from './files';
import { readSourceFile, type SourceFile } from './sources';

/** One result of `alliance import`: docs/schemas/import.schema.json. */
export interface Imported {
  /** From the working directory, with `/`. */
  readonly file: string;
  readonly format: string;
  readonly turns: number;
  readonly words: number;
  readonly speakers: readonly { readonly label: string; readonly role: Role; readonly turns: number }[];
  readonly unparsed: readonly { readonly line: number; readonly text: string }[];
  readonly warnings: readonly {
    readonly line: number | null;
    readonly code: string;
    readonly message: string;
  }[];
  /** The path written, or the text where nothing is to be written; null where it could not be. */
  readonly transcript: string | null;
}

/** Why a file, or what was made of it, is not imported. */
export interface NotImported {
  readonly file: string;
  readonly code: ProblemCode | 'unreadable' | 'exists' | 'same-name' | 'not-written';
  readonly message: string;
  /** Found in a folder and none of the formats: nobody asked for it. */
  readonly isSkipped: boolean;
}

/** A session as its file holds it. */
interface SourceSession {
  readonly source: SourceFile;
  readonly file: string;
  readonly format: ImportFormat;
  /** Which of the file's sessions, from 0. */
  readonly index: number;
  readonly session: ImportedSession;
}

/** A file that was read. */
export interface ReadSourceFile {
  readonly source: SourceFile;
  /** As it is printed. */
  readonly file: string;
  readonly format: ImportFormat;
  readonly reading: SourceReading;
}

/** A session that was read, with the path its transcript would have in the folder it goes to. */
export interface ReadSession extends SourceSession {
  readonly prepared: Prepared;
  /** From the folder that the file's transcripts go to, with `/`. */
  readonly path: string;
  /** From the folder written to. */
  readonly name: string;
}

/** What is in a file, or why nothing is. */
export function readOne(source: SourceFile, cwd: string): ReadSourceFile | NotImported {
  const file = shownPath(cwd, source.path);
  const found = attempt(source.path);
  if (typeof found === 'string') {
    return { file, code: 'unreadable', message: `cannot be read: ${found}.`, isSkipped: false };
  }
  const { format, reading } = found;
  const { refusal } = reading;
  if (refusal || !format) {
    const code = refusal?.code ?? 'unknown-format';
    const message = refusal ? problemWords(refusal, plain) : '';
    return { file, code, message, isSkipped: format === null && !source.isNamed };
  }
  return { source, file, format, reading };
}

/** Sessions with their roles settled; put together they are one, called and placed after the first. */
export function prepareAll(
  files: readonly ReadSourceFile[],
  roles: SaidRoles,
  asOne: boolean,
): readonly ReadSession[] {
  const sessions = files.flatMap(sessionsOf);
  const [first] = sessions;
  const isOne = asOne && first && sessions.length > 1;
  const all = isOne
    ? [{ ...first, session: joinSessions(sessions.map(({ session }) => session)) }]
    : sessions;
  return all.map((one) => {
    const path = pathBelow(`${one.session.folder}/${transcriptName(one.session.name)}`);
    return { ...one, path, prepared: prepare(one.session, roles), name: join(one.source.below, path) };
  });
}

/** Comments stand in the transcript, unless the source brings files of its own for what people said about it. */
function sessionsOf({ source, file, format, reading }: ReadSourceFile): SourceSession[] {
  return reading.sessions.map((session, index) => {
    const own = reading.filesFor ? session : withMemosAsRemarks(session);
    return { source, file, format, index, session: own };
  });
}

function attempt(path: string): ReturnType<typeof readSourceFile> | string {
  try {
    return readSourceFile(path);
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

export function resultOf({ file, format, prepared }: ReadSession, transcript: string | null): Imported {
  const { composed, unparsed, warnings } = prepared;
  return {
    file,
    format: format.id,
    turns: composed.turns,
    words: composed.words,
    speakers: composed.speakers.map(({ label, role, turns }) => ({ label, role, turns })),
    unparsed: unparsed.map(({ line, text }) => ({ line, text })),
    warnings: warnings.map((warning) => ({
      line: warning.line,
      code: warning.code,
      message: problemWords({ ...warning, line: null }, plain),
    })),
    transcript,
  };
}

/** Codes that say what is wrong with the call's files, where 1 is the status for what only has to be decided. */
export function isBadInput({ code, isSkipped }: NotImported): boolean {
  return !isSkipped && (Object.hasOwn(problemKind, code) || code === 'unreadable' || code === 'not-written');
}
