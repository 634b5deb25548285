import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { addTags } from '../../src/engine/annotations/acts';
import { newId } from '../../src/engine/annotations/ids';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { render } from '../../src/engine/annotations/render';
import { source } from '../../src/engine/annotations/file';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { PersonFile } from '../../src/store/personFile';
import { replaceFile } from '../../src/store/replaceFile';
import { codingOf, transcriptOf } from '../bench/data';
import { failAt, operations } from './files';
import { nodeDisk } from './nodeDisk';

const transcript = transcriptOf(20);
const { turns } = parseTranscript(transcript);
const name = 'session.alice.alliance.yaml';

/** A person's file with one act on it, saved and then changed once more. */
interface Work {
  readonly folder: string;
  readonly path: string;
  readonly file: PersonFile;
  readonly before: string | null;
}

function tag(file: PersonFile, turn: number): void {
  file.act((coding) =>
    addTags(coding, turns, [
      {
        id: newId(Math.random),
        code: 'bond',
        at: { turn, start: 0, end: 2 },
        created: '2026-03-03T10:00:00Z',
      },
    ]),
  );
}

async function begun(saved: boolean): Promise<Work> {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-'));
  const path = join(folder, name);
  const text = render(codingOf(transcript, 5));
  const { file } = readAnnotationFile(text);
  assert.ok(file);
  const person = new PersonFile(vscode.Uri.file(path), file, null, nodeDisk);
  if (saved) {
    tag(person, 1);
    assert.equal(await person.save(), null);
  }
  return { folder, path, file: person, before: saved ? readFileSync(path, 'utf8') : null };
}

function textAt(path: string): string | null {
  return readdirSync(join(path, '..')).includes(name) ? readFileSync(path, 'utf8') : null;
}

suite('When an operation on a file fails', () => {
  for (const saved of [true, false]) {
    test(`every one of them once, on a file that ${saved ? 'is there' : 'is new'}: nothing is lost, and the next save has it all`, async () => {
      const probe = await begun(saved);
      failAt(null);
      tag(probe.file, 2);
      assert.equal(await probe.file.save(), null);
      const sequence = [...operations()];
      rmSync(probe.folder, { recursive: true });
      assert.ok(
        ['stat', 'open', 'writeFile', 'sync', 'close', 'rename', 'realpath', 'access'].every((each) =>
          sequence.includes(each),
        ),
      );
      const faults: string[] = [];
      for (const [index, operation] of sequence.entries())
        faults.push(`${operation} ${await withFault(saved, index)}`);
      console.log(`      ${faults.join(', ')}`);
    });
  }

  async function withFault(saved: boolean, index: number): Promise<string> {
    const { folder, path, file, before } = await begun(saved);
    failAt(index);
    tag(file, 2);
    const fault = await file.save();
    failAt(null);
    const now = textAt(path);
    assert.ok(now === before || now === source(file.file), 'the file is as before or after');
    if (fault) {
      assert.equal(fault.uri.fsPath, path);
      assert.equal(fault.kind === 'failed' && fault.reason, 'EIO');
      assert.ok(file.isPending, 'the act is kept');
    } else assert.equal(now, source(file.file));
    assert.equal(await file.save(), null);
    assert.equal(textAt(path), source(file.file));
    assert.deepEqual(readdirSync(folder), [name], 'nothing is left beside it');
    rmSync(folder, { recursive: true });
    return fault ? 'told' : 'made no difference';
  }

  test('a file that somebody holds for a moment is written', async () => {
    const { folder, path, file } = await begun(true);
    failAt(null);
    tag(file, 2);
    await file.save();
    const rename = operations().indexOf('rename');
    failAt(rename, 'EBUSY');
    tag(file, 3);
    assert.equal(await file.save(), null);
    assert.ok(operations().filter((each) => each === 'rename').length === 2);
    assert.equal(textAt(path), source(file.file));
    rmSync(folder, { recursive: true });
  });

  test('a link whose target cannot be read is left a link', async () => {
    const { folder, path } = await begun(true);
    const link = join(folder, 'link.yaml');
    symlinkSync(path, link);
    failAt(0);
    await assert.rejects(replaceFile(link, 'new'), /EIO/);
    failAt(null);
    await replaceFile(link, 'new');
    assert.ok(readFileSync(path, 'utf8') === 'new' && statSync(link).ino === statSync(path).ino);
    rmSync(folder, { recursive: true });
  });
});
