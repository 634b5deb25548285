import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeAs, inFolder, openTranscript, run, select, tag, until } from './workspaceFiles';

const listed = [
  '---',
  'speakers: { Anna: { role: client }, Ben: { role: therapist }, Mother: { role: other } }',
  '---',
  '[00:00:00] Ben: How have you been? Since last week.',
  'Anna: Mm. (4s) I don’t know.',
  '   It was long.',
  'Mother: She slept. 👍',
  'Ben: Long.',
  'Anna: Yes.',
].join('\n');

async function open(content: string): Promise<vscode.TextDocument> {
  const { document } = (await openTranscript(content)).editor;
  await until('the extension', async () => (await tokensOf(document)).length > 0);
  return document;
}

function wholeOf(document: vscode.TextDocument): vscode.Range {
  return document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
}

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

/** `label=type` of each semantic token in a range. */
async function tokensOf(document: vscode.TextDocument, range = wholeOf(document)): Promise<string[]> {
  const { commands } = vscode;
  const legend = await commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
    'vscode.provideDocumentRangeSemanticTokensLegend',
    document.uri,
    range,
  );
  const tokens = await commands.executeCommand<vscode.SemanticTokens | undefined>(
    'vscode.provideDocumentRangeSemanticTokens',
    document.uri,
    range,
  );
  const data = [...(tokens?.data ?? [])];
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(at, at + 4);
    line += down;
    character = down > 0 ? right : character + right;
    const label = document.getText(new vscode.Range(line, character, line, character + length));
    found.push(`${label}=${legend?.tokenTypes[type]}`);
  }
  return found;
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

suite('the lightbulb', () => {
  const titles = async (uri: vscode.Uri, range: vscode.Range): Promise<string[]> =>
    (
      await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        range,
        vscode.CodeActionKind.RefactorRewrite.value,
      )
    ).map(({ title }) => title);

  suiteSetup(() => codeAs('lina'));

  test('offers likely codes for a selection: first those used before, then families; and any code', async () => {
    const { editor, uri } = await openTranscript();
    select(editor, 'Dunno.');
    await tag('rupture.withdrawal.minimal');
    select(editor, 'I was angry');
    const offered = await titles(uri, editor.selection);
    const label = 'Shutting replies';
    assert.equal(offered[0], `Tag as ${label}`, offered.join(' | '));
    assert.equal(offered.length, 7);
    assert.equal(offered.at(-1), 'Tag with Any Code…');
  });

  test('offers nothing before the first turn', async () => {
    const { uri } = await openTranscript('---\nsession: 1\n---\nT: Hello.\nC: Yes.\n');
    await until('a turn’s codes', async () => (await titles(uri, new vscode.Range(3, 0, 3, 5))).length > 1);
    assert.deepEqual(await titles(uri, new vscode.Range(1, 0, 1, 5)), []);
  });

  test('of a sample session knows the roles', async () => {
    const document = await vscode.workspace.openTextDocument(inFolder('c017', 'session-01.transcript'));
    await until(
      'the codes',
      async () => (await titles(document.uri, new vscode.Range(20, 0, 20, 5))).length > 1,
    );
  });
});

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

suite('completion', () => {
  const offered = async (
    document: vscode.TextDocument,
    line: number,
    character: number,
    trigger?: string,
  ): Promise<vscode.CompletionItem[]> => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(line, character),
      trigger,
    );
    // Words of the text are the editor's own suggestions.
    const ours = list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
    return ours.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  };
  const labels = (items: readonly vscode.CompletionItem[]): string[] =>
    items.map(({ label }) => (typeof label === 'string' ? label : label.label));

  test('offers the next speaker first where a line begins', async () => {
    const document = await open('T: One.\nC: Two.\n\n');
    const items = await offered(document, 2, 0);
    assert.deepEqual(labels(items).slice(0, 3), ['T:', 'C:', '(4s)']);
    assert.equal(items[0]?.insertText, 'T: ');
    assert.deepEqual(labels(await offered(document, 1, 0)).slice(0, 1), []);
  });

  test('offers notation within a turn, with what a bracket begins, and names masked already', async () => {
    const document = await open('T: One [NAME_1].\nC: ()\n');
    const names = labels(await offered(document, 0, 16));
    assert.deepEqual(names, [
      '(4s)',
      '(.)',
      '(pause)',
      '((looks away))',
      '[inaudible]',
      '[crosstalk]',
      '[NAME_1]',
      '[NAME_2]',
    ]);
    const [pause] = await offered(document, 1, 4, '(');
    const range = pause?.range;
    assert.ok(range instanceof vscode.Range);
    assert.equal(document.getText(range), '()');
    for (const item of await offered(document, 0, 16)) assert.ok(item.documentation);
  });

  test('offers keys and values in the header, and a header where there is none', async () => {
    const document = await open('---\nspeakers: { T: { role: th } }\nstage: \n\n---\nT: One.\nC: Two.\n');
    assert.deepEqual(labels(await offered(document, 2, 7)), ['establishing', 'developing', 'maintaining']);
    assert.deepEqual(labels(await offered(document, 1, 25)), ['therapist', 'client', 'other']);
    const keys = labels(await offered(document, 3, 0));
    assert.ok(
      keys.includes('duration') && !keys.includes('stage') && !keys.includes('speakers'),
      keys.join(),
    );
    const plain = await open('\nT: One.\nC: Two.\n');
    assert.ok(labels(await offered(plain, 0, 0)).includes('---'));
  });

  test('is silent in comments', async () => {
    assert.deepEqual(await offered(await open('T: One.\n# said (\nC: Two.\n'), 1, 8), []);
  });
});

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
