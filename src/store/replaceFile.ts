import { constants } from 'node:fs';
import { access, open, readFile, realpath, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Held by a virus scanner, an indexer or a sync tool: it passes. */
const passing = new Set(['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY', 'EAGAIN']);
const pauses = [10, 30, 100, 300, 1000];

/** A sibling that nobody writes to for so long was left by a crash. */
const abandonedAfter = 5000;
const longestWait = 20_000;

/**
 * Writes a sibling, syncs it to the disk, and renames it over the target, so that a crash leaves the file as it was before
 * or after. The sibling's name is the same for everybody: who made it writes, the others wait, and so no window writes over
 * what another wrote between reading and writing. Follows links, keeps the target's permissions, and tries again while
 * somebody holds the file. With `seen`, false where the file is another by now.
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
  seen?: string | null,
): Promise<boolean> {
  const bytes = Buffer.from(content);
  const target = await targetOf(path);
  await refuseReadOnly(target);
  const sibling = join(dirname(target), `.${basename(target)}.tmp`);
  const mode = await modeOf(target);
  const file = await claim(sibling);
  try {
    let isSeen = true;
    await fill(file, mode, async () => {
      isSeen = seen === undefined || (await textOf(target)) === seen;
      return isSeen ? bytes : Buffer.alloc(0);
    });
    // Taken for abandoned, since this machine slept: another window's text stands there now, and is not ours to move.
    if (isSeen && (await ifThere(readFile(sibling)))?.equals(bytes) !== true) throw held();
    if (isSeen) await renameOver(sibling, target);
    else await unlink(sibling);
    return isSeen;
  } catch (error) {
    await unlink(sibling).catch(() => undefined);
    throw error;
  }
}

async function targetOf(path: string): Promise<string> {
  return (await ifThere(realpath(path))) ?? path;
}

/** Null where there is no such file. Any other fault counts: a link or a permission that cannot be read must not be lost. */
async function ifThere<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** A rename would replace a file that is marked read-only without asking; the mark is somebody's wish. */
async function refuseReadOnly(path: string): Promise<void> {
  await ifThere(access(path, constants.W_OK));
}

async function modeOf(path: string): Promise<number | undefined> {
  return (await ifThere(stat(path)))?.mode;
}

function textOf(path: string): Promise<string | null> {
  return ifThere(readFile(path, 'utf8'));
}

/** Makes the sibling; waits while another window has it. How old it is, is seen by our own clock: a server's may differ. */
async function claim(sibling: string): Promise<FileHandle> {
  let known = '';
  const begun = Date.now();
  let since = begun;
  for (;;) {
    try {
      return await open(sibling, 'wx');
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const now = await traceOf(sibling);
    if (now !== known) [known, since] = [now, Date.now()];
    else if (Date.now() - since > abandonedAfter) await unlink(sibling).catch(() => undefined);
    if (Date.now() - begun > longestWait) throw held();
    await pause(20);
  }
}

async function traceOf(path: string): Promise<string> {
  try {
    const { ino, mtimeMs, size } = await stat(path);
    return [ino, mtimeMs, size].join(' ');
  } catch {
    return '';
  }
}

function held(): Error {
  return Object.assign(new Error('held'), { code: 'EBUSY' });
}

async function fill(file: FileHandle, mode: number | undefined, bytes: () => Promise<Buffer>): Promise<void> {
  try {
    if (mode !== undefined) await file.chmod(mode & 0o7777);
    await file.writeFile(await bytes());
    await file.sync();
  } finally {
    await file.close();
  }
}

async function renameOver(from: string, to: string): Promise<void> {
  for (const wait of [...pauses, null]) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (wait === null || !passing.has(codeOf(error))) throw error;
      await pause(wait);
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
