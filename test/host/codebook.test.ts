import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  codeAs,
  dialogue,
  exists,
  hoverAt,
  openTranscript,
  read,
  run,
  tag,
  until,
  write,
  type Opened,
} from './workspaceFiles';

/** A codebook of a study at its second version. */
const revised = `alliance_codebook: 1
id: bonn
version: 1.1.0
codes:
  - id: strain
    label: Strain
    key: s
    children:
      - { id: strain.silence, label: Falls silent, key: q, definition: Says little., replaces: [ silence, avoidance ] }
      - { id: strain.attack, label: Attacks, key: a, replaces: [ avoidance ] }
`;

const coding = `alliance: 1
transcript: NAME.transcript
coder: rosa
codebook: { id: bonn, version: "1.0.0" }
annotations:
  - { id: oldoneaz, code: silence, at: { turn: 4 }, quote: Dunno. } # hm
  - { id: oldtwoaz, code: avoidance, at: { turn: 6 }, quote: "I was angry with you, and I wanted you to ask." }
`;

interface RecodedAll {
  readonly recoded: readonly { readonly transcript: string; readonly annotations: number }[];
  readonly undecided: number;
  readonly released: readonly string[];
  readonly failed: readonly string[];
}

const nextTo = ({ uri }: Opened, name: string): vscode.Uri => vscode.Uri.joinPath(uri, '..', name);

function problems(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ code, severity }) => {
    return `${typeof code === 'string' ? code : ''} ${vscode.DiagnosticSeverity[severity]}`;
  });
}

const plain = async (uri: vscode.Uri, words: string): Promise<string> =>
  (await hoverAt(uri, words)).replaceAll('\\', '');

suite('the codebook in use', () => {
  suiteSetup(() => codeAs('rosa'));

  test('Create Codebook writes a copy of the built-in one beside the study file, and never over one', async () => {
    const study = 'alliance_study: 1\ntitle: "Bonn: the second study"\n';
    const opened = await openTranscript(dialogue, { 'alliance.study.yaml': study });
    const uri = await run<vscode.Uri>('createCodebook', { title: 'Bonn: the second study' });
    assert.equal(uri.toString(), nextTo(opened, 'alliance.codebook.yaml').toString());
    const text = await read(uri);
    assert.match(text, /^id: bonn-the-second-study\ntitle: "Bonn: the second study"\nversion: "1\.0\.0"\n/m);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString(), 'it is opened');
    await vscode.window.showTextDocument(opened.editor.document);
    await tag('bond', { turns: [2] });
    assert.match(await read(opened.fileOf('rosa')), /codebook: \{ id: bonn-the-second-study, /);
    await write(uri, `${text}# mine\n`);
    const again = await run<vscode.Uri>('createCodebook', { title: 'Another' });
    assert.equal(again.toString(), uri.toString());
    assert.equal(await read(uri), `${text}# mine\n`);
  });

  test('Open Codebook shows the built-in one, which nobody can change, or the study’s own, at a code', async () => {
    await openTranscript();
    await run('openCodebook', { code: 'rupture.withdrawal' });
    const shown = vscode.window.activeTextEditor;
    assert.equal(shown?.document.uri.scheme, 'alliance-codebook');
    assert.match(shown.document.lineAt(shown.selection.active).text, /id: rupture\.withdrawal$/);
    const opened = await openTranscript(dialogue, { 'alliance.codebook.yaml': revised });
    await run('openCodebook', { code: 'strain.attack' });
    const own = vscode.window.activeTextEditor;
    assert.equal(own?.document.uri.toString(), nextTo(opened, 'alliance.codebook.yaml').toString());
    assert.equal(own.selection.active.line, 9);
  });

  test('an old id counts as the code that replaced it; of several, a choice is asked for', async () => {
    const { uri, fileOf } = await openTranscript(dialogue, {
      'alliance.codebook.yaml': revised,
      'NAME.rosa.alliance.yaml': coding,
    });
    await until('the problems', () => problems(fileOf('rosa')).length > 1);
    assert.deepEqual(
      problems(fileOf('rosa')).filter((one) => !one.startsWith('text')),
      ['other-version Information', 'old-code Information', 'ambiguous-code Warning'],
    );
    assert.match(await plain(uri, 'Dunno.'), /\*\*Falls silent\*\* · silence → strain\.silence · rosa/);
    assert.match(
      await plain(uri, 'angry'),
      /avoidance · rosa[^]*replaced by: strain\.silence, strain\.attack/,
    );
  });

  test('Recode All writes the new ids and the version as one act, and undo gives the bytes back', async () => {
    const opened = await openTranscript(dialogue, { 'alliance.codebook.yaml': revised });
    const file = opened.fileOf('rosa');
    const [quiet] = await tag('strain.silence', { turns: [4] });
    const [loud] = await tag('strain.silence', { turns: [6] });
    const now = await read(file);
    // As a colleague at the version before would have left it, by hand.
    const [first, second] = [quiet?.id ?? '', loud?.id ?? ''];
    const before = now
      .replace('"1.1.0"', '"1.0.0"')
      .replace(`${first}\n    code: strain.silence`, `${first}\n    code: silence # hm`)
      .replace(`${second}\n    code: strain.silence`, `${second}\n    code: avoidance`);
    await write(file, before);
    await until('the old ids', () => problems(file).includes('ambiguous-code Warning'));
    const part = await run<RecodedAll>('recodeAll', { scope: 'session', choices: {} });
    assert.deepEqual(part.recoded[0]?.annotations, 1);
    assert.equal(part.undecided, 1);
    assert.equal(await read(file), before.replace('code: silence', 'code: strain.silence'));
    const rest = await run<RecodedAll>('recodeAll', {
      scope: 'session',
      choices: { avoidance: 'strain.attack' },
    });
    assert.equal(rest.undecided, 0);
    assert.equal(
      await read(file),
      before
        .replace('code: silence', 'code: strain.silence')
        .replace('code: avoidance', 'code: strain.attack')
        .replace('"1.0.0"', '"1.1.0"'),
    );
    assert.deepEqual((await run<RecodedAll>('recodeAll', { scope: 'session', choices: {} })).recoded, []);
    assert.equal(await run('undo'), 'Recode All');
    assert.equal(await run('undo'), 'Recode All');
    assert.equal(await read(file), before);
  });

  test('Recode All goes through all one’s sessions of the study, and leaves what is released', async () => {
    const study = 'alliance_study: 1\n';
    const exact = coding.replace(' # hm', '').replace(/ {2}- \{ id: oldtwoaz[^\n]*\n/, '');
    const opened = await openTranscript(dialogue, {
      'alliance.study.yaml': study,
      'alliance.codebook.yaml': revised,
      'one.transcript': dialogue,
      'one.rosa.alliance.yaml': exact.replace('NAME', 'one'),
      'two.transcript': dialogue,
      'two.rosa.alliance.yaml': exact.replace('NAME', 'two'),
      'two.bob.alliance.yaml': exact.replace('NAME', 'two').replace('rosa', 'bob'),
    });
    // Both belong to the texts they lie beside; the second is sealed.
    for (const name of ['one', 'two']) {
      await vscode.window.showTextDocument(nextTo(opened, `${name}.transcript`));
      await run('confirmAll', { confirmed: true });
    }
    assert.equal(await run('release', { confirmed: true }), true);
    await vscode.window.showTextDocument(opened.editor.document);
    const sealed = await read(nextTo(opened, 'two.rosa.alliance.yaml'));
    const done = await run<RecodedAll>('recodeAll', { scope: 'study', choices: {} });
    assert.deepEqual(done, {
      recoded: [{ transcript: 'one.transcript', annotations: 1 }],
      undecided: 0,
      released: ['two.transcript'],
      failed: [],
    });
    assert.match(await read(nextTo(opened, 'one.rosa.alliance.yaml')), /code: strain\.silence[^]*/);
    assert.equal(await read(nextTo(opened, 'two.rosa.alliance.yaml')), sealed);
    assert.match(await read(nextTo(opened, 'two.bob.alliance.yaml')), /code: silence/, 'another’s stays');
  });

  test('a codebook changed while one codes is followed; one that cannot be read keeps the last state', async () => {
    const opened = await openTranscript(dialogue, { 'alliance.codebook.yaml': revised });
    const codebook = nextTo(opened, 'alliance.codebook.yaml');
    await tag('strain.silence', { turns: [4] });
    assert.match(await plain(opened.uri, 'Dunno.'), /\*\*Falls silent\*\*/);
    const document = await vscode.workspace.openTextDocument(codebook);
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('Falls silent'));
    edit.replace(codebook, new vscode.Range(at, at.translate(0, 12)), 'Goes quiet');
    await vscode.workspace.applyEdit(edit);
    assert.ok(await document.save());
    await until('the new label', async () => (await plain(opened.uri, 'Dunno.')).includes('**Goes quiet**'));
    await write(codebook, 'alliance_codebook: 1\nid: [\n');
    await until('the fault', () => problems(codebook).includes('not-yaml Error'));
    assert.match(await plain(opened.uri, 'Dunno.'), /\*\*Goes quiet\*\*/);
    assert.equal((await tag('strain.attack', { turns: [6] })).length, 1, 'coding goes on');
    await write(codebook, revised.replace('strain.silence', 'strain.still').replace('silence, ', ''));
    await until('the code is gone', async () =>
      (await plain(opened.uri, 'Dunno.')).includes('The codebook has no such code.'),
    );
    assert.match(await plain(opened.uri, 'Dunno.'), /strain\.silence/, 'it is shown with its id');
  });

  test('of two codebooks above each other the nearest counts, and says so', async () => {
    const opened = await openTranscript(dialogue, { 'alliance.codebook.yaml': revised });
    const below = nextTo(opened, 'below');
    await vscode.workspace.fs.createDirectory(below);
    const nearest = vscode.Uri.joinPath(below, 'alliance.codebook.yaml');
    await write(nearest, revised.replace('Falls silent', 'Is mute'));
    const uri = vscode.Uri.joinPath(below, 'deep.transcript');
    await write(uri, dialogue);
    await vscode.window.showTextDocument(uri);
    await tag('strain.silence', { turns: [4] });
    assert.match(await plain(uri, 'Dunno.'), /\*\*Is mute\*\*/);
    assert.deepEqual(problems(nearest), ['shadowed-codebook Information']);
    const [said] = vscode.languages.getDiagnostics(nearest);
    assert.match(said?.message ?? '', /“\.\.\/alliance\.codebook\.yaml”/);
    assert.ok(await exists(nearest));
  });

  test('Go to Next Annotation goes round the passages of a code and those below it', async () => {
    const { editor } = await openTranscript();
    for (const [code, turn] of Object.entries({ 'rupture.withdrawal.minimal': 4, bond: 6, rupture: 8 })) {
      await tag(code, { turns: [turn] });
    }
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const lines: number[] = [];
    for (let times = 0; times < 3; times++) {
      await run('nextAnnotation', { code: 'rupture' });
      lines.push(editor.selection.active.line);
    }
    assert.deepEqual(lines, [3, 7, 3]);
    assert.equal(await run('nextAnnotation', { code: 'goal' }), false);
  });
});
