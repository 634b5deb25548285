import { promises, type OpenMode, type PathLike } from 'node:fs';

/** Node's file operations, one of which fails when a test says so: the boundary at which disks, shares and sync tools break. */

let calls: string[] = [];
let failing: number | null = null;
let code = 'EIO';

/** From now on counts the operations; the one of that number (from 0) fails, once. */
export function failAt(call: number | null, as = 'EIO'): void {
  calls = [];
  failing = call;
  code = as;
}

/** The operations since, in order. */
export function operations(): readonly string[] {
  return calls;
}

async function guarded<T>(name: string, work: () => Promise<T>): Promise<T> {
  const fails = calls.length === failing;
  calls.push(name);
  // What fails to close is closed all the same.
  if (fails && name === 'close') await work();
  if (fails) throw Object.assign(new Error(`${code}: ${name}`), { code });
  return await work();
}

export const access = (path: PathLike, mode?: number): Promise<void> =>
  guarded('access', () => promises.access(path, mode));
export const realpath = (path: PathLike): Promise<string> =>
  guarded('realpath', () => promises.realpath(path));
export const rename = (from: PathLike, to: PathLike): Promise<void> =>
  guarded('rename', () => promises.rename(from, to));
export const unlink = (path: PathLike): Promise<void> => guarded('unlink', () => promises.unlink(path));
export const readdir = (path: PathLike): Promise<string[]> =>
  guarded('readdir', () => promises.readdir(path));
export const stat = (
  path: PathLike,
): Promise<{
  readonly mode: number;
  readonly size: number;
  readonly mtimeMs: number;
  readonly birthtimeMs: number;
  readonly ino: number;
  readonly isDirectory: () => boolean;
}> => guarded('stat', () => promises.stat(path));
export const readFile = (path: PathLike, encoding?: 'utf8'): Promise<Uint8Array | string> =>
  guarded('readFile', () => promises.readFile(path, encoding));

/** The part of a file handle that is used. */
interface Handle {
  readonly chmod: (mode: number) => Promise<void>;
  readonly writeFile: (text: string, encoding: 'utf8') => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function open(path: PathLike, flags: OpenMode): Promise<Handle> {
  const handle = await guarded('open', () => promises.open(path, flags));
  return {
    chmod: (mode) => guarded('chmod', () => handle.chmod(mode)),
    // A disk that is full takes some of it.
    writeFile: (text, encoding) =>
      guarded('writeFile', () => handle.writeFile(text, encoding)).catch(async (error: unknown) => {
        await handle.writeFile(text.slice(0, text.length / 2), encoding);
        throw error;
      }),
    sync: () => guarded('sync', () => handle.sync()),
    close: () => guarded('close', () => handle.close()),
  };
}
