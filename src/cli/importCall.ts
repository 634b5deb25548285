import { resolve } from 'node:path';
import type { Role } from '../engine/transcript/types';
import { plain } from '../words/faults';
import { previewBlocks } from '../words/importing';
import { kindOf } from './files';
import {
  isBadInput,
  prepareAll,
  readOne,
  resultOf,
  type Imported,
  type NotImported,
  type ReadSession,
  type ReadSourceFile,
} from './importing';
import { writeAll, writeBeside } from './importWriting';
import { Library } from './library';
import { sourceFiles } from './sources';
import { say, sayProblems, UsageError, type ExitStatus, type Surroundings } from './surroundings';
import { harmless, jsonDocument } from './terminal';

export interface ImportCall {
  readonly files: readonly string[];
  /** The folder the transcripts are written to; null where they are only to be looked at. */
  readonly out: string | null;
  readonly roles: ReadonlyMap<string, Role>;
  readonly join: boolean;
  readonly replace: boolean;
  readonly json: boolean;
}

/** `alliance import`: reads files of other programs, and writes them as transcripts where it is told where to. */
export async function runImport(call: ImportCall, surroundings: Surroundings): Promise<ExitStatus> {
  const { cwd, stdout } = surroundings;
  const out = call.out === null ? null : resolve(cwd, call.out);
  if (out !== null && kindOf(out) === 'file') throw new UsageError(`“${call.out}” is a file, not a folder.`);
  const library = new Library();
  const { read, not } = readAll(call, library, surroundings);
  const sessions = prepareAll(read, call.roles, call.join);
  sayUnknownRoles(call.roles, sessions, surroundings);
  sayProposals(sessions, surroundings);
  const written = out === null ? null : await writeAll(sessions, out, call.replace, surroundings);
  const results = written?.results ?? sessions.map((one) => resultOf(one, one.prepared.composed.text));
  // Sessions that were put together have lost what came beside each.
  const sources = call.join ? [] : read;
  const beside = out === null ? [] : await writeBeside(sources, written?.standing ?? [], out, surroundings);
  const excluded = [...not, ...(written?.not ?? []), ...beside];
  const shown = excluded.map(({ file, code, message }) => ({ file, code, message }));
  stdout.write(
    call.json ? jsonDocument({ results, excluded: shown }) : summary(sessions, results, out !== null),
  );
  for (const one of excluded)
    say(surroundings, `${one.file}: ${one.isSkipped ? 'skipped. ' : ''}${one.message}`);
  sayProblems(library, surroundings);
  if (!call.json) say(surroundings, countsOf(sessions, excluded, out !== null));
  if (library.problems.length > 0 || excluded.some(isBadInput)) return 2;
  return excluded.some(({ isSkipped }) => !isSkipped) || unknownRoles(call.roles, sessions).length > 0
    ? 1
    : 0;
}

interface ReadAll {
  readonly read: readonly ReadSourceFile[];
  readonly not: readonly NotImported[];
}

function readAll({ files }: ImportCall, library: Library, surroundings: Surroundings): ReadAll {
  const sources = sourceFiles(files, library, surroundings.cwd);
  const read: ReadSourceFile[] = [];
  const not: NotImported[] = [];
  for (const [index, source] of sources.entries()) {
    surroundings.progress?.(index, sources.length);
    const one = readOne(source, surroundings.cwd);
    if ('code' in one) not.push(one);
    else read.push(one);
  }
  surroundings.progress?.(sources.length, sources.length);
  return { read, not };
}

function unknownRoles(roles: ReadonlyMap<string, Role>, sessions: readonly ReadSession[]): readonly string[] {
  const known = new Set(
    sessions.flatMap(({ prepared }) =>
      prepared.speakers.flatMap(({ name, label }) => [name.toLowerCase(), label.toLowerCase()]),
    ),
  );
  return [...roles.keys()].filter((label) => !known.has(label));
}

function sayUnknownRoles(
  roles: ReadonlyMap<string, Role>,
  sessions: readonly ReadSession[],
  surroundings: Surroundings,
): void {
  for (const label of unknownRoles(roles, sessions)) {
    say(surroundings, `Nobody is called “${label}” in these files, so its “--role” has no effect.`);
  }
}

/** Who is only guessed to be therapist or client has the role “other” until somebody says so. */
function sayProposals(sessions: readonly ReadSession[], surroundings: Surroundings): void {
  const proposed = new Map(
    sessions.flatMap(({ prepared }) =>
      prepared.speakers.flatMap(({ label, role, guess }) =>
        guess.by === 'questions' && role === 'other' ? [[label, guess.role] as const] : [],
      ),
    ),
  );
  for (const [label, role] of proposed) {
    const why = role === 'therapist' ? 'who asks most questions' : 'who asks fewer questions';
    say(
      surroundings,
      `“${label}”, ${why}, is perhaps the ${role}, and has the role “other” until you say so: --role "${label}=${role}".`,
    );
  }
}

/** What came of each file, for a person. */
function summary(sessions: readonly ReadSession[], results: readonly Imported[], isWritten: boolean): string {
  const blocks = sessions.map((session, index) => {
    const { transcript } = results[index] ?? { transcript: null };
    const to = isWritten ? ` → ${transcript ?? 'not written'}` : '';
    const title = `${session.file} · ${session.format.title}${to}`;
    const parts = previewBlocks(session.prepared, plain).flatMap(({ title: head, lines }) =>
      head === null
        ? lines.map((line) => `  ${line}`)
        : [`  ${head}:`, ...lines.map((line) => `    ${line}`)],
    );
    return [title, ...parts];
  });
  return blocks.map((lines) => lines.map((line) => `${harmless(line)}\n`).join('')).join('\n');
}

function countsOf(
  sessions: readonly ReadSession[],
  excluded: readonly NotImported[],
  isWritten: boolean,
): string {
  const not = excluded.filter(({ isSkipped }) => !isSkipped).length;
  const counts = `Sessions: ${sessions.length}. Not imported: ${not}. Skipped: ${excluded.length - not}.`;
  return isWritten ? counts : `${counts} Nothing was written; “--out DIR” writes transcripts there.`;
}
