import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { changeText, codeAs, inFolder, openTranscript, read, run, until, write } from './workspaceFiles';

interface Checked {
  readonly transcripts: number;
  readonly found: readonly { readonly line: number; readonly kind: string }[];
}

const dialogue = [
  'T: How is Anna?',
  'C: Anna left on March 3rd.',
  'T: And [NAME_1]?',
  'C: call 555-123-4567',
].join('\n');

function marked(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ code }) => code === 'identifier')
    .map(({ range, message }) => {
      assert.doesNotMatch(message, /Anna/);
      return `${range.start.line}:${range.start.character}-${range.end.character}`;
    })
    .sort();
}

/** The first argument of a fix. */
function argumentOf(action: vscode.CodeAction | undefined): object {
  const given: readonly unknown[] = action?.command?.arguments ?? [];
  const first = given[0];
  assert.ok(typeof first === 'object' && first !== null);
  return first;
}

async function fixes(uri: vscode.Uri, line: number): Promise<readonly vscode.CodeAction[]> {
  const place = new vscode.Range(line, 0, line, 80);
  return (
    (await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      place,
    )) ?? []
  );
}

suite('checking for identifiers', () => {
  setup(() => codeAs('tess'));
  teardown(() => run('stopCheckingIdentifiers'));

  test('marks, follows the text, masks and learns what is none', async () => {
    const { editor, uri } = await openTranscript(dialogue, { 'alliance.study.yaml': 'alliance_study: 1\n' });
    assert.deepEqual(marked(uri), []);
    const checked = await run<Checked>('checkIdentifiers', { scope: 'transcript' });
    assert.deepEqual(
      checked.found.map(({ line, kind }) => `${line} ${kind}`),
      ['1 name', '2 name', '2 date', '4 phone'],
    );
    assert.deepEqual(marked(uri), ['0:10-14', '1:16-25', '1:3-7', '3:8-20']);

    const actions = await fixes(uri, 0);
    const mask = actions.find(({ command }) => command?.command === 'alliance.mask');
    assert.match(mask?.title ?? '', /Anna/);
    await run('mask', { ...argumentOf(mask), token: '[NAME_2]', confirmed: true });
    await until('what is masked is not marked any more', () => marked(uri).length === 2);

    await changeText(editor, (change) => change.insert(new vscode.Position(3, 3), 'and Berlin '));
    await until('what is typed is marked', () => marked(uri).includes('3:7-13'));
    const allow = (await fixes(uri, 3)).find(
      ({ title, command }) => command?.command === 'alliance.allowWords' && title.includes('Berlin'),
    );
    await run('allowWords', argumentOf(allow));
    const list = vscode.Uri.joinPath(uri, '..', 'alliance.identifiers.txt');
    assert.equal(await read(list), 'ok: Berlin\n');
    await until('what is none is not marked any more', () => !marked(uri).includes('3:7-13'));
    await run('stopCheckingIdentifiers');
    assert.deepEqual(marked(uri), []);
    await editor.document.save();
  });

  test('warns once where a repository of git is connected with a server', async () => {
    await write(inFolder('shared', '.git', 'config'), '[core]\n[remote "origin"]\n\turl = x\n');
    const shown: string[] = [];
    const { showWarningMessage } = vscode.window;
    Object.assign(vscode.window, {
      showWarningMessage: async (message: string) => void shown.push(message),
    });
    try {
      for (const name of ['one', 'two']) {
        const uri = inFolder('shared', `${name}.transcript`);
        await write(uri, dialogue);
        await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      }
      await until('it is said', () => shown.some((message) => message.includes('git repository')));
      assert.equal(shown.filter((message) => message.includes('git repository')).length, 1);
    } finally {
      Object.assign(vscode.window, { showWarningMessage });
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(inFolder('shared'), { recursive: true });
    }
  });
});
