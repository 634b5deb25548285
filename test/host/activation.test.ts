import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './workspaceFiles';

function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('alliance-coder.alliance-coder');
  assert.ok(found, 'the extension is installed');
  return found;
}

/** The ids of the commands in the manifest, which is JSON of unknown content to the compiler. */
function contributedCommands(): string[] {
  const manifest: unknown = extension().packageJSON;
  return [...JSON.stringify(manifest).matchAll(/"command":"(alliance\.[\w.]+)"/g)].flatMap(
    ([, id]) => id ?? [],
  );
}

suite('activation', () => {
  test('a session transcript that is opened activates the extension', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'session-transcript',
      content: 'T: How have you been?\nC: Mm.\n',
    });
    assert.equal(document.languageId, 'session-transcript');
    await vscode.window.showTextDocument(document);
    await until('the extension is active', () => extension().isActive);
  });

  test('a .transcript file is a session transcript', async () => {
    const [found] = await vscode.workspace.findFiles('**/*.transcript', undefined, 1);
    assert.ok(found, 'the sample study has transcripts');
    const document = await vscode.workspace.openTextDocument(found);
    assert.equal(document.languageId, 'session-transcript');
  });

  test('every command that the manifest contributes is registered', async () => {
    await extension().activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    const contributed = contributedCommands();
    assert.ok(contributed.length > 0, 'the manifest contributes commands');
    assert.deepEqual(
      contributed.filter((id) => !registered.has(id)),
      [],
    );
  });
});
