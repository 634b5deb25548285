import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { changeText, codeAs, hoverAt, read, run, tag, until } from './workspaceFiles';
import { makeStudy, codingOf, open, problems } from './movedStudies';

suite('a file of a newer format', () => {
  suiteSetup(() => codeAs('tess'));

  test('is shown, and neither an act nor a saved text changes it', async () => {
    const newer = codingOf('tess', 'soon: { to: come }\n').replace('alliance: 1', 'alliance: 9');
    const at = await makeStudy({ 'a/one.tess.alliance.yaml': newer });
    const editor = await open(at('a', 'one.transcript'));
    const file = at('a', 'one.tess.alliance.yaml');
    await until('its passage is in the text', async () =>
      (await hoverAt(at('a', 'one.transcript'), 'Mm.')).includes('Bond'),
    );
    await until('the Problems view says why it is not changed', () =>
      problems(file).includes('newer-version'),
    );
    assert.deepEqual(problems(file), ['newer-version']);
    assert.deepEqual(await tag('rupture', { turns: [4] }), []);
    assert.equal(await run('release', { confirmed: true }), false);
    await changeText(editor, (edit) => edit.insert(new vscode.Position(0, 0), 'C: Hello.\n'));
    await editor.document.save();
    await run('confirm', { confirmed: true });
    await run('confirmAll', { confirmed: true });
    assert.equal(await read(file), newer);
  });
});
