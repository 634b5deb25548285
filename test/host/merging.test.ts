import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  codeAs,
  exists,
  hoverAt,
  inFolder,
  openTranscript,
  read,
  run,
  tag,
  until,
  write,
  type Opened,
} from './workspaceFiles';

const dunno = '  - { id: dunnodun, code: rupture, at: { turn: 4, start: 0, end: 6 }, quote: Dunno. }\n';
const more = '  - { id: morecopy, code: bond, at: { turn: 2, start: 0, end: 3 }, quote: Mm. }\n';

function codes(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ code }) => (typeof code === 'string' ? code : ''));
}

async function says(uri: vscode.Uri, code: string): Promise<void> {
  await until(`${code} in the Problems view`, () => codes(uri).includes(code));
}

/** A file of the same folder as the transcript. */
function beside({ uri }: Opened, name: string): vscode.Uri {
  const stem = uri.path.split('/').at(-2) ?? '';
  return inFolder(stem, name.replaceAll('NAME', stem));
}

suite('two versions of one file', () => {
  suiteSetup(() => codeAs('tess'));

  test('what somebody wrote outside is kept, and so is what is done here at the same time', async () => {
    const opened = await openTranscript();
    const file = opened.fileOf('tess');
    await tag('bond', { turns: [2] });
    const text = await read(file);
    await write(file, text + dunno);
    await tag('repair', { turns: [5] });
    const after = await read(file);
    assert.match(after, /id: dunnodun/);
    assert.equal(after.match(/code: (?:bond|repair)\n/g)?.length, 2);
    assert.match(after, /coded: \[ \{ from: 2, to: 2 \}, \{ from: 5, to: 5 \} \]/);
  });

  test('an act that cannot be written is kept, and written with the next one', async () => {
    const opened = await openTranscript();
    const file = opened.fileOf('tess');
    // Nothing can be written while a folder stands in the place of the file.
    await vscode.workspace.fs.createDirectory(file);
    await tag('bond', { turns: [2] });
    await tag('rupture', { turns: [4] });
    assert.equal((await vscode.workspace.fs.stat(file)).type, vscode.FileType.Directory);
    await vscode.workspace.fs.delete(file, { recursive: true });
    await tag('repair', { turns: [5] });
    await until('all three are on disk', async () => {
      const text = (await exists(file)) ? await read(file) : '';
      return text.match(/^ {2}- id:/gm)?.length === 3;
    });
  });

  test('two values of one field are both kept, said, decided, and the decision can be undone', async () => {
    const opened = await openTranscript();
    const file = opened.fileOf('tess');
    const [made] = await tag('bond', { turns: [2] });
    const text = await read(file);
    // What cannot be written yet is merged with what comes.
    await write(file, 'alliance: [');
    await run('recode', { id: made?.id, code: 'goal' });
    assert.equal(await read(file), 'alliance: [');
    await write(file, text.replace('code: bond', 'code: task'));
    await tag('repair', { turns: [5] });
    await until('both are in the file', async () => /code: task[^]*value: goal/.test(await read(file)));
    await says(file, 'conflict');
    assert.equal(await run('release', { confirmed: true }), false, 'not to be released');
    const undecided = await read(file);

    const document = await vscode.workspace.openTextDocument(file);
    let take: vscode.Command | undefined;
    // The file was opened a moment ago: what is wrong in it is said anew.
    await until('the other version is offered', async () => {
      const conflict = vscode.languages.getDiagnostics(file).find(({ code }) => code === 'conflict');
      const actions = conflict
        ? await vscode.commands.executeCommand<vscode.CodeAction[]>(
            'vscode.executeCodeActionProvider',
            document.uri,
            conflict.range,
          )
        : [];
      take = actions.find(({ title }) => title === 'Take what the other version says')?.command;
      return take !== undefined;
    });
    assert.ok(take);
    const args: readonly unknown[] = take.arguments ?? [];
    await vscode.commands.executeCommand(take.command, ...args);
    const decided = await read(file);
    assert.match(decided, /code: goal/);
    assert.doesNotMatch(decided, /conflicts:|code: task/);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(opened.uri));
    assert.equal(await run('undo'), 'Resolve Conflict');
    assert.equal(await read(file), undecided);
  });

  test('an undo leaves what was changed elsewhere since, and undoes what was not', async () => {
    const opened = await openTranscript();
    const file = opened.fileOf('tess');
    await tag('bond', { turns: [2] });
    await tag('rupture', { turns: [4] });
    const text = await read(file);
    const changed = text.replace('quote: Dunno.', 'quote: Dunno.\n    note: seen elsewhere');
    await write(file, changed);
    await until('the note shows', async () =>
      (await hoverAt(opened.uri, 'Dunno')).includes('seen elsewhere'),
    );
    assert.equal(await run('undo'), undefined);
    assert.equal(await read(file), changed);
    assert.equal(await run('undo'), 'Tag as Bond');
    const after = await read(file);
    assert.doesNotMatch(after, /code: bond/);
    assert.match(after, /note: seen elsewhere/);
  });

  test('a copy that a sync tool made is said, merged, and discarded', async () => {
    const opened = await openTranscript();
    const file = opened.fileOf('tess');
    await tag('rupture', { turns: [4] });
    const text = await read(file);
    const copy = beside(opened, 'NAME.tess.alliance (1).yaml');
    const others = beside(opened, 'NAME.bob.alliance-PC2.yaml');
    await write(copy, text.replace('code: rupture', 'code: repair') + more);
    await write(others, text.replace('coder: tess', 'coder: bob'));
    await says(copy, 'conflict-copy');
    await says(others, 'conflict-copy');
    assert.deepEqual(codes(file), []);
    assert.equal(await run('mergeCopy', { uri: others.toString(), confirmed: true }), false, 'another’s');
    assert.equal(await run('mergeCopy', { uri: copy.toString(), confirmed: true }), true);
    const merged = await read(file);
    assert.match(merged, /code: rupture/);
    assert.match(merged, /id: morecopy/);
    assert.match(merged, /conflicts:\n.*field: code, value: repair, from: .*\(1\)/);
    // Not every file system has a trash; without one the copy stays, and is said to be needed no more.
    if (await exists(copy)) await vscode.workspace.fs.delete(copy);
    assert.match(String(await run('undo')), /^Merge /);
    assert.equal(await read(file), text);
  });

  test('what git left in a file is said, not written over, and merged', async () => {
    const opened = await openTranscript();
    const file = opened.fileOf('tess');
    await tag('rupture', { turns: [4] });
    const text = await read(file);
    const ours = '    code: repair\n';
    const theirs = `    code: rupture\n    note: theirs\n`;
    const stretch = `<<<<<<< HEAD\n${ours}||||||| 4f2c\n    code: rupture\n=======\n${theirs}>>>>>>> main\n`;
    const marked = text.replace('    code: rupture\n', stretch);
    await write(file, marked);
    await says(file, 'git-conflict');
    assert.match(await hoverAt(opened.uri, 'Dunno'), /Rupture/, 'the last good state stays on screen');
    await tag('goal', { turns: [7] });
    assert.equal(await read(file), marked, 'not written over');
    assert.equal(await run('mergeCopy', { uri: file.toString(), confirmed: true }), true);
    await until('both versions and the act are there', async () => {
      const merged = await read(file);
      return /code: repair\n[^]*note: theirs\n/.test(merged) && /code: goal\n/.test(merged);
    });
    assert.doesNotMatch(await read(file), /<<<<<<<|conflicts:/);
    await until('nothing is said of it any more', () => codes(file).length === 0);
  });

  test('a file that is open with unsaved changes is changed there', async () => {
    const opened = await openTranscript();
    const file = opened.fileOf('tess');
    await tag('bond', { turns: [2] });
    const text = await read(file);
    const document = await vscode.workspace.openTextDocument(file);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file, new vscode.Position(0, 0), '# mine\n');
    await vscode.workspace.applyEdit(edit);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(opened.uri));
    await tag('rupture', { turns: [4] });
    if (document.isDirty) assert.equal(await read(file), text, 'not on disk before it is saved');
    assert.match(document.getText(), /^# mine\n[^]*code: bond[^]*code: rupture/);
    await document.save();
    await until('saved', async () => /^# mine\n[^]*code: rupture/.test(await read(file)));
  });
});
