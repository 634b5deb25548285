import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeAs, dialogue, exists, hoverAt, openTranscript, read, run, tag, until } from './workspaceFiles';

const codingOf = (coder: string, released = ''): string => `alliance: 1
transcript: NAME.transcript
coder: ${coder}
role: coder
${released}annotations:
  - { id: ${coder}oneq, code: rupture.withdrawal.minimal, at: { turn: 4, start: 0, end: 6 }, quote: Dunno. }
`;

async function sees(uri: vscode.Uri, coder: string): Promise<boolean> {
  return (await hoverAt(uri, 'Dunno.')).includes(coder);
}

function look(about: string, reason: string): Thenable<boolean> {
  return run<boolean>('lookAnyway', { about, reason, confirmed: true });
}

/** Everything that changes one's coding, each as a command with what it takes. */
function acts(id: string, repair: string): readonly (readonly [string, object])[] {
  return [
    ['tag', { code: 'bond', turns: [3] }],
    ['recode', { id, code: 'rupture.confrontation' }],
    ['note', { id, note: 'later' }],
    ['rate', { id, scale: 'impact', value: 5 }],
    ['link', { id, with: [repair] }],
    ['unlink', { id }],
    ['delete', { id }],
    ['rateSession', { rating: 'bond', value: 4 }],
    ['judge', { turns: [8] }],
    ['memo', { turns: [2], note: 'later' }],
    ['sessionMemo', { note: 'later' }],
    ['deleteMemo', { turns: [4] }],
    ['notHere', { id }],
    ['confirmAll', {}],
    ['recodeAll', { scope: 'session' }],
    ['undo', {}],
    ['redo', {}],
    ['release', { confirmed: true }],
    ['takeBack', { confirmed: true }],
  ];
}

suite('looking anyway', () => {
  test('needs a reason, is logged with it in one’s own file, and only then shows that person’s coding', async () => {
    await codeAs('tess');
    const { uri, fileOf } = await openTranscript(dialogue, {
      'NAME.bob.alliance.yaml': codingOf('bob'),
      'NAME.carl.alliance.yaml': codingOf('carl'),
    });
    const bobs = await read(fileOf('bob'));
    assert.equal(await look('bob', '  '), false, 'no reason');
    assert.equal(await look('eve', 'training'), false, 'nobody of that name');
    assert.equal(await exists(fileOf('tess')), false);
    assert.equal(await sees(uri, 'bob'), false);
    assert.equal(await look('bob', 'a technical fault: who is right?'), true);
    const entry =
      /- \{ at: "[\d-]+T[\d:]+Z", event: looked, about: bob, reason: "a technical fault: who is right\?" \}/;
    assert.match(await read(fileOf('tess')), entry);
    assert.ok(await sees(uri, 'bob'));
    assert.equal(await sees(uri, 'carl'), false, 'nobody else');
    assert.equal(await read(fileOf('bob')), bobs);
  });

  test('after a release and a look, no act changes the coding, and it cannot be taken back', async () => {
    await codeAs('tess');
    const { uri, fileOf } = await openTranscript(dialogue, {
      'NAME.bob.alliance.yaml': codingOf('bob'),
      'NAME.carl.alliance.yaml': codingOf('carl', 'released: { at: "2026-03-04T09:00:00Z", sha256: abc }\n'),
    });
    const [rupture] = await tag('rupture.withdrawal', { turns: [4] });
    const [repair] = await tag('repair', { turns: [7] });
    await run('memo', { turns: [4], note: 'mine' });
    await run('release', { confirmed: true });
    await until('carl’s coding shows', () => sees(uri, 'carl'));
    const sealed = await read(fileOf('tess'));
    for (const [command, args] of acts(rupture?.id ?? '', repair?.id ?? '')) {
      await run(command, args);
      assert.equal(await read(fileOf('tess')), sealed, command);
    }
    assert.equal(await look('bob', 'the supervisor asked'), true, 'the log is outside the seal');
    const looked = await read(fileOf('tess'));
    assert.equal(looked.replace(/^ {2}- .*event: looked.*\n/m, ''), sealed);
    assert.ok(await sees(uri, 'bob'));
    assert.equal(await run('takeBack', { confirmed: true }), false);
  });

  test('before a release, too, a look makes the release stay', async () => {
    await codeAs('tess');
    const { fileOf } = await openTranscript(dialogue, { 'NAME.bob.alliance.yaml': codingOf('bob') });
    await tag('bond', { turns: [2] });
    assert.equal(await look('bob', 'training'), true);
    assert.ok((await tag('bond', { turns: [3] })).length > 0, 'one codes on, and the log says so');
    await run('release', { confirmed: true });
    assert.equal(await run('takeBack', { confirmed: true }), false);
    assert.match(await read(fileOf('tess')), /^released:/m);
  });

  test('a file that is hidden is not left open for somebody who opens it by hand and is not asked', async () => {
    await codeAs('tess');
    const { uri, fileOf } = await openTranscript(dialogue, { 'NAME.bob.alliance.yaml': codingOf('bob') });
    const isOpen = (): boolean =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(
          ({ input }) =>
            input instanceof vscode.TabInputText && input.uri.toString() === fileOf('bob').toString(),
        );
    await vscode.window.showTextDocument(fileOf('bob'));
    await until('it is closed again', () => !isOpen());
    await vscode.window.showTextDocument(uri);
    await look('bob', 'training');
    await vscode.window.showTextDocument(fileOf('bob'));
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
    assert.ok(isOpen(), 'it may be seen');
  });
});
