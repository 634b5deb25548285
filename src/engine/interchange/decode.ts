/** The decoder of the Encoding Standard is the same in Node and in browsers; the engine uses no other global of its host. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => { decode(bytes: Uint8Array): string };

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  /** Without byte order mark; CRLF and CR are line feeds. */
  readonly text: string;
  readonly encoding: Encoding;
  /** False where the encoding was concluded from the bytes: some letters could be others. */
  readonly isCertain: boolean;
  /** The text as its bytes say, for positions that were counted in it: with byte order mark and its own line ends. */
  readonly raw: string;
}

/** Bytes looked at where an encoding has to be concluded. */
const sampled = 4096;

/**
 * The text of a file: by its byte order mark; else as UTF-8 if it is that; else as UTF-16 where every other byte is zero;
 * else as Windows-1252 where nothing speaks against it. Null for what is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decoded(bytes, 'utf-8', true);
  if (a === 0xff && b === 0xfe) return decoded(bytes, 'utf-16le', true);
  if (a === 0xfe && b === 0xff) return decoded(bytes, 'utf-16be', true);
  const wide = wideEncoding(bytes);
  if (wide) return decoded(bytes, wide, false);
  if (looksBinary(bytes)) return null;
  return decoded(bytes, 'utf-8', true) ?? decoded(bytes, 'windows-1252', false);
}

function decoded(bytes: Uint8Array, encoding: Encoding, isCertain: boolean): DecodedText | null {
  try {
    const raw = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    const text = (raw.startsWith('\ufeff') ? raw.slice(1) : raw).replace(/\r\n?/g, '\n');
    return { text, encoding, isCertain, raw };
  } catch {
    return null;
  }
}

/** Text in letters of Europe, as UTF-16 without a mark: every other byte is zero. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const end = Math.min(bytes.length - (bytes.length % 2), sampled);
  let [even, odd] = [0, 0];
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const most = (end / 2) * 0.7;
  if (end < 4 || Math.min(even, odd) > 0) return null;
  if (odd > most) return 'utf-16le';
  return even > most ? 'utf-16be' : null;
}

/** Zero bytes, and more control characters than a text has (U+0015 frames times in CHAT). */
function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  const end = Math.min(bytes.length, sampled);
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 0x15) controls++;
  }
  return controls > end / 100;
}
