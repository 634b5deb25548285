import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ofTwo, planted, showing, silent, surfaces } from './surfaces';
import {
  codeAs,
  dialogue,
  openTranscript,
  read,
  run,
  tag,
  until,
  write,
  type Opened,
} from './workspaceFiles';

const study = `alliance_study: 1
coders: { bob: { role: coder }, tess: { role: coder }, uma: { role: coder }, dana: { role: supervisor } }
cases: { P1: { sessions: [ { transcript: NAME.transcript, session: 1 } ] } }
`;

const both = Object.keys(surfaces).filter((name) => !silent.includes(name));
const all = both.filter((name) => !ofTwo.includes(name));

/** Codes as somebody, with a note and a memo that say whose they are, and a code that no codebook has. */
async function code(coder: string, kind: string, { editor, fileOf }: Opened): Promise<void> {
  await codeAs(coder);
  await vscode.window.showTextDocument(editor.document);
  const [made] = await tag(kind, { turns: [4] });
  assert.ok(made, `${coder} coded`);
  await run('note', { id: made.id, note: planted(coder) });
  await run('memo', { turns: [4], note: planted(coder) });
  await run('comment', { turns: [6], note: planted(coder) });
  const entry = `  - { id: ${coder}none, code: unheard-code-of-${coder}, at: { turn: 6 } }\n`;
  const text = await read(fileOf(coder));
  await write(fileOf(coder), text.replace('annotations:\n', `annotations:\n${entry}`));
  await until('what was written outside is read', async () =>
    JSON.stringify(vscode.languages.getDiagnostics()).includes(`unheard-code-of-${coder}`),
  );
}

suite('the gate, through every surface', () => {
  test('two coders and a supervisor, from the first code to the consensus', async function () {
    this.timeout(300_000);
    await codeAs('bob');
    const session = await openTranscript(dialogue, { 'alliance.study.yaml': study });
    await code('bob', 'rupture', session);
    await code('tess', 'repair', session);

    const sees = async (viewer: string, role: string, owner: string): Promise<string[]> => {
      await codeAs(viewer, role);
      await vscode.window.showTextDocument(session.editor.document);
      await run('refreshStudy');
      return showing(session, owner);
    };
    const release = async (coder: string): Promise<void> => {
      await codeAs(coder);
      await vscode.window.showTextDocument(session.editor.document);
      assert.equal(await run('release', { confirmed: true }), true);
    };

    const own = all.filter((name) => name !== 'the trajectory as text');
    assert.deepEqual(
      await sees('bob', 'coder', 'bob'),
      own,
      'the probes know one’s own, which is not said to be',
    );
    assert.deepEqual(await sees('tess', 'coder', 'bob'), [], 'a coder, nobody released');
    assert.deepEqual(await sees('dana', 'supervisor', 'bob'), [], 'the supervisor, nobody released');
    await release('bob');
    assert.deepEqual(await sees('tess', 'coder', 'bob'), [], 'a coder, the other released');
    assert.deepEqual(await sees('dana', 'supervisor', 'bob'), all, 'the supervisor, of what is released');
    assert.deepEqual(await sees('dana', 'supervisor', 'tess'), [], 'the supervisor, of what is not');
    await release('tess');
    assert.deepEqual(await sees('tess', 'coder', 'bob'), both, 'a coder, both released');
    assert.deepEqual(await sees('bob', 'coder', 'tess'), both, 'the other, both released');
    assert.deepEqual(await sees('dana', 'supervisor', 'tess'), both, 'the supervisor, both released');

    const sealed = await Promise.all(['bob', 'tess'].map((coder) => read(session.fileOf(coder))));
    await run('adjudicate', { confirmed: true });
    for (const about of await run<string[]>('showDisagreements'))
      await run('decide', { about, decision: 'accept', of: [1] });
    assert.equal(await run('releaseConsensus', { confirmed: true }), true);
    await run('adjudicationKey', { key: 'escape' });
    const after = await Promise.all(['bob', 'tess'].map((coder) => read(session.fileOf(coder))));
    assert.deepEqual(after, sealed, 'what the coders released stays byte for byte');
    const ofConsensus = await sees('bob', 'coder', 'consensus');
    assert.ok(ofConsensus.includes('retrieve') && ofConsensus.includes('the coding in the panel'));
    for (const owner of ['bob', 'tess', 'consensus'])
      assert.deepEqual(await sees('uma', 'coder', owner), [], `who has not released, of ${owner}`);
  });
});
