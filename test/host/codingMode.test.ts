import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  changeText,
  codeAs,
  dialogue,
  exists,
  openTranscript,
  read,
  run,
  select,
  tag,
  until,
  type Opened,
} from './workspaceFiles';
import { press, cursorIn, idOf, turnsOf, codes, lastId } from './codingKeys';

suite('coding mode', () => {
  const enter = async (): Promise<Opened> => {
    const opened = await openTranscript();
    assert.equal(await run('toggleCodingMode'), true);
    return opened;
  };

  suiteSetup(() => codeAs('tess'));
  teardown(async () => {
    if (await run('toggleCodingMode')) await run('toggleCodingMode');
  });

  test('out of the mode keys do nothing', async () => {
    const { fileOf } = await openTranscript();
    assert.deepEqual(await press('r'), [undefined]);
    assert.ok(!(await exists(fileOf('tess'))));
  });

  test('a family’s key codes the turn at the cursor, the next keys refine it: one act', async () => {
    const opened = await enter();
    const file = opened.fileOf('tess');
    cursorIn(opened, 'Dunno');
    const [rupture, withdrawal, minimal] = await press('r', 'w', 'm');
    assert.deepEqual(rupture, [{ id: idOf(rupture), code: 'rupture', turn: 4 }]);
    assert.deepEqual(withdrawal, [{ id: idOf(rupture), code: 'rupture.withdrawal', turn: 4 }]);
    assert.deepEqual(minimal, [{ id: idOf(rupture), code: 'rupture.withdrawal.minimal', turn: 4 }]);
    const text = await read(file);
    assert.match(text, /code: rupture\.withdrawal\.minimal\n {4}at: \{ turn: 4, start: 0, end: 6 \}/);
    assert.equal(text.match(/- id:/g)?.length, 1);
    assert.equal(await run('undo'), 'Tag as Shutting replies');
    assert.doesNotMatch(await read(file), /annotations:/);
    assert.equal(await run('redo'), 'Tag as Shutting replies');
    assert.equal(await read(file), text);
  });

  test('what is selected is coded, and several cursors at once', async () => {
    const opened = await enter();
    select(opened.editor, 'pushed you');
    await press('p');
    assert.match(await read(opened.fileOf('tess')), /quote: pushed you\n/);
    opened.editor.selections = [1, 3].map((line) => new vscode.Selection(line, 5, line, 5));
    const [made, refined] = await press('r', 'c');
    assert.deepEqual(turnsOf(made), [2, 4]);
    assert.deepEqual(turnsOf(refined), [2, 4]);
    await run('undo');
    assert.doesNotMatch(await read(opened.fileOf('tess')), /rupture/);
  });

  test('a key that is no child’s begins anew; so does every key once something else was done', async () => {
    const opened = await enter();
    cursorIn(opened, 'Dunno');
    await press('r', 'b');
    await press('escape', 'd');
    assert.deepEqual(codes(await read(opened.fileOf('tess'))), ['bond', 'rupture'], 'Esc keeps what stands');
    await press('r');
    await run('undo');
    await press('w');
    assert.deepEqual(codes(await read(opened.fileOf('tess'))), ['rupture'], 'the undo took the bond back');
  });

  test('a passage that has the code already is the one that is refined', async () => {
    const opened = await enter();
    const [first] = await tag('rupture', { turns: [4] });
    cursorIn(opened, 'Dunno');
    const [stood, refined] = await press('r', 'w');
    assert.deepEqual([idOf(stood), idOf(refined)], [first?.id, first?.id]);
    assert.deepEqual(codes(await read(opened.fileOf('tess'))), ['rupture.withdrawal']);
    await run('undo');
    assert.deepEqual(codes(await read(opened.fileOf('tess'))), ['rupture']);
  });

  test('a digit sets the first scale that has it; a code without one is left as it is', async () => {
    const opened = await enter();
    cursorIn(opened, 'Dunno');
    await press('r', 'w', '4');
    const file = opened.fileOf('tess');
    assert.match(await read(file), /ratings: \{ impact: 4 \}/);
    assert.deepEqual(await press('9'), [false]);
    cursorIn(opened, 'I think I pushed');
    assert.deepEqual(await press('x', '1'), [
      [{ id: lastId(await read(file), 'context'), code: 'context', turn: 7 }],
      false,
    ]);
    cursorIn(opened, 'Dunno');
    await until('the cursor is back', () => opened.editor.selection.active.line === 3);
    assert.deepEqual(await press('5'), [true], 'on the annotation at the cursor');
    assert.match(await read(file), /ratings: \{ impact: 5 \}/);
  });

  test('the dot repeats the last code, refined as it was', async () => {
    const opened = await enter();
    cursorIn(opened, 'Dunno');
    await press('r', 'w', 'm', 'j', 'j', '.');
    assert.deepEqual(codes(await read(opened.fileOf('tess'))), [
      'rupture.withdrawal.minimal',
      'rupture.withdrawal.minimal',
    ]);
    assert.match(await read(opened.fileOf('tess')), /turn: 6,/);
    await tag('goal', { turns: [1] });
    assert.deepEqual(turnsOf((await press('j', '.'))[1]), [7]);
    assert.match(
      await read(opened.fileOf('tess')),
      /code: goal\n {4}at: \{ turn: 7,/,
      'by whatever it was applied',
    );
  });

  test('j and k go by turn, to the first word; going on judges the turn left, going back does not', async () => {
    const opened = await enter();
    cursorIn(opened, 'T: How have');
    assert.deepEqual(await press('j', 'down', 'j', 'k', 'up'), [2, 3, 4, 3, 2]);
    assert.deepEqual(opened.editor.selection.active, new vscode.Position(1, 3));
    await until('what was judged is written', async () => exists(opened.fileOf('tess')));
    assert.match(await read(opened.fileOf('tess')), /^coded: \[ \{ from: 1, to: 3 \} \]$/m);
    assert.equal(await run('undo'), undefined, 'going on is no act to be undone');
  });

  test('turns judged on the way stay judged when the acts around them are undone', async () => {
    const opened = await enter();
    cursorIn(opened, 'T: How have');
    await press('j', 'b', 'j', 'j', 'r', 'undo', 'undo');
    const text = await read(opened.fileOf('tess'));
    assert.doesNotMatch(text, /annotations:/);
    assert.match(text, /^coded: \[ \{ from: 1, to: 3 \} \]$/m);
  });

  test('the next uncoded turn is the next that nobody judged', async () => {
    const opened = await enter();
    cursorIn(opened, 'T: How have');
    await press('j', 'j', 'j', 'k', 'k', 'k');
    assert.deepEqual(await press('u'), [4]);
    assert.deepEqual(await press('u'), [5]);
    await press('u', 'u', 'u');
    assert.deepEqual(await press('u'), [4], 'after the last comes the first');
    assert.equal(await run('nextUncodedTurn'), 5);
  });

  test('Alt and an arrow go by annotation', async () => {
    const opened = await enter();
    await tag('rupture', { turns: [4] });
    await tag('repair', { turns: [7] });
    cursorIn(opened, 'T: How have');
    assert.deepEqual(await press('alt+down', 'alt+down', 'alt+down', 'alt+up'), [true, true, false, true]);
    assert.equal(opened.editor.selection.active.line, 3);
  });

  test('E narrows what was just coded to sentence and word, e widens it; each is undone', async () => {
    const opened = await enter();
    const file = opened.fileOf('tess');
    cursorIn(opened, 'What was it like when');
    await press('r', 'E');
    assert.match(await read(file), /quote: "What was it like when I said that\?"\n/);
    await press('E', 'e', 'e');
    const whole = await read(file);
    assert.match(whole, /quote: "Something changed just then\. What was it like when I said that\?"\n/);
    for (const quote of [
      '"What was it like when',
      'What\n',
      '"What was it like when',
      '"Something changed',
    ]) {
      await run('undo');
      assert.ok((await read(file)).includes(`quote: ${quote}`), quote);
    }
    await run('undo');
    for (let i = 0; i < 5; i++) await run('redo');
    assert.equal(await read(file), whole);
  });

  test('an undone widening finds the former words in a text edited since', async () => {
    const opened = await enter();
    cursorIn(opened, 'Something changed');
    await press('r', 'E');
    await run('toggleCodingMode');
    await until('the text is free', async () =>
      opened.editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'C: Hello.\n')),
    );
    await run('undo');
    const text = await read(opened.fileOf('tess'));
    assert.match(text, /at: \{ turn: 6, start: 0, end: 63 \}/);
    await run('redo');
    assert.match(await read(opened.fileOf('tess')), /quote: Something changed just then\.\n/);
  });

  test('without an annotation e and E change what is selected', async () => {
    const opened = await enter();
    cursorIn(opened, 'changed just');
    const selected = (): string => opened.editor.document.getText(opened.editor.selection);
    await press('e');
    assert.equal(selected(), 'changed');
    await press('e');
    assert.equal(selected(), 'Something changed just then.');
    await press('E');
    assert.equal(selected(), 'Something');
    await press('b');
    assert.match(await read(opened.fileOf('tess')), /quote: Something\n/);
  });

  test('Backspace deletes the annotation just made, else the one at the cursor', async () => {
    const opened = await enter();
    cursorIn(opened, 'Dunno');
    assert.deepEqual((await press('r', 'w', 'backspace'))[2], true);
    assert.deepEqual(codes(await read(opened.fileOf('tess'))), []);
    await press('b', 'j', 'k', 'backspace');
    assert.deepEqual(codes(await read(opened.fileOf('tess'))), []);
  });

  test('the text is locked while the mode is on, and free afterwards', async () => {
    const { editor } = await enter();
    const type = (): Thenable<unknown> => vscode.commands.executeCommand('type', { text: 'typed' });
    await type();
    assert.equal(editor.document.getText(), dialogue);
    assert.equal(await run('toggleCodingMode'), false);
    await until('typing goes into the text', async () => {
      await type();
      return editor.document.getText().includes('typed');
    });
    await editor.document.save();
  });

  test('a transcript that is opened while the mode is on is locked too, and both are free afterwards', async () => {
    const first = await enter();
    const second = await openTranscript();
    const typed = async (editor: vscode.TextEditor): Promise<boolean> => {
      await vscode.commands.executeCommand('type', { text: 'typed' });
      return editor.document.getText().includes('typed');
    };
    await press('k');
    assert.equal(await typed(second.editor), false);
    await run('toggleCodingMode');
    await until('the second is free', async () => typed(second.editor));
    await second.editor.document.save();
    const again = await vscode.window.showTextDocument(first.editor.document);
    await until('the first is free', async () => typed(again));
    await again.document.save();
  });

  test('what a program writes into the locked text goes to the disk, where what is coded counts', async () => {
    const { editor, uri } = await enter();
    const change = new vscode.WorkspaceEdit();
    change.insert(uri, new vscode.Position(0, 3), 'So. ');
    await vscode.workspace.applyEdit(change);
    await until('it is on disk', async () => (await read(uri)).startsWith('T: So. How'));
    await until('the text is locked again', async () => {
      const before = editor.document.getText();
      await vscode.commands.executeCommand('type', { text: 'typed' });
      return editor.document.getText() === before;
    });
  });

  test('unsaved changes are saved when the mode is entered', async () => {
    const { editor } = await openTranscript();
    await changeText(editor, (change) => change.insert(new vscode.Position(0, 3), 'So. '));
    await run('toggleCodingMode');
    assert.ok(!editor.document.isDirty);
    await press('b');
    assert.match(editor.document.getText(), /^T: So\. How/);
  });

  test('a session coded by keys alone is undone to nothing and redone, byte for byte', async () => {
    const opened = await enter();
    const file = opened.fileOf('tess');
    cursorIn(opened, 'T: How have');
    const session = 'j r w m 3 j j r w E e j j r c 4 j p E j b a . backspace'.split(' ');
    await press(...session);
    const text = await read(file);
    assert.equal(codes(text).length, 4);
    let acts = 0;
    while (await run('undo')) acts++;
    assert.equal(acts, 11);
    assert.doesNotMatch(await read(file), /annotations:/);
    while (await run('redo'));
    assert.equal(await read(file), text);
    assert.equal(opened.editor.document.getText(), dialogue);
  });
});
