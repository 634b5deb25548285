import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../../src/store/replaceFile';

suite('a file that is replaced as a whole', () => {
  let folder = '';
  let path = '';

  setup(() => {
    folder = mkdtempSync(join(tmpdir(), 'alliance-'));
    path = join(folder, 'a.tess.alliance.yaml');
  });

  teardown(() => rmSync(folder, { recursive: true, force: true }));

  test('is written, keeps its permissions, and nothing is left beside it', async () => {
    assert.equal(await replaceFile(path, 'one', null), true);
    chmodSync(path, 0o640);
    assert.equal(await replaceFile(path, 'two', 'one'), true);
    assert.equal(readFileSync(path, 'utf8'), 'two');
    assert.equal(statSync(path).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder), ['a.tess.alliance.yaml']);
  });

  test('may hold bytes that are no text', async () => {
    const bytes = new Uint8Array([0, 255, 13, 10, 0xed, 0xa0, 0x80]);
    assert.equal(await replaceFile(path, bytes), true);
    assert.deepEqual(new Uint8Array(readFileSync(path)), bytes);
  });

  test('is left as it is where somebody else was faster', async () => {
    writeFileSync(path, 'theirs');
    for (const seen of [null, 'one', '']) assert.equal(await replaceFile(path, 'ours', seen), false);
    assert.equal(readFileSync(path, 'utf8'), 'theirs');
    assert.deepEqual(readdirSync(folder), ['a.tess.alliance.yaml']);
    assert.equal(await replaceFile(path, 'ours'), true, 'and replaced where nobody asks');
  });

  test('is found where a link leads', async () => {
    writeFileSync(path, 'one');
    const link = join(folder, 'link.yaml');
    symlinkSync(path, link);
    assert.equal(await replaceFile(link, 'two', 'one'), true);
    assert.deepEqual([readFileSync(path, 'utf8'), statSync(path).isFile()], ['two', true]);
  });

  test('says that its folder is gone, and is written when that is back', async () => {
    const inside = join(folder, 'sub', 'a.yaml');
    await assert.rejects(replaceFile(inside, 'one', null), { code: 'ENOENT' });
    mkdirSync(join(folder, 'sub'));
    assert.equal(await replaceFile(inside, 'one', null), true);
  });

  test('says that a folder is in its place, and leaves nothing behind', async () => {
    mkdirSync(path);
    await assert.rejects(replaceFile(path, 'one'));
    assert.deepEqual(readdirSync(folder), ['a.tess.alliance.yaml']);
  });

  test('takes every line of many who write at once', async () => {
    const add = async (line: string): Promise<void> => {
      for (;;) {
        let seen: string | null = null;
        try {
          seen = readFileSync(path, 'utf8');
        } catch {
          // not there yet
        }
        if (await replaceFile(path, `${seen ?? ''}${line}\n`, seen)) return;
      }
    };
    const lines = Array.from({ length: 24 }, (_, at) => `line ${at}`);
    await Promise.all(lines.map(add));
    assert.deepEqual(readFileSync(path, 'utf8').trim().split('\n').toSorted(), lines.toSorted());
    assert.deepEqual(readdirSync(folder), ['a.tess.alliance.yaml']);
  });

  test('is written although a crash left something', async () => {
    writeFileSync(join(folder, '.a.tess.alliance.yaml.tmp'), 'half');
    assert.equal(await replaceFile(path, 'one', null), true);
    assert.equal(readFileSync(path, 'utf8'), 'one');
    assert.deepEqual(readdirSync(folder), ['a.tess.alliance.yaml']);
  });
});
