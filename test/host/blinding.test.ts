import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeAs, dialogue, hoverAt, openTranscript, read, run, tag, until, write } from './workspaceFiles';

const study = (blind: string): string => `alliance_study: 1
title: Hidden things
blind: ${blind}
coders: { tess: {}, bob: { name: Bob K. }, dana: { role: supervisor } }
cases:
  CASE-X:
    condition: CONDITION-X
    sessions: [ { transcript: NAME.transcript, session: 77, date: "2019-09-19", stage: maintaining, scores: { client: { phq9: 19.5 } } } ]
`;

const bobs = `alliance: 1
transcript: NAME.transcript
coder: bob
name: Bob K.
role: coder
released: { at: "2026-03-04T09:00:00Z", sha256: abc }
annotations:
  - { id: bobsoneq, code: rupture.withdrawal.minimal, at: { turn: 4, start: 0, end: 6 }, quote: Dunno., note: looks away }
memos:
  - { id: bobsmemq, text: a memo, at: { turn: 4 } }
`;

const facts = /CASE-X|CONDITION-X|\b77\b|2019-09-19|maintaining|19\.5/;
const bob = /\bbob\b(?!\.alliance)|Bob K/i;

/** All that a coder may take along from a session. */
async function taken(uri: vscode.Uri): Promise<Readonly<Record<string, string>>> {
  const to = (name: string): string => vscode.Uri.joinPath(uri, '..', name).toString();
  const file = async (name: string): Promise<string> => read(vscode.Uri.parse(to(name)));
  const show = (): Thenable<unknown> => vscode.window.showTextDocument(uri);
  await show();
  const said: Record<string, string> = {
    study: JSON.stringify(await run('refreshStudy')),
    hover: await hoverAt(uri, 'Dunno.'),
    retrieve: JSON.stringify(await run('retrieve', { query: 'in:study', text: true })).replaceAll(
      'of bob',
      '',
    ),
    narrative: String(await run('copyNarrative')),
    case: JSON.stringify((await run('showCase')) ?? null),
  };
  await run('exportFound', { uri: to('found.csv'), text: false });
  said['found'] = await file('found.csv');
  for (const format of ['csv-long', 'csv-wide', 'csv-units']) {
    await show();
    await run('export', { scope: 'study', format, text: false, to: to(`${format}.csv`) });
    said[format] = await file(`${format}.csv`);
  }
  return said;
}

/** The rows of every list to pick from that is shown meanwhile; nothing is picked. */
async function listed(act: () => Promise<void>): Promise<string[]> {
  const lists: string[] = [];
  const shown = vscode.window.showQuickPick;
  Reflect.set(vscode.window, 'showQuickPick', (rows: readonly vscode.QuickPickItem[]) => {
    lists.push(JSON.stringify(rows.map(({ label, description, detail }) => [label, description, detail])));
  });
  try {
    await act();
  } finally {
    Reflect.set(vscode.window, 'showQuickPick', shown);
  }
  return lists;
}

function saying(said: Readonly<Record<string, string>>, mark: RegExp): string[] {
  return Object.keys(said).filter((name) => mark.test(said[name] ?? ''));
}

suite('what a study hides from its coders', () => {
  suiteTeardown(() => codeAs('tess'));

  test('its facts are nowhere, a supervisor has them all; the trajectory waits for the release', async () => {
    await codeAs('tess');
    const hidden = '{ trajectory: true, case: true, order: true, stage: true, scores: true }';
    const { uri } = await openTranscript(dialogue, { 'alliance.study.yaml': study(hidden) });
    await tag('bond', { turns: [2] });
    const before = await taken(uri);
    assert.deepEqual(saying(before, facts), []);
    assert.deepEqual([before['narrative'], before['case']], ['undefined', 'null']);
    assert.doesNotMatch(before['csv-wide'] ?? '', /tess/, 'its figures');
    await run('release', { confirmed: true });
    const after = await taken(uri);
    assert.deepEqual(saying(after, facts), []);
    assert.match(after['narrative'] ?? '', /\S/);
    assert.match(after['csv-wide'] ?? '', /tess/);
    assert.equal(after['case'], 'null', 'which sessions belong together stays hidden');
    await codeAs('dana', 'supervisor');
    const danas = await taken(uri);
    assert.deepEqual(
      saying(danas, facts).filter((name) => name !== 'found'),
      ['study', 'retrieve', 'narrative', 'case', 'csv-long', 'csv-wide', 'csv-units'].filter((name) =>
        facts.test(danas[name] ?? ''),
      ),
    );
    assert.ok(['study', 'retrieve', 'case', 'csv-wide'].every((name) => saying(danas, facts).includes(name)));
  });

  test('other coders have no names, before both released and after, and their codings are found by what stands for them', async () => {
    await codeAs('tess');
    const { uri, fileOf } = await openTranscript(dialogue, {
      'alliance.study.yaml': study('{ names: true }'),
      'NAME.bob.alliance.yaml': bobs,
    });
    await tag('bond', { turns: [2] });
    assert.deepEqual(saying(await taken(uri), bob), []);
    await run('release', { confirmed: true });
    await until('bob’s coding shows', async () => (await hoverAt(uri, 'Dunno.')).includes('coder'));
    await run('showCoding', { coder: 'bob' });
    const after = await taken(uri);
    assert.deepEqual(saying(after, bob), []);
    assert.deepEqual(saying(after, /coder-1|coder\\-1/), Object.keys(after));
    const found = await run<readonly { readonly id: string }[]>('retrieve', { query: 'coder:coder-1' });
    assert.deepEqual(
      found.map(({ id }) => id),
      ['coder-1/bobsoneq'],
    );
    const lists = await listed(async () => {
      const editor = await vscode.window.showTextDocument(uri);
      await run('report', { scope: 'transcript', text: false });
      const at = editor.document.positionAt(editor.document.getText().indexOf('Dunno.') + 2);
      editor.selection = new vscode.Selection(at, at);
      await run('comment');
    });
    assert.equal(lists.length, 2, 'whose coding goes into the report, and what the comment is about');
    assert.doesNotMatch(lists.join(), bob);
    assert.ok(lists.every((rows) => rows.includes('coder-1')));
    assert.match(await read(fileOf('bob')), /^coder: bob$/m);
    await codeAs('dana', 'supervisor');
    assert.ok(saying(await taken(uri), bob).includes('retrieve'));
  });

  test('a plan that was drawn does not tell who else codes; a look finds them all the same', async () => {
    await codeAs('dana', 'supervisor');
    const { uri, fileOf } = await openTranscript(dialogue, { 'alliance.study.yaml': study('true') });
    const file = vscode.Uri.joinPath(uri, '..', 'alliance.study.yaml');
    const drawn = await run<object>('drawPlan', { coders: ['bob', 'tess'], double: 1, seed: 7 });
    assert.deepEqual(drawn, { seed: 7, sessions: 1, double: 1, loads: { bob: 1, tess: 1 } });
    const name = uri.path.split('/').at(-1) ?? '';
    const plan = `plan_seed: 7\nplan:\n  - { transcript: ${name}, coders: [ bob, tess ] }\n`;
    assert.ok((await read(file)).endsWith(plan));
    await write(fileOf('bob'), bobs.replaceAll('NAME', name.replace('.transcript', '')));
    await codeAs('tess');
    await vscode.window.showTextDocument(uri);
    const study7 = async (): Promise<string> => JSON.stringify(await run('refreshStudy'));
    await until('tess has it to do', async () => (await study7()).includes('"state":"not-begun"'));
    assert.doesNotMatch(await study7(), /"coder":"bob"/);
    assert.equal(String(await run('nextSession')), uri.toString());
    assert.equal(await run('lookAnyway', { about: 'bob', reason: 'training', confirmed: true }), true);
    assert.match(await study7(), /"coder":"bob"/);
    await tag('bond', { turns: [2] });
    await run('release', { confirmed: true });
    assert.equal(await run('nextSession'), undefined, 'nothing is left');
  });
});
