import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeAs, dialogue, inFolder, openTranscript, read, run, tag, until, write } from './workspaceFiles';

const bobs = `alliance: 1
transcript: NAME.transcript
coder: bob
role: coder
annotations:
  - id: bobsone1
    code: rupture.withdrawal.minimal
    at: { turn: 4, start: 0, end: 6 }
    quote: Dunno.
    note: bob’s own words
`;

const unblind = 'alliance_study: 1\nblind: false\n';

suite('the trajectory', () => {
  test('is copied as text: whose coding, sentences, figures, and no word of the session', async () => {
    await codeAs('tess');
    await openTranscript();
    assert.equal(await run('copyNarrative'), undefined, 'nothing is coded yet');
    await tag('rupture.withdrawal', { turns: [4] });
    const text = (await run<string>('copyNarrative')) ?? '';
    assert.match(text, /^[^\n]*tess · coding \d+ %/);
    assert.match(text, /One rupture/);
    assert.match(text, /^ruptures: 1 \(annotations: 1\)$/m);
    assert.doesNotMatch(text, /Dunno/);
    assert.equal(await vscode.env.clipboard.readText(), text);
  });

  test('shows another’s coding where the gate does, until another transcript is looked at', async () => {
    await codeAs('tess');
    const { uri } = await openTranscript(dialogue, {
      'NAME.bob.alliance.yaml': bobs,
      'alliance.study.yaml': unblind,
    });
    await tag('bond', { turns: [2] });
    await until('bob is shown', async () => (await run('showCoding', { coder: 'bob' })) === 'bob');
    assert.match((await run<string>('copyNarrative')) ?? '', /This is the coding of bob\./);
    assert.equal(await run('showCoding', { coder: 'nobody' }), 'bob', 'who is not there is not shown');
    await openTranscript();
    await tag('bond', { turns: [2] });
    await vscode.window.showTextDocument(uri);
    await until('one’s own again', async () => /tess/.test((await run<string>('copyNarrative')) ?? ''));
  });

  test('does not show what the gate hides', async () => {
    await codeAs('tess');
    await openTranscript(dialogue, { 'NAME.bob.alliance.yaml': bobs });
    await tag('bond', { turns: [2] });
    assert.equal(await run('showCoding', { coder: 'bob' }), 'tess');
    assert.doesNotMatch((await run<string>('copyNarrative')) ?? '', /bob/);
  });

  test('is written as a table without a word of the session', async () => {
    await codeAs('tess');
    await openTranscript();
    await tag('rupture.withdrawal', { turns: [4] });
    await tag('repair', { turns: [7] });
    const to = inFolder('episodes.csv');
    assert.equal(await run('exportPicture', { format: 'episodes', to: to.toString() }), to.toString());
    const [head, row] = (await read(to)).split('\n');
    assert.match(head ?? '', /^case,session,transcript,coder,id,linked,type/);
    assert.match(row ?? '', /,tess,.*,withdrawal,client,open,4,/);
    assert.doesNotMatch(row ?? '', /Dunno/);
  });

  test('is drawn into files, light on white, from the view or an editor tab', async () => {
    await codeAs('tess');
    await openTranscript();
    await tag('rupture.withdrawal', { turns: [4] });
    await run('openTrajectory');
    const svg = inFolder('picture.svg');
    assert.equal(await run('exportPicture', { format: 'svg', to: svg.toString() }), svg.toString());
    const text = await read(svg);
    assert.match(text, /^<\?xml[^>]*>\n<svg /);
    assert.match(text, /fill="#ffffff"/);
    assert.doesNotMatch(text, /var\(|Dunno/);
    const png = inFolder('picture.png');
    assert.equal(await run('exportPicture', { format: 'png', to: png.toString() }), png.toString());
    const bytes = await vscode.workspace.fs.readFile(png);
    assert.deepEqual([...bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

suite('rating the session', () => {
  test('needs no annotation, and makes nobody’s coding look coded', async () => {
    await codeAs('tess');
    await openTranscript();
    assert.equal(await run('rateSession', { rating: 'bond', value: 5 }), true);
    assert.equal(await run('copyNarrative'), undefined);
    const ofCase = await run<{ sessions: readonly { ratings: object }[] } | null>('showCase');
    assert.deepEqual(ofCase?.sessions[0]?.ratings, { bond: 5 });
  });

  test('a rating is written, undone, done again and taken away; segments store their turns', async () => {
    await codeAs('tess');
    const { fileOf } = await openTranscript();
    const written = (): Promise<string> => read(fileOf('tess'));
    assert.equal(await run('rateSession', { rating: 'bond', value: 5 }), true);
    assert.match(await written(), /\{ rating: bond, scope: session, value: 5 \}/);
    assert.equal(await run('rateSession', { rating: 'bond', segment: 1, value: 'na' }), true);
    assert.match(
      await written(),
      /rating: bond, scope: \{ segment: 1, from_turn: 1, to_turn: 8 \}, value: na/,
    );
    await run('undo');
    assert.doesNotMatch(await written(), /segment: 1/);
    await run('redo');
    assert.match(await written(), /segment: 1/);
    assert.equal(await run('rateSession', { rating: 'bond', value: null }), true);
    assert.doesNotMatch(await written(), /scope: session/);
  });

  test('only what the codebook defines is rated', async () => {
    await codeAs('tess');
    await openTranscript();
    assert.equal(await run('rateSession', { rating: 'nothing', value: 5 }), false);
    assert.equal(await run('rateSession', { rating: 'bond', value: 9 }), false);
    assert.equal(await run('rateSession', { rating: 'contribution', segment: 1, value: 2 }), false);
    assert.equal(await run('rateSession', { rating: 'bond', segment: 99, value: 2 }), false);
  });

  test('a released coding keeps its ratings', async () => {
    await codeAs('tess');
    const { fileOf } = await openTranscript();
    await tag('bond', { turns: [2] });
    await run('release', { confirmed: true });
    const sealed = await read(fileOf('tess'));
    assert.equal(await run('rateSession', { rating: 'bond', value: 5 }), false);
    assert.equal(await read(fileOf('tess')), sealed);
  });
});

suite('an episode of an earlier session', () => {
  test('goes on in a later one of the case: once, one’s own, and undone like any act', async () => {
    await codeAs('tess');
    const folder = inFolder('carried');
    await vscode.workspace.fs.createDirectory(folder);
    const uriOf = (session: number): vscode.Uri => inFolder('carried', `session-${session}.transcript`);
    const header = (session: number): string => `---\ncase: K9\nsession: ${session}\n---\n${dialogue}`;
    for (const session of [1, 2]) await write(uriOf(session), header(session));
    await vscode.window.showTextDocument(uriOf(1));
    const [rupture] = await tag('rupture.withdrawal', { turns: [4] });
    await run('rate', { id: rupture?.id, scale: 'impact', value: 5 });
    await vscode.window.showTextDocument(uriOf(2));
    const before = { transcript: 'carried/session-1.transcript', episode: rupture?.id };
    let carried: string | undefined;
    await until('it is offered before anything is coded', async () => {
      carried = await run<string | undefined>('carryOver', before);
      return carried !== undefined;
    });
    const file = inFolder('carried', 'session-2.tess.alliance.yaml');
    assert.match(
      await read(file),
      /carried_over: \{ transcript: session-1\.transcript, episode: [a-z0-9]+ \}/,
    );
    assert.match((await run<string>('copyNarrative')) ?? '', /One rupture[^.]*, from an earlier session; /);
    assert.equal(await run('carryOver', before), undefined, 'it goes on once');
    const figures = async (): Promise<readonly string[]> => {
      const to = inFolder('carried.csv');
      await run('exportPicture', { format: 'episodes', to: to.toString() });
      const [head = [], row = []] = (await read(to)).split('\n').map((line) => line.split(','));
      const at = (field: string): string => row[head.indexOf(field)] ?? '';
      return ['type', 'state', 'peak_impact', 'strain_left'].map(at);
    };
    assert.deepEqual(await figures(), ['withdrawal', 'open', '5', '5'], 'as the session before left it');
    const [repair] = await tag('repair', { turns: [7] });
    const answered = { episode: carried, with: [repair?.id], resolution: 2 };
    assert.equal(await run('link', answered), carried);
    assert.deepEqual(await figures(), ['withdrawal', 'attempted', '5', '3.75']);
    for (const _ of ['resolution and link', 'repair']) await run('undo');
    assert.match(await read(file), /repairs: \[ *\], carried_over/);
    assert.equal(await run('unlink', { episode: carried }), true);
    assert.doesNotMatch(await read(file), /carried_over/);
    await run('undo');
    await run('undo');
    assert.doesNotMatch(await read(file), /carried_over/);
    assert.notEqual(await run('carryOver', before), undefined, 'it is offered again');
  });
});
