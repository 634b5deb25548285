import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The namespace of this program's GUIDs: one made once for it. Changing it doubles what was exported before. */
const namespace = hexToBytes('5c1f3a0e8f0d4d1b9a6e2b7d94c0a1f3');

/**
 * A GUID that is always the same for the same thing, so that a second export merges with the first instead of doubling it:
 * UUID version 5 (RFC 9562, section 5.5), in capitals since some programs refuse small letters.
 */
export function guidOf(...names: readonly string[]): string {
  const name = utf8ToBytes(names.join('\t'));
  const bytes = sha1(new Uint8Array([...namespace, ...name])).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytesToHex(bytes)
    .toUpperCase()
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A GUID as programs write it: in capitals, without the braces some put around it; null where there is none. */
export function readGuid(text: string | null): string | null {
  const bare = (text ?? '').trim().replace(/^\{(.*)\}$/, '$1');
  return bare === '' ? null : bare.toUpperCase();
}

/** The source that a transcript is, by its path from the study's folder. */
export function sourceGuid(path: string): string {
  return guidOf('source', path);
}
