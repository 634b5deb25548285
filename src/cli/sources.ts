import { readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { largestSource, readSource, type ReadSource } from '../engine/interchange/formats';
import { refused } from '../engine/interchange/imported';
import { problem } from '../engine/interchange/problems';
import {
  annotationFileEnding,
  codebookName,
  entriesOf,
  kindOf,
  studyName,
  transcriptEnding,
  Unreadable,
} from './files';
import { foldersBelow } from './folder';
import type { Library } from './library';
import { UsageError } from './surroundings';

/** A file to be imported. */
export interface SourceFile {
  readonly path: string;
  /** Where its transcripts go below the folder they are written to: a folder is imported with those below it. */
  readonly below: string;
  /** Named in the call, not only found in a folder: then it must be of a format that can be read. */
  readonly isNamed: boolean;
}

/** The files that the words of a call mean: files, folders with all below them, and patterns that no shell has resolved. */
export function sourceFiles(words: readonly string[], library: Library, cwd: string): readonly SourceFile[] {
  const files = words.flatMap((word) => filesMeant(word, library, cwd));
  return [...new Map(files.toReversed().map((file) => [file.path, file])).values()].toReversed();
}

function filesMeant(word: string, library: Library, cwd: string): readonly SourceFile[] {
  const path = resolve(cwd, word);
  const kind = kindOf(path);
  if (kind === 'file') return [named(path)];
  if (kind === 'folder') return filesBelow(path, library).filter(({ path: each }) => !isOurs(each));
  if (!/[*?]/.test(word)) throw new UsageError(`there is no file or folder “${word}”.`);
  const found = filesOfPattern(path, library);
  if (found.length === 0) throw new UsageError(`there is no file of the pattern “${word}”.`);
  return found.map(named);
}

function named(path: string): SourceFile {
  return { path, below: '', isNamed: true };
}

function filesBelow(top: string, library: Library): readonly SourceFile[] {
  return foldersBelow(top, library).flatMap((folder) =>
    (library.attempt(() => entriesOf(folder))?.files ?? [])
      .filter((name) => !name.startsWith('.'))
      .map((name) => ({ path: join(folder, name), below: relative(top, folder), isNamed: false })),
  );
}

/** What is made by us is not imported with the folder it lies in. */
function isOurs(path: string): boolean {
  const name = basename(path);
  return (
    name.endsWith(transcriptEnding) ||
    name.endsWith(annotationFileEnding) ||
    name === codebookName ||
    name === studyName
  );
}

/** `*` and `?` within a name, `**` for any folders. */
function filesOfPattern(pattern: string, library: Library): readonly string[] {
  const parts = pattern.split(sep);
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => /[*?]/.test(part)),
  );
  const top = fixed.join(sep) || sep;
  if (kindOf(top) !== 'folder') return [];
  const rest = parts.slice(fixed.length).map(partPattern).join('');
  const matching = new RegExp(`^${rest.replace(/\/$/, '')}$`, 'u');
  return filesBelow(top, library)
    .map(({ path }) => path)
    .filter((path) => matching.test(relative(top, path).split(sep).join('/')));
}

function partPattern(part: string): string {
  if (part === '**') return '(?:[^/]+/)*';
  const escaped = part.replace(/[\\^$.+()[\]{}|/]/g, '\\$&');
  return `${escaped.replaceAll('*', '[^/]*').replaceAll('?', '[^/]')}/`;
}

/** Reads a file by what is in it; one above the limit is not even opened. Throws `Unreadable`. */
export function readSourceFile(path: string): ReadSource {
  try {
    const size = Math.ceil(statSync(path).size / 1024 / 1024);
    if (size > largestSource) {
      return { format: null, reading: refused(problem('too-large', { size, limit: largestSource })) };
    }
    return readSource({ name: basename(path), bytes: readFileSync(path) });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Unreadable(path, error);
  }
}
