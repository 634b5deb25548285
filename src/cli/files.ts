import { readdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fault, type Fault } from '../engine/faults';
import { range } from '../engine/position';

/** What our files are called. The keys inside decide; the names tell where to look. */
export const annotationFileEnding = '.alliance.yaml';
export const codebookName = 'alliance.codebook.yaml';
export const studyName = 'alliance.study.yaml';
export const transcriptEnding = '.transcript';

/** In MB; larger files are refused by their size. */
const largest = 64;

const megabyte = 1024 * 1024;

/** Folders looked through on the way up from a transcript, its own included. */
const mostLevels = 12;

/** A file's text without byte order mark, or why there is none. */
export interface Reading {
  readonly text: string | null;
  readonly faults: readonly Fault[];
}

/** What the file system refused to give: said on stderr, and bad input. */
export class Unreadable extends Error {
  readonly path: string;

  constructor(path: string, error: unknown) {
    super(refusalOf(error));
    this.path = path;
  }
}

/** Reads a file as UTF-8; one above 64 MB is not even opened. Throws `Unreadable`. */
export function readText(path: string): Reading {
  const top = range(0, 0, 0, 0);
  const refused = (found: Fault): Reading => ({ text: null, faults: [found] });
  const bytes = guarded(path, () => {
    const { size } = statSync(path);
    return size > largest * megabyte ? Math.ceil(size / megabyte) : readFileSync(path);
  });
  if (typeof bytes === 'number') return refused(fault('too-large', top, { size: bytes, limit: largest }));
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), faults: [] };
  } catch {
    return refused(fault('not-utf8', top));
  }
}

/** What stands at a path; null for nothing, a device or a pipe. */
export function kindOf(path: string): 'file' | 'folder' | null {
  try {
    return kindOfStats(statSync(path));
  } catch {
    return null;
  }
}

export interface FolderEntries {
  /** Links are followed. */
  readonly files: readonly string[];
  /** No links, since they may lead in a circle. */
  readonly folders: readonly string[];
}

/** Names in a folder, sorted by their code units, so that nothing depends on the file system's order. Throws `Unreadable`. */
export function entriesOf(folder: string): FolderEntries {
  const entries = guarded(folder, () => readdirSync(folder, { withFileTypes: true }));
  const isFile = (name: string): boolean => kindOf(join(folder, name)) === 'file';
  return {
    files: entries
      .filter((entry) => entry.isFile() || (entry.isSymbolicLink() && isFile(entry.name)))
      .map(({ name }) => name)
      .sort(),
    folders: entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort(),
  };
}

/** The file of this name in the folder or the nearest one above, as the editor finds it for a file outside any workspace. */
export function nearestAbove(folder: string, name: string): string | null {
  let here = folder;
  for (let level = 0; level < mostLevels; level++) {
    const candidate = join(here, name);
    if (kindOf(candidate) === 'file') return candidate;
    const above = dirname(here);
    if (above === here) return null;
    here = above;
  }
  return null;
}

/** A path as it is printed: from the working directory, with `/`. */
export function shownPath(cwd: string, path: string): string {
  const shown = relative(cwd, path).split(sep).join('/');
  return shown === '' ? '.' : shown;
}

/** The folder's own name; empty for the root. */
export function folderName(folder: string): string {
  return basename(folder);
}

function kindOfStats(stats: Stats): 'file' | 'folder' | null {
  if (stats.isDirectory()) return 'folder';
  return stats.isFile() ? 'file' : null;
}

function guarded<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new Unreadable(path, error);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'there is no permission',
  EPERM: 'there is no permission',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  ENOENT: 'it is not there',
  ELOOP: 'its links lead in a circle',
  EBUSY: 'another program holds it',
};

/** Why the file system refused something, as the end of a sentence. */
export function refusalOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'an unknown error';
  return reasons[code] ?? `the system says ${code}`;
}
