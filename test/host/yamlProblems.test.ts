import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeAs, hoverAt, openTranscript, until } from './workspaceFiles';
import { openFile, completions, problems, codes, replace, head, one, codebook } from './openedYaml';

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
