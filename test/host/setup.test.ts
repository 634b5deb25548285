import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { changeText, dialogue, exists, inFolder, isOver, read, run, until, write } from './workspaceFiles';
import { folderWith, setUp, names, withoutTheSampleStudy, studyOf } from './setUpFolders';

suite('setting up a study', () => {
  withoutTheSampleStudy();

  test('writes a study file with cases, sessions, coders and blinding', async () => {
    const folder = await folderWith({
      'C1/s-10.transcript': dialogue,
      'C1/s-2.transcript': dialogue,
      'K02/k02-1.transcript': `---\nstage: developing\n---\n${dialogue}`,
      '.hidden/x.transcript': dialogue,
      'K02/notes.txt': dialogue,
    });
    const coders = [
      { id: 'alice', name: 'Alice M.' },
      { id: 'dana', role: 'supervisor' },
    ];
    const written = await setUp(folder, { coders, blind: true });
    assert.deepEqual(names(written), ['alliance.study.yaml']);
    const text = await read(studyOf(folder));
    assert.match(text, /^alliance_study: 1\ntitle: Ours$/m);
    assert.match(text, /^blind: true$/m);
    assert.match(
      text,
      /^coders:\n {2}alice: \{ name: Alice M\., role: coder \}\n {2}dana: \{ role: supervisor \}$/m,
    );
    assert.ok(
      text.endsWith(`cases:
  C1:
    sessions:
      - { transcript: C1/s-2.transcript, session: 2 }
      - { transcript: C1/s-10.transcript, session: 10 }
  K02:
    sessions:
      - { transcript: K02/k02-1.transcript, session: 1, stage: developing }
`),
      text,
    );
    assert.doesNotMatch(text, /speakers/, 'the usual names will do');
  });

  test('writes a codebook of the study’s own where that is wished, and it counts', async () => {
    const folder = await folderWith({ 'C1/s-1.transcript': dialogue });
    const written = await setUp(folder, { title: 'Bonn 2', ownCodebook: true });
    assert.deepEqual(names(written), ['alliance.codebook.yaml', 'alliance.study.yaml']);
    const codebook = vscode.Uri.joinPath(folder, 'alliance.codebook.yaml');
    assert.match(await read(codebook), /^id: bonn-2\ntitle: Bonn 2\n/m);
    assert.deepEqual(vscode.languages.getDiagnostics(codebook), []);
  });

  test('maps roles once: all labels of all sessions, where one is unknown', async () => {
    const spoken = 'T: One.\nC: Two.\nMother: Three.\nC: Four.\nMother: Five.\n';
    const folder = await folderWith({
      'C1/s-1.transcript': spoken,
      'C1/s-2.transcript': 'Th: One.\nC: Two.\n',
    });
    await setUp(folder, { speakers: { Mother: 'other' } });
    const text = await read(studyOf(folder));
    for (const label of ['T', 'Th'])
      assert.match(text, new RegExp(`^  ${label}: \\{ role: therapist \\}$`, 'm'));
    assert.match(text, /^ {2}C: \{ role: client \}$/m);
    assert.match(text, /^ {2}Mother: \{ role: other \}$/m);
  });

  test('a study that is there is opened, never written over', async () => {
    const folder = await folderWith({ 'C1/s-1.transcript': dialogue });
    await setUp(folder);
    const before = await read(studyOf(folder));
    assert.deepEqual(await setUp(folder, { title: 'Another' }), []);
    assert.equal(await read(studyOf(folder)), before);
    const shown = vscode.window.activeTextEditor?.document.uri.toString();
    assert.equal(shown, studyOf(folder).toString());
    const below = vscode.Uri.joinPath(folder, 'C1');
    assert.deepEqual(await setUp(below), [], 'nor hidden by one below it');
    assert.equal(await exists(studyOf(below)), false);
  });

  test('a sample study is written whole: what its study file lists, with the codings of its people', async () => {
    const folder = inFolder('tried');
    await run('createSample', { folder: folder.toString() });
    const text = await read(studyOf(folder));
    const listed = [...text.matchAll(/transcript: ([\w/-]+)\.transcript/g)].map(([, name]) => name);
    assert.equal(listed.length, 2);
    for (const name of listed) {
      for (const kind of ['transcript', 'alice.alliance.yaml', 'bob.alliance.yaml', 'dana.alliance.yaml']) {
        const file = `${name}.${kind}`;
        assert.equal(await read(vscode.Uri.joinPath(folder, file)), await read(inFolder(file)), file);
      }
    }
    assert.match(await read(vscode.Uri.joinPath(folder, '.vscode', 'settings.json')), /"search\.exclude"/);
    const [[recording] = []] = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, 'zoom'));
    assert.match(recording ?? '', /^GMT\d+-\d+_Recording\.transcript\.vtt$/);
  });

  test('where the study file cannot be written, nothing is', async () => {
    const folder = await folderWith({ 'C1/s-1.transcript': dialogue });
    await vscode.workspace.fs.createDirectory(studyOf(folder));
    assert.deepEqual(await setUp(folder, { ownCodebook: true }), []);
    assert.equal(await exists(vscode.Uri.joinPath(folder, 'alliance.codebook.yaml')), false);
  });

  test('wrong answers write nothing', async () => {
    const folder = await folderWith({ 'C1/s-1.transcript': dialogue });
    const asked = setUp(folder, { coders: [{ id: 'Not An Id' }] });
    // What cannot be read as answers is asked for: nobody answers here.
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await until('the question is gone', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isOver(asked);
    });
    assert.equal(await exists(studyOf(folder)), false);
  });

  test('the settings of the folder leave annotation files out of searches and nest them, and keep what is there', async () => {
    const root = inFolder();
    const settings = inFolder('.vscode', 'settings.json');
    await write(settings, '{ "search.exclude": { "**/tmp": true }, "editor.fontSize": 15 }');
    const configuration = () => vscode.workspace.getConfiguration(undefined, root);
    await until('the settings are read', () => configuration().get('editor.fontSize') === 15);
    try {
      const written = await setUp(root, { title: 'Root' });
      assert.deepEqual(names(written), ['alliance.study.yaml', 'settings.json']);
      const text = await read(settings);
      assert.match(text, /"\*\*\/tmp": true/);
      assert.match(text, /"\*\*\/\*\.alliance\*\.yaml": true/);
      assert.match(text, /"explorer\.fileNesting\.enabled": true/);
      assert.match(text, /"explorer\.fileNesting\.expand": false/);
      assert.match(text, /"\*\.transcript": "\$\{capture\}\.\*\.yaml"/);
      assert.match(text, /"editor\.fontSize": 15/);
    } finally {
      await vscode.workspace.fs.delete(studyOf(root));
      await vscode.workspace.fs.delete(settings);
    }
  });
});

suite('adding sessions to a study', () => {
  withoutTheSampleStudy();

  test('lists what is not listed, and nothing twice', async () => {
    const folder = await folderWith({ 'C1/s-1.transcript': dialogue });
    await setUp(folder);
    const edited = (await read(studyOf(folder))).replace('cases:', '# of last year\ncases:');
    await write(studyOf(folder), edited);
    await write(vscode.Uri.joinPath(folder, 'C1', 's-2.transcript'), dialogue);
    await write(vscode.Uri.joinPath(folder, 'D4', 's-1.transcript'), dialogue);
    const args = { folder: folder.toString(), speakers: {} };
    assert.deepEqual(await run('addSessions', args), ['C1/s-2.transcript', 'D4/s-1.transcript']);
    const text = await read(studyOf(folder));
    assert.ok(text.startsWith(edited), text);
    assert.ok(
      text.endsWith(
        '      - { transcript: C1/s-2.transcript, session: 2 }\n  D4:\n    sessions:\n      - { transcript: D4/s-1.transcript, session: 1 }\n',
      ),
      text,
    );
    assert.deepEqual(await run('addSessions', args), []);
    assert.equal(await read(studyOf(folder)), text);
  });

  test('a study file that cannot be read is left alone', async () => {
    const folder = await folderWith({
      'C1/s-1.transcript': dialogue,
      'alliance.study.yaml': 'alliance_study: [\n',
    });
    assert.deepEqual(await run('addSessions', { folder: folder.toString() }), []);
    assert.equal(await read(studyOf(folder)), 'alliance_study: [\n');
  });

  test('with the study file open and unsaved, it goes into that editor', async () => {
    const folder = await folderWith({
      'C1/s-1.transcript': dialogue,
      'alliance.study.yaml': 'alliance_study: 1\n',
    });
    const document = await vscode.workspace.openTextDocument(studyOf(folder));
    const editor = await vscode.window.showTextDocument(document);
    await changeText(editor, (change) => change.insert(new vscode.Position(1, 0), 'title: Mine\n'));
    await run('addSessions', { folder: folder.toString(), speakers: {} });
    assert.match(document.getText(), /title: Mine\ncases:\n {2}C1:/);
    assert.equal(await read(studyOf(folder)), 'alliance_study: 1\n');
    await document.save();
  });
});
