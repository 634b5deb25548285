import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  codeAs,
  exists,
  hoverAt,
  openTranscript,
  read,
  run,
  select,
  tag,
  until,
  write,
  type Opened,
  type Tagged,
} from './workspaceFiles';
import { Disk } from './refusingDisk';

interface Masked {
  readonly token: string;
  readonly mentions: number;
  readonly transcripts: readonly string[];
  readonly files: readonly string[];
  readonly failed: readonly string[];
  readonly left: readonly string[];
}

const dialogue = [
  '# with Anna',
  'T: How is Anna?',
  "C: Anna's fine. Anna",
  'T: And you, after what Anna said?',
  'C: Dunno.',
].join('\n');

const bobs = `alliance: 1
transcript: NAME.transcript
coder: bob
annotations:
  # Anna is the sister
  - { id: bobsonea, code: bond, at: { turn: 2, start: 0, end: 6 }, quote: "Anna's", note: Anna again }
`;

const mask = (args: object): Thenable<Masked | undefined> => run('mask', { confirmed: true, ...args });

/** Released here, so that its seal holds and it is made in the text that is there. */
async function releasedBy(coder: string, session: Opened): Promise<string> {
  await codeAs(coder);
  await vscode.window.showTextDocument(session.editor.document);
  await run('tagBond', { turns: [3] });
  await run('release', { confirmed: true });
  return read(session.fileOf(coder));
}

suite('masking a name', () => {
  setup(() => codeAs('tess'));

  test('in one transcript, with what two people coded: every place stays exact', async () => {
    const session = await openTranscript(dialogue, { 'NAME.bob.alliance.yaml': bobs });
    const { editor, uri, fileOf } = session;
    const sealed = await releasedBy('carl', session);
    await codeAs('tess');
    await vscode.window.showTextDocument(editor.document);
    select(editor, 'Anna\nT: And');
    const whole = new vscode.Range(editor.selection.start, editor.selection.start.translate(0, 4));
    const [name] = await tag('rupture', { ranges: [whole] });
    const [around] = await run<Tagged[]>('tagBond', { turns: [3] });
    await run('note', { id: around?.id, note: 'Anna said it' });
    const result = await mask({ words: 'Anna', token: '[NAME_1]', scope: 'transcript' });
    assert.deepEqual([result?.mentions, result?.failed, result?.left], [5, [], []]);
    assert.equal(result?.files.length, 3);
    const text = await read(uri);
    assert.equal(text, dialogue.replaceAll('Anna', '[NAME_1]'));
    for (const coder of ['tess', 'bob', 'carl']) {
      const file = await read(fileOf(coder));
      assert.doesNotMatch(file, /Anna/, coder);
      assert.match(file, /event: masked, about: "\[NAME_1\]", by: tess/, coder);
    }
    const own = await read(fileOf('tess'));
    assert.match(
      own,
      new RegExp(`id: ${name?.id}[^]*?at: \\{ turn: 2, start: 17, end: 25 \\}[^]*?quote: "\\[NAME_1\\]"`),
    );
    assert.match(own, /note: "\[NAME_1\] said it"/);
    assert.match(await read(fileOf('bob')), /at: \{ turn: 2, start: 0, end: 10 \}, quote: "\[NAME_1\]'s"/);
    const now = await read(fileOf('carl'));
    assert.match(now, /quote: "And you, after what \[NAME_1\] said\?"/);
    assert.notEqual(/released: .*/.exec(now)?.[0], /released: .*/.exec(sealed)?.[0], 'sealed anew');
    await until(
      'nothing is to be confirmed',
      async () => !(await hoverAt(uri, '[NAME_1]\nT: And')).includes('onfirm'),
    );
    await codeAs('carl');
    await until('the seal holds and every quote stands', () => noProblems(session));
  });

  test('in the whole case: every transcript, also one that is not open', async () => {
    const second = 'T: Anna again?\nC: No. Annabel.';
    const { uri, fileOf } = await openTranscript(dialogue, {
      'NAME-2.transcript': second,
      'NAME-2.bob.alliance.yaml': bobs
        .replaceAll('NAME.', 'NAME-2.')
        .replace('turn: 2, start: 0, end: 6 }, quote: "Anna\'s"', 'turn: 1, start: 0, end: 4 }, quote: Anna'),
    });
    await tag('bond', { turns: [1] });
    const result = await mask({ words: 'Anna', token: '*Berta', scope: 'case' });
    assert.deepEqual([result?.mentions, result?.transcripts.length, result?.files.length], [6, 2, 2]);
    assert.doesNotMatch(await read(uri), /Anna\b/);
    const other = vscode.Uri.parse(uri.toString().replace('.transcript', '-2.transcript'));
    assert.equal(await read(other), 'T: *Berta again?\nC: No. Annabel.');
    const bob = vscode.Uri.parse(uri.toString().replace('.transcript', '-2.bob.alliance.yaml'));
    assert.match(await read(bob), /at: \{ turn: 1, start: 0, end: 6 \}, quote: "\*Berta"/);
    assert.match(await read(fileOf('tess')), /quote: "?How is \*Berta\?/);
  });

  test('here only: what people wrote stays, and undo brings the text back', async () => {
    const { editor, uri, fileOf } = await openTranscript(dialogue, { 'NAME.bob.alliance.yaml': bobs });
    select(editor, "Anna's");
    const result = await mask({ words: 'Anna', token: '[NAME_1]', scope: 'here' });
    assert.equal(result?.mentions, 1);
    assert.equal(await read(uri), dialogue.replace("Anna's", "[NAME_1]'s"));
    assert.match(await read(fileOf('bob')), /quote: "\[NAME_1\]'s", note: Anna again/);
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('undo');
    await until('the name is back', () => editor.document.getText() === dialogue);
    await editor.document.save();
  });

  test('what one did before cannot be taken back into the file with the name in it', async () => {
    const { fileOf } = await openTranscript(dialogue);
    const [made] = await tag('bond', { turns: [2] });
    await run('note', { id: made?.id, note: 'Anna again' });
    await run('note', { id: made?.id, note: '' });
    await mask({ words: 'Anna', token: '[NAME_1]', scope: 'transcript' });
    assert.equal(await run('undo'), undefined);
    assert.doesNotMatch(await read(fileOf('tess')), /Anna/);
  });

  test('an unsaved text is saved first; in coding mode too, every place stays certain', async () => {
    const { editor, uri, fileOf } = await openTranscript(dialogue, { 'NAME.bob.alliance.yaml': bobs });
    await tag('bond', { turns: [2] });
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# typed\n'));
    await run('toggleCodingMode');
    await mask({ words: 'Anna', token: '[NAME_1]', scope: 'transcript' });
    await run('toggleCodingMode');
    assert.equal(await read(uri), `# typed\n${dialogue.replaceAll('Anna', '[NAME_1]')}`);
    assert.doesNotMatch((await read(fileOf('tess'))) + (await read(fileOf('bob'))), /Anna/);
    const own = await read(fileOf('tess'));
    assert.match(own, /quote: "\[NAME_1\]'s fine\. \[NAME_1\]"/);
  });

  test('a file that cannot be read is left as it is, and named', async () => {
    const { uri, fileOf } = await openTranscript(dialogue, {
      'NAME.bob.alliance.yaml': 'alliance: 1\ncoder: [ Anna\n',
    });
    const result = await mask({ words: 'Anna', token: '[NAME_1]', scope: 'transcript' });
    assert.deepEqual(result?.left, [vscode.workspace.asRelativePath(fileOf('bob'), false)]);
    assert.match(await read(fileOf('bob')), /Anna/);
    assert.doesNotMatch(await read(uri), /Anna/);
  });

  test('a file that cannot be written is named, and the others are done', async () => {
    const disk = new Disk({
      'a.transcript': dialogue,
      'a.bob.alliance.yaml': named('bob'),
      'a.eve.alliance.yaml': named('eve'),
    });
    disk.refused = 'a.bob.alliance.yaml';
    await vscode.window.showTextDocument(disk.uri('a.transcript'));
    const result = await mask({ words: 'Anna', token: '[NAME_1]', scope: 'transcript' });
    assert.deepEqual(
      result?.failed.map((file) => file.split('/').at(-1)),
      ['a.bob.alliance.yaml'],
    );
    assert.deepEqual(
      result?.files.map((file) => file.split('/').at(-1)),
      ['a.eve.alliance.yaml'],
    );
    assert.equal(disk.text('a.bob.alliance.yaml'), named('bob'));
    assert.doesNotMatch(disk.text('a.transcript') + disk.text('a.eve.alliance.yaml'), /Anna/);
    disk.dispose();
  });

  test('while the transcript cannot be written, its files are left', async () => {
    const disk = new Disk({ 'a.transcript': dialogue, 'a.bob.alliance.yaml': named('bob') });
    disk.refused = 'a.transcript';
    await vscode.window.showTextDocument(disk.uri('a.transcript'));
    const result = await mask({ words: 'Anna', token: '[NAME_1]', scope: 'transcript' });
    assert.deepEqual([result?.failed.length, result?.files, result?.transcripts], [1, [], []]);
    assert.equal(disk.text('a.transcript'), dialogue);
    assert.equal(disk.text('a.bob.alliance.yaml'), named('bob'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    disk.dispose();
  });

  test('no name, no token, no place: nothing is changed', async () => {
    const { uri, fileOf } = await openTranscript(dialogue, { 'NAME.bob.alliance.yaml': bobs });
    const before = await read(fileOf('bob'));
    assert.equal(await mask({ words: '…', token: '[NAME_1]', scope: 'transcript' }), undefined);
    assert.equal(await mask({ words: 'Anna', token: 'Berta', scope: 'transcript' }), undefined);
    assert.equal(await mask({ words: 'Anna', token: '*Anna', scope: 'transcript' }), undefined);
    assert.equal(await mask({ words: 'Zoe', token: '[NAME_1]', scope: 'transcript' }), undefined);
    assert.equal(await read(uri), dialogue);
    assert.equal(await read(fileOf('bob')), before);
    assert.equal(await exists(fileOf('tess')), false);
  });

  test('a confirmation that is declined changes nothing', async () => {
    const { uri, fileOf } = await openTranscript(dialogue, { 'NAME.bob.alliance.yaml': bobs });
    const before = await read(fileOf('bob'));
    const asked = run<Masked | undefined>('mask', { words: 'Anna', token: '[NAME_1]', scope: 'transcript' });
    // A test cannot answer a modal message: in VS Code under test it counts as declined at once.
    assert.equal(await Promise.resolve(asked).catch(() => undefined), undefined);
    assert.equal(await read(uri), dialogue);
    assert.equal(await read(fileOf('bob')), before);
  });

  test('typed masks: the Problems view names files that still hold the words, and the command masks them there', async () => {
    const { editor, uri, fileOf } = await openTranscript(dialogue);
    await tag('bond', { turns: [2] });
    assert.match(await read(fileOf('tess')), /quote: Anna's fine/);
    await write(uri, dialogue.replaceAll('Anna', '[NAME_1]'));
    const held = (): boolean =>
      vscode.languages.getDiagnostics(fileOf('tess')).some(({ code }) => code === 'held-words');
    await until('it is said', held);
    for (const { message } of vscode.languages.getDiagnostics(fileOf('tess')))
      assert.doesNotMatch(message, /Anna/);
    await vscode.window.showTextDocument(editor.document);
    const result = await mask({ words: 'Anna', token: '[NAME_1]', scope: 'transcript' });
    assert.equal(result?.mentions, 0);
    assert.doesNotMatch(await read(fileOf('tess')), /Anna/);
    await until('it is said no more', () => !held());
  });
});

function named(coder: string): string {
  return bobs.replace('bob', coder).replace('NAME', 'a');
}

async function noProblems({ fileOf }: Opened): Promise<boolean> {
  await vscode.workspace.openTextDocument(fileOf('carl'));
  const faults = vscode.languages.getDiagnostics(fileOf('carl'));
  const asked = new Set(['seal-broken', 'quote-differs', 'text-changed', 'held-words']);
  return !faults.some(({ code }) => typeof code === 'string' && asked.has(code));
}
