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

  constructor(fsPath: string) {
    this.fsPath = fsPath;
  }

  static file(path: string): Uri {
    return new Uri(path);
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

export const workspace = {
  textDocuments: [],
  fs: {
    stat: ({ fsPath }: Uri) => orMissing(stat(fsPath)),
    readFile: ({ fsPath }: Uri) => orMissing(readFile(fsPath)),
  },
};
