import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeAs, hoverAt, inFolder, openTranscript, until, write } from './workspaceFiles';

let count = 0;

/** A file of ours in a folder of its own, beside others; `|` in its text is the cursor. */
async function openFile(
  name: string,
  text: string,
  beside: Readonly<Record<string, string>> = {},
): Promise<{
  readonly document: vscode.TextDocument;
  readonly at: vscode.Position;
  readonly folder: string;
}> {
  const folder = `yaml-${++count}`;
  for (const [file, content] of Object.entries(beside)) await write(inFolder(folder, file), content);
  await write(inFolder(folder, name), text.replace('|', ''));
  // As a person does it: what a program opens stays open for a while when its tab is closed.
  await vscode.commands.executeCommand('vscode.open', inFolder(folder, name));
  const document = vscode.window.activeTextEditor?.document ?? assert.fail('an editor');
  return { document, at: document.positionAt(Math.max(0, text.indexOf('|'))), folder };
}

async function completions(
  { uri }: vscode.TextDocument,
  at: vscode.Position,
  trigger?: string,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    at,
    trigger,
  );
  const kinds = new Set([vscode.CompletionItemKind.Text, vscode.CompletionItemKind.Snippet]);
  return list.items.filter(({ kind }) => kind === undefined || !kinds.has(kind));
}

function labels(items: readonly vscode.CompletionItem[]): string[] {
  return items
    .toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
    .map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function completed(name: string, text: string, beside = {}): Promise<string[]> {
  const { document, at } = await openFile(name, text, beside);
  let found: string[] = [];
  await until('completion', async () => {
    found = labels(await completions(document, at));
    return found.length > 0;
  });
  return found;
}

function problems(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Alliance');
}

function codes(uri: vscode.Uri): readonly string[] {
  return problems(uri)
    .map(({ code }) => (typeof code === 'string' ? code : ''))
    .sort();
}

async function replace(document: vscode.TextDocument, old: string, next: string): Promise<void> {
  const start = document.getText().indexOf(old);
  assert.ok(start >= 0, old);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + old.length));
  edit.replace(document.uri, range, next);
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}

const head = 'alliance: 1\ntranscript: s.transcript\ncoder: vera\n';
const one =
  '  - id: kkkkkkkk\n    code: rupture.withdrawal.minimal\n    at: { turn: 4 }\n    quote: Dunno.\n';
const study =
  'alliance_study: 1\ncoders: { vera: { name: Vera }, bob: {} }\nmeasures: { phq9: { kind: outcome } }\n';
const codebook =
  'alliance_codebook: 1\nid: mine\nversion: "1"\nscales: { depth: { values: { "1": flat, "2": deep } } }\ncodes:\n' +
  '  - { id: turn, label: Turning point, definition: It changes here., scales: [ depth ], replaces: [ old.turn ] }\n' +
  '  - { id: calm, label: Calm, definition: Nothing happens. }\n';

suite('completion in our files', () => {
  suiteSetup(() => codeAs('vera'));

  test('offers the keys that are not there yet, in a half-written entry', async () => {
    const found = await completed('s.vera.alliance.yaml', `${head}annotations:\n${one}    |\n`);
    assert.deepEqual(found.slice(0, 4), ['was', 'unconfirmed', 'speaker', 'quote_sha256']);
    assert.ok(!found.includes('quote'));
  });

  test('says what a key is for, and puts its required keys in', async () => {
    const { document, at } = await openFile(
      's.vera.alliance.yaml',
      `${head}annotations:\n  - code: bond\n    |`,
    );
    const item = (await completions(document, at)).find(({ label }) => labels([{ label }])[0] === 'at');
    assert.ok(item);
    const { documentation, insertText } = item;
    assert.match(documentation instanceof vscode.MarkdownString ? documentation.value : '', /passage is/);
    assert.equal(insertText instanceof vscode.SnippetString ? insertText.value : '', 'at: { turn: $1 }$0');
  });

  test('offers the codes of the codebook above, each with its card', async () => {
    const { document, at } = await openFile(
      's.vera.alliance.yaml',
      `${head}annotations:\n  - id: kkkkkkkk\n    code: |\n    at: { turn: 4 }\n`,
      { 'alliance.codebook.yaml': codebook },
    );
    const items = await completions(document, at, ' ');
    assert.deepEqual(labels(items), ['turn', 'calm']);
    const card = items[0]?.documentation;
    assert.ok(card instanceof vscode.MarkdownString);
    assert.match(card.value, /It changes here/);
    assert.equal(card.isTrusted ?? false, false);
  });

  const places: readonly (readonly [what: string, name: string, text: string, offered: readonly string[]])[] =
    [
      [
        'scales, those of the code first',
        's.vera.alliance.yaml',
        `${head}annotations:\n  - code: turn\n    ratings: { | }\n`,
        ['depth'],
      ],
      [
        'values of a scale',
        's.vera.alliance.yaml',
        `${head}annotations:\n  - code: turn\n    ratings: { depth: | }\n`,
        ['1', '2'],
      ],
      [
        'annotations for an episode',
        's.vera.alliance.yaml',
        `${head}annotations:\n${one}episodes:\n  - ruptures: [ | ]\n`,
        ['kkkkkkkk'],
      ],
      [
        'speakers of the transcript',
        's.vera.alliance.yaml',
        `${head}annotations:\n${one}    speaker: |\n`,
        ['T', 'C'],
      ],
      ['coders of the study', 's.vera.alliance.yaml', 'alliance: 1\ncoder: |\n', ['vera', 'bob']],
      ['transcripts beside it', 's.vera.alliance.yaml', 'alliance: 1\ntranscript: |\n', ['s.transcript']],
      ['roles', 's.vera.alliance.yaml', `${head}role: |\n`, ['coder', 'supervisor', 'consensus']],
      [
        'what happened',
        's.vera.alliance.yaml',
        `${head}log:\n  - at: "2026"\n    event: t|\n`,
        [
          'released',
          'taken_back',
          'looked',
          'resolved',
          'reopened',
          'sent_back',
          'approved',
          'masked',
          'moved',
          'reanchored',
        ],
      ],
    ];
  for (const [what, name, text, offered] of places) {
    test(`offers ${what}`, async () => {
      const found = await completed(name, text, {
        'alliance.codebook.yaml': codebook,
        'alliance.study.yaml': study,
        's.transcript': 'T: So?\nC: Mm.\nT: And?\nC: Dunno.\n',
      });
      assert.deepEqual(found, offered);
    });
  }

  test('in a study offers transcripts below it, those that are not listed first, people, measures and stages', async () => {
    const beside = { 'a/one.transcript': 'T: x\n', 'b/two.transcript': 'T: x\n' };
    const cases = (session: string): string =>
      `${study}cases:\n  C1:\n    sessions:\n      - { transcript: a/one.transcript }\n      - ${session}\n`;
    const found = (text: string): Promise<string[]> => completed('alliance.study.yaml', text, beside);
    assert.deepEqual(await found(cases('{ transcript: | }')), ['b/two.transcript', 'a/one.transcript']);
    assert.deepEqual(await found(cases('{ stage: | }')), ['establishing', 'developing', 'maintaining']);
    assert.deepEqual(await found(cases('{ scores: { client: { | } } }')), ['phq9']);
    const plan = `${study}plan:\n  - { transcript: a/one.transcript, coders: [ bob, | ] }\n`;
    assert.deepEqual(await found(plan), ['vera']);
  });

  test('in a codebook offers keys, kinds, scales, colours and the beginning of a child’s id', async () => {
    const found = (text: string): Promise<string[]> => completed('alliance.codebook.yaml', text);
    const begun = codebook.replace('  - { id: calm', '  - id: calm2\n    |\n  - { id: calm');
    assert.deepEqual((await found(begun)).slice(0, 3), ['label', 'key', 'color']);
    const kinds = await found(`${codebook}  - id: deep\n    kind: |\n`);
    assert.deepEqual(kinds.slice(0, 2), ['withdrawal', 'confrontation']);
    assert.deepEqual(await found(`${codebook}  - id: deep\n    scales: [ | ]\n`), ['depth']);
    assert.equal((await found(`${codebook}  - id: deep\n    color: |\n`)).length, 12);
    assert.deepEqual(await found(`${codebook}  - id: deep\n    children:\n      - id: |\n`), ['deep.']);
  });

  test('offers nothing in comments and running text, and leaves other YAML alone', async () => {
    for (const [name, text] of [
      ['s.vera.alliance.yaml', `${head}# co|`],
      ['s.vera.alliance.yaml', `${head}annotations:\n${one}    note: so it is, |`],
      ['compose.yaml', 'ro|'],
    ] as const) {
      const { document, at } = await openFile(name, text);
      assert.deepEqual(labels(await completions(document, at)), [], name);
    }
  });

  test('works with Windows line ends', async () => {
    const text = `${head}annotations:\n  - id: kkkkkkkk\n    code: |\n`.replaceAll('\n', '\r\n');
    const found = await completed('s.vera.alliance.yaml', text, { 'alliance.codebook.yaml': codebook });
    assert.deepEqual(found, ['turn', 'calm']);
  });
});

suite('hovers and definitions in our files', () => {
  test('a key says what it is for, a code shows its card, an id of before what replaced it', async () => {
    const { document } = await openFile(
      's.vera.alliance.yaml',
      `${head}annotations:\n  - { id: kkkkkkkk, code: turn, at: { turn: 4 } }\n  - { id: mmmmmmmm, code: old.turn, at: { turn: 4 } }\n`,
      { 'alliance.codebook.yaml': codebook },
    );
    assert.match(await hoverAt(document.uri, 'code: turn'), /as the codebook calls it/);
    assert.match(await hoverAt(document.uri, 'turn, at'), /Turning point[\s\S]*It changes here/);
    assert.match(await hoverAt(document.uri, 'old.turn'), /Now\\: turn[\s\S]*Turning point/);
  });

  test('an annotation in an episode shows its words', async () => {
    const { document } = await openFile(
      's.vera.alliance.yaml',
      `${head}annotations:\n${one}episodes:\n  - { id: pppppppp, ruptures: [ kkkkkkkk ], repairs: [] }\n`,
    );
    assert.match(await hoverAt(document.uri, 'kkkkkkkk ]'), /minimal[\s\S]*Turn 4[\s\S]*Dunno/);
    const [found] = await definitions(document, 'kkkkkkkk ]');
    assert.equal(found?.range.start.line, 4);
  });

  test('a code leads to its place in the codebook, a transcript’s name to the transcript', async () => {
    const { document, folder } = await openFile(
      's.vera.alliance.yaml',
      `${head}annotations:\n  - { id: kkkkkkkk, code: calm, at: { turn: 4 } }\n`,
      { 'alliance.codebook.yaml': codebook, 's.transcript': 'T: x\n' },
    );
    const [code] = await definitions(document, 'calm');
    assert.equal(code?.uri.path, inFolder(folder, 'alliance.codebook.yaml').path);
    assert.equal(code.range.start.line, 6);
    const [transcript] = await definitions(document, 's.transcript');
    assert.equal(transcript?.uri.path, inFolder(folder, 's.transcript').path);
  });

  test('the outline shows families with their codes, annotations, cases with their sessions', async () => {
    const nested = codebook.replace(
      ', definition: Nothing happens. }',
      ', children: [ { id: calm.deep } ] }',
    );
    const { document } = await openFile('alliance.codebook.yaml', nested);
    assert.deepEqual(await outline(document), ['turn', 'calm', '  calm.deep']);
    const coded = await openFile('s.vera.alliance.yaml', `${head}annotations:\n${one}`);
    assert.deepEqual(await outline(coded.document), ['rupture.withdrawal.minimal']);
    const cases = 'cases: { C1: { sessions: [ { transcript: a.transcript } ] } }\n';
    const studied = await openFile('alliance.study.yaml', study + cases);
    assert.deepEqual(await outline(studied.document), ['C1', '  a.transcript']);
  });
});

async function definitions(document: vscode.TextDocument, words: string): Promise<vscode.Location[]> {
  const at = document.positionAt(document.getText().indexOf(words) + 1);
  const { uri } = document;
  return vscode.commands.executeCommand<vscode.Location[]>('vscode.executeDefinitionProvider', uri, at);
}

async function outline({ uri }: vscode.TextDocument): Promise<string[]> {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uri,
  );
  return (symbols ?? []).flatMap(({ name, children }) => [
    name,
    ...children.map((child) => `  ${child.name}`),
  ]);
}

suite('problems in our files', () => {
  suiteSetup(() => codeAs('vera'));

  test('are said while the file is written, without a transcript, and go when it closes', async () => {
    const { document } = await openFile('alliance.codebook.yaml', `${codebook}  - { id: deep, colour: x }\n`);
    await until('the unknown key', () => codes(document.uri).includes('unknown-key'));
    await replace(document, 'colour: x', 'label: x');
    await until('nothing wrong', () => codes(document.uri).length === 0);
    await replace(document, 'codes:', 'codes: [');
    await until('no YAML', () => codes(document.uri).includes('not-yaml'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('nothing said of a closed file', () => codes(document.uri).length === 0);
  });

  test('are said once where the transcript is open too, of what the editor holds', async () => {
    const { uri, fileOf } = await openTranscript('T: So?\nC: Mm.\n', {
      'NAME.vera.alliance.yaml':
        'alliance: 1\ntranscript: NAME.transcript\ncoder: vera\ncolour: red\nannotations:\n' +
        '  - { id: kkkkkkkk, code: bond, at: { turn: 9 } }\n',
    });
    const file = fileOf('vera');
    await until('faults on disk', () => codes(file).length === 2);
    assert.deepEqual(codes(file), ['turn-out-of-range', 'unknown-key']);
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    await replace(document, 'colour: red\n', '');
    await until('the editor’s faults only', () => codes(file).length === 1);
    await replace(document, 'alliance: 1\n', 'alliance: 1\n# a line more\n');
    await until('moved along', () => problems(file)[0]?.range.start.line === 5);
    assert.deepEqual(codes(file), ['turn-out-of-range']);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await until('faults on disk again', () => codes(file).length === 2);
  });

  test('have quick fixes', async () => {
    const { document } = await openFile(
      's.vera.alliance.yaml',
      `${head}annotations:\n  - { id: kkkkkkkk, code: clam, at: { turn: 4 }, nots: x }\n`,
      { 'alliance.codebook.yaml': codebook },
    );
    await until('two faults', () => codes(document.uri).length === 2);
    const titles = await fixesFor(document);
    assert.deepEqual(titles.sort(), [
      'Change the code to “calm”',
      'Change “nots” to “note”',
      'Remove “nots”',
    ]);
  });

  test('have no quick fix in the file of somebody else', async () => {
    await codeAs('dana', 'supervisor');
    const { document } = await openFile(
      's.vera.alliance.yaml',
      `${head}released: { at: "2026-03-04T09:00:00Z", sha256: abc }\nnots: x\nannotations: []\n`,
    );
    await until('faults', () => codes(document.uri).length > 0);
    assert.deepEqual(await fixesFor(document), []);
    await codeAs('vera');
  });

  test('bad input has a fault and no more: tabs, a mark at the beginning, nothing at all, double keys, aliases', async () => {
    for (const [text, expected] of [
      ['', ['not-ours']],
      ['alliance:\n\t- 1\n', ['not-yaml']],
      [`\ufeff${head}annotations: []\n`, []],
      [`${head}coder: bob\n`, ['not-yaml']],
      [`${head}annotations: &a []\nepisodes: *a\n`, ['not-yaml']],
    ] as const) {
      const { document } = await openFile('s.vera.alliance.yaml', text);
      await completions(document, new vscode.Position(document.lineCount - 1, 0));
      const sorted = (): string => [...new Set(codes(document.uri))].join();
      await until(
        `${JSON.stringify(text)}: ${expected.join()} and not ${sorted()}`,
        () => sorted() === expected.join(),
      );
    }
  });
});

async function fixesFor({ uri, lineCount }: vscode.TextDocument): Promise<string[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    new vscode.Range(0, 0, lineCount, 0),
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.map(({ title }) => title);
}

suite('another’s unreleased file', () => {
  test('is closed again where nobody says to show it', async () => {
    await codeAs('vera');
    const text = `alliance: 1\ntranscript: s.transcript\ncoder: bob\nannotations:\n${one}`;
    const { document } = await openFile('s.bob.alliance.yaml', text, { 's.transcript': 'T: x\n' });
    const isShown = (): boolean =>
      vscode.window.visibleTextEditors.some((editor) => editor.document === document);
    await until('closed', () => !isShown());
  });

  test('stays open where the study is not blind, and one’s own does', async () => {
    const text = `alliance: 1\ntranscript: s.transcript\ncoder: bob\nannotations:\n${one}`;
    const open = { 's.transcript': 'T: x\n', 'alliance.study.yaml': 'alliance_study: 1\nblind: false\n' };
    const theirs = await openFile('s.bob.alliance.yaml', text, open);
    await until('faults looked for', async () => (await hoverAt(theirs.document.uri, 'coder')) !== '');
    assert.equal(vscode.window.activeTextEditor?.document, theirs.document);
  });
});
