import assert from 'node:assert/strict';
import { decodeText } from '../../src/engine/interchange/decode';
import { readSource } from '../../src/engine/interchange/formats';

const spoken = 'T: Schön, “wirklich” – früh.\nC: Nö …\n';

function wide(text: string, isBig = false): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
}

/** The letters of Windows-1252 that are not those of Latin-1. */
function windows(text: string): Uint8Array {
  const own = new Map(Array.from('“”–…', (letter, at) => [letter, [0x93, 0x94, 0x96, 0x85][at] ?? 0]));
  return Uint8Array.from(Array.from(text, (letter) => own.get(letter) ?? letter.charCodeAt(0)));
}

suite('the letters of a text', () => {
  const utf8 = new TextEncoder().encode(spoken);
  const cases: readonly (readonly [string, Uint8Array, string, boolean])[] = [
    ['UTF-8', utf8, 'utf-8', true],
    ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8), 'utf-8', true],
    ['UTF-16 LE with a mark', wide(`\ufeff${spoken}`), 'utf-16le', true],
    ['UTF-16 BE with a mark', wide(`\ufeff${spoken}`, true), 'utf-16be', true],
    ['UTF-16 LE', wide(spoken), 'utf-16le', false],
    ['UTF-16 BE', wide(spoken, true), 'utf-16be', false],
    ['Windows-1252', windows(spoken), 'windows-1252', false],
  ];
  for (const [name, bytes, encoding, isCertain] of cases) {
    test(`${name} is read, and what was guessed is said`, () => {
      const decoded = decodeText(bytes);
      assert.equal(decoded?.text, spoken);
      assert.equal(decoded.encoding, encoding);
      assert.equal(decoded.isCertain, isCertain);
      const { reading } = readSource({ name: 'a.txt', bytes });
      const codes = reading.sessions.flatMap(({ warnings }) => warnings.map(({ code }) => code));
      assert.deepEqual(codes, isCertain ? [] : ['encoding-guessed']);
    });
  }

  test('letters beyond Latin-1 do not hide UTF-16', () => {
    const text = 'T: Āgnes and Ādams, well. '.repeat(20);
    assert.equal(decodeText(wide(text))?.text, text);
    assert.equal(decodeText(wide(text, true))?.text, text);
  });

  test('a text that is cut within its last letter is still UTF-8', () => {
    const cut = utf8.subarray(0, utf8.length - 3);
    assert.equal(decodeText(cut)?.encoding, 'utf-8');
    assert.equal(decodeText(cut)?.isCertain, false);
    assert.equal(decodeText(wide(`\ufeff${spoken}`).subarray(0, 21))?.text, spoken.slice(0, 9) + '\ufffd');
  });

  test('line ends are line feeds, and positions count in what the bytes say', () => {
    const decoded = decodeText(new TextEncoder().encode('\ufeffa\r\nb\rc'));
    assert.equal(decoded?.text, 'a\nb\nc');
    assert.equal(decoded.raw, '\ufeffa\r\nb\rc');
  });

  test('what is no text is none', () => {
    for (const bytes of [
      Uint8Array.of(0, 1, 2, 3, 0, 0, 5, 7),
      Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256),
      Uint8Array.of(0x52, 0x49, 0x46, 0x46, 0x24, 0, 0, 0, 0x57, 0x41, 0x56, 0x45),
    ]) {
      assert.equal(decodeText(bytes), null);
    }
  });
});
