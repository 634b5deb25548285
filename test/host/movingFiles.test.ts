import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  changeText,
  codeAs,
  dialogue,
  exists,
  hoverAt,
  read,
  run,
  tag,
  until,
  write,
} from './workspaceFiles';
import { makeStudy, codingOf, open, rename, problems } from './movedStudies';

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
    await vscode.workspace.fs.createDirectory(at('b'));
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
      vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === now);
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
    await vscode.workspace.fs.rename(at('a', 'one.transcript'), at('b', 'found.transcript'));
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
    await vscode.workspace.openTextDocument(lost);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      lost,
      new vscode.Range(1, 0, 1, 5),
    );
    const found = actions.find(({ title }) => title === 'Find Transcript…');
    assert.deepEqual(found?.command?.command, 'alliance.findHome');
  });
});
