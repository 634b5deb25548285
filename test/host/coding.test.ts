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
  write,
  type Tagged,
} from './workspaceFiles';

suite('coding a transcript', () => {
  suiteSetup(() => codeAs('tess'));

  test('a tag on a selection is in the person’s file at once, readable', async () => {
    const { editor, fileOf } = await openTranscript();
    select(editor, " I don't know. ");
    const tagged = await tag('rupture.withdrawal.minimal');
    assert.equal(tagged.length, 1);
    const text = await read(fileOf('tess'));
    assert.match(text, /^alliance: 1\ntranscript: try-\d+\.transcript\ncoder: tess\nrole: coder\n/);
    assert.match(text, /codebook: \{ id: alliance-default, version: "1\.0\.0" \}/);
    assert.match(text, /text: \{ sha256: "?[0-9a-f]{64}"?, turns: "?[\w-]{48}"? \}/);
    assert.match(text, /at: \{ turn: 2, start: 9, end: 22 \}\n    speaker: C\n    quote: I don't know\./);
    assert.match(text, /context: \{ before: "Mm\. \(4s\) ", after: " \(\(looks away\)\)" \}/);
    assert.match(text, /coded: \[ \{ from: 2, to: 2 \} \]/);
  });

  test('without a selection the turn at each cursor is tagged, and all of them are undone as one', async () => {
    const { editor, fileOf } = await openTranscript();
    editor.selections = [1, 3, 3].map((line) => new vscode.Selection(line, 5, line, 5));
    const tagged = await run<Tagged[]>('tagRupture');
    assert.deepEqual(
      tagged.map(({ turn }) => turn),
      [2, 4],
    );
    const after = await read(fileOf('tess'));
    assert.equal(await run('undo'), 'Tag as Rupture');
    assert.doesNotMatch(await read(fileOf('tess')), /annotations:/);
    assert.equal(await run('redo'), 'Tag as Rupture');
    assert.equal(await read(fileOf('tess')), after);
  });

  test('each of the five families has its command, with arguments and a result', async () => {
    const { fileOf } = await openTranscript();
    for (const [command, code] of Object.entries({
      tagBond: 'bond',
      tagGoal: 'goal',
      tagTask: 'task',
      tagRupture: 'rupture',
      tagRepair: 'repair',
    })) {
      const tagged = await run<Tagged[]>(command, { turns: [6] });
      assert.deepEqual(tagged, [{ id: tagged[0]?.id, code, turn: 6 }]);
      assert.match(tagged[0]?.id ?? '', /^[a-z][a-z0-9]{7}$/);
    }
    assert.equal((await read(fileOf('tess'))).match(/^ {2}- id:/gm)?.length, 5);
  });

  test('the same code on the same words is not made twice', async () => {
    await openTranscript();
    const first = await tag('bond', { turns: [2] });
    assert.deepEqual(await tag('bond', { turns: [2] }), first);
  });

  test('recode, note, rate, link, unlink and delete change the file, and undo brings each state back', async () => {
    const { fileOf } = await openTranscript();
    const file = fileOf('tess');
    const [rupture] = await tag('rupture', { turns: [4] });
    const [repair] = await tag('repair', { turns: [7] });
    const id = rupture?.id ?? '';
    const states = [await read(file)];
    const acts: [string, object][] = [
      ['recode', { id, code: 'rupture.withdrawal.minimal' }],
      ['note', { id, note: 'Looks away: “no” # not a comment' }],
      ['rate', { id, scale: 'impact', value: 4 }],
      ['link', { id, with: [repair?.id], resolution: 4 }],
      ['unlink', { id: repair?.id }],
      ['delete', { id }],
    ];
    for (const [command, args] of acts) {
      assert.ok(await run(command, args), command);
      states.push(await read(file));
    }
    assert.match(states[1] ?? '', /code: rupture\.withdrawal\.minimal/);
    assert.match(states[2] ?? '', /note: "Looks away: “no” # not a comment"/);
    assert.match(states[3] ?? '', /ratings: \{ impact: 4 \}/);
    assert.match(
      states[4] ?? '',
      new RegExp(`ruptures: \\[ ${id} \\], repairs: \\[ ${repair?.id} \\], resolution: 4 \\}`),
    );
    assert.match(states[5] ?? '', /repairs: \[\]/);
    assert.doesNotMatch(states[6] ?? '', /episodes:|rupture/);
    for (let i = acts.length; i > 0; i--) {
      assert.equal(await read(file), states[i], `before undoing ${acts[i - 1]?.[0]}`);
      await run('undo');
    }
    assert.equal(await read(file), states[0]);
    for (let i = 0; i < acts.length; i++) await run('redo');
    assert.equal(await read(file), states.at(-1));
  });

  test('a changed transcript is saved before it is tagged, and the file speaks of the saved text', async () => {
    const { editor, uri, fileOf } = await openTranscript();
    await changeText(editor, (change) => change.insert(new vscode.Position(3, 3), 'I '));
    await tag('rupture', { turns: [4] });
    assert.ok(!editor.document.isDirty);
    assert.match(await read(uri), /C: I Dunno\./);
    assert.match(await read(fileOf('tess')), /quote: I Dunno\./);
  });

  test('annotations move with the text, and a save writes where they went', async () => {
    const { editor, fileOf } = await openTranscript();
    await tag('rupture', { turns: [4] });
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'C: Hello.\nT: Hello.\n'));
    assert.match(
      await read(fileOf('tess')),
      /at: \{ turn: 4, /,
      'what is on disk speaks of the text on disk',
    );
    await editor.document.save();
    await until('the place is written', async () =>
      /at: \{ turn: 6, start: 0, end: 6 \}/.test(await read(fileOf('tess'))),
    );
    assert.match(await read(fileOf('tess')), /quote: Dunno\./);
  });

  test('deleted words leave an annotation without a place, and text undo brings it back', async () => {
    const { editor, fileOf } = await openTranscript();
    await tag('rupture', { turns: [4] });
    await editor.edit((edit) => edit.delete(new vscode.Range(3, 0, 4, 0)));
    await editor.document.save();
    await until('the place is gone', async () =>
      /was: \{ turn: 4, start: 0, end: 6 \}/.test(await read(fileOf('tess'))),
    );
    assert.match(await read(fileOf('tess')), /quote: Dunno\./, 'its words are kept');
    await vscode.window.showTextDocument(editor.document);
    await until('the words are back', async () => {
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
      await vscode.commands.executeCommand('undo');
      return editor.document.getText() === dialogue;
    });
    await editor.document.save();
    await until('the place is back', async () =>
      / at: \{ turn: 4, start: 0, end: 6 \}/.test(await read(fileOf('tess'))),
    );
    assert.doesNotMatch(await read(fileOf('tess')), /was:/);
  });

  test('a transcript changed outside leaves annotations to be confirmed, never guessed', async () => {
    const { uri, editor, fileOf } = await openTranscript();
    await tag('rupture', { turns: [4] });
    await tag('bond', { turns: [6] });
    const before = await read(fileOf('tess'));
    await write(uri, dialogue.replace('C: Dunno.', 'C: Never.'));
    await until('the editor shows the new text', () => editor.document.getText().includes('Never.'));
    await until('the Problems view says so', () =>
      vscode.languages.getDiagnostics(fileOf('tess')).some(({ code }) => code === 'text-changed'),
    );
    assert.equal(await read(fileOf('tess')), before, 'nothing is written without a person');
    assert.equal(await run('confirmAll', { confirmed: true }), true);
    const after = await read(fileOf('tess'));
    assert.match(after, /was: \{ turn: 4, start: 0, end: 6 \}/, 'words that are gone have no place');
    assert.match(after, /at: \{ turn: 6, start: 0, end: 46 \}/);
    assert.equal(
      vscode.languages.getDiagnostics(fileOf('tess')).filter(({ code }) => code === 'text-changed').length,
      0,
    );
  });

  test('a file that cannot be read is never written over', async () => {
    const broken = 'alliance: 1\ntranscript: [';
    const { fileOf } = await openTranscript(dialogue, { 'NAME.tess.alliance.yaml': broken });
    assert.deepEqual(await tag('bond', { turns: [2] }), []);
    assert.equal(await read(fileOf('tess')), broken);
    await until('the fault is said', () =>
      vscode.languages.getDiagnostics(fileOf('tess')).some(({ code }) => code === 'not-yaml'),
    );
  });

  test('a hand-written file keeps its comments and unknown keys over acts', async () => {
    const written = [
      '# my second pass',
      'alliance: 1',
      'transcript: NAME.transcript',
      'coder: tess',
      'mood: tired   # not ours',
      'annotations:',
      '  # not sure about this one',
      '  - code: bond',
      '    at: { turn: 2 }   # the whole turn',
      '',
    ].join('\n');
    const { fileOf } = await openTranscript(dialogue, { 'NAME.tess.alliance.yaml': written });
    assert.equal(await run('confirmAll', { confirmed: true }), true);
    await tag('rupture', { turns: [4] });
    const after = await read(fileOf('tess'));
    for (const line of [
      '# my second pass',
      'mood: tired   # not ours',
      '  # not sure about this one',
      '# the whole turn',
    ]) {
      assert.ok(after.includes(line), line);
    }
    assert.match(after, /code: rupture/);
  });

  test('a change made outside while coding is kept', async () => {
    const { fileOf } = await openTranscript();
    await tag('bond', { turns: [2] });
    const outside = `${await read(fileOf('tess'))}memos:\n  - { id: memo0kkk, text: "written elsewhere" }\n`;
    await write(fileOf('tess'), outside);
    await tag('rupture', { turns: [4] });
    const after = await read(fileOf('tess'));
    assert.match(after, /written elsewhere/);
    assert.match(after, /code: rupture/);
    assert.match(after, /code: bond/);
  });

  test('nothing is written for a place without words', async () => {
    const { editor, fileOf } = await openTranscript('# only a comment\n\nT:\n');
    editor.selection = new vscode.Selection(0, 2, 0, 2);
    assert.deepEqual(await tag('bond'), []);
    assert.equal(await exists(fileOf('tess')), false);
  });
});
