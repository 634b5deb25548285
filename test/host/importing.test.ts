import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { paragraph, run as runOfWords, wordDocument } from '../interchange/wordDocuments';
import { codeAs, exists, inFolder, isOver, read, run, tag, until, write } from './workspaceFiles';

interface Made {
  readonly beside: readonly vscode.Uri[];
  readonly transcripts: readonly vscode.Uri[];
  readonly unchanged: readonly vscode.Uri[];
  readonly kept: readonly vscode.Uri[];
  readonly refused: readonly { readonly file: string; readonly code: string }[];
}

const captions = `WEBVTT

00:00:02.820 --> 00:00:05.970
Dana Lee: So how was the week?

00:00:06.500 --> 00:00:08.000
Sam Roe: Dunno.

00:00:12.000 --> 00:00:14.000
Dana Lee: Dunno?
`;

let count = 0;

async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<vscode.Uri> {
  const folder = inFolder(`import-${++count}`);
  await vscode.workspace.fs.createDirectory(folder);
  for (const [name, content] of Object.entries(files)) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (typeof content === 'string') await write(uri, content);
    else await vscode.workspace.fs.writeFile(uri, content);
  }
  return folder;
}

function names(uris: readonly vscode.Uri[]): string[] {
  return uris.map(({ path }) => path.split('/').at(-1) ?? '');
}

/** The page of an import that is open. */
function page(): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'alliance-import');
}

suite('importing', () => {
  suiteSetup(() => codeAs('tess'));
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('a folder of mixed files, the roles said once for all of them, a passage coded, and that exported', async () => {
    const folder = await folderWith({
      's-1.vtt': captions,
      'later/s-2.vtt': captions.replaceAll('Dunno', 'Fine'),
      's-3.srt': '1\n00:00:01,000 --> 00:00:02,000\nT: Hello.\n\n2\n00:00:03,000 --> 00:00:04,000\nC: Hi.\n',
      'sound.wav': new Uint8Array([0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0]),
      'cut.vtt': '',
    });
    const to = inFolder(`imported-${count}`);
    const roles = { 'Dana Lee': 'therapist', 'sam roe': 'client' };
    const made = await run<Made>('import', { files: [folder], to, roles });
    assert.deepEqual(names(made.transcripts).toSorted(), [
      's-1.transcript',
      's-2.transcript',
      's-3.transcript',
    ]);
    const first = vscode.Uri.joinPath(to, 's-1.transcript');
    assert.ok(await exists(vscode.Uri.joinPath(to, 'later', 's-2.transcript')), 'folders stay folders');
    assert.equal(
      await read(first),
      `---
speakers: { Dana Lee: { role: therapist }, Sam Roe: { role: client } }
---
[00:00:02.8] Dana Lee: So how was the week?
[00:00:06.5] Sam Roe: Dunno.
[00:00:12] Dana Lee: Dunno?
`,
    );
    await vscode.window.showTextDocument(first);
    assert.equal((await tag('rupture.withdrawal', { turns: [2] })).length, 1);
    assert.match(await read(vscode.Uri.joinPath(to, 's-1.tess.alliance.yaml')), /speaker: Sam Roe/);
    const table = vscode.Uri.joinPath(to, 'coded.csv');
    await run('export', { scope: 'transcript', format: 'csv-long', text: false, to: table.toString() });
    assert.match(await read(table), /s-1\.transcript,[^\n]*,tess,[^\n]*,client,[^\n]*,rupture\.withdrawal,/);
    assert.equal(await read(vscode.Uri.joinPath(folder, 's-1.vtt')), captions, 'the original is untouched');
  });

  test('importing again changes nothing; what differs is left, unless it is to be replaced', async () => {
    const folder = await folderWith({ 'a.vtt': captions });
    const files = [vscode.Uri.joinPath(folder, 'a.vtt').toString()];
    const transcript = vscode.Uri.joinPath(folder, 'a.transcript');
    assert.deepEqual(names((await run<Made>('import', { files })).transcripts), ['a.transcript']);
    const before = await read(transcript);
    assert.deepEqual(names((await run<Made>('import', { files })).unchanged), ['a.transcript']);
    const roles = { 'dana lee': 'therapist' };
    assert.deepEqual(names((await run<Made>('import', { files, roles })).kept), ['a.transcript']);
    assert.equal(await read(transcript), before);
    const replaced = await run<Made>('import', { files, roles, replace: true });
    assert.deepEqual(names(replaced.transcripts), ['a.transcript']);
    assert.match(await read(transcript), /Dana Lee: \{ role: therapist \}/);
  });

  test('a file that is no transcript, an empty one and one that is not there are said by name', async () => {
    const folder = await folderWith({ 'sound.wav': new Uint8Array([0, 1, 2, 3]), 'empty.vtt': '' });
    const files = ['sound.wav', 'empty.vtt', 'gone.vtt'].map((name) => vscode.Uri.joinPath(folder, name));
    const made = await run<Made>('import', { files });
    assert.deepEqual(made.refused, [
      { file: 'sound.wav', code: 'not-text' },
      { file: 'empty.vtt', code: 'empty' },
      { file: 'gone.vtt', code: 'unreadable' },
    ]);
    assert.deepEqual(made.transcripts, []);
  });

  test('comments of a Word document are memos of the person who imports it, once', async () => {
    const words =
      '<w:comment w:id="7" w:author="Kim"><w:p><w:r><w:t>Withdrawal?</w:t></w:r></w:p></w:comment>';
    const body =
      paragraph('T: So?') +
      `<w:p>${runOfWords('C: ')}<w:commentRangeStart w:id="7"/>${runOfWords('No.')}<w:commentRangeEnd w:id="7"/>` +
      `<w:r><w:commentReference w:id="7"/></w:r></w:p>${paragraph('T: Hm.')}`;
    const folder = await folderWith({ 'w.docx': wordDocument(body, { comments: words }) });
    const files = [vscode.Uri.joinPath(folder, 'w.docx')];
    assert.deepEqual(names((await run<Made>('import', { files })).transcripts), ['w.transcript']);
    const memos = vscode.Uri.joinPath(folder, 'w.tess.alliance.yaml');
    const text = await read(memos);
    assert.match(text, /memos:\n {2}- \{ id: \w{8}, text: "Kim: Withdrawal\?", at: \{ turn: 2 \} \}/);
    await run('import', { files });
    assert.equal(await read(memos), text, 'importing again brings no memo twice');
  });

  test('a codebook that comes alone is written where there is none, and never over one', async () => {
    const codes = (name: string): string =>
      `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="x"><Codes><Code guid="6f1a3e6e-7f52-4b0c-9d0a-0b6a3c1d2e3f" name="${name}" isCodable="true"/></Codes></CodeBook>`;
    const folder = await folderWith({ 'codes.qdc': codes('Warmth'), 'other.qdc': codes('Other') });
    const [first, second] = ['codes.qdc', 'other.qdc'].map((name) => vscode.Uri.joinPath(folder, name));
    assert.ok(first && second);
    const made = await run<Made>('import', { files: [first] });
    assert.deepEqual(names(made.beside), ['alliance.codebook.yaml']);
    assert.deepEqual((await run<Made>('import', { files: [second] })).beside, []);
    assert.match(await read(vscode.Uri.joinPath(folder, 'alliance.codebook.yaml')), /Warmth/);
  });

  test('a preview shows what it would come to, and Escape leaves everything as it is', async () => {
    const folder = await folderWith({ 'a.vtt': captions, 'b.bin': new Uint8Array([0, 1]) });
    const asked = vscode.commands.executeCommand('alliance.import', folder);
    await until('the page is there', () => /a\.vtt →/.test(page()?.getText() ?? ''));
    const text = page()?.getText() ?? '';
    assert.match(text, /^# Import: nothing is written yet/);
    assert.match(text, /Turns: 3 · words: 7 · speakers: 2 · lines not read: 0/);
    assert.match(text, /Dana Lee: therapist \(asks most questions\)/);
    assert.match(text, /\[00:00:06\.5\] Sam Roe: Dunno\./);
    assert.match(text, /passed over\n\n- b\.bin/);
    await until('the question is gone', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isOver(asked);
    });
    assert.equal(await asked, undefined);
    assert.equal(await exists(vscode.Uri.joinPath(folder, 'a.transcript')), false);
    await until('the page is closed', () =>
      vscode.window.tabGroups.all.every(({ tabs }) => tabs.every(({ label }) => !label.includes('Preview'))),
    );
  });

  test('answered with Enter, it is written beside the original and opened', async () => {
    const folder = await folderWith({ 'a.vtt': captions });
    const file = vscode.Uri.joinPath(folder, 'a.vtt');
    const asked = vscode.commands.executeCommand<Made>('alliance.import', file, [file]);
    await until('it is written', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isOver(asked);
    });
    assert.deepEqual(names((await asked).transcripts), ['a.transcript']);
    assert.equal(vscode.window.activeTextEditor?.document.fileName.endsWith('a.transcript'), true);
  });
});

suite('a command line to copy', () => {
  const isWeb = vscode.env.uiKind === vscode.UIKind.Web && typeof process === 'undefined';

  test('calls the command line that comes with the extension; in a browser it says why not', async () => {
    const path = '/tmp/my study';
    const line = await run<string | undefined>('copyCommandLine', { call: 'check', path });
    if (isWeb) assert.equal(line, undefined);
    else assert.match(line ?? '', /dist\/cli\.js check '\/tmp\/my study'$/);
  });
});
