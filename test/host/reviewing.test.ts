import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { attacks } from '../attacks/strings';
import { textHash } from '../../src/engine/annotations/hashes';
import {
  changeText,
  codeAs,
  dialogue,
  openTranscript,
  read,
  run,
  until,
  write,
  type Opened,
} from './workspaceFiles';

interface Thread {
  readonly id: string;
  readonly about: string | null;
  readonly turn: number | null;
  readonly words: string | null;
  readonly state: string;
  readonly resolved: boolean;
  readonly comments: readonly { readonly id: string; readonly text: string }[];
}

interface Study {
  readonly sessions: readonly {
    readonly path: string;
    readonly people: readonly {
      readonly coder: string;
      readonly state: string;
      readonly review: { event: string } | null;
    }[];
  }[];
}

const bobs = `alliance: 1
transcript: NAME.transcript
coder: bob
role: coder
text: { sha256: ${textHash(dialogue)} }
released: { at: "2026-03-04T09:00:00Z", sha256: abc }
annotations:
  - id: bobsone1
    code: rupture.withdrawal.minimal
    at: { turn: 4, start: 0, end: 6 }
    quote: Dunno.
`;

/** Bob has released the session, and Dana reviews it. */
async function openReviewed(): Promise<Opened> {
  await codeAs('dana', 'supervisor');
  const opened = await openTranscript(dialogue, { 'NAME.bob.alliance.yaml': bobs });
  await until('bob’s coding is read', async () => (await run('reveal', { id: 'bob/bobsone1' })) === true);
  return opened;
}

function threads(): Thenable<Thread[]> {
  return run<Thread[]>('showComments');
}

/** Turn and state of the only thread. */
async function place(): Promise<string> {
  const [thread] = await threads();
  return `${thread?.turn ?? '–'} ${thread?.state ?? ''}`;
}

const hers = { line: 5, start: 9, end: 14 };

/** Types above all turns. */
async function insertAbove(editor: vscode.TextEditor): Promise<void> {
  await changeText(editor, (edit) => edit.insert(new vscode.Position(0, 0), 'C: Hello.\nT: Hello.\n'));
}

suite('a supervisor and a coder', () => {
  const controller = vscode.comments.createCommentController('test', 'Test');
  suiteTeardown(() => controller.dispose());

  test('speak about a passage and an annotation, each in their own file, and the seal holds', async () => {
    const { editor, uri, fileOf } = await openReviewed();
    const range = new vscode.Range(hers.line, hers.start, hers.line, hers.end);
    // What VS Code passes when a box in the margin is sent off.
    const box = controller.createCommentThread(uri, range, []);
    const text = attacks.command;
    const onWords = await run<string>('comment', { thread: box, text });
    const onBobs = await run<string>('comment', { id: 'bob/bobsone1', note: 'Is this one?' });
    assert.match(onBobs, /^[a-z][a-z0-9]{7}$/);
    const file = await read(fileOf('dana'));
    assert.match(file, /role: supervisor/);
    assert.match(
      file,
      new RegExp(`id: ${onWords}[^]*at: \\{ turn: 6, start: 6, end: 11 \\}[^]*quote: angry`),
    );
    assert.match(file, /about: bob\/bobsone1/);
    assert.deepEqual(
      (await threads()).map(({ about, turn, words, state }) => [about, turn, words, state]),
      [
        ['bob/bobsone1', 4, 'Dunno.', 'certain'],
        [null, 6, 'angry', 'certain'],
      ],
    );
    assert.match(
      String(await run('copyNarrative')),
      /^[^\n]*Bob/i,
      'the panel goes on showing what she comments on',
    );
    assert.deepEqual([box.label, box.contextValue], ['Turn 6: “angry”', 'open']);
    assert.equal(box.comments[0]?.body, text, 'text, and no Markdown');
    assert.deepEqual([box.comments[0]?.author.name, box.comments[0]?.contextValue], ['Dana R.', 'own']);

    await codeAs('bob');
    await until('bob sees what dana said', async () => (await threads()).length === 2);
    const answer = await run<string>('reply', { id: `dana/${onBobs}`, note: 'I was not sure.' });
    assert.match(await read(fileOf('bob')), new RegExp(`id: ${answer}, reply_to: dana/${onBobs}`));
    assert.equal(await run('undo'), 'Reply');
    assert.equal((await read(fileOf('bob'))).includes('reply_to'), false);
    assert.equal(await run('redo'), 'Reply');
    const sealed = await read(fileOf('bob'));
    assert.ok(sealed.includes(bobs.slice(bobs.indexOf('released:'))), 'the sealed coding is as it was');
    assert.equal(await run('deleteComment', { id: onBobs }), false, 'it is dana’s');

    await codeAs('dana', 'supervisor');
    await until('dana sees the answer', async () => (await threads())[0]?.comments.length === 2);
    assert.equal(await run('deleteComment', { id: onBobs }), false, 'it was answered');
    assert.equal(await run('saveComment', { id: onBobs, note: 'Is this a rupture?' }), true);
    assert.equal(await run('resolveThread', { id: `bob/${answer}` }), true);
    assert.equal((await threads())[0]?.resolved, true);
    assert.equal(await run('reopenThread', { id: onBobs }), true);
    assert.equal((await threads())[0]?.resolved, false);
    assert.match(
      await read(fileOf('dana')),
      new RegExp(`resolved, about: dana/${onBobs} \\}\\n.*reopened, about: dana/${onBobs}`),
    );
    assert.equal(await run('undo'), 'Reopen Thread');
    assert.equal((await threads())[0]?.resolved, true);
    assert.equal(await read(fileOf('bob')), sealed, 'not a byte of bob’s file');
    assert.equal(editor.document.getText(), dialogue);
  });

  test('a thread follows its words while the text is edited, and is found again when it was changed outside', async () => {
    const { editor, uri, fileOf } = await openReviewed();
    const range = new vscode.Range(hers.line, hers.start, hers.line, hers.end);
    const box = controller.createCommentThread(uri, range, []);
    const id = await run<string>('reply', { thread: box, text: 'Her word?' });
    await insertAbove(editor);
    await until('the thread moved', () => box.range?.start.line === hers.line + 2);
    assert.equal(await place(), '8 certain');
    await editor.document.save();
    await until('its place is written', async () => /turn: 8, start: 6/.test(await read(fileOf('dana'))));

    const changed = editor.document.getText().replace('C: Mm.', 'T: So.\nC: Mm.');
    await write(uri, changed);
    await until('it is found again', async () => (await place()) === '9 certain');
    await write(uri, changed.replace(/C: I was angry[^\n]*\n/, ''));
    await until('it lost its place', async () => (await place()) === '– lost');
    assert.deepEqual(box.range, new vscode.Range(0, 0, 0, 0), 'above all turns');
    assert.deepEqual([box.label, box.contextValue], ['Without a place: “angry”', 'open misplaced']);
    box.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    assert.equal(await run('goToThread', { id: `dana/${id}` }), true);
    assert.equal(box.collapsibleState, vscode.CommentThreadCollapsibleState.Expanded);
    assert.equal(await run('placeComment', { id, turns: [2] }), true);
    assert.equal(await place(), '2 certain');
    assert.match(await read(fileOf('dana')), /at: \{ turn: 2, start: 0, end: 6 \}/);
    assert.equal(await run('undo'), 'Place Comment');
    assert.equal(await place(), '– lost');
    assert.match(await read(fileOf('dana')), /was: \{ turn: 8, start: 6, end: 11 \}/);
    assert.equal(await run('deleteComment', { id }), true);
    assert.deepEqual(await threads(), []);
  });

  test('a session is sent back, taken back, released again and approved; the latest event is its state', async () => {
    const { uri, fileOf } = await openReviewed();
    const name = uri.path.split('/').at(-1) ?? '';
    const state = async (): Promise<string> => {
      const { sessions } = await run<Study>('refreshStudy');
      const bob = sessions
        .find(({ path }) => path.endsWith(name))
        ?.people.find(({ coder }) => coder === 'bob');
      return `${bob?.state ?? ''} ${bob?.review?.event ?? ''}`.trim();
    };
    const before = await read(fileOf('bob'));
    await run('comment', { id: 'bob/bobsone1', note: 'Please link it.' });
    assert.equal(await run('sendBack', { coder: 'nobody', note: 'Link them.' }), false);
    assert.equal(await run('sendBack', { coder: 'bob', note: 'Link them.' }), true);
    assert.match(await read(fileOf('dana')), /event: sent_back, about: bob, reason: Link them\./);
    assert.equal(await state(), 'released sent_back');
    assert.equal(await read(fileOf('bob')), before, 'not a byte of bob’s file');

    await codeAs('bob');
    await until('bob sees the thread', async () => (await threads()).length === 1);
    assert.equal(await run('approve', { coder: 'bob', note: '' }), false, 'only supervisors');
    assert.equal(await run('takeBack', { confirmed: true }), true, 'he saw nobody’s coding');
    await until('bob is coding again', async () => (await state()) === 'coding sent_back');
    assert.equal((await threads()).length, 1, 'while he corrects he sees what was said');
    assert.equal(await run('release', { confirmed: true }), true);
    assert.equal(await state(), 'released');

    await codeAs('dana', 'supervisor');
    await until('dana sees bob’s coding', async () => (await run('reveal', { id: 'bob/bobsone1' })) === true);
    assert.equal(await run('approve', { coder: 'bob', note: '' }), true);
    assert.equal(await state(), 'released approved');
    assert.equal(await run('undo'), 'Approve');
    assert.equal(await state(), 'released');
  });
});
