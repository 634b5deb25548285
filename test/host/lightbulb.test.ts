import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeAs, inFolder, openTranscript, select, tag, until } from './workspaceFiles';

suite('the lightbulb', () => {
  const titles = async (uri: vscode.Uri, range: vscode.Range): Promise<string[]> =>
    (
      await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        range,
        vscode.CodeActionKind.RefactorRewrite.value,
      )
    ).map(({ title }) => title);

  suiteSetup(() => codeAs('lina'));

  test('offers likely codes for a selection: first those used before, then families; and any code', async () => {
    const { editor, uri } = await openTranscript();
    select(editor, 'Dunno.');
    await tag('rupture.withdrawal.minimal');
    select(editor, 'I was angry');
    const offered = await titles(uri, editor.selection);
    const label = 'Shutting replies';
    assert.equal(offered[0], `Tag as ${label}`, offered.join(' | '));
    assert.equal(offered.length, 7);
    assert.equal(offered.at(-1), 'Tag with Any Code…');
  });

  test('offers nothing before the first turn', async () => {
    const { uri } = await openTranscript('---\nsession: 1\n---\nT: Hello.\nC: Yes.\n');
    await until('a turn’s codes', async () => (await titles(uri, new vscode.Range(3, 0, 3, 5))).length > 1);
    assert.deepEqual(await titles(uri, new vscode.Range(1, 0, 1, 5)), []);
  });

  test('of a sample session knows the roles', async () => {
    const document = await vscode.workspace.openTextDocument(inFolder('c017', 'session-01.transcript'));
    await until(
      'the codes',
      async () => (await titles(document.uri, new vscode.Range(20, 0, 20, 5))).length > 1,
    );
  });
});
