import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeAs, openTranscript, read, run, tag, until, type Opened } from './workspaceFiles';

const unlabelled = `---
speakers: { T: { role: therapist }, C: { role: client }, "?": { role: other } }
---
?: How was it?
?: Fine.
?: It was long.
?: Too long?
`;

/** Presses keys one after the other, without waiting. */
async function press(...keys: readonly string[]): Promise<unknown> {
  const pressed = await Promise.all(keys.map((key) => run('labelKey', { key })));
  return pressed.at(-1);
}

function labels({ editor }: Opened): string {
  return [...editor.document.getText().matchAll(/^(?:(\S+):|( {3}))/gm)]
    .map(([, label]) => label ?? '-')
    .filter((label) => label !== 'speakers')
    .join(' ');
}

suite('labelling', () => {
  const enter = async (): Promise<Opened> => {
    const opened = await openTranscript(unlabelled);
    assert.deepEqual(await run('label'), { labelled: 0, turns: 4 });
    return opened;
  };

  suiteSetup(() => codeAs('tess'));
  teardown(async () => {
    await press('escape');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('out of the mode keys do nothing', async () => {
    const opened = await openTranscript(unlabelled);
    assert.equal(await press('t'), undefined);
    assert.equal(labels(opened), '? ? ? ?');
  });

  test('keys say who speaks, as fast as they come, and each goes on to the next turn', async () => {
    const opened = await enter();
    assert.deepEqual(await press('t', 'c', 'm', 't'), { labelled: 3, turns: 3 });
    assert.equal(labels(opened), 'T C - T');
  });

  test('each key is one step of the text’s own undo', async () => {
    const opened = await enter();
    await press('t', 'c', 'u');
    await until('the second is undone', () => labels(opened) === 'T ? ? ?');
    await press('c', 'm');
    assert.equal(labels(opened), 'T C - ?');
    await vscode.commands.executeCommand('undo');
    await until('what was put together is apart again', () => labels(opened) === 'T C ? ?');
    await vscode.commands.executeCommand('undo');
    await vscode.commands.executeCommand('undo');
    await until('all is undone', () => opened.editor.document.getText() === unlabelled);
  });

  test('going by turn, and a turn that has a speaker gets another', async () => {
    const opened = await enter();
    await press('j', 'j', 'k', 'c');
    assert.equal(labels(opened), '? C ? ?');
    await press('k', '1');
    assert.equal(labels(opened), '? T ? ?');
  });

  test('somebody else is asked for once, and is listed in the header with the edit', async () => {
    const opened = await enter();
    await run('labelKey', { key: 'o', name: 'Mother' });
    await press('c', 'o');
    assert.equal(labels(opened), 'Mother C Mother ?');
    assert.match(opened.editor.document.getText(), /Mother: \{ role: other \}/);
    await press('u', 'u', 'u');
    await until('all is undone, the header too', () => opened.editor.document.getText() === unlabelled);
  });

  test('annotations stay where they are: labels are no text of turns', async () => {
    const opened = await enter();
    await tag('bond', { turns: [3] });
    await vscode.window.showTextDocument(opened.editor.document);
    await press('t', 'c', 't');
    await opened.editor.document.save();
    const file = opened.fileOf('tess');
    await until('the file knows the new text', async () => /speaker: T/.test(await read(file)));
    assert.match(await read(file), /at: \{ turn: 3, start: 0, end: 12 \}/);
    assert.doesNotMatch(await read(file), /unconfirmed/);
  });

  test('coding mode and labelling are never on at once', async () => {
    await enter();
    assert.equal(await run('toggleCodingMode'), true);
    assert.equal(await press('t'), undefined);
    assert.deepEqual(await run('label'), { labelled: 0, turns: 4 });
    assert.equal(await run('key', { key: 'b' }), undefined);
  });
});
