import { inflateRawSync } from 'node:zlib';

/** As much of the zip format as a package needs: no encryption, no zip64, stored or deflated. */

const endMark = 0x06054b50;
const entryMark = 0x02014b50;

/**
 * The files of an archive by name.
 * @throws Error where it is no such archive
 */
export function unzip(archive: Buffer): ReadonlyMap<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from(new Uint32Array([endMark]).buffer));
  if (end < 0) throw new Error('no zip archive');
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== entryMark) throw new Error('a damaged zip archive');
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const endOfName = at + 46 + (name ?? 0);
    files.set(archive.toString('utf8', at + 46, endOfName), contentOf(archive, at));
    at = endOfName + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

/** The content of the entry that the directory describes at this place. */
function contentOf(archive: Buffer, at: number): Buffer {
  const method = archive.readUInt16LE(at + 10);
  const size = archive.readUInt32LE(at + 20);
  const local = archive.readUInt32LE(at + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const data = archive.subarray(start, start + size);
  return method === 0 ? data : inflateRawSync(data);
}
