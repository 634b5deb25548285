import { unzipSync, type UnzipFileInfo } from 'fflate';
import { problem, type Problem } from './problems';

const megabyte = 1024 * 1024;

/** MB that all entries together may unpack to, and how many there may be. */
const limits = { size: 256, entries: 20_000 };

/** An archive's entries, unpacked on demand and within limits. */
export class Archive {
  readonly #bytes: Uint8Array;
  readonly names: readonly string[];

  constructor(bytes: Uint8Array, names: readonly string[]) {
    this.#bytes = bytes;
    this.names = names;
  }

  /** The bytes of an entry; null where there is none or it is broken. */
  entry(name: string): Uint8Array | null {
    return this.entries((each) => each === name).get(name) ?? null;
  }

  /** Several entries in one go. */
  entries(wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
    try {
      return new Map(Object.entries(unzipSync(this.#bytes, { filter: ({ name }) => wanted(name) })));
    } catch {
      return new Map();
    }
  }
}

/** Whether these bytes begin as a ZIP archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Whether these letters stand anywhere in the bytes, one byte each, or two where they are wide. */
export function holdsLetters(bytes: Uint8Array, letters: string, isWide = false): boolean {
  const step = isWide ? 2 : 1;
  const first = letters.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < letters.length && bytes[at + same * step] === letters.charCodeAt(same)) same++;
    if (same === letters.length) return true;
  }
  return false;
}

/** A file of Microsoft's older container, which is also what a document with a password is kept in. */
export function isOle(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);
}

/**
 * Opens an archive: its directory is read, and sizes, names and passwords are looked at before anything is unpacked.
 */
export function openArchive(bytes: Uint8Array): Archive | Problem {
  const found: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, { filter: (info) => found.push(info) < 0 });
  } catch {
    return problem('zip-broken');
  }
  const outside = found.find(({ name }) => leadsOut(name));
  if (outside) return problem('zip-path', { entry: outside.name });
  const size = found.reduce((sum, { originalSize }) => sum + originalSize, 0);
  if (size > limits.size * megabyte || found.length > limits.entries) {
    return problem('zip-bomb', { size: Math.ceil(size / megabyte), limit: limits.size });
  }
  if (isEncrypted(bytes)) return problem('zip-password');
  return new Archive(
    bytes,
    found.map(({ name }) => name),
  );
}

export function isArchive(value: Archive | Problem): value is Archive {
  return value instanceof Archive;
}

function leadsOut(name: string): boolean {
  return /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/i.test(name);
}

/** Bit 0 of the general flags of the first entry. */
function isEncrypted(bytes: Uint8Array): boolean {
  return bytes[2] === 3 && ((bytes[6] ?? 0) & 1) === 1;
}
