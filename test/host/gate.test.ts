import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { markdown } from '../attacks/strings';
import { codeAs, dialogue, hoverAt, inFolder, openTranscript, read, run, tag, until } from './workspaceFiles';

const bobs = (released: string): string => `alliance: 1
transcript: NAME.transcript
coder: bob
role: coder
${released}annotations:
  - id: bobsone1
    code: rupture.withdrawal.minimal
    at: { turn: 4, start: 0, end: 6 }
    quote: Dunno.
    note: bob’s own words
`;

async function sees(uri: vscode.Uri, coder: string): Promise<boolean> {
  return (await hoverAt(uri, 'Dunno.')).includes(coder);
}

suite('the gate', () => {
  test('another coder’s work shows only when both have released', async () => {
    await codeAs('tess');
    const { uri, fileOf } = await openTranscript(dialogue, { 'NAME.bob.alliance.yaml': bobs('') });
    await tag('bond', { turns: [2] });
    assert.equal(await sees(uri, 'bob'), false, 'neither released');
    assert.equal(await run('release', { confirmed: true }), true);
    assert.match(await read(fileOf('tess')), /released: \{ at: "[^"]+", sha256: "?[0-9a-f]{64}"? \}/);
    assert.equal(await sees(uri, 'bob'), false, 'bob has not released');
    assert.equal(await run('takeBack', { confirmed: true }), true, 'nobody’s work was seen');
    assert.doesNotMatch(await read(fileOf('tess')), /^released:/m);
  });

  test('a released coding is sealed: no act changes it', async () => {
    await codeAs('tess');
    const { uri, fileOf } = await openTranscript(dialogue, {
      'NAME.bob.alliance.yaml': bobs('released: { at: "2026-03-04T09:00:00Z", sha256: abc }\n'),
    });
    await tag('bond', { turns: [2] });
    assert.equal(await sees(uri, 'bob'), false, 'bob released, tess did not');
    await run('release', { confirmed: true });
    await until('bob’s coding shows', () => sees(uri, 'bob'));
    const sealed = await read(fileOf('tess'));
    assert.deepEqual(await tag('rupture', { turns: [4] }), []);
    assert.equal(await run('takeBack', { confirmed: true }), false, 'bob’s coding was seen');
    assert.equal(await read(fileOf('tess')), sealed);
  });

  test('the sample: alice and bob see each other where both released, a supervisor what is released', async () => {
    const first = inFolder('c017', 'session-01.transcript');
    const third = inFolder('c017', 'session-03.transcript');
    const words = async (uri: vscode.Uri, coder: string): Promise<boolean> => {
      const file = await read(
        vscode.Uri.joinPath(
          uri,
          '..',
          `${uri.path.split('/').at(-1)?.replace('.transcript', '')}.${coder}.alliance.yaml`,
        ),
      );
      const quote = /quote: "?([^"\n\\]{5,40})/.exec(file)?.[1] ?? assert.fail('a quote');
      return (await hoverAt(uri, quote)).includes(coder);
    };
    for (const uri of [first, third]) await vscode.window.showTextDocument(uri);
    await codeAs('alice');
    await until('alice sees bob in session 1', () => words(first, 'bob'));
    assert.equal(await words(third, 'bob'), false, 'bob has not released session 3');
    await codeAs('dana', 'supervisor');
    await until('dana sees alice in session 3', () => words(third, 'alice'));
    assert.equal(await words(third, 'bob'), false);
    await codeAs('tess');
    await until(
      'tess sees nobody',
      async () => !(await words(first, 'alice')) && !(await words(first, 'bob')),
    );
  });

  test('what a transcript or a note says stays text in a hover', async () => {
    await codeAs('tess');
    const attack = markdown.join(' ');
    const { uri, editor } = await openTranscript(`T: Dunno. ${attack}\nC: Yes.`);
    const [made] = await tag('bond', { turns: [1] });
    await run('note', { id: made?.id, note: attack });
    const said = await hoverAt(uri, 'Dunno.');
    assert.ok(said.includes('click'), 'the note is shown');
    assert.ok(!said.includes('[click](command:'), said);
    assert.ok(!/(?<!\\)<img/.test(said) && !/(?<!\\)\*\*bold/.test(said), said);
    assert.ok(editor.document.getText().includes(attack));
  });
});
