import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeAs, dialogue, openTranscript, read, run, tag, until, write } from './workspaceFiles';

suite('nothing is lost, nothing moves silently', () => {
  suiteSetup(() => codeAs('tess'));

  test('a reverted text has its annotations where they were', async () => {
    const { editor, fileOf } = await openTranscript();
    for (const turn of [2, 4, 6]) await tag('bond', { turns: [turn] });
    const coded = await read(fileOf('tess'));
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 3), 'Well, ');
      edit.insert(new vscode.Position(7, 3), 'Well, ');
    });
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until(
      'the text is as it was',
      () => editor.document.getText() === dialogue && !editor.document.isDirty,
    );
    await new Promise((done) => setTimeout(done, 400));
    await editor.edit((edit) => edit.insert(new vscode.Position(7, 3), 'So '));
    await editor.document.save();
    await until('the save is written', async () => (await read(fileOf('tess'))) !== coded);
    const after = await read(fileOf('tess'));
    assert.doesNotMatch(after, /was:/);
    assert.equal(after.match(/ at: \{ turn: [246], start: 0/g)?.length, 3);
  });

  test('an annotation that came from elsewhere while coding has its place here too', async () => {
    const { editor, fileOf } = await openTranscript();
    await tag('bond', { turns: [2] });
    const entry =
      '  - id: elsewher\n    code: rupture\n    at: { turn: 4, start: 0, end: 6 }\n    quote: Dunno.\n';
    await write(fileOf('tess'), (await read(fileOf('tess'))) + entry);
    await tag('bond', { turns: [6] });
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'C: Hello.\n'));
    await editor.document.save();
    await until('the places are written', async () =>
      /at: \{ turn: 5, start: 0, end: 6 \}/.test(await read(fileOf('tess'))),
    );
    assert.doesNotMatch(await read(fileOf('tess')), /was:/);
  });

  test('two quick undos undo two acts, and two redos do them again', async () => {
    const { fileOf } = await openTranscript();
    await tag('bond', { turns: [2] });
    const first = await read(fileOf('tess'));
    await tag('rupture', { turns: [4] });
    await tag('repair', { turns: [5] });
    const last = await read(fileOf('tess'));
    assert.deepEqual(await Promise.all([run('undo'), run('undo')]), ['Tag as Repair', 'Tag as Rupture']);
    assert.equal(await read(fileOf('tess')), first);
    await Promise.all([run('redo'), run('redo')]);
    assert.equal(await read(fileOf('tess')), last);
  });

  test('a double key press makes one annotation', async () => {
    const { fileOf } = await openTranscript();
    const [one, two] = await Promise.all([tag('bond', { turns: [2] }), tag('bond', { turns: [2] })]);
    assert.deepEqual(one, two);
    assert.equal((await read(fileOf('tess'))).match(/^ {2}- id:/gm)?.length, 1);
  });

  test('a file with one id twice is not changed: nobody could say which entry is meant', async () => {
    const twice = `alliance: 1\ntranscript: NAME.transcript\ncoder: tess\nannotations:
  - { id: sameidkk, code: bond, at: { turn: 1 } }
  - { id: sameidkk, code: task, at: { turn: 2 } }\n`;
    const { fileOf, uri } = await openTranscript(dialogue, { 'NAME.tess.alliance.yaml': twice });
    assert.deepEqual(await tag('rupture', { turns: [4] }), []);
    assert.equal(await read(fileOf('tess')), twice.replaceAll('NAME', uri.path.split('/').at(-2) ?? ''));
  });

  test('an argument that is no argument, as menus pass it, is passed over', async () => {
    const { uri, editor, fileOf } = await openTranscript();
    editor.selection = new vscode.Selection(3, 5, 3, 5);
    await vscode.commands.executeCommand('alliance.tagRupture', uri);
    assert.match(await read(fileOf('tess')), /code: rupture\n {4}at: \{ turn: 4/);
  });
});
