import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openTranscript, run, until } from './workspaceFiles';
import { listed, open, wholeOf, tokensOf } from './dialogues';

async function hintsOf(document: vscode.TextDocument, range = wholeOf(document)): Promise<string[]> {
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[] | undefined>(
    'vscode.executeInlayHintProvider',
    document.uri,
    range,
  );
  return (hints ?? []).map(
    ({ label, position }) =>
      `${position.line + 1}: ${typeof label === 'string' ? label : label.map(({ value }) => value).join('')}`,
  );
}

/** What is selected at some words, step by step; steps that another provider puts between are left out. */
async function growing(document: vscode.TextDocument, words: string): Promise<string[]> {
  const at = document.positionAt(document.getText().indexOf(words));
  const [first] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
    'vscode.executeSelectionRangeProvider',
    document.uri,
    [at],
  );
  const steps: string[] = [];
  for (let each: vscode.SelectionRange | undefined = first; each; each = each.parent) {
    steps.push(document.getText(each.range));
  }
  return steps;
}

suite('colours by role', () => {
  test('follow the header, also for labels the grammar cannot know', async () => {
    const labels =
      'Ben=therapistLabel Anna=clientLabel Mother=otherLabel Ben=therapistLabel Anna=clientLabel';
    const document = await open(listed);
    // What is asked while the files around are taken in comes to nothing; the editor asks anew then.
    await until(labels, async () => (await tokensOf(document)).join(' ') === labels);
  });

  test('are given for the lines asked for, and no others', async () => {
    const document = await open('T: One.\nC: Two.\nM: Three.\nT: Four.\n');
    const range = new vscode.Range(1, 0, 2, 4);
    await until(
      'two',
      async () => (await tokensOf(document, range)).join(' ') === 'C=clientLabel M=otherLabel',
    );
  });

  test('follow the study file, which wins over the header', async () => {
    const study = 'alliance_study: 1\nspeakers: { T: { role: client }, C: { role: therapist } }\n';
    const { editor } = await openTranscript('T: Hello.\nC: Yes.\n', { 'alliance.study.yaml': study });
    await until('the study’s roles', async () => (await tokensOf(editor.document)).includes('T=clientLabel'));
    assert.deepEqual(await tokensOf(editor.document), ['T=clientLabel', 'C=therapistLabel']);
  });
});

suite('a selection that grows', () => {
  test('goes from word to sentence, turn, exchange, segment and everything', async () => {
    const document = await open(listed);
    const steps = await growing(document, 'know');
    const lines = listed.split('\n');
    const expected = [
      'know',
      'I don’t know.',
      'Mm. (4s) I don’t know.\n   It was long.',
      lines.slice(3, 7).join('\n'),
      lines.slice(3).join('\n'),
      listed,
    ];
    let from = 0;
    for (const step of expected) {
      const found = steps.indexOf(step, from);
      assert.ok(found >= from, `${JSON.stringify(step)} in ${JSON.stringify(steps)}`);
      from = found + 1;
    }
  });

  test('begins at a label with the label, in the header with the header', async () => {
    const document = await open(listed);
    assert.ok((await growing(document, 'Mother: She')).includes('Mother: She slept. 👍'));
    assert.ok((await growing(document, 'speakers')).includes(listed.split('\n').slice(0, 3).join('\n')));
  });

  test('is not at a loss in a text without turns', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'session-transcript',
      content: '((\n',
    });
    assert.ok((await growing(document, '((')).length > 0);
  });
});

suite('turn numbers', () => {
  test('stand before each turn', async () => {
    assert.deepEqual(await hintsOf(await open(listed)), ['4: 1', '5: 2', '7: 3', '8: 4', '9: 5']);
  });

  test('are given for the lines asked for, follow an edit, and are not said twice', async () => {
    const document = await open('T: One.\nC: Two.\n3 T: Three.\n7 C: Four.\nT5\tFive.\n');
    assert.deepEqual(await hintsOf(document), ['1: 1', '2: 2', '4: 4']);
    assert.deepEqual(await hintsOf(document, new vscode.Range(1, 0, 1, 3)), ['2: 2']);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'C: Zero.\n');
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(await hintsOf(document), ['1: 1', '2: 2', '3: 3', '4: 4', '5: 5', '6: 6']);
  });

  test('can be switched off', async () => {
    const document = await open('T: One.\nC: Two.\n');
    const settings = vscode.workspace.getConfiguration('alliance.editor');
    await settings.update('turnNumbers', false, vscode.ConfigurationTarget.Global);
    try {
      await until('no numbers', async () => (await hintsOf(document)).length === 0);
    } finally {
      await settings.update('turnNumbers', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

suite('Go to Turn', () => {
  test('goes to a turn by its number and returns it', async () => {
    const { editor } = await openTranscript();
    assert.equal(await run('goToTurn', { turns: [3] }), 3);
    assert.deepEqual([editor.selection.active.line, editor.selection.active.character], [2, 3]);
    assert.equal(await run('goToTurn', { turns: [99] }), undefined);
    assert.equal(editor.selection.active.line, 2);
  });

  test('asks where nothing is said, and Escape leaves everything as it is', async () => {
    const { editor } = await openTranscript();
    const going = run('goToTurn');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    let done = false;
    void going.then(() => (done = true));
    await until('it is over', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return done;
    });
    assert.equal(await going, undefined);
    assert.equal(editor.selection.active.line, 0);
  });
});

suite('the language features', () => {
  const broken: Readonly<Record<string, string>> = {
    nothing: '',
    'a header that never ends': '---\nspeakers: { T: {\nT: Hello ((\n',
    'a header that is none': '---\n- [\n\t*\n---\nT: Hello.\nC: Yes.\n',
    'signs of all kinds': 'T: 👩‍👧 ((\u0301)) 𝔘 \u2028 שלום 我不知道。\n\u0007C:\t[NAME_1\n*\n',
    'no final line end, and CR': 'T: Hello.\rC: Yes',
  };
  const providers: readonly [string, ...unknown[]][] = [
    ['vscode.executeDocumentSymbolProvider'],
    ['vscode.executeFoldingRangeProvider'],
    ['vscode.executeHoverProvider', new vscode.Position(0, 0)],
    ['vscode.executeSelectionRangeProvider', [new vscode.Position(0, 0), new vscode.Position(0, 3)]],
    ['vscode.executeCompletionItemProvider', new vscode.Position(0, 0)],
    ['vscode.executeInlayHintProvider', new vscode.Range(0, 0, 9, 0)],
    ['vscode.provideDocumentRangeSemanticTokens', new vscode.Range(0, 0, 9, 0)],
    ['vscode.executeCodeActionProvider', new vscode.Range(0, 0, 0, 3)],
  ];
  for (const [what, text] of Object.entries(broken)) {
    test(`answer where there is ${what}`, async () => {
      const { uri } = await openTranscript(text);
      const answers = providers.map(([command, ...args]) =>
        vscode.commands.executeCommand(command, uri, ...args),
      );
      assert.equal((await Promise.all(answers)).length, providers.length);
      assert.equal(await run('goToTurn', { turns: [99] }), undefined);
    });
  }
});
