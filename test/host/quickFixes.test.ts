import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openTranscript, until } from './workspaceFiles';
import { open, wholeOf, tokensOf } from './dialogues';

suite('quick fixes', () => {
  const fixesOf = async (uri: vscode.Uri, code: string): Promise<vscode.CodeAction[]> => {
    const problem = (): vscode.Diagnostic | undefined =>
      vscode.languages.getDiagnostics(uri).find((each) => each.code === code);
    await until(code, () => problem() !== undefined);
    const range = problem()?.range;
    assert.ok(range);
    return vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
  };
  const titles = (actions: readonly vscode.CodeAction[]): string[] => actions.map(({ title }) => title);
  const apply = async (action: vscode.CodeAction | undefined): Promise<void> => {
    assert.ok(action?.edit);
    assert.equal(await vscode.workspace.applyEdit(action.edit), true);
  };

  test('add an unknown label to the speakers, and one undo takes it back', async () => {
    const text = 'T: Hello.\nMother: Well.\nC: Yes.\nMother: So.\n';
    const document = await open(text);
    const actions = await fixesOf(document.uri, 'unknown-label');
    assert.deepEqual(titles(actions), [
      'Add “Mother” to the speakers: therapist',
      'Add “Mother” to the speakers: client',
      'Add “Mother” to the speakers: other',
      'Mark the lines that begin with “Mother:” as comments (2)',
    ]);
    await apply(actions[2]);
    await until('four turns', async () => (await tokensOf(document)).join(' ').endsWith('Mother=otherLabel'));
    await until('no problem', () => vscode.languages.getDiagnostics(document.uri).length === 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  test('say which is meant by all likelihood', async () => {
    const document = await open('[00:02:00] T: Hello ((looks up\n[00:01:00] C: Yes.\n');
    const [close] = await fixesOf(document.uri, 'unclosed-nonverbal');
    assert.equal(close?.isPreferred, true);
    const times = await fixesOf(document.uri, 'time-backwards');
    assert.deepEqual(titles(times), ['Remove the time 01:00', 'Remove the time 02:00']);
    await apply(times[0]);
    assert.equal(document.lineAt(1).text, 'C: Yes.');
  });

  test('move what coders should not know from the header to the study file', async () => {
    const study =
      'alliance_study: 1\nblind: { names: true }\ncases:\n  K1: { sessions: [ { transcript: NAME.transcript } ] }\n';
    const { editor, uri } = await openTranscript(
      '---\nstage: developing\nduration: 50\n---\nT: Hello.\nC: Yes.\n',
      {
        'alliance.study.yaml': study,
      },
    );
    const actions = await fixesOf(uri, 'header-blind');
    assert.deepEqual(titles(actions), ['Move “stage” to the study file', 'Remove “stage” from the header']);
    await apply(actions[0]);
    assert.match(editor.document.getText(), /^---\nduration: 50\n---/);
    const file = vscode.Uri.joinPath(uri, '..', 'alliance.study.yaml');
    const changed = await vscode.workspace.openTextDocument(file);
    assert.match(changed.getText(), /\{ transcript: try-\d+\.transcript, stage: developing \}/);
    await changed.save();
  });

  test('lead to the study file where that lists the speakers', async () => {
    const study = 'alliance_study: 1\nspeakers: { T: { role: therapist }, C: { role: client } }\n';
    const { uri } = await openTranscript('T: Hello.\nMother: a\nC: Yes.\nMother: b\n', {
      'alliance.study.yaml': study,
    });
    await until('the study', async () =>
      titles(await fixesOf(uri, 'unknown-label')).includes('Open the study file, which lists the speakers'),
    );
    assert.equal((await fixesOf(uri, 'unknown-label')).length, 2);
  });

  test('are none where the problem is one for a person', async () => {
    const document = await open('T: Hello.\nC: Yes.\n');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, wholeOf(document), 'Nobody speaks here.\n');
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(titles(await fixesOf(document.uri, 'no-turns')), []);
  });
});
