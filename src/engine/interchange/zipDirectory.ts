import { strFromU8 } from 'fflate';

/** An entry as the directory of its archive describes it; none of it is to be trusted. */
export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0: stored; 8: deflated. */
  readonly method: number;
  /** Bytes in the archive, and unpacked. */
  readonly size: number;
  readonly originalSize: number;
  /** Of its own header. */
  readonly offset: number;
}

const signatures = { end: 0x06054b50, entry: 0x02014b50, header: 0x04034b50 };

/** The end's record is 22 bytes and a comment of at most 65,535. */
const longestEnd = 22 + 0xffff;

/**
 * The directory of a ZIP archive (APPNOTE.TXT 4.3), at most `limit` entries and one. fflate reads one, too, but tells neither
 * passwords nor where entries lie, without which overlapping ones cannot be told. Null where it is broken. The sizes of
 * ZIP64 are read as far as files of 64 MB have them: within an entry.
 */
export function zipDirectory(bytes: Uint8Array, limit: number): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  const count = Math.min(view.getUint16(end + 10, true), limit + 1);
  let at = view.getUint32(end + 16, true);
  while (entries.length < count) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== signatures.entry) return null;
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const next = at + 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    if (next > bytes.length) return null;
    entries.push(entryAt(view, at));
    at = next;
  }
  return entries;
}

function endRecord(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - longestEnd);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === signatures.end) return at;
  }
  return null;
}

function entryAt(view: DataView, at: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
  const extra = { from: at + 46 + nameLength, length: view.getUint16(at + 30, true) };
  const [originalSize, size, offset] = longSizes(
    view,
    [24, 20, 42].map((field) => view.getUint32(at + field, true)),
    extra,
  );
  return {
    name: strFromU8(name, (flags & 0x800) === 0),
    isEncrypted: (flags & 1) === 1,
    method: view.getUint16(at + 10, true),
    size: size ?? 0,
    originalSize: originalSize ?? 0,
    offset: offset ?? 0,
  };
}

/** Where a size is all ones, its true one stands in the extra field 1, in this order. */
function longSizes(
  view: DataView,
  sizes: readonly number[],
  { from, length }: { readonly from: number; readonly length: number },
): number[] {
  const end = from + length;
  let at = from;
  while (at + 4 <= end && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
  let field = at + 4;
  return sizes.map((size) => {
    if (size !== 0xffffffff || field + 8 > end) return size;
    field += 8;
    return Number(view.getBigUint64(field - 8, true));
  });
}

/** The bytes of an entry as they lie in the archive; null where they do not. */
export function packedBytes(bytes: Uint8Array, { offset, size }: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== signatures.header) return null;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + size > bytes.length ? null : bytes.subarray(start, start + size);
}
