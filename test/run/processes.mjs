// Programs that are started, watched and ended. Built-in modules only: this runs before anything is installed.
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = resolve(fileURLToPath(new URL('../../', import.meta.url)));

/** Where downloads and throw-away state live; git ignores it. */
export const cache = join(root, '.vscode-test');

/** What went wrong in words for the person at the terminal: shown without a stack. */
export class Failure extends Error {}

/** Prints one line of progress. @param {string} line */
export const say = (line) => console.log(line);

/** Arguments as one would type them; none of them may hold a blank. @param {string} line */
export const words = (line) => line.trim().split(/\s+/);

/** The absolute path of a program, or undefined. @param {string} name */
export function which(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/** The project's tools first, so that `node` is the Node of the development dependencies once they are there. */
export const environment = () => ({
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
});

/** @type {Set<Running>} */
const running = new Set();

/** @typedef {{ child: import('node:child_process').ChildProcess, ended: Promise<number>, stop: () => Promise<void> }} Running */

/**
 * Starts a program. `group` gives it a process group of its own, so that all its children end with it.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, group?: boolean, onOutput?: (text: string) => void }} [options]
 * @returns {Running}
 */
export function start(command, args, { cwd = root, env = {}, group = false, onOutput } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...environment(), ...env },
    stdio: ['ignore', onOutput ? 'pipe' : 'inherit', onOutput ? 'pipe' : 'inherit'],
    detached: group,
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => onOutput?.(text));
  }
  const ended = new Promise((done) => {
    child.once('error', (error) => {
      onOutput?.(`${command}: ${error.message}\n`);
      done(127);
    });
    child.once('close', (code) => done(code ?? 1));
  });
  const entry = { child, ended, stop: () => end(child, ended, group) };
  running.add(entry);
  void ended.then(() => running.delete(entry));
  return entry;
}

/** Asks a program, and its group, to end and, after five seconds, makes them. */
async function end(child, ended, group) {
  const deadline = Date.now() + 5000;
  for (let there = signal(child, 'SIGTERM', group); there && Date.now() < deadline;) {
    await sleep(50);
    there = signal(child, 0, group);
  }
  signal(child, 'SIGKILL', group);
  await ended;
}

/** Sends a signal; 0 only asks. Returns whether anybody was there to receive it. */
function signal(child, name, group) {
  if (!group) return child.exitCode === null && child.signalCode === null && child.kill(name);
  try {
    return process.kill(-child.pid, name);
  } catch {
    return false;
  }
}

let stopping = false;

/** Ctrl+C, a closed terminal or `kill` end everything that was started, then this program with the given code. */
export function stopOnSignals(exitCode = 130, alsoDo = () => {}) {
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    alsoDo();
    await Promise.all([...running].map((entry) => entry.stop()));
    process.exit(exitCode);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => void stop());
}

/**
 * Runs a program to its end and keeps what it printed. After `limit` seconds it is ended: `timedOut`.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, limit?: number, onOutput?: (text: string) => void }} [options]
 */
export async function run(command, args, { limit = 600, onOutput, ...options } = {}) {
  let output = '';
  const program = start(command, args, {
    ...options,
    group: true,
    onOutput: (text) => {
      output += text;
      onOutput?.(text);
    },
  });
  let stopped;
  const clock = setTimeout(() => (stopped = program.stop()), limit * 1000);
  const code = await program.ended;
  clearTimeout(clock);
  await Promise.resolve(stopped);
  // Once everything is being ended, nothing may follow this program.
  if (stopping) await new Promise(() => {});
  return { code, output, timedOut: stopped !== undefined };
}

/**
 * One step of the set-up: says what it does, shows every ten seconds that it still does, and fails with what was printed.
 * @param {string} title
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, limit?: number }} [options]
 */
export async function step(title, command, args, options = {}) {
  say(`${title} …`);
  const began = Date.now();
  let last = '';
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  const pulse = setInterval(() => say(`  … ${seconds()}  ${last}`.trimEnd()), 10_000);
  const onOutput = (text) => {
    const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
    last = (lines.at(-1) ?? last).slice(0, 100);
  };
  const result = await run(command, args, { ...options, onOutput }).finally(() => clearInterval(pulse));
  if (result.timedOut) throw new Failure(`${title}: not finished after ${seconds()}.\n${result.output}`);
  if (result.code !== 0) throw new Failure(`${title}: failed with code ${result.code}.\n${result.output}`);
  say(`  done, ${seconds()}`);
}

/** A free port of this machine: the preferred one if nobody listens there. */
export const freePort = async (preferred) => (await listenOn(preferred)) ?? (await listenOn(0));

/** The port, if one could listen on it; 0 stands for any. */
function listenOn(port) {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(address.port));
    });
  });
}

/** The names in a folder, or none where there is no such folder. @param {string} folder */
export function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A new folder for throw-away state, removed when this process ends, or before. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-'));
  const remove = () => {
    process.off('exit', remove);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', remove);
  return { folder, remove };
}
