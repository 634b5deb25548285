import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  codeAs,
  dialogue,
  exists,
  inFolder,
  openTranscript,
  read,
  run,
  tag,
  until,
  write,
} from './workspaceFiles';

interface Exported {
  readonly written: readonly string[];
  readonly losses: readonly {
    readonly code: string;
    readonly message: string;
    readonly data: Readonly<Record<string, string | number>>;
  }[];
}

const bobs = (released: string): string => `alliance: 1
transcript: NAME.transcript
coder: bob
role: coder
${released}annotations:
  - id: bobsone1
    code: rupture.withdrawal.minimal
    at: { turn: 4, start: 0, end: 6 }
    quote: Dunno.
    note: bob’s own words
`;

function exported(args: object): Thenable<Exported | undefined> {
  return run('export', args);
}

/** Rows of a table without quoted cells, by the names of its columns. */
function rowsOf(csv: string): Record<string, string>[] {
  const [names = [], ...rows] = csv
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
}

suite('exporting', () => {
  test('writes what was just coded as a table, with the files that explain it, and no word of the text', async () => {
    await codeAs('tess');
    const { uri } = await openTranscript();
    const [made] = await tag('rupture.withdrawal', { turns: [4] });
    await run('note', { id: made?.id, note: 'Looks away.' });
    const to = vscode.Uri.joinPath(uri, '..', 'out.csv');
    const args = { scope: 'transcript', format: 'csv-long', text: false, to: to.toString() };
    const result = await exported(args);
    assert.deepEqual(
      result?.written.map((each) => each.slice(each.lastIndexOf('/') + 1)),
      ['out.csv', 'out.dictionary.csv', 'out.manifest.json', 'out.read.R'],
    );
    const [row, ...more] = rowsOf(await read(to));
    assert.deepEqual(
      [row?.['coder'], row?.['turn'], row?.['code'], row?.['text'], row?.['note'], more.length],
      ['tess', '4', 'rupture.withdrawal', '', '', 0],
    );
    for (const each of result?.written ?? [])
      assert.doesNotMatch(await read(vscode.Uri.parse(each)), /Dunno|Looks away/);
    const withText = await exported({ ...args, text: true });
    assert.ok(!withText?.losses.some(({ code }) => code === 'without-text'));
    assert.match(await read(to), /,Dunno\.,Looks away\.\n/);
  });

  test('exports the text as it stands in the editor, unsaved changes too', async () => {
    await codeAs('tess');
    const { uri, editor } = await openTranscript();
    await tag('bond', { turns: [4] });
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'T: Before.\n'));
    await until('the text is to be saved', () => editor.document.isDirty);
    const to = vscode.Uri.joinPath(uri, '..', 'out.csv');
    await exported({ scope: 'transcript', format: 'csv-long', text: true, to: to.toString() });
    const [row] = rowsOf(await read(to));
    assert.deepEqual([row?.['turn'], row?.['text']], ['5', 'Dunno.']);
    await vscode.commands.executeCommand('undo');
  });

  test('leaves out whom the gate hides, and says so', async () => {
    await codeAs('tess');
    const { uri } = await openTranscript(dialogue, { 'NAME.bob.alliance.yaml': bobs('') });
    await tag('bond', { turns: [2] });
    const to = vscode.Uri.joinPath(uri, '..', 'out.csv');
    const args = { scope: 'transcript', format: 'csv-long', text: true, to: to.toString() };
    const blind = await exported(args);
    const hidden = blind?.losses.find(({ code }) => code === 'hidden-coder');
    assert.deepEqual(hidden?.data, { coder: 'bob', count: 1 });
    assert.match(hidden.message, /bob/);
    for (const each of blind?.written ?? []) {
      const file = await read(vscode.Uri.parse(each));
      assert.doesNotMatch(file, /bobsone1|bob’s own words|rupture\.withdrawal\.minimal,rupture/);
    }
    assert.deepEqual(
      rowsOf(await read(to)).map(({ coder }) => coder),
      ['tess'],
    );
    assert.match(await read(vscode.Uri.joinPath(uri, '..', 'out.manifest.json')), /"hidden-coder"/);
  });

  test('writes a report of what may be seen, with the text only where it is chosen', async () => {
    await codeAs('tess');
    const { uri } = await openTranscript(dialogue, { 'NAME.bob.alliance.yaml': bobs('') });
    await tag('bond', { turns: [2] });
    const to = vscode.Uri.joinPath(uri, '..', 'out.html');
    const args = { text: false, to: to.toString() };
    const plain: Exported | undefined = await run('report', args);
    assert.deepEqual(plain?.written, [to.toString()]);
    assert.ok(plain.losses.some(({ code, data }) => code === 'hidden-coder' && data['coder'] === 'bob'));
    const page = await read(to);
    assert.match(page, /^<!DOCTYPE html>/);
    assert.match(page, /Coding of tess/);
    assert.doesNotMatch(page, /Dunno|bob’s own words|Minimal response/);
    await run('report', { ...args, text: true });
    assert.match(await read(to), /Dunno\./);
    assert.doesNotMatch(await read(to), /bob’s own words|Minimal response/);
    await run('report', { ...args, coder: 'bob' });
    assert.match(await read(to), /Nobody has coded this session\./);
  });

  test('exports a case and the study, each session in its order', async () => {
    await codeAs('alice');
    await vscode.window.showTextDocument(inFolder('c017', 'session-05.transcript'));
    const to = inFolder('exported-case.csv');
    const result = await exported({ scope: 'case', format: 'csv-wide', to: to.toString(), text: false });
    const rows = rowsOf((await read(to)).replace('\ufeff', '')).filter(({ coder }) => coder === 'alice');
    assert.deepEqual(
      rows.map((row) => `${row['case']} ${row['session']}`),
      ['C017 1', 'C017 2', 'C017 3', 'C017 4'],
    );
    assert.ok(result?.losses.some(({ code, data }) => code === 'hidden-coder' && data['coder'] === 'bob'));
    const web = inFolder('exported-study.jsonld');
    await exported({ scope: 'study', format: 'jsonld', to: web.toString(), text: false });
    assert.match(await read(web), /"type": "AnnotationCollection"/);
    for (const each of [...(result?.written ?? []), web.toString()])
      await vscode.workspace.fs.delete(vscode.Uri.parse(each));
  });

  test('writes nothing where one of the files cannot be written', async () => {
    await codeAs('tess');
    const { uri } = await openTranscript();
    await tag('bond', { turns: [2] });
    const at = (name: string): vscode.Uri => vscode.Uri.joinPath(uri, '..', name);
    await write(at('out.csv'), 'mine');
    await vscode.workspace.fs.createDirectory(at('out.manifest.json'));
    const args = { scope: 'transcript', format: 'csv-long', text: false, to: at('out.csv').toString() };
    assert.equal(await exported(args), undefined);
    assert.equal(await read(at('out.csv')), 'mine');
    assert.equal(await exists(at('out.read.R')), false);
  });

  test('refuses what no script should mistake for done', async () => {
    await codeAs('tess');
    const { uri } = await openTranscript();
    const args = { scope: 'transcript', format: 'csv-long', text: false, to: uri.toString() };
    await assert.rejects(async () => exported(args), /\.csv/);
    await assert.rejects(async () => exported({ ...args, format: 'xlsx' }), /xlsx/);
    await assert.rejects(async () => exported({ ...args, scope: 'world' }));
    assert.equal(await read(uri), dialogue);
  });
});
