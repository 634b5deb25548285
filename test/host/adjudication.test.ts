import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { markdown } from '../attacks/strings';
import {
  codeAs,
  dialogue,
  hoverAt,
  openTranscript,
  read,
  run,
  select,
  tag,
  until,
  exists,
} from './workspaceFiles';

interface Progress {
  readonly total: number;
  readonly decided: number;
  readonly agreed: number;
  readonly takenOver: number;
}

const key = (pressed: string): Thenable<Progress> => run('adjudicationKey', { key: pressed });

/** Two coders code and release; they agree on a bond and a repair, and on nothing else. */
async function twoReleased(): Promise<Awaited<ReturnType<typeof openTranscript>>> {
  await codeAs('ada');
  const opened = await openTranscript(dialogue);
  await tag('bond', { turns: [2] });
  const [rupture] = await tag('rupture.withdrawal.minimal', { turns: [4] });
  await run('note', { id: rupture?.id, note: `One word only. ${markdown.join(' | ')}` });
  const [repair] = await tag('repair', { turns: [5] });
  await run('link', { id: rupture?.id, with: [repair?.id], resolution: 3 });
  await tag('rupture.confrontation', { turns: [6] });
  await run('rateSession', { rating: 'bond', value: 5 });
  assert.equal(await run('release', { confirmed: true }), true);
  await codeAs('ben');
  await tag('bond', { turns: [2] });
  const [other] = await tag('rupture.withdrawal', { turns: [4] });
  const [answer] = await tag('repair', { turns: [5] });
  await run('link', { id: other?.id, with: [answer?.id], resolution: 3 });
  await run('rateSession', { rating: 'bond', value: 3 });
  assert.equal(await run('release', { confirmed: true }), true);
  return opened;
}

suite('adjudication', () => {
  // A test that failed may have left the keys bound.
  setup(() => key('escape'));

  test('disagreements show through the gate only: to coders when both have released', async () => {
    await codeAs('ada');
    const { uri } = await openTranscript(dialogue);
    await tag('bond', { turns: [2] });
    await run('release', { confirmed: true });
    assert.equal(await run('nextDisagreement'), undefined, 'one has released');
    await codeAs('ben');
    await tag('rupture', { turns: [4] });
    assert.equal(await run('nextDisagreement'), undefined, 'ben has not released');
    assert.equal(await run('adjudicate', { confirmed: true }), undefined);
    assert.doesNotMatch(await hoverAt(uri, 'Mm. (4s)'), /ada/);
    await run('release', { confirmed: true });
    assert.match(String(await run('nextDisagreement')), /^ada\/\w{8}$/);
    assert.equal(((await run<string[]>('showDisagreements')) ?? []).length, 2);
    await vscode.window.showTextDocument(uri);
  });

  test('from two released codings to a sealed consensus, by keys; what the coders released stays byte for byte', async () => {
    const { uri, editor, fileOf } = await twoReleased();
    const before = [await read(fileOf('ada')), await read(fileOf('ben'))];
    await codeAs('dana', 'supervisor');
    const started = await run<Progress>('adjudicate', { confirmed: true });
    assert.deepEqual(
      started,
      { total: 3, decided: 0, agreed: 3, takenOver: 2 },
      'the agreed episode waits for its rupture',
    );
    const consensus = (): Thenable<string> => read(fileOf('consensus'));
    assert.match(await consensus(), /coder: consensus\nrole: consensus\n/);
    assert.equal((await consensus()).match(/decision: agreed/g)?.length, 2);

    const said = await hoverAt(uri, 'Dunno.');
    for (const words of ['Disagreement 1 of 3', 'other code', 'ada', 'ben', 'One word only']) {
      assert.ok(said.replaceAll('\\', '').includes(words), `${words} in ${said}`);
    }
    assert.doesNotMatch(said, /\[click\]\(|(?<!\\)<img|(?<!\\)\*\*bold/, 'a note is text');
    await run('toggleCoderNames');
    assert.doesNotMatch(await hoverAt(uri, 'Dunno.'), /\bada\b|\bben\b/);
    await run('toggleCoderNames');

    assert.equal((await key('x')).decided, 1);
    assert.match(
      await consensus(),
      /\ndecisions:\n {2}- \{ from: \[ ada\/\w+, ben\/\w+ \], decision: neither, by: dana/,
    );
    assert.equal((await key('undo')).decided, 0);
    assert.doesNotMatch(await consensus(), /\ndecisions:/);
    const ours = /ada\/\w{8}/.exec(String((await run<string[]>('showDisagreements')) ?? ''))?.[0];
    const first = await run<Progress>('decide', {
      about: ours,
      decision: 'accept',
      of: [1],
      reason: 'Manual 4.2',
    });
    assert.deepEqual(first, { total: 3, decided: 1, agreed: 3, takenOver: 3 });
    assert.match(await consensus(), /decision: accepted\n {4}reason: Manual 4\.2\n {4}by: dana/);
    assert.match(
      await consensus(),
      /\nepisodes:\n {2}- \{ id: \w+, ruptures: \[ \w+ \], repairs: \[ \w+ \], resolution: 3, from: \[ ada/,
    );

    await vscode.window.showTextDocument(editor.document);
    await key('j');
    select(vscode.window.activeTextEditor ?? editor, 'angry with you');
    assert.equal(
      (await run<Progress>('decide', { decision: 'change', code: 'rupture.confrontation.complaint' }))
        ?.decided,
      2,
    );
    assert.match(await consensus(), /quote: angry with you\n[^]*decision: changed/);
    await key('j');
    assert.equal(await run('releaseConsensus', { confirmed: true }), false, 'one is open');
    assert.equal((await key('2')).decided, 3);
    assert.equal(await run('releaseConsensus', { confirmed: true }), true);
    const sealed = await consensus();
    assert.match(sealed, /\nreleased: \{ at: "[^"]+", sha256: "?[0-9a-f]{64}"? \}/);
    assert.match(sealed, /event: released, by: dana/);
    assert.equal(await run('decide', { about: ours, decision: 'neither' }), undefined, 'it is sealed');
    assert.equal(await consensus(), sealed);
    assert.deepEqual([await read(fileOf('ada')), await read(fileOf('ben'))], before);
    assert.equal(await run('takeBackConsensus', { confirmed: true }), true);
    assert.doesNotMatch(await consensus(), /^released:/m);
    await key('escape');
  });

  test('goes on where it was left, also by another person, and merges what another wrote meanwhile', async () => {
    const { uri, fileOf } = await twoReleased();
    await codeAs('ada');
    assert.deepEqual(
      (await run<Progress>('adjudicate', { confirmed: true }))?.total,
      3,
      'a coder may, who has released',
    );
    assert.equal((await key('1')).decided, 1);
    await key('escape');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    assert.ok(await exists(fileOf('consensus')));
    const text = await read(fileOf('consensus'));
    const note = text.replace(/\n {2}- id: /, '\n  # looked at with Dana\n  - id: ');
    await vscode.workspace.fs.writeFile(fileOf('consensus'), new TextEncoder().encode(note));
    await vscode.window.showTextDocument(uri);
    await codeAs('dana', 'supervisor');
    await until('dana sees how far it is', async () => {
      const progress = await run<Progress | undefined>('adjudicate');
      if (progress === undefined) return false;
      assert.equal(progress.decided, 1);
      return true;
    });
    assert.equal((await key('b')).decided, 2);
    const both = await read(fileOf('consensus'));
    assert.match(both, /# looked at with Dana/);
    assert.match(both, /by: ada/);
    assert.match(both, /by: dana/);
    await key('escape');
  });
});
