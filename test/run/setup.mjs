// What a bare clone lacks: the dependencies, Debian packages, one set-up at a time. Built-in modules only.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cache, Failure, root, say, step, which } from './processes.mjs';

/**
 * Installs the dependencies exactly as locked, if they are missing or others. Not by `npm ci`: some packages bring binaries for other
 * systems that not every registry carries, so they are not in the lock file, and `npm ci` then refuses what it would never install.
 */
export async function ensureDependencies() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Failure(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  }
  await alone('dependencies', async () => {
    if (!dependenciesAreCurrent()) {
      await step('Installing the dependencies (npm install)', 'npm', [
        'install',
        '--no-save',
        '--loglevel=error',
      ]);
    }
  });
}

/** Whether every package of the lock file is installed in its locked version (optional ones may be absent). */
function dependenciesAreCurrent() {
  const locked = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  const current = Object.entries(locked ?? {}).every(([path, { version, optional }]) => {
    const there = installed?.[path]?.version;
    return path === '' || there === version || (optional && there === undefined);
  });
  return current && existsSync(nodeOfTheProject());
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** The Node of the development dependencies, newer than the one that may be installed. */
export const nodeOfTheProject = () => join(root, 'node_modules', 'node', 'bin', 'node');

/**
 * Installs the Debian packages that bring the missing programs, or says which to install.
 * @param {Record<string, string>} packages program → Debian package
 */
export async function ensurePrograms(packages) {
  const missing = Object.keys(packages).filter((program) => which(program) === undefined);
  if (missing.length === 0) return;
  const names = [...new Set(missing.map((program) => packages[program]))];
  if (process.getuid?.() !== 0 || which('apt-get') === undefined) {
    throw new Failure(
      `Missing: ${missing.join(', ')}. Please install ${names.join(', ')}` +
        ` (on Debian and Ubuntu: sudo apt-get install ${names.join(' ')}) and start again.`,
    );
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-o', 'DPkg::Lock::Timeout=300'];
  await step('Updating the list of Debian packages (apt-get update)', 'apt-get', ['update', ...options], {
    env,
  });
  const install = ['install', '--yes', '--no-install-recommends', ...options, ...names];
  await step(`Installing ${names.join(', ')} (apt-get install)`, 'apt-get', install, { env });
}

/**
 * Does some work while no other process of this project does the same: two `npm start` may run at once.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(name, work) {
  mkdirSync(cache, { recursive: true });
  const lock = join(cache, `${name}.lock`);
  for (let tries = 0; !taken(lock); tries++) {
    if (tries === 0) say(`Waiting for another process that prepares ${name} …`);
    await sleep(1000);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Takes the lock, also one left behind by a process that is no more. */
function taken(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isHeld(lock)) return false;
    rmSync(lock, { force: true });
    return taken(lock);
  }
}

/** Whether its process still runs; after twenty minutes the number will be another process's. */
function isHeld(lock) {
  try {
    if (Date.now() - statSync(lock).mtimeMs > 20 * 60_000) return false;
    return process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}
