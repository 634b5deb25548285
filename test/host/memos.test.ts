import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  codeAs,
  dialogue,
  exists,
  hoverAt,
  openTranscript,
  read,
  run,
  select,
  tag,
  until,
  type Tagged,
} from './workspaceFiles';

const paragraphs = 'She looks away whenever I ask.\n\nPerhaps it is me. Perhaps not.';

/** The page that is open for a memo or a note. */
function page(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.uri.scheme === 'alliance-note' ? document : undefined;
}

async function openedPage(): Promise<vscode.TextDocument> {
  await until('the page is open', () => page() !== undefined);
  const document = page();
  assert.ok(document);
  return document;
}

async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

suite('memos and what is judged', () => {
  suiteSetup(() => codeAs('tess'));
  teardown(() => vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups'));

  test('a memo on a turn and one on the session are in the file, and undo takes them out again', async () => {
    const { fileOf } = await openTranscript();
    const id = await run<string>('memo', { turns: [4], note: paragraphs });
    assert.match(id, /^[a-z][a-z0-9]{7}$/);
    await run('sessionMemo', { note: 'A hard one.' });
    const text = await read(fileOf('tess'));
    assert.match(text, /memos:\n {2}- (\{ )?id: [a-z0-9]{8},?\s+text: A hard one\./);
    assert.match(text, new RegExp(`id: ${id}[^]*looks away[^]*at: \\{ turn: 4 \\}`));
    assert.equal(await run('undo'), 'Edit Memo');
    assert.equal(await run('undo'), 'Edit Memo');
    assert.doesNotMatch(await read(fileOf('tess')), /memos:/);
    await run('redo');
    assert.match(await read(fileOf('tess')), /at: \{ turn: 4 \}/);
  });

  test('a turn has one memo of a person: a second command changes it, an empty one takes it away', async () => {
    const { fileOf } = await openTranscript();
    const id = await run('memo', { turns: [4], note: 'One.' });
    assert.equal(await run('memo', { turns: [4], note: 'Two.' }), id);
    assert.match(await read(fileOf('tess')), /text: Two\./);
    assert.equal(await run('memo', { id, note: '' }), id);
    assert.doesNotMatch(await read(fileOf('tess')), /memos:/);
    assert.equal(await run('memo', { turns: [99], note: 'Nowhere.' }), undefined);
    assert.equal(await run('deleteMemo', { id }), undefined);
  });

  test('a memo is written on a page of its own, and saved like any text', async () => {
    const { editor, fileOf } = await openTranscript();
    editor.selection = new vscode.Selection(3, 4, 3, 4);
    const id = await run<string>('memo');
    const document = await openedPage();
    assert.equal(document.getText(), '');
    assert.equal(document.languageId, 'session-note');
    assert.equal(await exists(fileOf('tess')), false);
    await replaceAll(document, `${paragraphs}\n`);
    assert.ok(await document.save());
    assert.match(await read(fileOf('tess')), new RegExp(`id: ${id}[^]*at: \\{ turn: 4 \\}`));
    await vscode.window.showTextDocument(editor.document);
    assert.equal(await run('undo'), 'Edit Memo');
    await until('the page follows', () => document.getText() === '');
  });

  test('a page keeps its turn while turns are put in above', async () => {
    const { editor, fileOf } = await openTranscript();
    await run('memo', { turns: [4] });
    const document = await openedPage();
    await replaceAll(document, 'Here.');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(editor.document.uri, new vscode.Position(0, 0), 'C: Hello.\nT: Hello.\n');
    await vscode.workspace.applyEdit(edit);
    assert.ok(await document.save());
    assert.match(await read(fileOf('tess')), /at: \{ turn: 6 \}/);
  });

  test('a note of several lines is edited on a page, where no line is lost', async () => {
    const { editor, fileOf } = await openTranscript();
    const [tagged] = await run<Tagged[]>('tagBond', { turns: [2] });
    await run('note', { id: tagged?.id, note: paragraphs });
    select(editor, 'Mm.');
    await run('note');
    const document = await openedPage();
    assert.equal(document.getText(), paragraphs);
    await replaceAll(document, 'In one line.');
    assert.ok(await document.save());
    assert.match(await read(fileOf('tess')), /note: In one line\./);
  });

  test('memos, turns judged and rated segments follow the text, and are written with the save', async () => {
    const { editor, fileOf } = await openTranscript(dialogue, {
      'NAME.tess.alliance.yaml':
        'alliance: 1\ntranscript: NAME.transcript\ncoder: tess\nratings:\n' +
        '  - { rating: bond, scope: { segment: 2, from_turn: 5, to_turn: 7 }, value: 4 }\n',
    });
    await run('memo', { turns: [4], note: 'Here.' });
    await tag('bond', { turns: [2] });
    await tag('bond', { turns: [4] });
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'C: Hello.\nT: Hello.\n'));
    await editor.document.save();
    await until('they are written', async () => /turn: 6 \}/.test(await read(fileOf('tess'))));
    const text = await read(fileOf('tess'));
    assert.match(text, /coded: \[ \{ from: 4, to: 4 \}, \{ from: 6, to: 6 \} \]/);
    assert.match(text, /from_turn: 7, to_turn: 9/);
    assert.match(text, /text: Here\., at: \{ turn: 6 \}|text: Here\.\n\s+at: \{ turn: 6 \}/);
  });

  test('a memo whose turn is deleted keeps its words, and comes back with the turn', async () => {
    const { editor, fileOf } = await openTranscript();
    await run('memo', { turns: [4], note: 'Here.' });
    await editor.edit((edit) => edit.delete(new vscode.Range(3, 0, 4, 0)));
    await editor.document.save();
    await until('the place is gone', async () => /was: \{ turn: 4 \}/.test(await read(fileOf('tess'))));
    await vscode.commands.executeCommand('undo');
    await editor.document.save();
    await until('the place is back', async () => / at: \{ turn: 4 \}/.test(await read(fileOf('tess'))));
    assert.doesNotMatch(await read(fileOf('tess')), /was:/);
  });

  test('an undo takes back what its act judged, wherever that is now, and nothing else', async () => {
    const { editor, fileOf } = await openTranscript();
    await tag('bond', { turns: [2] });
    await tag('bond', { turns: [4] });
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'C: Hello.\nT: Hello.\n'));
    await editor.document.save();
    await until('they are written', async () => /from: 6, to: 6/.test(await read(fileOf('tess'))));
    await run('undo');
    assert.match(await read(fileOf('tess')), /coded: \[ \{ from: 4, to: 4 \} \]/);
    await run('redo');
    assert.match(await read(fileOf('tess')), /coded: \[ \{ from: 4, to: 4 \}, \{ from: 6, to: 6 \} \]/);
  });

  test('the hover on the label tells what a memo says, as text', async () => {
    const { uri } = await openTranscript();
    await run('memo', { turns: [4], note: '[a link](command:alliance.undo) and **stars**' });
    const hover = await hoverAt(uri, 'C: Dunno');
    assert.match(hover, /\\\[a link\\\]/);
    assert.match(hover, /\\\*\\\*stars/);
    assert.match(hover, /command:alliance\.deleteMemo/);
  });

  test('a released session has no page to write on', async () => {
    await openTranscript();
    await tag('bond', { turns: [2] });
    assert.equal(await run('release', { confirmed: true }), true);
    assert.equal(await run('memo', { turns: [4] }), undefined);
    assert.equal(page(), undefined);
  });
});
