import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeAs, dialogue, read, run, tag, until } from './workspaceFiles';
import { folderWith, setUp, withoutTheSampleStudy, studyOf } from './setUpFolders';

suite('text files as transcripts', () => {
  withoutTheSampleStudy();

  async function languageOf(uri: vscode.Uri): Promise<string> {
    return (await vscode.workspace.openTextDocument(uri)).languageId;
  }

  const open = (uri: vscode.Uri): Thenable<vscode.Uri | undefined> =>
    run<vscode.Uri | undefined>('openAsTranscript', { uri: uri.toString() });

  test('one that is opened as a transcript is listed in the study, and can be coded', async () => {
    await codeAs('tess');
    const folder = await folderWith({ 'C1/s-3.txt': dialogue, 'alliance.study.yaml': 'alliance_study: 1\n' });
    const uri = vscode.Uri.joinPath(folder, 'C1', 's-3.txt');
    assert.equal((await open(uri))?.toString(), uri.toString());
    assert.equal(vscode.window.activeTextEditor?.document.languageId, 'session-transcript');
    assert.match(
      await read(studyOf(folder)),
      /C1:\n {4}sessions:\n {6}- \{ transcript: C1\/s-3\.txt, session: 3 \}/,
    );
    assert.equal((await tag('bond', { turns: [2] })).length, 1);
    assert.match(
      await read(vscode.Uri.joinPath(folder, 'C1', 's-3.tess.alliance.yaml')),
      /transcript: s-3\.txt/,
    );
  });

  test('one that a study lists is a transcript whenever it is opened; others stay text', async () => {
    const study = 'alliance_study: 1\ncases:\n  C1:\n    sessions:\n      - transcript: C1/a.txt\n';
    const folder = await folderWith({
      'C1/a.txt': dialogue,
      'C1/b.txt': dialogue,
      'alliance.study.yaml': study,
    });
    const [listed, other] = ['a.txt', 'b.txt'].map((name) => vscode.Uri.joinPath(folder, 'C1', name));
    assert.ok(listed && other);
    await vscode.workspace.openTextDocument(other);
    await vscode.workspace.openTextDocument(listed);
    await until('it is a transcript', async () => (await languageOf(listed)) === 'session-transcript');
    assert.equal(await languageOf(other), 'plaintext');
  });

  test('without a study it is remembered in the workspace', async () => {
    const folder = await folderWith({ 'a.txt': dialogue });
    const uri = vscode.Uri.joinPath(folder, 'a.txt');
    assert.ok(await open(uri));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('it is a transcript again', async () => (await languageOf(uri)) === 'session-transcript');
    await setUp(folder);
    assert.match(await read(studyOf(folder)), /transcript: a\.txt/, 'a study that is set up lists it');
  });

  test('what is not UTF-8, or has a namesake, stays what it is', async () => {
    const study = 'alliance_study: 1\n';
    const folder = await folderWith({
      'A.txt': dialogue,
      'a.transcript': dialogue,
      'alliance.study.yaml': study,
    });
    const latin = vscode.Uri.joinPath(folder, 'latin.txt');
    await vscode.workspace.fs.writeFile(latin, Uint8Array.from([0x54, 0x3a, 0x20, 0xfc, 0x0a]));
    assert.equal(await open(latin), undefined);
    assert.equal(await open(vscode.Uri.joinPath(folder, 'A.txt')), undefined);
    assert.equal(await open(vscode.Uri.joinPath(folder, 'gone.txt')), undefined);
    assert.equal(await read(studyOf(folder)), study);
  });
});
