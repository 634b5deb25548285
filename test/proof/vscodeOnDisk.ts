import { promises } from 'node:fs';
import { join } from 'node:path';
import { readFile, stat } from './files';

/** What the store asks of VS Code to read a file, on Node's own files: for tests in plain Node of what is written in a crash. */

export class FileSystemError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }

  static FileNotFound(): FileSystemError {
    return new FileSystemError('FileNotFound');
  }

  static Unavailable(): FileSystemError {
    return new FileSystemError('Unavailable');
  }
}

export class Uri {
  readonly scheme = 'file';
  readonly fsPath: string;
  readonly path: string;

  constructor(fsPath: string) {
    this.fsPath = fsPath;
    this.path = fsPath;
  }

  static file(path: string): Uri {
    return new Uri(path);
  }

  static joinPath({ path }: Uri, ...names: string[]): Uri {
    return new Uri(join(path, ...names));
  }

  toString(): string {
    return `file://${this.fsPath}`;
  }
}

async function orMissing<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw FileSystemError.FileNotFound();
    throw error;
  }
}

export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };

export const workspace = {
  textDocuments: [],
  getWorkspaceFolder: () => undefined,
  fs: {
    stat: async ({ fsPath }: Uri) => {
      const found = await orMissing(stat(fsPath));
      return {
        type: found.isDirectory() ? FileType.Directory : FileType.File,
        mtime: Math.floor(found.mtimeMs),
        ctime: Math.floor(found.birthtimeMs),
        size: found.size,
      };
    },
    readFile: ({ fsPath }: Uri) => orMissing(readFile(fsPath)),
    readDirectory: async ({ fsPath }: Uri) => {
      const found = await promises.readdir(fsPath, { withFileTypes: true });
      return found.map((one) => [one.name, one.isDirectory() ? FileType.Directory : FileType.File]);
    },
    writeFile: ({ fsPath }: Uri, bytes: Uint8Array) => promises.writeFile(fsPath, bytes),
    createDirectory: ({ fsPath }: Uri) => promises.mkdir(fsPath, { recursive: true }),
    rename: (from: Uri, to: Uri) => promises.rename(from.fsPath, to.fsPath),
  },
};
