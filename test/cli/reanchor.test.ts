import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, studyOf } from './cliStudies';
import { dialogue, angry, slept, coded, resultsIn, alices, bobs, greeted } from './reanchorStudies';

suite('alliance reanchor', () => {
  test('says of every annotation where it is, and how that was found', async () => {
    const text = greeted.replace('slept badly all', 'slept quite badly all').replace('C: Mm.\n', '');
    const folder = studyOf({
      'c1/s1.transcript': text,
      [`c1/${alices}`]: coded('alice', [{ turn: 2, start: 0, end: 3 }, slept, angry]),
    });
    const called = await call(folder, 'reanchor', '.', '--json');
    assert.equal(called.status, 1);
    const file = `c1/${alices}`;
    const [lost, changed, exact] = resultsIn(called);
    assert.deepEqual(lost, {
      file,
      id: 'aaaaaag1',
      state: 'orphan',
      method: null,
      confidence: 0,
      at: null,
      quote: 'Mm.',
      text: null,
    });
    assert.deepEqual(
      { ...changed, confidence: 0 },
      {
        file,
        id: 'aaaaaag2',
        state: 'changed',
        method: 'words',
        confidence: 0,
        at: { turn: 4, start: 26, end: 47 },
        quote: 'slept badly all',
        text: 'slept quite badly all',
      },
    );
    assert.deepEqual(exact, {
      file,
      id: 'aaaaaag3',
      state: 'exact',
      method: 'turns',
      confidence: 1,
      at: { turn: 6, start: 6, end: 20 },
      quote: 'angry with you',
      text: 'angry with you',
    });
  });

  test('says in which state others are', async () => {
    const [, ...rest] = dialogue.split('\n');
    const folder = studyOf({
      's1.transcript': [...rest, 'C: Angry, yes.'].join('\n').replace('angry with you, and ', ''),
      [alices]: coded('alice', [angry]),
      's2.transcript': `${dialogue}\n${dialogue}`,
      's2.alice.alliance.yaml': coded('alice', [angry]).replace('s1.', 's2.'),
      's3.transcript': ['T: I see.', 'C: I was angry with you, yes I was.', 'T: What else?'].join('\n'),
      's3.alice.alliance.yaml': coded('alice', [angry]).replace('s1.', 's3.'),
    });
    const called = await call(folder, 'reanchor', '.', '--json');
    assert.deepEqual(
      resultsIn(called).map(({ state, at }) => [state, at?.turn]),
      [
        ['orphan', undefined],
        ['ambiguous', undefined],
        ['moved', 2],
      ],
    );
  });

  test('is fine where all are exact, in the same text and in another', async () => {
    for (const text of [dialogue, greeted]) {
      const folder = studyOf({ 's1.transcript': text, [alices]: coded('alice', [slept, angry]) });
      const { status, out, err } = await call(folder, 'reanchor', 's1.transcript');
      assert.deepEqual({ status, out }, { status: 0, out: '' });
      assert.equal(err, 'Annotations: 2; exact: 2, moved: 0, changed: 0, ambiguous: 0, orphan: 0.\n');
    }
  });

  test('prints a line for each that is not exact, which can do nothing to a terminal', async () => {
    const folder = studyOf({
      's1.transcript': dialogue.replace('slept badly', 'slept \u001b[31m badly'),
      [alices]: coded('alice', [slept, { turn: 4, start: 26, end_turn: 5, end: 4 }]),
    });
    const { status, out, err } = await call(folder, 'reanchor', '.');
    assert.equal(status, 1);
    const [first, second, ...more] = out.split('\n');
    assert.match(
      first ?? '',
      /^s1\.alice\.alliance\.yaml aaaaaag\d changed, turn 4 \(words, 0\.\d+\): “slept badly all” now “slept \\u001b\[31m badly all”$/,
    );
    assert.match(second ?? '', / changed, turns 4–5 .*: “slept badly all the time\. \/ What” now “/);
    assert.deepEqual(more, ['']);
    assert.match(err, /exact: 0, moved: 0, changed: 2/);
    assert.equal(err.includes('slept'), false);
  });

  test('takes a file that names no text at its word, and quotes it where the words are its own', async () => {
    const folder = studyOf({
      's1.transcript': dialogue,
      [alices]:
        'alliance: 1\ntranscript: s1.transcript\ncoder: alice\nannotations: [ { code: bond, at: { turn: 2 } } ]\n',
    });
    const [result] = resultsIn(await call(folder, 'reanchor', '.', '--json'));
    assert.deepEqual(
      [result?.state, result?.at, result?.quote, result?.text],
      ['exact', { turn: 2, start: 0, end: 3 }, null, 'Mm.'],
    );
  });

  test('finds annotations again where other speakers make other turns of the same text', async () => {
    const folder = studyOf({
      's1.transcript': `T: I see.\nAnna: Hello.\n${dialogue}`,
      [alices]: coded('alice', [angry]),
    });
    await call(folder, 'reanchor', '.', '--write', '--coder', 'alice');
    writeFileSync(
      join(folder, 'alliance.study.yaml'),
      'alliance_study: 1\nspeakers: { T: therapist, C: client, Anna: other }\n',
    );
    const [result] = resultsIn(await call(folder, 'reanchor', '.', '--json'));
    assert.deepEqual([result?.state, result?.at?.turn, result?.text], ['exact', 8, 'angry with you']);
  });

  test('gives everybody, or one coder, by file', async () => {
    const folder = studyOf({
      's1.transcript': dialogue,
      [bobs]: coded('bob', [angry]),
      [alices]: coded('alice', [angry]),
      's1.dana.alliance.yaml': coded('dana', [slept]).replace('role: coder', 'role: supervisor'),
    });
    const files = async (...args: readonly string[]): Promise<string[]> =>
      resultsIn(await call(folder, 'reanchor', '.', '--json', ...args)).map(({ file }) => file);
    assert.deepEqual(await files(), [alices, bobs, 's1.dana.alliance.yaml']);
    assert.deepEqual(await files('--coder', 'bob'), [bobs]);
    const { status, err } = await call(folder, 'reanchor', '.', '--coder', 'zoe');
    assert.deepEqual([status, err], [2, '“zoe” has no file here.\n']);
  });

  test('calls what it cannot look at bad input, names it, and gives the rest', async () => {
    const folder = studyOf({
      's1.transcript': dialogue,
      [alices]: coded('alice', [angry]),
      [bobs]: 'a: [',
      's1.carl.alliance.yaml': coded('carl', [angry]).replace('alliance: 1', 'alliance: 99'),
      's1.dana.alliance.yaml': coded('dana', [angry]).replace('s1.', 's9.'),
      's2.transcript': new Uint8Array([0x43, 0x3a, 0x20, 0xe9]),
      's2.alice.alliance.yaml': coded('alice', [angry]).replace('s1.', 's2.'),
    });
    const called = await call(folder, 'reanchor', '.', '--json');
    assert.equal(called.status, 2);
    assert.deepEqual(
      resultsIn(called).map(({ file }) => file),
      [alices],
    );
    const named = called.err.trimEnd().split('\n');
    assert.deepEqual(
      named.map((line) => line.split(':')[0]),
      [bobs, 's1.carl.alliance.yaml', 's1.dana.alliance.yaml', 's2.transcript'],
    );
    writeFileSync(join(folder, 'alliance.study.yaml'), 'a: [');
    const without = await call(folder, 'reanchor', 's1.transcript', '--json', '--coder', 'alice');
    assert.deepEqual([without.status, resultsIn(without)], [2, []]);
  });
});
