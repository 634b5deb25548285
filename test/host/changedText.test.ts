import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  codeAs,
  dialogue,
  openTranscript,
  read,
  run,
  tag,
  until,
  write,
  type Opened,
} from './workspaceFiles';

/** Dialogue of back-channels: which of two equal turns went cannot be told. */
const mms = ['T: And then?', 'C: Mm.', 'C: Mm.', 'T: What happened after that evening?', 'C: He left.'].join(
  '\n',
);

suite('annotations in a text that was changed outside', () => {
  suiteSetup(() => codeAs('tess'));

  /** Another program writes the transcript; the editor shows it, and the files around have been read. */
  async function changeOutside({ uri, editor, fileOf }: Opened, text: string): Promise<void> {
    await write(uri, text);
    await until('the editor shows the new text', () => editor.document.getText() === text);
    await until('the change is known', () =>
      vscode.languages.getDiagnostics(fileOf('tess')).some(({ code }) => code === 'text-changed'),
    );
  }

  test('what is found for certain needs no confirmation: the next act writes where it is', async () => {
    const opened = await openTranscript();
    await tag('rupture', { turns: [4] });
    await tag('bond', { turns: [6] });
    await changeOutside(opened, `C: Hello.\nT: Hello, come in.\n${dialogue.replace('(4s) ', '')}`);
    await tag('repair', { turns: [9] });
    const after = await read(opened.fileOf('tess'));
    assert.match(after, /code: rupture\n {4}at: \{ turn: 6, start: 0, end: 6 \}/);
    assert.match(after, /code: bond\n {4}at: \{ turn: 8, start: 0, end: 46 \}/);
    assert.match(after, /code: repair\n {4}at: \{ turn: 9,/);
    assert.match(after, /coded: \[ \{ from: 6, to: 6 \}, \{ from: 8, to: 9 \} \]/);
    assert.doesNotMatch(after, /unconfirmed|was:/);
  });

  test('what changed waits for a person while coding goes on, and says how it was found', async () => {
    const opened = await openTranscript();
    const [tagged] = await tag('bond', { turns: [6] });
    const changed = dialogue.replace('I wanted you to ask', 'I had wanted you to ask me');
    await changeOutside(opened, changed);
    await tag('rupture', { turns: [4] });
    const file = opened.fileOf('tess');
    const waiting = await read(file);
    assert.match(waiting, /unconfirmed: \{ state: changed, method: words, confidence: 0\.\d+ \}/);
    assert.match(waiting, /quote: "I was angry with you, and I wanted you to ask\."/, 'the words coded stay');
    assert.equal(await run('nextToConfirm'), tagged?.id);
    assert.equal(opened.editor.selection.active.line, 5);
    assert.equal(await run('confirm'), true);
    const confirmed = await read(file);
    assert.doesNotMatch(confirmed, /unconfirmed/);
    assert.match(confirmed, /quote: "I was angry with you, and I had wanted you to ask me\."/);
    await run('undo');
    assert.equal(await read(file), waiting);
    assert.equal(await run('nextToConfirm'), tagged?.id, 'it waits again');
    await run('redo');
    assert.equal(await read(file), confirmed);
  });

  test('of equal turns one of which went none is taken: the places are offered', async () => {
    const opened = await openTranscript(mms);
    const [tagged] = await tag('rupture', { turns: [2] });
    await changeOutside(opened, mms.replace('C: Mm.\n', ''));
    await tag('bond', { turns: [4] });
    const file = opened.fileOf('tess');
    const open = await read(file);
    assert.match(open, /was: \{ turn: 2, start: 0, end: 3 \}/);
    assert.match(
      open,
      /unconfirmed: \{ state: ambiguous, .*places: \[ \{ turn: 2, start: 0, end: 3 \} \] \}/,
    );
    assert.equal(await run('choosePlace', { id: tagged?.id, value: 0 }), true);
    assert.match(await read(file), /code: rupture\n {4}at: \{ turn: 2, start: 0, end: 3 \}\n {4}speaker/);
    await run('undo');
    assert.equal(await read(file), open);
  });

  test('what is nowhere keeps its words, and is placed again on what is selected', async () => {
    const opened = await openTranscript();
    const [tagged] = await tag('rupture', { turns: [4] });
    await changeOutside(opened, dialogue.replace('C: Dunno.', 'C: Never.'));
    assert.equal(await run('confirmAll', { confirmed: true }), true);
    const file = opened.fileOf('tess');
    assert.match(
      await read(file),
      /was: \{ turn: 4, start: 0, end: 6 \}\n {4}speaker: C\n {4}quote: Dunno\./,
    );
    opened.editor.selection = new vscode.Selection(3, 3, 3, 3);
    assert.equal(await run('place', { id: tagged?.id }), true);
    assert.match(await read(file), /at: \{ turn: 4, start: 0, end: 6 \}\n {4}speaker: C\n {4}quote: Never\./);
    assert.doesNotMatch(await read(file), /was:/);
    await run('undo');
    assert.match(await read(file), /was: \{ turn: 4/);
  });

  test('a passage that is not where it was found loses its place, and undo gives it back', async () => {
    const opened = await openTranscript();
    await tag('bond', { turns: [6] });
    await changeOutside(opened, dialogue.replace('I wanted you to ask', 'I had wanted you to ask me'));
    await run('nextToConfirm');
    assert.equal(await run('notHere'), true);
    const file = opened.fileOf('tess');
    assert.match(await read(file), /was: \{ turn: 6, start: 0, end: \d+ \}/);
    await run('undo');
    assert.match(
      await read(file),
      /at: \{ turn: 6, start: 0, end: \d+ \}\n {4}unconfirmed: \{ state: changed/,
    );
  });

  test('a release waits until everything is confirmed', async () => {
    const opened = await openTranscript();
    await tag('bond', { turns: [6] });
    await changeOutside(opened, dialogue.replace('I wanted you to ask', 'I had wanted you to ask me'));
    assert.equal(await run('release', { confirmed: true }), false);
    assert.equal(await run('confirmAll', { confirmed: true }), true);
    assert.equal(await run('release', { confirmed: true }), true);
  });

  test('what is unconfirmed stays so over a save, and after the file is read anew', async () => {
    const opened = await openTranscript();
    await tag('bond', { turns: [6] });
    await changeOutside(opened, dialogue.replace('I wanted you to ask', 'I had wanted you to ask me'));
    await tag('rupture', { turns: [4] });
    const { editor, fileOf } = opened;
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'C: Hello.\n'));
    await editor.document.save();
    await until('the places are written', async () =>
      /at: \{ turn: 7, start: 0, end: \d+ \}\n {4}unconfirmed: \{ state: changed/.test(
        await read(fileOf('tess')),
      ),
    );
    await write(fileOf('tess'), `${await read(fileOf('tess'))}# read me anew\n`);
    await tag('repair', { turns: [8] });
    assert.match(await read(fileOf('tess')), /unconfirmed: \{ state: changed/);
    assert.match(await read(fileOf('tess')), /# read me anew/);
  });

  test('a text that changed on disk while it was edited: nothing is written until a person decides which is to be', async () => {
    const { uri, editor, fileOf } = await openTranscript();
    await tag('bond', { turns: [6] });
    const before = await read(fileOf('tess'));
    await editor.edit((edit) => edit.insert(new vscode.Position(7, 3), 'Well. '));
    await until('it is unsaved', () => editor.document.isDirty);
    const outside = `T: Hello.\n${dialogue}`;
    await write(uri, outside);
    assert.deepEqual(await tag('rupture', { turns: [4] }), [], 'the text cannot be saved over the other');
    assert.equal(await read(fileOf('tess')), before);
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until(
      'the other text is there',
      () => editor.document.getText() === outside && !editor.document.isDirty,
    );
    await tag('rupture', { turns: [5] });
    const after = await read(fileOf('tess'));
    assert.match(after, /code: bond\n {4}at: \{ turn: 7, start: 0, end: 46 \}\n {4}speaker/);
    assert.match(after, /code: rupture\n {4}at: \{ turn: 5, start: 0, end: 6 \}/);
  });

  test('what is typed while the files around are read is not taken for a change from outside', async () => {
    const opened = await openTranscript();
    const { editor, fileOf } = opened;
    await tag('bond', { turns: [6] });
    for (let round = 1; round <= 8; round++) {
      // Another's file is news, which is read a moment later: about when the next letter is typed.
      await write(fileOf('bob'), `alliance: 1\ntranscript: x\ncoder: bob\n# ${round}\n`);
      await new Promise((done) => setTimeout(done, 60 * round));
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), `C: Hello ${round}.\n`));
      const [tagged] = await tag('rupture', { turns: [1] });
      assert.ok(tagged, `tagged in round ${round}`);
      await run('undo');
      const text = await read(fileOf('tess'));
      assert.ok(text.includes(`at: { turn: ${6 + round}, start: 0, end: 46 }`), `round ${round}\n${text}`);
      assert.doesNotMatch(text, /unconfirmed|was:/);
    }
  });
});
