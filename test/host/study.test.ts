import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeAs, dialogue, inFolder, run, tag, until, write } from './workspaceFiles';

interface Person {
  readonly coder: string;
  readonly own: boolean;
  readonly state: string;
  readonly judged: number | null;
  readonly reason: string | null;
}

interface Session {
  readonly path: string;
  readonly case: string | null;
  readonly session: number | null;
  readonly turns: number;
  readonly people: readonly Person[];
  readonly unreadable: readonly string[];
}

interface Summary {
  readonly root: string;
  readonly hasStudyFile: boolean;
  readonly filesRead: number;
  readonly sessions: readonly Session[];
  readonly missing: readonly string[];
}

const folder = 'a-study';

const studyFile = `alliance_study: 1
coders: { tess: { name: Tess T. }, bob: {}, dana: { role: supervisor } }
cases:
  Z9: { sessions: [ { transcript: late/two.transcript, session: 2 }, { transcript: late/one.transcript, session: 1 } ] }
  A1: { sessions: [ { transcript: early/notes.txt, session: 1 }, { transcript: early/gone.transcript, session: 2 } ] }
plan: [ { transcript: late/one.transcript, coders: [ bob, tess ] } ]
`;

const codingOf = (coder: string, transcript: string, more = ''): string =>
  `alliance: 1\ntranscript: ${transcript}\ncoder: ${coder}\nrole: coder\n${more}annotations:\n` +
  `  - { id: ${coder}oneq, code: bond, at: { turn: 2, start: 0, end: 2 }, quote: Mm, note: secret of ${coder} }\n`;

const released = 'released: { at: "2026-03-04T09:00:00Z", sha256: abc }\n';

const inStudy = (...path: string[]): vscode.Uri => inFolder(folder, ...path);

async function makeStudy(): Promise<void> {
  const files: Record<string, string> = {
    'alliance.study.yaml': studyFile,
    'late/one.transcript': dialogue,
    'late/one.bob.alliance.yaml': codingOf('bob', 'one.transcript', 'coded: [ { from: 1, to: 4 } ]\n'),
    'late/two.transcript': dialogue,
    'late/two.bob.alliance.yaml': codingOf('bob', 'two.transcript', released),
    'late/two.tess.alliance.yaml': codingOf('tess', 'two.transcript', released),
    'late/two.eve.alliance.yaml': 'alliance: [',
    'early/notes.txt': dialogue,
    'early/other.txt': dialogue,
    'early/unlisted.transcript': dialogue,
    'early/node_modules/x.transcript': dialogue,
    'early/.hidden/x.transcript': dialogue,
    'inner/alliance.study.yaml': 'alliance_study: 1\n',
    'inner/own.transcript': dialogue,
  };
  for (const [path, text] of Object.entries(files)) await write(inStudy(...path.split('/')), text);
}

async function open(...path: string[]): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(inStudy(...path)));
}

/**
 * Only what changed is read: once or twice, for watchers tell of a change a moment after it was seen, and of those before;
 * a reading of everything would be a dozen.
 */
function assertFew(read: number): void {
  assert.ok(read <= 3, `${read} files read`);
}

async function refresh(): Promise<Summary> {
  return (await run<Summary | undefined>('refreshStudy')) ?? assert.fail('there is a study');
}

function peopleIn({ sessions }: Summary, path: string): readonly string[] {
  const session = sessions.find((one) => one.path === path) ?? assert.fail(`${path} is in the study`);
  return session.people.map(({ coder, state, judged }) => `${coder} ${state} ${judged ?? '?'}`);
}

suite('the study', () => {
  suiteSetup(async () => {
    await codeAs('tess');
    await makeStudy();
    await open('late', 'one.transcript');
  });

  suiteTeardown(() => vscode.workspace.fs.delete(inFolder(folder), { recursive: true }));

  test('is that of the active transcript: cases in the file’s order, sessions by number, nothing of a study within it', async () => {
    const { root, hasStudyFile, sessions, missing } = await refresh();
    assert.equal(root, inStudy().path);
    assert.ok(hasStudyFile);
    assert.deepEqual(
      sessions.map((one) => `${one.case} ${one.session} ${one.path} ${one.turns}`),
      [
        'Z9 1 late/one.transcript 8',
        'Z9 2 late/two.transcript 8',
        'A1 1 early/notes.txt 8',
        'early null early/unlisted.transcript 8',
      ],
    );
    assert.deepEqual(missing, ['early/gone.transcript']);
  });

  test('shows each person’s state through the gate, oneself first; a file that cannot be read is named', async () => {
    const study = await refresh();
    assert.deepEqual(peopleIn(study, 'late/one.transcript'), ['tess not-begun 0', 'bob hidden ?']);
    assert.deepEqual(peopleIn(study, 'late/two.transcript'), ['tess released 8', 'bob released 8']);
    const two = study.sessions.find(({ path }) => path === 'late/two.transcript');
    assert.deepEqual(two?.unreadable, ['two.eve.alliance.yaml']);
    assert.ok(!JSON.stringify(study).includes('secret of'));
  });

  test('who codes decides at once what is seen, and nothing is read for it', async () => {
    const before = await refresh();
    await codeAs('bob');
    const bobs = await refresh();
    assert.deepEqual(peopleIn(bobs, 'late/two.transcript'), ['bob released 8', 'tess released 8']);
    await until('bob’s own coding of the open session', async () =>
      peopleIn(await refresh(), 'late/one.transcript').includes('bob coding 4'),
    );
    await codeAs('vera');
    const veras = await refresh();
    assert.deepEqual(peopleIn(veras, 'late/two.transcript'), ['tess hidden ?', 'bob hidden ?']);
    assertFew(veras.filesRead - before.filesRead);
    await codeAs('tess');
  });

  test('an act shows at once, and only its own file is read again', async () => {
    await open('late', 'one.transcript');
    const before = await refresh();
    await tag('bond', { turns: [2] });
    const after = await refresh();
    assert.deepEqual(peopleIn(after, 'late/one.transcript'), ['tess coding 1', 'bob hidden ?']);
    assertFew(after.filesRead - before.filesRead);
  });

  test('follows to the study of another transcript, and to files that come and go', async () => {
    await open('inner', 'own.transcript');
    const inner = await refresh();
    assert.equal(inner.root, inStudy('inner').path);
    assert.deepEqual(
      inner.sessions.map(({ path }) => path),
      ['own.transcript'],
    );
    await open('late', 'one.transcript');
    const new3 = inStudy('late', 'three.transcript');
    await write(new3, dialogue);
    assert.ok((await refresh()).sessions.some(({ path }) => path === 'late/three.transcript'));
    await vscode.workspace.fs.delete(new3);
    assert.ok(!(await refresh()).sessions.some(({ path }) => path === 'late/three.transcript'));
  });

  test('a file changed by somebody else is read again, and only that', async () => {
    await open('late', 'one.transcript');
    const before = await refresh();
    const bobs = inStudy('late', 'two.bob.alliance.yaml');
    await write(bobs, codingOf('bob', 'two.transcript', 'coded: [ { from: 1, to: 2 } ]\n'));
    const taken = await refresh();
    assert.deepEqual(peopleIn(taken, 'late/two.transcript'), ['tess released 8', 'bob hidden ?']);
    assert.ok(taken.filesRead > before.filesRead);
    assertFew(taken.filesRead - before.filesRead);
    await vscode.workspace.fs.delete(bobs);
    assert.deepEqual(peopleIn(await refresh(), 'late/two.transcript'), ['tess released 8']);
  });

  test('a session opens from the tree as a transcript, whatever its file is called', async () => {
    await run('openSession', { kind: 'session', session: { uri: inStudy('early', 'notes.txt') } });
    await until('the session is on screen, as a transcript', () => {
      const document = vscode.window.activeTextEditor?.document;
      return (
        document?.uri.path.endsWith('notes.txt') === true && document.languageId === 'session-transcript'
      );
    });
    await run('openSession', undefined);
    await run('openPersonFile', undefined);
  });

  test('sessions of a supervisor’s study say who has released, not what was coded', async () => {
    await open('late', 'one.transcript');
    await codeAs('dana', 'supervisor');
    const study = await refresh();
    assert.deepEqual(peopleIn(study, 'late/one.transcript'), ['tess hidden ?', 'bob hidden ?']);
    assert.deepEqual(peopleIn(study, 'late/two.transcript'), ['tess released 8']);
    await codeAs('tess');
  });
});
