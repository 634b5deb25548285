import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Role } from '../engine/transcript/types';
import { replaceFile } from '../store/replaceFile';
import { plain } from '../words/faults';
import { previewBlocks } from '../words/importing';
import { kindOf, readText, refusalOf, shownPath, Unreadable } from './files';
import {
  isBadInput,
  readSessions,
  resultOf,
  type Imported,
  type NotImported,
  prepareAll,
  type ReadSession,
  type SourceSession,
} from './importing';
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
  const { sessions, not } = readAll(call, library, surroundings);
  sayUnknownRoles(call.roles, sessions, surroundings);
  sayProposals(sessions, surroundings);
  const written = out === null ? null : await writeAll(sessions, out, call.replace, surroundings);
  const results = written?.results ?? sessions.map((one) => resultOf(one, one.prepared.composed.text));
  const excluded = [...not, ...(written?.not ?? [])];
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
  readonly sessions: readonly ReadSession[];
  readonly not: readonly NotImported[];
}

function readAll(
  { files, roles, join: asOne }: ImportCall,
  library: Library,
  surroundings: Surroundings,
): ReadAll {
  const sources = sourceFiles(files, library, surroundings.cwd);
  const sessions: SourceSession[] = [];
  const not: NotImported[] = [];
  for (const [index, source] of sources.entries()) {
    surroundings.progress?.(index, sources.length);
    const read = readSessions(source, surroundings.cwd);
    if ('code' in read) not.push(read);
    else sessions.push(...read);
  }
  surroundings.progress?.(sources.length, sources.length);
  return { sessions: prepareAll(sessions, roles, asOne), not };
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

async function writeAll(
  sessions: readonly ReadSession[],
  out: string,
  replace: boolean,
  surroundings: Surroundings,
): Promise<{ readonly results: readonly Imported[]; readonly not: readonly NotImported[] }> {
  const results: Imported[] = [];
  const not: NotImported[] = [];
  // What is imported is never written over.
  const taken = new Map(sessions.map(({ source, file }) => [source.path.toLowerCase(), file]));
  for (const session of sessions) {
    const path = join(out, session.name);
    const shown = shownPath(surroundings.cwd, path);
    const before = taken.get(path.toLowerCase());
    taken.set(path.toLowerCase(), session.file);
    const outcome = before === undefined ? await write(path, session, replace) : 'same-name';
    const isThere = outcome === 'written' || outcome === 'unchanged';
    results.push(resultOf(session, isThere ? shown : null));
    if (outcome === 'unchanged') say(surroundings, `${shown}: there already, with the same text; unchanged.`);
    if (!isThere) not.push(notWritten(session.file, shown, outcome, before));
  }
  return { results, not };
}

type Outcome = 'written' | 'unchanged' | 'exists' | 'same-name' | { readonly failed: string };

/** A transcript that is there is left alone, unless it is to be replaced; never one that somebody changes meanwhile. */
async function write(path: string, { prepared }: ReadSession, replace: boolean): Promise<Outcome> {
  const { text } = prepared.composed;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const there = kindOf(path) === null ? null : readText(path).text;
    if (there === text) return 'unchanged';
    if (kindOf(path) !== null && (!replace || there === null)) return 'exists';
    return (await replaceFile(path, text, there)) ? 'written' : 'exists';
  } catch (error) {
    return { failed: error instanceof Unreadable ? error.message : refusalOf(error) };
  }
}

function notWritten(
  file: string,
  path: string,
  outcome: Exclude<Outcome, 'written' | 'unchanged'>,
  before: string | undefined,
): NotImported {
  const not = { file, isSkipped: false };
  if (typeof outcome === 'object') {
    return { ...not, code: 'not-written', message: `${path} could not be written: ${outcome.failed}.` };
  }
  const message =
    outcome === 'exists'
      ? `${path} is there already with another text, so it was left as it is. “--replace” writes over it.`
      : `${path} is ${before ?? ''} itself, or was made of it just now, so this was not written. Please rename one of the two files.`;
  return { ...not, code: outcome, message };
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
