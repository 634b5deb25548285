import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { isArchive, isZip, openArchive, type Archive } from '../../src/engine/interchange/zip';

function opened(bytes: Uint8Array): Archive {
  const archive = openArchive(bytes);
  assert.ok(isArchive(archive), JSON.stringify(archive));
  return archive;
}

function refusal(bytes: Uint8Array): string | null {
  const archive = openArchive(bytes);
  return isArchive(archive) ? null : archive.code;
}

/** An archive of one entry with a field of its directory set to another value. */
function falsified(
  field: number,
  value: number,
  content = strToU8('T: a'.repeat(1000)),
  level: 0 | 6 = 6,
): Uint8Array {
  const bytes = zipSync({ a: [content, { level }] });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  view.setUint32(view.getUint32(end + 16, true) + field, value, true);
  return bytes;
}

/** An archive whose directory names its one entry again and again. */
function repeated(count: number, content = strToU8('T: a')): Uint8Array {
  const bytes = zipSync({ a: [content, { level: 0 }] });
  const end = bytes.length - 22;
  const from = new DataView(bytes.buffer, bytes.byteOffset).getUint32(end + 16, true);
  const entry = Buffer.from(bytes.subarray(from, end));
  const all = Buffer.concat([
    bytes.subarray(0, from),
    Buffer.alloc(entry.length * count, entry),
    bytes.subarray(end),
  ]);
  all.writeUInt16LE(count, all.length - 22 + 10);
  return all;
}

suite('archives', () => {
  test('entries are unpacked, stored or deflated, whatever is before and behind the archive', () => {
    const text = strToU8('T: How was the week?\n'.repeat(5000));
    const archive = opened(
      zipSync({ 'a/b.xml': text, 'ü.xml': [text, { level: 0 }], empty: new Uint8Array() }),
    );
    assert.deepEqual(archive.names, ['a/b.xml', 'ü.xml', 'empty']);
    for (const name of ['a/b.xml', 'ü.xml']) assert.deepEqual(archive.entry(name), text, name);
    assert.equal(archive.entry('empty')?.length, 0);
    assert.equal(archive.entry('nothing'), null);
    assert.deepEqual([...archive.entries((name) => name.endsWith('.xml')).keys()], ['a/b.xml', 'ü.xml']);
  });

  test('bytes that are a window on a larger buffer', () => {
    const bytes = zipSync({ a: strToU8('T: a') });
    const larger = new Uint8Array(bytes.length + 200);
    larger.set(bytes, 100);
    assert.deepEqual(opened(larger.subarray(100, 100 + bytes.length)).entry('a'), strToU8('T: a'));
  });

  test('a name that leads out is refused', () => {
    for (const name of ['../a', 'a/../../b', '/etc/a', 'C:\\a', '..\\a', 'a\0b']) {
      assert.equal(refusal(zipSync({ [name]: strToU8('a') })), 'zip-path', name);
    }
    assert.equal(refusal(zipSync({ 'a..b/..c': strToU8('a') })), null);
  });

  test('__proto__ is a name like others', () => {
    // fflate itself cannot write one.
    const written = zipSync({ aaproto__: strToU8('a') });
    const bytes = Uint8Array.from(
      Buffer.from(Buffer.from(written).toString('latin1').replaceAll('aaproto', '__proto'), 'latin1'),
    );
    assert.deepEqual(opened(bytes).names, ['__proto__']);
    assert.deepEqual(opened(bytes).entry('__proto__'), strToU8('a'));
  });

  test('more than the limits is refused before anything is unpacked', () => {
    assert.equal(refusal(repeated(20_001)), 'zip-bomb');
    assert.equal(refusal(falsified(24, 0xf0000000)), 'zip-bomb');
  });

  test('a size that is falsified gives no bytes', () => {
    for (const size of [0, 1, 3999, 4001, 100_000_000]) {
      assert.equal(opened(falsified(24, size)).entry('a'), null, String(size));
    }
    assert.equal(opened(falsified(20, 5)).entry('a'), null);
    assert.equal(opened(falsified(42, 7)).entry('a'), null);
    assert.equal(refusal(falsified(20, 0xffff)), 'zip-broken');
  });

  test('an entry that is stored has the size that the directory says, or no bytes', () => {
    const stored = falsified(24, 3, strToU8('T: a'), 0);
    assert.equal(opened(stored).entry('a'), null);
  });

  test('an archive without an entry is one', () => {
    assert.ok(isZip(zipSync({})));
    assert.ok(!isZip(strToU8('PK: a')));
  });

  test('a size that is too long for its field stands behind the name', () => {
    const text = strToU8('T: a');
    const size = new Uint8Array(8);
    new DataView(size.buffer).setBigUint64(0, BigInt(text.length), true);
    const long = (extra: Record<number, Uint8Array>): Uint8Array => {
      const bytes = zipSync({ a: [text, { level: 0, extra }] });
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      view.setUint32(view.getUint32(bytes.length - 6, true) + 24, 0xffffffff, true);
      return bytes;
    };
    assert.deepEqual(opened(long({ 0: new Uint8Array(2), 1: size })).entry('a'), text);
    assert.equal(refusal(long({})), 'zip-bomb');
  });

  test('entries that lie in one another are refused', () => {
    assert.equal(refusal(repeated(2, new Uint8Array(10_000))), 'zip-broken');
    assert.equal(refusal(repeated(1, new Uint8Array(10_000))), null);
  });

  test('a password on any entry is one', () => {
    assert.equal(refusal(falsified(8, 0x00080001)), 'zip-password');
  });

  test('a part of an archive is broken', () => {
    const bytes = zipSync({ a: strToU8('T: a') });
    for (const length of [0, 4, 22, bytes.length - 1]) {
      assert.equal(refusal(bytes.subarray(0, length)), 'zip-broken', String(length));
    }
    assert.equal(refusal(bytes.subarray(10)), 'zip-broken');
  });
});
