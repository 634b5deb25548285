import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  changeText,
  codeAs,
  dialogue,
  exists,
  hoverAt,
  inFolder,
  read,
  run,
  tag,
  until,
  write,
} from './workspaceFiles';

const { workspace } = vscode;
let count = 0;

/** A study in a folder of its own, with one session that Tess and Bob coded. */
async function makeStudy(
  more: Readonly<Record<string, string>> = {},
): Promise<(...path: string[]) => vscode.Uri> {
  const folder = `moving-${++count}`;
  const at = (...path: string[]): vscode.Uri => inFolder(folder, ...path);
  const files = {
    'alliance.study.yaml':
      'alliance_study: 1\ncases: { K: { sessions: [ { transcript: a/one.transcript, session: 1 } ] } } # ours\n' +
      'plan: [ { transcript: a/one.transcript, coders: [ bob, tess ] } ]\n',
    'a/one.transcript': dialogue,
    'a/one.bob.alliance.yaml': codingOf('bob'),
    'a/two.transcript': 'T: Another?\nC: Yes.\n',
    ...more,
  };
  for (const [path, text] of Object.entries(files)) await write(at(...path.split('/')), text);
  return at;
}

function codingOf(coder: string, more = ''): string {
  return (
    `alliance: 1 # by hand\ntranscript: one.transcript\ncoder: ${coder}\n${more}annotations:\n` +
    `  - { id: ${coder}oneq, code: bond, at: { turn: 2, start: 0, end: 2 }, quote: Mm }\n`
  );
}

async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await workspace.openTextDocument(uri));
}

async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  assert.ok(await workspace.applyEdit(edit), 'the rename is done');
}

/** A question as a person sees it. */
interface Asked {
  readonly message: string;
  readonly detail: string;
}

/** Answers questions in a box of their own while `act` runs and until `settled`; VS Code shows none in a test. */
async function answering(
  answer: string | undefined,
  act: () => Promise<unknown>,
  settled: () => Promise<boolean> | boolean,
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const shown = vscode.window.showInformationMessage;
  const answers = (message: string, options: unknown, ...rest: unknown[]): Promise<unknown> => {
    const isModal = typeof options === 'object' && options !== null && Reflect.get(options, 'modal') === true;
    if (!isModal) return Promise.resolve(undefined);
    asked.push({ message, detail: String(Reflect.get(options, 'detail')) });
    return Promise.resolve(rest.includes(answer) ? answer : undefined);
  };
  Reflect.set(vscode.window, 'showInformationMessage', answers);
  try {
    await act();
    await until('what follows the move is done', settled);
  } finally {
    Reflect.set(vscode.window, 'showInformationMessage', shown);
  }
  return asked;
}

function problems(uri: vscode.Uri): unknown[] {
  return vscode.languages.getDiagnostics(uri).map(({ code }) => code);
}

async function looseFiles(): Promise<readonly string[]> {
  const { loose } = await run<{ loose: readonly string[] }>('refreshStudy');
  return loose;
}

suite('files that move', () => {
  suiteSetup(() => codeAs('tess'));

  test('a transcript renamed takes its annotation files along, after a question that names them', async () => {
    const at = await makeStudy({
      'a/backup of bob.alliance.yaml': codingOf('robert'),
      'a/one.eve.alliance.yaml': 'alliance: [',
      'a/one.more.transcript': dialogue,
      'a/one.more.eve.alliance.yaml': 'alliance: [',
    });
    await open(at('a', 'one.transcript'));
    await tag('bond', { turns: [4] });
    const own = await read(at('a', 'one.tess.alliance.yaml'));
    const asked = await answering(
      'Take Along',
      () => rename(at('a', 'one.transcript'), at('a', 'first.transcript')),
      () => exists(at('a', 'first.eve.alliance.yaml')),
    );
    assert.equal(asked.length, 1);
    assert.match(asked[0]?.message ?? '', /one\.transcript/);
    for (const name of ['one.tess', 'one.bob', 'backup of bob', 'one.eve']) {
      assert.match(asked[0]?.detail ?? '', new RegExp(`^${name}\\.alliance\\.yaml`, 'm'));
    }
    assert.doesNotMatch(asked[0]?.detail ?? '', /one\.more/);
    assert.equal(
      await read(at('a', 'first.tess.alliance.yaml')),
      own.replace('one.transcript', 'first.transcript'),
    );
    const moved = (coder: string): RegExp =>
      new RegExp(
        `^alliance: 1 # by hand\ntranscript: first\\.transcript\ncoder: ${coder}\n[^]*log:\n  - \\{ at: "[\\d-]+T[^"]+", event: moved, by: tess \\}\n$`,
      );
    assert.match(await read(at('a', 'first.bob.alliance.yaml')), moved('bob'));
    assert.match(await read(at('a', 'backup of bob.alliance.yaml')), moved('robert'));
    assert.equal(await read(at('a', 'first.eve.alliance.yaml')), 'alliance: [');
    for (const name of ['one.tess', 'one.bob', 'one.eve']) {
      assert.ok(!(await exists(at('a', `${name}.alliance.yaml`))), name);
    }
    assert.ok(await exists(at('a', 'one.more.eve.alliance.yaml')));
    const study = await read(at('alliance.study.yaml'));
    assert.equal(study.match(/a\/first\.transcript/g)?.length, 2);
    assert.match(study, /# ours/);
    assert.doesNotMatch(study, /one\.transcript/);
  });

  test('coding goes on where it was: in the text, with its undo', async () => {
    const at = await makeStudy();
    await open(at('a', 'one.transcript'));
    await tag('bond', { turns: [4] });
    await answering(
      'Take Along',
      () => rename(at('a', 'one.transcript'), at('a', 'first.transcript')),
      () => exists(at('a', 'first.bob.alliance.yaml')),
    );
    await until('the editor shows the renamed file', () =>
      Boolean(vscode.window.activeTextEditor?.document.uri.path.endsWith('/first.transcript')),
    );
    await until('its passages are in the text', async () =>
      (await hoverAt(at('a', 'first.transcript'), 'Dunno.')).includes('Bond'),
    );
    await tag('rupture', { turns: [6] });
    const file = at('a', 'first.tess.alliance.yaml');
    assert.equal((await read(file)).match(/^ {2}- id:/gm)?.length, 2);
    assert.equal(await run('undo'), 'Tag as Rupture');
    assert.equal(await run('undo'), 'Tag as Bond');
    assert.doesNotMatch(await read(file), /^ {2}- id:/m);
    assert.ok(!(await exists(at('a', 'one.tess.alliance.yaml'))));
  });

  test('a transcript moved to another folder and back takes them along both times; the study file follows', async () => {
    const at = await makeStudy();
    await open(at('a', 'one.transcript'));
    await tag('bond', { turns: [4] });
    const study = await read(at('alliance.study.yaml'));
    await workspace.fs.createDirectory(at('b'));
    const there = at('b', 'one.tess.alliance.yaml');
    const own = await read(at('a', 'one.tess.alliance.yaml'));
    await answering(
      'Take Along',
      () => rename(at('a', 'one.transcript'), at('b', 'one.transcript')),
      async () => (await exists(there)) && exists(at('b', 'one.bob.alliance.yaml')),
    );
    assert.equal(await read(there), own);
    assert.equal(await read(at('alliance.study.yaml')), study.replaceAll('a/one', 'b/one'));
    await answering(
      'Take Along',
      () => rename(at('b', 'one.transcript'), at('a', 'one.transcript')),
      async () => !(await exists(there)) && !(await exists(at('b', 'one.bob.alliance.yaml'))),
    );
    assert.equal(await read(at('a', 'one.tess.alliance.yaml')), own);
    assert.equal((await read(at('a', 'one.bob.alliance.yaml'))).match(/event: moved, by: tess/g)?.length, 2);
    assert.equal(await read(at('alliance.study.yaml')), study);
  });

  test('a folder renamed changes the paths in the study file above it, and nothing else', async () => {
    const at = await makeStudy();
    await open(at('a', 'one.transcript'));
    await tag('bond', { turns: [4] });
    const study = await read(at('alliance.study.yaml'));
    const asked = await answering(
      'Take Along',
      () => rename(at('a'), at('c')),
      async () => (await read(at('alliance.study.yaml'))) !== study,
    );
    assert.deepEqual(asked, []);
    assert.equal(await read(at('alliance.study.yaml')), study.replaceAll('a/one', 'c/one'));
    assert.equal(await read(at('c', 'one.bob.alliance.yaml')), codingOf('bob'));
    await open(at('c', 'one.transcript'));
    assert.equal(await run('undo'), 'Tag as Bond');
    assert.doesNotMatch(await read(at('c', 'one.tess.alliance.yaml')), /^ {2}- id:/m);
  });

  test('declined, they stay as they are and have lost their transcript; they can be led home', async () => {
    const at = await makeStudy();
    await open(at('a', 'one.transcript'));
    await tag('bond', { turns: [4] });
    const asked = await answering(
      undefined,
      () => rename(at('a', 'one.transcript'), at('a', 'first.transcript')),
      async () => (await looseFiles()).length === 2,
    );
    assert.equal(asked.length, 1);
    assert.equal(await read(at('a', 'one.bob.alliance.yaml')), codingOf('bob'));
    assert.deepEqual(await looseFiles(), ['one.tess.alliance.yaml', 'one.bob.alliance.yaml']);
    await until('the Problems view says so', () =>
      problems(at('a', 'one.tess.alliance.yaml')).includes('other-transcript'),
    );
    const args = {
      file: at('a', 'one.tess.alliance.yaml').toString(),
      transcript: at('a', 'first.transcript').toString(),
    };
    const questions = await answering(
      'Take Along',
      async () =>
        assert.deepEqual(await run('findHome', args), [
          at('a', 'first.bob.alliance.yaml').toString(),
          at('a', 'first.tess.alliance.yaml').toString(),
        ]),
      async () => (await looseFiles()).length === 0,
    );
    assert.equal(questions.length, 1);
    assert.match(await read(at('a', 'first.bob.alliance.yaml')), /event: moved, by: tess/);
    await until(
      'the Problems view is content',
      () => problems(at('a', 'one.tess.alliance.yaml')).length === 0,
    );
  });

  test('nothing is written over: a file that is there already stays, and so does the one that would come', async () => {
    const at = await makeStudy({ 'b/one.bob.alliance.yaml': codingOf('bob', 'name: Other\n') });
    await open(at('a', 'one.transcript'));
    await tag('bond', { turns: [4] });
    await answering(
      'Take Along',
      () => rename(at('a', 'one.transcript'), at('b', 'one.transcript')),
      () => exists(at('b', 'one.tess.alliance.yaml')),
    );
    assert.equal(await read(at('b', 'one.bob.alliance.yaml')), codingOf('bob', 'name: Other\n'));
    assert.equal(await read(at('a', 'one.bob.alliance.yaml')), codingOf('bob'));
  });

  test('an annotation file that is open with unsaved changes is changed in its editor', async () => {
    const at = await makeStudy();
    await open(at('a', 'one.transcript'));
    await tag('bond', { turns: [4] });
    const editor = await open(at('a', 'one.tess.alliance.yaml'));
    await changeText(editor, (edit) => edit.insert(new vscode.Position(0, 0), '# not saved yet\n'));
    await answering(
      'Take Along',
      () => rename(at('a', 'one.transcript'), at('a', 'first.transcript')),
      () => exists(at('a', 'first.tess.alliance.yaml')),
    );
    const now = at('a', 'first.tess.alliance.yaml').toString();
    const document = (): vscode.TextDocument | undefined =>
      workspace.textDocuments.find(({ uri }) => uri.toString() === now);
    const expected = /^# not saved yet\nalliance: 1\ntranscript: first\.transcript\n/;
    // What VS Code saves by itself, and when, is its own business.
    await until('the editor went along', () => expected.test(document()?.getText() ?? ''));
    await document()?.save();
    const saved = await read(at('a', 'first.tess.alliance.yaml'));
    assert.match(saved, expected);
    assert.equal(saved, document()?.getText());
  });

  test('moved outside, a file finds the transcript that has most of its turns, and the one of the same text first', async () => {
    const at = await makeStudy();
    await open(at('a', 'one.transcript'));
    await tag('bond', { turns: [4] });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write(at('b', 'changed.transcript'), `${dialogue}\nT: And now?`);
    await workspace.fs.rename(at('a', 'one.transcript'), at('b', 'found.transcript'));
    await open(at('a', 'two.transcript'));
    await until('the two files are known to be lost', async () => (await looseFiles()).length === 2);
    let offered: readonly vscode.QuickPickItem[] = [];
    const shown = vscode.window.showQuickPick;
    Reflect.set(vscode.window, 'showQuickPick', (items: readonly vscode.QuickPickItem[]) => {
      offered = items;
      return Promise.resolve(items[0]);
    });
    try {
      await answering(
        'Take Along',
        async () => void (await run('findHome', { file: at('a', 'one.tess.alliance.yaml').toString() })),
        () => exists(at('b', 'found.bob.alliance.yaml')),
      );
    } finally {
      Reflect.set(vscode.window, 'showQuickPick', shown);
    }
    assert.deepEqual(
      offered.map(({ label, description }) => [label, description]),
      [
        ['b/found.transcript', 'the same text'],
        ['b/changed.transcript', '8 of 8 turns the same'],
      ],
    );
    await open(at('b', 'found.transcript'));
    assert.match(await read(at('b', 'found.tess.alliance.yaml')), /^transcript: found\.transcript$/m);
    await until('the coding is in the text', async () =>
      (await hoverAt(at('b', 'found.transcript'), 'Dunno.')).includes('Bond'),
    );
  });

  test('the Problems view offers to look for the transcript, in files of other people too', async () => {
    const at = await makeStudy({ 'a/lost.bob.alliance.yaml': codingOf('bob').replace('one.tr', 'gone.tr') });
    await open(at('a', 'two.transcript'));
    const lost = at('a', 'lost.bob.alliance.yaml');
    await until('the study was read', async () => (await looseFiles()).includes('lost.bob.alliance.yaml'));
    await until('the file is said to have lost its transcript', () =>
      problems(lost).includes('other-transcript'),
    );
    await workspace.openTextDocument(lost);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      lost,
      new vscode.Range(1, 0, 1, 5),
    );
    const found = actions.find(({ title }) => title === 'Find Transcript…');
    assert.deepEqual(found?.command?.command, 'alliance.findHome');
  });
});

suite('a file of a newer format', () => {
  suiteSetup(() => codeAs('tess'));

  test('is shown, and neither an act nor a saved text changes it', async () => {
    const newer = codingOf('tess', 'soon: { to: come }\n').replace('alliance: 1', 'alliance: 9');
    const at = await makeStudy({ 'a/one.tess.alliance.yaml': newer });
    const editor = await open(at('a', 'one.transcript'));
    const file = at('a', 'one.tess.alliance.yaml');
    await until('its passage is in the text', async () =>
      (await hoverAt(at('a', 'one.transcript'), 'Mm.')).includes('Bond'),
    );
    await until('the Problems view says why it is not changed', () =>
      problems(file).includes('newer-version'),
    );
    assert.deepEqual(problems(file), ['newer-version']);
    assert.deepEqual(await tag('rupture', { turns: [4] }), []);
    assert.equal(await run('release', { confirmed: true }), false);
    await changeText(editor, (edit) => edit.insert(new vscode.Position(0, 0), 'C: Hello.\n'));
    await editor.document.save();
    await run('confirm', { confirmed: true });
    await run('confirmAll', { confirmed: true });
    assert.equal(await read(file), newer);
  });
});
