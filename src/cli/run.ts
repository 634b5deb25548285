import { basename, dirname, resolve } from 'node:path';
import { version } from '../../package.json';
import { agreementCallOf, runAgreement } from './agreementCall';
import { check } from './check';
import { exclusionLine } from './exclusions';
import { exportCallOf, runExport } from './exportCall';
import { kindOf } from './files';
import { lineOf, type Finding } from './findings';
import { isTranscriptName, type Target } from './folder';
import { commands, helpText, isCommand, type Command } from './help';
import { runImport } from './importCall';
import { Library } from './library';
import { coderOf, optionsOf, rolesOf, writingOf, type Options } from './options';
import { runReanchor } from './reanchorCall';
import { runStats } from './statsCall';
import { summary } from './summary';
import { say, sayProblems, UsageError, type ExitStatus, type Surroundings } from './surroundings';
import { jsonDocument } from './terminal';
import { computeTrajectories } from './trajectories';

/**
 * Runs one call of the command line; `args` are the words behind the program's name. Results go to `stdout`, messages to
 * `stderr`. Only `export`, `reanchor --write` and `import --out` write files.
 */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<ExitStatus> {
  try {
    return await dispatch(args, surroundings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say(surroundings, `alliance: ${error.message}`);
    return 2;
  }
}

async function dispatch(args: readonly string[], surroundings: Surroundings): Promise<ExitStatus> {
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
  const known = `The commands are ${commands.slice(0, -1).join(', ')} and ${commands.at(-1)}; “alliance help” says more.`;
  if (word === undefined) return `please say what to do. ${known}`;
  return `there is no command “${word}”. ${known}`;
}

function help(word: string | undefined, { stdout }: Surroundings): ExitStatus {
  if (word !== undefined && !isCommand(word)) throw new UsageError(whyNot(word));
  stdout.write(helpText(word ?? null));
  return 0;
}

async function runCommand(
  command: Command,
  args: readonly string[],
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const { values, positionals } = optionsOf(command, args);
  if (values.help === true) return help(command, surroundings);
  if (command === 'stats') return runStats(positionals, values, surroundings);
  if (command === 'import') return importFiles(positionals, values, surroundings);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    throw new UsageError(`“${command}” needs one PATH. See “alliance help ${command}”.`);
  }
  const target = targetOf(path, surroundings.cwd);
  const json = values.json === true;
  if (command === 'check') return runCheck(target, json, surroundings);
  if (command === 'agreement') return runAgreement(target, agreementCallOf(values), json, surroundings);
  if (command === 'reanchor') {
    const writing = writingOf(values);
    return runReanchor({ target, coder: coderOf(values.coder), writing, json }, surroundings);
  }
  if (command === 'export') return runExport(exportCallOf(target, values, surroundings.cwd), surroundings);
  return runTrajectory(target, coderOf(values.coder), json, surroundings);
}

function importFiles(
  files: readonly string[],
  { out, role, join = false, replace = false, json = false }: Options,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  if (files.length === 0) throw new UsageError('“import” needs a FILE. See “alliance help import”.');
  if (replace && out === undefined)
    throw new UsageError('“--replace” belongs to “--out”. See “alliance help import”.');
  return runImport({ files, out: out ?? null, roles: rolesOf(role), join, replace, json }, surroundings);
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
