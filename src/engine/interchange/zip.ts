import { Inflate } from 'fflate';
import { problem, type Problem } from './problems';
import { packedBytes, zipDirectory, type ZipEntry } from './zipDirectory';

const megabyte = 1024 * 1024;

/** MB that all entries together may unpack to, and how many there may be. */
const limits = { size: 256, entries: 20_000 };

/** Bytes unpacked at a time: a falsified size is found before much came of it. */
const step = 16 * 1024;

/** Deflate makes no more of a byte. */
const mostOfByte = 1032;

/** An archive's entries, unpacked on demand and within limits. */
export class Archive {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly names: readonly string[];

  constructor(bytes: Uint8Array, entries: readonly ZipEntry[]) {
    this.#bytes = bytes;
    this.#entries = new Map(entries.map((entry) => [entry.name, entry]));
    this.names = [...this.#entries.keys()];
  }

  /** The bytes of an entry; null where there is none or it is broken. */
  entry(name: string): Uint8Array | null {
    const entry = this.#entries.get(name);
    const packed = entry ? packedBytes(this.#bytes, entry) : null;
    return entry && packed ? unpacked(packed, entry) : null;
  }

  /** Several entries in one go. */
  entries(wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
    const found = new Map<string, Uint8Array>();
    for (const name of this.names) {
      const bytes = wanted(name) ? this.entry(name) : null;
      if (bytes) found.set(name, bytes);
    }
    return found;
  }
}

/** Null where it is not of the size that the directory says. */
function unpacked(packed: Uint8Array, { method, originalSize }: ZipEntry): Uint8Array | null {
  if (method === 0) return packed.length === originalSize ? packed.slice() : null;
  if (method !== 8 || originalSize > packed.length * mostOfByte) return null;
  const out = new Uint8Array(originalSize);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    // Too much is refused by `set`, which throws.
    out.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += step) {
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
    }
  } catch {
    return null;
  }
  return length === originalSize ? out : null;
}

/** Whether these bytes begin as a ZIP archive. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** Whether these letters stand anywhere in the bytes, one byte each, or two where they are wide. */
export function holdsLetters(bytes: Uint8Array, letters: string, isWide = false): boolean {
  const width = isWide ? 2 : 1;
  const first = letters.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < letters.length && bytes[at + same * width] === letters.charCodeAt(same)) same++;
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
  const found = zipDirectory(bytes, limits.entries);
  if (!found) return problem('zip-broken');
  const outside = found.find(({ name }) => leadsOut(name));
  if (outside) return problem('zip-path', { entry: outside.name });
  const size = found.reduce((sum, { originalSize }) => sum + originalSize, 0);
  if (size > limits.size * megabyte || found.length > limits.entries) {
    return problem('zip-bomb', { size: Math.ceil(size / megabyte), limit: limits.size });
  }
  if (found.some(({ isEncrypted }) => isEncrypted)) return problem('zip-password');
  // More than there is: entries that lie in one another.
  const packed = found.reduce((sum, entry) => sum + entry.size, 0);
  return packed > bytes.length ? problem('zip-broken') : new Archive(bytes, found);
}

export function isArchive(value: Archive | Problem): value is Archive {
  return value instanceof Archive;
}

function leadsOut(name: string): boolean {
  return /^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/i.test(name);
}
