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

/** The letters of Windows-1252 from 0x80 on; the five it leaves open stand for themselves. */
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

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
  return decoded(bytes, 'utf-8', true) ?? cutUtf8(bytes) ?? decoded(bytes, 'windows-1252', false);
}

function decoded(bytes: Uint8Array, encoding: Encoding, isCertain: boolean): DecodedText | null {
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be';
  if (isWide && bytes.length % 2 === 1) return cut(decoded(bytes.subarray(0, -1), encoding, isCertain));
  try {
    const letters = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return decodedText(encoding === 'windows-1252' ? withSigns(letters) : letters, encoding, isCertain);
  } catch {
    return null;
  }
}

function decodedText(raw: string, encoding: Encoding, isCertain: boolean): DecodedText {
  const text = (raw.startsWith('\ufeff') ? raw.slice(1) : raw).replace(/\r\n?/g, '\n');
  return { text, encoding, isCertain, raw };
}

/** Some versions of Node read Windows-1252 as Latin-1, which has control characters where quotes and dashes should be. */
function withSigns(letters: string): string {
  return letters.replace(/\p{Cc}/gu, (letter) =>
    letter < '\u0080' ? letter : signs.charAt(letter.charCodeAt(0) - 0x80),
  );
}

/** UTF-8 that ends within a letter, which must not make every other letter wrong. */
function cutUtf8(bytes: Uint8Array): DecodedText | null {
  let last = bytes.length - 1;
  while (last > bytes.length - 4 && ((bytes[last] ?? 0) & 0xc0) === 0x80) last--;
  const rest = bytes.subarray(0, last);
  // A text of other letters may end with an `ä`; with none but ASCII before it, nothing speaks for UTF-8.
  return (bytes[last] ?? 0) >= 0xc2 && rest.some((byte) => byte > 127)
    ? cut(decoded(rest, 'utf-8', false))
    : null;
}

/** The half letter at the end is shown as one that is missing. */
function cut(found: DecodedText | null): DecodedText | null {
  return found && decodedText(`${found.raw}\ufffd`, found.encoding, false);
}

/** Text in letters of Europe, as UTF-16 without a mark: every other byte is zero. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const end = Math.min(bytes.length - (bytes.length % 2), sampled);
  let [even, odd] = [0, 0];
  for (let at = 0; at < end; at += 2) {
    // No text has a character zero.
    if (bytes[at] === 0 && bytes[at + 1] === 0) return null;
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const most = (end / 2) * 0.7;
  // Ā, whose other byte is zero, is not so frequent.
  if (end < 4 || Math.min(even, odd) > (end / 2) * 0.1) return null;
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
