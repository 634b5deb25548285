import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { markdown } from '../attacks/strings';
import { hoverAt, inFolder, openTranscript, until } from './workspaceFiles';

/** Twelve turns, three of them stamped: two segments of five minutes. */
const timed = [
  '---',
  'speakers: { T: { role: therapist, name: Dr Berg }, C: { role: client } }',
  '---',
  '# Room 2.',
  '# The window is open.',
  '[00:00:00] T: How have you been since last week?',
  "C: Mm. (4s) I don't know.",
  '   It was long.',
  '',
  'T: Long.',
  '[00:05:00] C: Yes.',
  '[00:06:40] T: And then?',
].join('\n');

async function openUntitled(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'session-transcript', content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** The symbols of a document; the extension may still be starting. */
async function symbolsOf({ uri }: vscode.TextDocument): Promise<readonly vscode.DocumentSymbol[]> {
  let symbols: vscode.DocumentSymbol[] | undefined;
  await until('the outline', async () => {
    symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    return symbols !== undefined && symbols.length > 0;
  });
  return symbols ?? [];
}

/** `name (detail)` of each symbol, turns indented. */
async function outlineOf(document: vscode.TextDocument): Promise<string[]> {
  const lines = (await symbolsOf(document)).map(({ name, detail, children }) => [
    `${name} (${detail})`,
    ...children.map((turn) => `  ${turn.name} (${turn.detail})`),
  ]);
  return lines.flat();
}

/** `first-last` of each fold, lines from 1. */
async function foldsOf({ uri }: vscode.TextDocument): Promise<string[]> {
  const folds = await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(
    'vscode.executeFoldingRangeProvider',
    uri,
  );
  return (folds ?? []).map(({ start, end }) => `${start + 1}-${end + 1}`);
}

function problemsOf({ uri }: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Alliance');
}

function problemCodes(document: vscode.TextDocument): readonly unknown[] {
  return problemsOf(document).map(({ code }) => code);
}

async function insert(document: vscode.TextDocument, line: number, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(line, 0), text);
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}

suite('the outline of a transcript', () => {
  test('shows segments by time, and under them the turns', async () => {
    assert.deepEqual(await outlineOf(await openUntitled(timed)), [
      'Segment 1 (00:00–05:00)',
      '  T: How have you been since last week? (00:00)',
      "  C: Mm. (4s) I don't know. It was long. (turn 2)",
      '  T: Long. (turn 3)',
      'Segment 2 (05:00–06:40)',
      '  C: Yes. (05:00)',
      '  T: And then? (06:40)',
    ]);
  });

  test('says that segments are reckoned from words where there are no times', async () => {
    const [segment] = await symbolsOf(await openUntitled('T: One two three.\nC: Yes.\n'));
    assert.equal(segment?.detail, 'about 00:00–00:01, at 150 words a minute');
  });

  test('tells the roles apart, and keeps a long turn’s name short', async () => {
    const long = `M: ${'wonderful '.repeat(40)}`;
    const [segment] = await symbolsOf(await openUntitled(`T: Hello.\nC: Yes.\n${long}\nC:\n`));
    const turns = segment?.children ?? [];
    assert.equal(new Set(turns.slice(0, 3).map(({ kind }) => kind)).size, 3);
    assert.equal(turns[2]?.name, 'M: wonderful wonderful wonderful wonderful wonderful…');
    assert.equal(turns[3]?.name, 'C:');
  });

  test('covers every line from the first turn on, so that breadcrumbs know where they are', async () => {
    const document = await openUntitled(timed);
    const turns = (await symbolsOf(document)).flatMap(({ children }) => children);
    assert.deepEqual(
      turns.map(({ range, selectionRange }) => [
        `${range.start.line}-${range.end.line}`,
        document.getText(selectionRange),
      ]),
      [
        ['5-5', 'T'],
        ['6-8', 'C'],
        ['9-9', 'T'],
        ['10-10', 'C'],
        ['11-11', 'T'],
      ],
    );
  });

  test('follows an edit', async () => {
    const document = await openUntitled('T: Hello.\nC: Yes.\n');
    assert.equal((await outlineOf(document)).length, 3);
    await insert(document, 1, 'C: Well.\n');
    assert.deepEqual((await outlineOf(document)).slice(1), [
      '  T: Hello. (turn 1)',
      '  C: Well. (turn 2)',
      '  C: Yes. (turn 3)',
    ]);
  });

  test('of a sample session has a turn for each line that begins with a label', async () => {
    const document = await vscode.workspace.openTextDocument(inFolder('c017', 'session-01.transcript'));
    const labels = document.getText().match(/^\[[\d:]+\] [TC]:/gm)?.length;
    const turns = (await symbolsOf(document)).flatMap(({ children }) => children);
    assert.equal(turns.length, labels);
  });

  test('takes labels and segment length from the study file, also when it comes later', async () => {
    const study =
      'alliance_study: 1\nsegment_minutes: 1\nspeakers: { Anna: { role: client }, Ben: { role: therapist } }\n';
    const { editor } = await openTranscript(`Anna: ${'yes '.repeat(150)}\nBen: So.\n`, {
      'alliance.study.yaml': study,
    });
    await until('the study’s speakers', async () => (await symbolsOf(editor.document)).length === 2);
    const [, second] = await symbolsOf(editor.document);
    assert.equal(second?.children[0]?.name, 'Ben: So.');
  });
});

suite('folding a transcript', () => {
  test('folds header, comments, segments and turns of several lines', async () => {
    const document = await openUntitled(timed);
    await symbolsOf(document);
    assert.deepEqual((await foldsOf(document)).sort(), ['1-3', '11-12', '4-5', '6-10', '7-8']);
  });

  test('finds nothing to fold in an empty text', async () => {
    assert.deepEqual(await foldsOf(await openUntitled('')), []);
  });
});

suite('a hover on a label', () => {
  const plain = (hover: string): string => hover.replace(/\\/g, '');

  test('says who speaks, which turn, when and how much', async () => {
    const document = await openUntitled(timed);
    await symbolsOf(document);
    const hover = plain(await hoverOnLabel(document, 5));
    assert.match(hover, /\*\*T\*\* · Dr Berg · therapist/);
    assert.match(hover, /Turn 1 of 5/);
    assert.match(hover, /Time: 00:00/);
    assert.match(hover, /Words: 7 \(all turns of T: 56 % of the session’s words\)/);
  });

  test('says that a time is an estimate, and from what', async () => {
    const stamped = await openUntitled(timed);
    await symbolsOf(stamped);
    assert.match(plain(await hoverOnLabel(stamped, 6)), /Time: about 02:20, from the words between/);
    const untimed = await openUntitled(`T: ${'yes '.repeat(300)}\nC: No.\n`);
    await symbolsOf(untimed);
    assert.match(plain(await hoverOnLabel(untimed, 1)), /Time: about 02:00, from words/);
  });

  test('is not there on the words of a turn', async () => {
    const document = await openUntitled(timed);
    await symbolsOf(document);
    assert.equal(await hoverAt(document.uri, 'been since'), '');
  });

  test('shows a dangerous name as text', async () => {
    const name = markdown.join(' ');
    const document = await openUntitled(
      `---\nspeakers: { T: { role: therapist, name: ${JSON.stringify(name)} } }\n---\nT: Hello.\n`,
    );
    await symbolsOf(document);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(3, 0),
    );
    const contents = hovers.flatMap((hover) => hover.contents);
    assert.equal(contents.length, 1);
    for (const content of contents) {
      assert.ok(content instanceof vscode.MarkdownString);
      assert.equal(content.isTrusted ?? false, false);
      assert.equal(content.supportHtml ?? false, false);
      assert.doesNotMatch(content.value, /(?<!\\)[[<]/);
    }
  });
});

async function hoverOnLabel({ uri }: vscode.TextDocument, line: number): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  const [label = ''] = /[TC]:/.exec(document.lineAt(line).text) ?? [];
  const at = new vscode.Position(line, document.lineAt(line).text.indexOf(label));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

suite('problems of a transcript', () => {
  test('are shown in words, with place, source, code and severity', async () => {
    const document = await openUntitled('[00:01:00] T: Hello ((looks up\n[00:00:30] C: Yes.\n');
    await until('two problems', () => problemsOf(document).length === 2);
    const [unclosed, backwards] = problemsOf(document);
    assert.equal(unclosed?.code, 'unclosed-nonverbal');
    assert.equal(backwards?.code, 'time-backwards');
    assert.match(backwards?.message ?? '', /^This time, 00:30, is earlier than 01:00/);
    assert.equal(backwards?.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(document.getText(backwards?.range), '[00:00:30]');
  });

  test('come and go with an edit', async () => {
    const document = await openUntitled('T: Hello.\nC: Yes.\n');
    await insert(document, 1, 'T: So ((coughs\n');
    await until('the problem', () => problemCodes(document).includes('unclosed-nonverbal'));
    await vscode.commands.executeCommand('undo');
    await until('no problem', () => problemsOf(document).length === 0);
  });

  test('go when the transcript is closed', async () => {
    const { editor } = await openTranscript('T: Hello ((\n');
    const { document } = editor;
    await until('the problem', () => problemsOf(document).length === 1);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await until('no problem', () => problemsOf(document).length === 0);
  });

  test('of a header say where it is wrong, and the text below is still read', async () => {
    const document = await openUntitled('---\ncase: *Anna\n---\nT: Hello.\nC: Yes.\n');
    await until('the problem', () => problemsOf(document).length === 1);
    const [problem] = problemsOf(document);
    assert.equal(problem?.code, 'header-not-yaml');
    assert.equal(problem?.range.start.line, 1);
    assert.match(problem?.message ?? '', /quotation marks/);
    assert.equal((await outlineOf(document)).length, 3);
  });

  const unusual: Readonly<Record<string, string>> = {
    CRLF: 'T: Hello.\r\nC: Yes ((nods)).\r\n',
    tabs: 'T\t:\tHello.\n\tC:\tYes.\n',
    'right-to-left text':
      '---\nspeakers: { מ: { role: therapist }, ל: { role: client } }\n---\nמ: מה שלומך?\nל: לא יודעת. (4s)\n',
    'emoji and combining marks': 'T: 👩‍👧 cafe\u0301\nC: 👍🏽 𝔘',
    'no final line end': 'T: Hello.\nC: Yes.',
  };
  for (const [what, text] of Object.entries(unusual)) {
    test(`${what} make none, and an outline of two turns`, async () => {
      const document = await openUntitled(text);
      assert.equal((await symbolsOf(document)).flatMap(({ children }) => children).length, 2);
      await new Promise((done) => setTimeout(done, 100));
      assert.deepEqual(problemCodes(document), []);
    });
  }

  test('a text of comments only, and one of nothing, leave the editor in peace', async () => {
    const comments = await openUntitled('# Nothing was recorded.\n# The machine was off.\n');
    await until('that nothing can be coded', () => problemCodes(comments).includes('no-turns'));
    assert.deepEqual(await foldsOf(comments), ['1-2']);
    const empty = await openUntitled('');
    await new Promise((done) => setTimeout(done, 100));
    assert.deepEqual(problemCodes(empty), []);
  });

  test('a line of ten megabytes is said to be too long, and the rest goes on', async () => {
    const document = await openUntitled(`T: Hello.\nC: ${'yes ((no '.repeat(1_200_000)}\nT: So.\n`);
    await until('the problem', () => problemCodes(document).includes('line-too-long'));
    const turns = (await symbolsOf(document)).flatMap(({ children }) => children);
    assert.equal(turns.length, 3);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
