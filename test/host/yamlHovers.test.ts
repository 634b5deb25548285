import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverAt, inFolder } from './workspaceFiles';
import { openFile, head, one, study, codebook } from './openedYaml';

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
