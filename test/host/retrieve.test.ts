import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeAs, dialogue, inFolder, openTranscript, read, run, tag, until } from './workspaceFiles';

interface Hit {
  readonly id: string;
  readonly case: string | null;
  readonly session: number | null;
  readonly transcript: string;
  readonly code: string;
  readonly coder: string;
  readonly state: string;
  readonly at: { readonly turn: number } | null;
  readonly text: string | null;
  readonly note: string | null;
}

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

function retrieve(query: string, text = false): Thenable<readonly Hit[]> {
  return run('retrieve', { query, text });
}

async function passagesOf(query: string): Promise<string[]> {
  return (await retrieve(query, true)).map(({ code, at, text }) => `${code} ${at?.turn} ${text}`);
}

suite('retrieving passages', () => {
  test('finds by code, speaker, words and note in the session, as the text stands now', async () => {
    await codeAs('tess');
    const { editor } = await openTranscript();
    const [made] = await tag('rupture.withdrawal', { turns: [4] });
    await tag('repair', { turns: [7] });
    await run('note', { id: made?.id, note: 'Looks away.' });
    assert.deepEqual(await passagesOf('in:session'), [
      'rupture.withdrawal 4 Dunno.',
      'repair 7 I think I pushed you, and I am sorry.',
    ]);
    assert.deepEqual(await passagesOf('code:rupture in:session'), ['rupture.withdrawal 4 Dunno.']);
    assert.deepEqual(await passagesOf('role:therapist in:session'), [
      'repair 7 I think I pushed you, and I am sorry.',
    ]);
    assert.deepEqual(await passagesOf('note:away in:session'), ['rupture.withdrawal 4 Dunno.']);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'T: Before.\n'));
    assert.deepEqual(await passagesOf('dunno in:session'), ['rupture.withdrawal 5 Dunno.'], 'unsaved text');
    await vscode.commands.executeCommand('undo');
  });

  test('says no word of the text unless it is asked to, and refuses what it cannot read', async () => {
    await codeAs('tess');
    await openTranscript();
    const [made] = await tag('bond', { turns: [2] });
    const [hit] = await retrieve('in:session');
    assert.deepEqual([hit?.id, hit?.text, hit?.note], [`tess/${made?.id}`, null, null]);
    await assert.rejects(async () => retrieve('colour:red'), /colour/);
  });

  test('goes to a passage in a transcript that is not shown, and selects it', async () => {
    await codeAs('tess');
    const { uri } = await openTranscript();
    await tag('bond', { turns: [4] });
    const [hit] = await retrieve('in:session');
    const other = await openTranscript();
    assert.notEqual(other.uri.toString(), uri.toString());
    const passage = { uri, coder: 'tess', annotation: { id: hit?.id.split('/')[1] } };
    assert.equal(await run('goToFound', { kind: 'passage', passage }), true);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri.toString());
    assert.equal(editor?.document.getText(editor.selection), 'Dunno.');
  });

  test('copies with sources, writes a table without text or with it, and shows a page to read', async () => {
    await codeAs('tess');
    const { uri } = await openTranscript();
    await tag('bond', { turns: [4] });
    await retrieve('in:session');
    const copied = await run<string>('copyAllFound');
    assert.match(copied, /^“Dunno\.” \(.*turn 4, client; bond, tess\)$/);
    const file = vscode.Uri.joinPath(uri, '..', 'passages.csv');
    await run('exportFound', { uri: file.toString(), text: false });
    const bare = await read(file);
    assert.match(bare, /^case,session,transcript,coder,.*\n.*,tess,.*bond/);
    assert.doesNotMatch(bare, /Dunno|What was that/);
    await run('exportFound', { uri: file.toString(), text: true });
    assert.match(await read(file), /Dunno[^]*What was that/);
    await run('readFound');
    const page = vscode.window.activeTextEditor?.document;
    assert.equal(page?.uri.scheme, 'alliance-retrieve');
    await until('the page shows what was found', () => page.getText() !== '');
    assert.match(page.getText(), /One passage\nin:session[^]*»    4 {2}C: Dunno\./);
    await run('clearFound');
    await until('the page is empty', () => page.getText() === '');
  });
});

suite('retrieving over a study', () => {
  const transcriptsOf = (hits: readonly Hit[]): string[] => [
    ...new Set(hits.map(({ transcript }) => transcript)),
  ];

  test('looks into transcripts that are not open, one case or all', async () => {
    await codeAs('alice');
    await vscode.window.showTextDocument(inFolder('c017', 'session-05.transcript'));
    const own = await retrieve('coder:alice');
    assert.ok(own.length > 50);
    assert.ok(transcriptsOf(own).includes('c017/session-01.transcript'));
    const ofCase = await retrieve('coder:alice in:case', true);
    assert.deepEqual([...new Set(ofCase.map((hit) => hit.case))], ['C017']);
    assert.ok(ofCase.every(({ state, text }) => state === 'certain' && text !== ''));
    const order = ofCase.map(({ session }) => session ?? 0);
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
      'in the order of the sessions',
    );
    assert.deepEqual(await retrieve('coder:alice in:session'), [], 'she coded none of this one');
  });

  test('lets alice see of bob’s what both released, and dana what he released', async () => {
    await codeAs('alice');
    const both = ['c017/session-01.transcript', 'c017/session-02.transcript'];
    const seen = await retrieve('coder:bob case:C017');
    assert.deepEqual(transcriptsOf(seen), both);
    const everything = await retrieve('case:C017', true);
    const hidden = everything.filter(
      ({ coder, transcript }) => coder === 'bob' && !both.includes(transcript),
    );
    assert.deepEqual(hidden, []);
    await codeAs('dana', 'supervisor');
    assert.deepEqual(transcriptsOf(await retrieve('coder:bob case:C017')), both);
    await codeAs('newcomer');
    assert.deepEqual(await retrieve('coder:alice,bob,dana case:C017'), []);
  });

  test('goes to a passage of a transcript that was never open', async () => {
    await codeAs('alice');
    const [hit] = await retrieve('coder:alice session:1 case:C017', true);
    const [coder, id] = hit?.id.split('/') ?? [];
    const uri = inFolder(...(hit?.transcript ?? '').split('/'));
    assert.equal(
      await run('goToFound', { kind: 'passage', passage: { uri, coder, annotation: { id } } }),
      true,
    );
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri.toString());
    const selected = editor?.document.getText(editor.selection) ?? '';
    assert.equal(hit?.text?.split('\n')[0], selected.split('\n')[0]);
  });
});

suite('retrieving through the gate', () => {
  test('what another coder has not released is never found, copied, shown or written', async () => {
    await codeAs('tess');
    const { uri } = await openTranscript(dialogue, { 'NAME.bob.alliance.yaml': bobs('') });
    await tag('bond', { turns: [2] });
    const bare = vscode.Uri.joinPath(uri, '..', 'bare.csv');
    for (const query of [
      'in:session',
      'in:session coder:bob',
      'in:session Dunno',
      'in:session with:rupture',
    ]) {
      const hits = await retrieve(query, true);
      assert.doesNotMatch(JSON.stringify(hits), /bob|withdrawal|Dunno/, query);
    }
    await retrieve('in:session');
    await run('exportFound', { uri: bare.toString(), text: true });
    await run('readFound');
    const page = vscode.window.activeTextEditor?.document;
    // It shows what was found before until its words are there.
    const shows = (): string => page?.getText() ?? '';
    await until('the page shows what was found, and no more', () => {
      return /bond, tess/.test(shows()) && !/bob|withdrawal/.test(shows());
    });
    for (const shown of [await run<string>('copyAllFound'), page?.getText() ?? '', await read(bare)]) {
      assert.match(shown, /bond/);
      assert.doesNotMatch(shown, /bob|withdrawal/);
    }
  });

  test('what was found goes at once when somebody else takes the seat', async () => {
    await codeAs('tess');
    const { uri } = await openTranscript(dialogue, {
      'NAME.bob.alliance.yaml': bobs('released: { at: "2026-03-04T09:00:00Z", sha256: abc }\n'),
    });
    await tag('bond', { turns: [2] });
    await run('release', { confirmed: true });
    const coders = async (): Promise<string[]> => (await retrieve('in:session')).map(({ coder }) => coder);
    await until('bob’s coding is found', async () => (await coders()).includes('bob'));
    await run('readFound');
    const page = vscode.window.activeTextEditor?.document;
    await until('the page shows bob’s passage', () => /bob/.test(page?.getText() ?? ''));
    await vscode.window.showTextDocument(uri);
    await codeAs('newcomer');
    await until('the page names nobody', () => !/bob|tess/.test(page?.getText() ?? ''));
    assert.deepEqual(await coders(), []);
  });
});
