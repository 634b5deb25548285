import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Turn } from '../transcript/types';

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** SHA-256 of a text as UTF-8, in small hexadecimal digits. */
export function sha256Of(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** What `text.sha256` holds: SHA-256 of a transcript as UTF-8 without byte order mark, CRLF and CR as LF. */
export function textHash(text: string): string {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  return sha256Of(body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body);
}

/** Six base64url characters: the first 36 bits of SHA-256 of role, tab and text of a turn. */
export function fingerprint(role: string, text: string): string {
  const bytes = sha256(utf8ToBytes(`${role}\t${text}`));
  const byte = (at: number): number => bytes[at] ?? 0;
  // 36 bits are four bytes and a half: three groups of twelve.
  const groups = [
    (byte(0) << 4) | (byte(1) >> 4),
    ((byte(1) & 15) << 8) | byte(2),
    (byte(3) << 4) | (byte(4) >> 4),
  ];
  return groups.map((bits) => base64url.charAt(bits >> 6) + base64url.charAt(bits & 63)).join('');
}

/** What `text.turns` holds: the fingerprints of all turns, in order, joined. */
export function fingerprints(turns: readonly Pick<Turn, 'role' | 'text'>[]): string {
  return turns.map((turn) => fingerprint(turn.role, turn.text)).join('');
}
