import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileWriter } from './writer';
import { workspaceWrite } from './workspaceWrite';

/** Held by a virus scanner, an indexer or a sync tool: it passes. */
const passing = new Set(['EBUSY', 'EPERM', 'EACCES', 'ENOTEMPTY', 'EAGAIN']);
const pauses = [10, 30, 100, 300, 1000];

/**
 * Desktop: writes a sibling, syncs it to the disk, and renames it over the target, so that a crash leaves the file as it
 * was before or after. Follows links, keeps the target's permissions, and tries again while somebody holds the file.
 */
export const atomicWrite: FileWriter = async (uri, text) => {
  if (uri.scheme !== 'file') return workspaceWrite(uri, text);
  const target = await targetOf(uri.fsPath);
  await refuseReadOnly(target);
  const sibling = join(
    dirname(target),
    `.${basename(target)}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`,
  );
  try {
    await writeSynced(sibling, text, await modeOf(target));
    await renameOver(sibling, target);
  } catch (error) {
    await unlink(sibling).catch(() => undefined);
    throw error;
  }
};

async function targetOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch {
    return path;
  }
}

/** A rename would replace a file that is marked read-only without asking; the mark is somebody's wish. */
async function refuseReadOnly(path: string): Promise<void> {
  try {
    await access(path, constants.W_OK);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

async function modeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode;
  } catch {
    return undefined;
  }
}

async function writeSynced(path: string, text: string, mode: number | undefined): Promise<void> {
  const file = await open(path, 'wx');
  try {
    if (mode !== undefined) await file.chmod(mode & 0o7777);
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

async function renameOver(from: string, to: string): Promise<void> {
  for (const pause of pauses) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!passing.has(codeOf(error))) throw error;
      await new Promise((done) => setTimeout(done, pause));
    }
  }
  await rename(from, to);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
