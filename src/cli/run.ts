import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { version } from '../../package.json';
import { check } from './check';
import { kindOf, shownPath } from './files';
import type { Finding } from './findings';
import { isTranscriptName, type Target } from './folder';
import { commands, helpText, isCommand, laterCommands, type Command } from './help';
import { Library } from './library';
import { summary } from './summary';
import { harmless, jsonDocument } from './terminal';
import { computeTrajectories, type Exclusion, type ExclusionReason } from './trajectories';

/** Where a call is made from, and where its words go. */
export interface Surroundings {
  /** The working directory, absolute. */
  readonly cwd: string;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** 0 fine, 1 findings, 2 bad input or usage. */
export type ExitStatus = 0 | 1 | 2;

/** A call that makes no sense, or is about nothing; the message is for the person who made it. */
class UsageError extends Error {}

/**
 * Runs one call of the command line; `args` are the words behind the program's name. Results go to `stdout`, messages to
 * `stderr`. Only reads files.
 */
export function run(args: readonly string[], surroundings: Surroundings): ExitStatus {
  try {
    return dispatch(args, surroundings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say(surroundings, `alliance: ${error.message}`);
    return 2;
  }
}

function dispatch(args: readonly string[], surroundings: Surroundings): ExitStatus {
  const [word, ...rest] = args;
  if (isCommand(word)) return runCommand(word, rest, surroundings);
  if (word === 'help' || word === '--help' || word === '-h') return help(rest[0], surroundings);
  if (word === '--version' || word === '-v') {
    surroundings.stdout.write(`${version}\n`);
    return 0;
  }
  throw new UsageError(whyNot(word));
}

function whyNot(word: string | undefined): string {
  const known = `The commands are ${commands.join(' and ')}; “alliance help” says more.`;
  if (word === undefined) return `please say what to do. ${known}`;
  if (laterCommands.includes(word)) return `“${word}” is not part of this version yet. ${known}`;
  return `there is no command “${word}”. ${known}`;
}

function help(word: string | undefined, { stdout }: Surroundings): ExitStatus {
  if (word !== undefined && !isCommand(word)) throw new UsageError(whyNot(word));
  stdout.write(helpText(word ?? null));
  return 0;
}

function runCommand(command: Command, args: readonly string[], surroundings: Surroundings): ExitStatus {
  const { values, positionals } = optionsOf(command, args);
  if (values.help === true) return help(command, surroundings);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    throw new UsageError(`“${command}” needs one PATH. See “alliance help ${command}”.`);
  }
  const target = targetOf(path, surroundings.cwd);
  const json = values.json === true;
  if (command === 'check') return runCheck(target, json, surroundings);
  return runTrajectory(target, coderOf(values.coder), json, surroundings);
}

interface Options {
  readonly json?: boolean | undefined;
  readonly help?: boolean | undefined;
  readonly coder?: string | undefined;
}

function optionsOf(
  command: Command,
  args: readonly string[],
): { readonly values: Options; readonly positionals: readonly string[] } {
  const shared = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  const given = { args: [...args], allowPositionals: true };
  try {
    return command === 'trajectory'
      ? parseArgs({ ...given, options: { ...shared, coder: { type: 'string' } } })
      : parseArgs({ ...given, options: shared });
  } catch (error) {
    // The rest of Node's message is advice on quoting.
    const said = error instanceof Error ? (error.message.split('. ')[0] ?? '') : '';
    throw new UsageError(`${said}. See “alliance help ${command}”.`);
  }
}

function coderOf(coder: string | undefined): string | null {
  if (coder === undefined) return null;
  if (/^[a-z0-9][a-z0-9_-]{0,31}$/.test(coder)) return coder;
  throw new UsageError(`“${coder}” is no coder’s id: small letters, digits, - and _, at most 32.`);
}

function targetOf(path: string, cwd: string): Target {
  const whole = resolve(cwd, path);
  const kind = kindOf(whole);
  if (kind === 'folder') return { folder: whole, transcript: null };
  if (kind === null) throw new UsageError(`there is no transcript or folder “${path}”.`);
  const name = basename(whole);
  if (isTranscriptName(name)) return { folder: dirname(whole), transcript: name };
  throw new UsageError(
    `“${path}” is no transcript (NAME.transcript). To look at other files, name their folder.`,
  );
}

function runCheck(target: Target, json: boolean, surroundings: Surroundings): ExitStatus {
  const library = new Library();
  const { results, files } = check(target, library, surroundings.cwd);
  if (json) surroundings.stdout.write(jsonDocument({ results }));
  else {
    for (const result of results) surroundings.stdout.write(`${lineOf(result)}\n`);
    say(surroundings, countsOf(results, files));
  }
  sayProblems(library, surroundings);
  if (library.problems.length > 0) return 2;
  return results.some(({ severity }) => severity === 'error') ? 1 : 0;
}

function countsOf(results: readonly Finding[], files: number): string {
  const severities = ['error', 'warning', 'info'] as const;
  const counts = severities.map((one) => results.filter(({ severity }) => severity === one).length);
  const [errors, warnings, infos] = counts;
  return `Files checked: ${files}. Errors: ${errors}. Warnings: ${warnings}. Infos: ${infos}.`;
}

function runTrajectory(
  target: Target,
  coder: string | null,
  json: boolean,
  surroundings: Surroundings,
): ExitStatus {
  const library = new Library();
  const { document, errors } = computeTrajectories(target, coder, library, surroundings.cwd);
  const { results, cases, excluded } = document;
  surroundings.stdout.write(json ? jsonDocument({ results, cases, excluded }) : summary(document));
  for (const error of errors) say(surroundings, lineOf(error));
  for (const one of excluded) say(surroundings, exclusionLine(one));
  sayProblems(library, surroundings);
  if (results.length === 0 && excluded.length === 0) {
    say(surroundings, coder === null ? 'Nobody has coded a session here.' : `“${coder}” has no file here.`);
    // A name that nobody has is a mistake more often than somebody who has not begun.
    if (coder !== null) return 2;
  }
  if (library.problems.length > 0 || excluded.some(({ reason }) => reason.startsWith('unreadable'))) return 2;
  return excluded.length > 0 || errors.length > 0 ? 1 : 0;
}

const exclusionWords: Readonly<Record<ExclusionReason, string>> = {
  'text-changed':
    'left out, since its transcript has changed since it was coded. Open the transcript, and confirm or place its annotations again.',
  'duplicate-file':
    'left out, since there is another file of this coder for this transcript. Please keep one.',
  'other-transcript': 'left out, since the transcript it names is not in its folder.',
  'unreadable-annotations': 'left out, since it cannot be read. “alliance check” says why.',
  'unreadable-transcript': 'left out, since this transcript cannot be read. “alliance check” says why.',
  'unreadable-codebook': 'left out, since the codebook above it cannot be read. “alliance check” says why.',
  'unreadable-study': 'left out, since the study file above it cannot be read. “alliance check” says why.',
};

function exclusionLine({ file, reason }: Exclusion): string {
  return `${file}: ${exclusionWords[reason]}`;
}

function lineOf({ file, line, column, severity, code, message }: Finding): string {
  return harmless(`${file}:${line}:${column} ${severity} ${code} ${message}`);
}

function sayProblems(library: Library, surroundings: Surroundings): void {
  for (const { path, message } of library.problems) {
    say(surroundings, `${shownPath(surroundings.cwd, path)} cannot be read: ${message}.`);
  }
}

function say({ stderr }: Surroundings, message: string): void {
  stderr.write(`${harmless(message)}\n`);
}
