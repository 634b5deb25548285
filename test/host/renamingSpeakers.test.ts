import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeAs, openTranscript, select, tag, until } from './workspaceFiles';
import { listed, open, tokensOf } from './dialogues';

suite('renaming a speaker', () => {
  const rename = async (document: vscode.TextDocument, words: string, to: string): Promise<string> => {
    const at = document.positionAt(document.getText().indexOf(words));
    try {
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        at,
        to,
      );
      assert.equal(await vscode.workspace.applyEdit(edit), true);
      return document.getText();
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };

  test('changes every label and the header, and one undo takes it back', async () => {
    const document = await open(listed);
    const text = await rename(document, 'Ben: How', 'Dr Berg');
    assert.equal(text, listed.replaceAll('Ben:', 'Dr Berg:'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), listed);
  });

  test('begins in the header, too, and writes a header where the name needs one', async () => {
    const document = await open(listed);
    assert.match(await rename(document, 'Anna: {', 'Eva'), /\{ Eva: .*\nEva: Mm\./s);
    const plain = await open('T: Hello.\nC: Yes.\n');
    assert.equal(
      await rename(plain, 'C: Yes', 'Anna'),
      '---\nspeakers:\n  T: { role: therapist }\n  Anna: { role: client }\n---\nT: Hello.\nAnna: Yes.\n',
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(plain.getText(), 'T: Hello.\nC: Yes.\n');
  });

  test('leaves what is coded where it is, as certain as before', async () => {
    await codeAs('lina');
    const { editor, fileOf } = await openTranscript();
    select(editor, 'Dunno.');
    await tag('rupture');
    await rename(editor.document, 'C: Dunno', 'Cl');
    await editor.document.save();
    const file = new TextDecoder().decode(await vscode.workspace.fs.readFile(fileOf('lina')));
    assert.match(file, /at: \{ turn: 4, start: 0, end: 6 \}/);
    const problems = vscode.languages.getDiagnostics(fileOf('lina'));
    assert.deepEqual(problems, []);
  });

  test('is refused elsewhere, for another’s name, and where the study lists the speakers', async () => {
    const document = await open(listed);
    assert.match(await rename(document, 'slept', 'X'), /Only speakers can be renamed/);
    assert.match(await rename(document, 'Anna: Mm', 'Ben'), /Another speaker is called “Ben”/);
    assert.match(await rename(document, 'Anna: Mm', 'A:'), /cannot be a label/);
    const study = 'alliance_study: 1\nspeakers: { T: { role: client }, C: { role: therapist } }\n';
    const { editor } = await openTranscript('T: Hello.\nC: Yes.\n', { 'alliance.study.yaml': study });
    await until('the study’s roles', async () => (await tokensOf(editor.document)).includes('T=clientLabel'));
    assert.match(await rename(editor.document, 'T: Hello', 'Th'), /listed in the study file/);
  });
});
