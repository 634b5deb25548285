import assert from 'node:assert/strict';
import { chmodSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { annotations, call, findingsIn, studyOf, transcript } from './cliStudies';

async function found(files: Readonly<Record<string, string | Uint8Array>>, path = '.'): Promise<string[]> {
  return findingsIn(await call(studyOf(files), 'check', path, '--json'));
}

const study = (...lines: readonly string[]): string => ['alliance_study: 1', ...lines, ''].join('\n');

suite('alliance check', () => {
  test('finds nothing in a session of the sample study', async () => {
    const { status, out, err } = await call(
      process.cwd(),
      'check',
      'test/samples/c017/session-01.transcript',
    );
    assert.deepEqual({ status, out }, { status: 0, out: '' });
    assert.equal(err, 'Files checked: 5. Errors: 0. Warnings: 0. Infos: 0.\n');
  });

  test('prints a line for each fault, and counts them on stderr', async () => {
    const folder = studyOf({
      's1.transcript': transcript,
      's1.a.alliance.yaml': annotations('a', 'coded: 3'),
    });
    const { status, out, err } = await call(folder, 'check', '.');
    assert.match(out, /^s1\.a\.alliance\.yaml:4:\d+ error wrong-value “coded” cannot be read\. [^\n]+\n$/);
    assert.equal(err, 'Files checked: 2. Errors: 1. Warnings: 0. Infos: 0.\n');
    assert.equal(status, 1);
  });

  test('counts columns in code points', async () => {
    assert.deepEqual(await found({ 's1.transcript': 'C: 😀😀 ((looks\n' }), [
      's1.transcript:1:7 unclosed-nonverbal',
    ]);
  });

  test('takes no byte order mark for a column', async () => {
    assert.deepEqual(await found({ 's1.transcript': `\ufeffC: ((looks\n` }), [
      's1.transcript:1:4 unclosed-nonverbal',
    ]);
  });

  test('is not failed by warnings', async () => {
    assert.equal((await call(studyOf({ 's1.transcript': 'C: ((looks\n' }), 'check', '.')).status, 0);
  });

  test('finds an episode carried over from one that is not there', async () => {
    const carried = (id: string): string =>
      annotations(
        'alice',
        'episodes:',
        `  - { id: x1abcdeg, ruptures: [], repairs: [], carried_over: { transcript: s1.transcript, episode: ${id} } }`,
      ).replace('s1.transcript', 's2.transcript');
    const files = {
      's1.transcript': transcript,
      's2.transcript': transcript,
      's1.alice.alliance.yaml': annotations(
        'alice',
        'annotations:',
        '  - { id: k1abcdeg, code: rupture.withdrawal, at: { turn: 2 } }',
      ),
    };
    const at = 's2.alice.alliance.yaml:5:3 dangling-carry';
    const of = async (id: string): Promise<string[]> =>
      (await found({ ...files, 's2.alice.alliance.yaml': carried(id) })).filter((one) =>
        one.includes('dangling-carry'),
      );
    assert.deepEqual(await of('gone1abc'), [at]);
    assert.deepEqual(await of('k1abcdeg'), [], 'a rupture linked to nothing is an episode');
  });

  test('finds files that do not belong beside each other', async () => {
    const files = {
      's1.transcript': transcript,
      'S1.transcript': transcript,
      's1.a.alliance.yaml': annotations('alice'),
      's1.b.alliance.yaml': annotations('alice'),
      'lost.alliance.yaml': annotations('bob').replace('s1', 's9'),
    };
    assert.deepEqual(await found(files), [
      'S1.transcript:1:1 same-name',
      'lost.alliance.yaml:2:1 other-transcript',
      's1.a.alliance.yaml:3:1 duplicate-file',
      's1.b.alliance.yaml:3:1 duplicate-file',
      's1.transcript:1:1 same-name',
    ]);
  });

  test('tells a copy that a sync tool made from a second file, and says what git left', async () => {
    const marked = `<<<<<<< HEAD\n${annotations('b')}=======\n${annotations('b', 'coded: []')}>>>>>>> main\n`;
    const files = {
      's1.transcript': transcript,
      's1.a.alliance.yaml': annotations('a'),
      's1.a (1).alliance.yaml': annotations('a'),
      's1.b.alliance.yaml': marked,
    };
    assert.deepEqual(await found(files), [
      's1.a (1).alliance.yaml:3:1 conflict-copy',
      's1.b.alliance.yaml:1:1 git-conflict',
    ]);
  });

  test('refuses what is no UTF-8, and by its size what is too large', async () => {
    const folder = studyOf({
      's1.transcript': new Uint8Array([0x43, 0x3a, 0x20, 0xff]),
      's2.transcript': '',
    });
    truncateSync(join(folder, 's2.transcript'), 65 * 1024 * 1024);
    assert.deepEqual(findingsIn(await call(folder, 'check', '.', '--json')), [
      's1.transcript:1:1 not-utf8',
      's2.transcript:1:1 too-large',
    ]);
  });

  test('says of two codebooks above each other which one counts', async () => {
    const codebook = 'alliance_codebook: 1\nid: x\nversion: 1.0.0\ncodes: [ { id: bond } ]\n';
    const files = {
      'alliance.codebook.yaml': codebook,
      'c1/alliance.codebook.yaml': codebook,
      'c1/s/s1.transcript': transcript,
    };
    assert.deepEqual(await found(files), ['c1/alliance.codebook.yaml:1:1 shadowed-codebook']);
  });

  test('finds what a blind study should not tell, at its key', async () => {
    const header = '---\nmedia: a.wav\ncase: C1\nsession:\nscores: { client: { phq9: 3 } }\n---\nC: Yes.\n';
    const blind = { 's1.transcript': header, 'alliance.study.yaml': study('blind: { names: true }') };
    assert.deepEqual(
      (await found(blind)).filter((line) => line.endsWith('blind')),
      ['s1.transcript:3:1 header-blind', 's1.transcript:5:1 header-blind'],
    );
    const open = { ...blind, 'alliance.study.yaml': study('blind: false') };
    assert.deepEqual(
      (await found(open)).filter((line) => line.endsWith('blind')),
      [],
    );
    assert.deepEqual(
      (await found({ 's1.transcript': header })).filter((line) => line.endsWith('blind')),
      [],
    );
  });

  test('finds transcripts that the study lists and that are not there', async () => {
    const files = {
      'a/s1.transcript': transcript,
      'alliance.study.yaml': study(
        'cases:',
        '  C1:',
        '    sessions: [ { transcript: a/s1.transcript }, { transcript: ./a/s2.transcript } ]',
        'plan: [ { transcript: a/s3.transcript, coders: [] } ]',
      ),
    };
    assert.deepEqual(await found(files), [
      'alliance.study.yaml:4:64 missing-transcript',
      'alliance.study.yaml:5:23 missing-transcript',
    ]);
  });

  test('reads a .txt that the study lists, and no other', async () => {
    const files = { 'a/s1.txt': 'C: ((\n', 'a/s2.txt': 'C: ((\n' };
    const listed = study('cases: { C1: { sessions: [ { transcript: a/s1.txt } ] } }');
    assert.deepEqual(await found({ ...files, 'alliance.study.yaml': listed }), [
      'a/s1.txt:1:4 unclosed-nonverbal',
    ]);
    assert.deepEqual(await found(files, 'a/s2.txt'), ['a/s2.txt:1:4 unclosed-nonverbal']);
  });

  test('checks one transcript with the files about it, and what applies from above', async () => {
    const files = {
      'alliance.codebook.yaml': 'alliance_codebook: 1\nid: own\nversion: 1\ncodes: []\n',
      'c/s1.transcript': transcript,
      'c/s1.bob.alliance.yaml': 'not: ours\n',
      'c/s2.transcript': 'C: ((\n',
      'c/s1.of-another.alliance.yaml': annotations('zoe', 'coded: 3').replace('s1', 's2'),
      'c/any-name.alliance.yaml': annotations('alice', 'annotations: [ { code: nothing, at: { turn: 9 } } ]'),
    };
    assert.deepEqual(await found(files, 'c/s1.transcript'), [
      'alliance.codebook.yaml:4:1 no-codes',
      'c/any-name.alliance.yaml:4:1 turn-out-of-range',
      'c/s1.bob.alliance.yaml:1:1 not-ours',
    ]);
  });

  test('prints no word of a transcript', async () => {
    const secrets = '---\nMy sister Ruth: yes\n---\nT: Hello.\nRuth: a\nRuth: b\nT: ((secret\n';
    const coded = annotations(
      'alice',
      'I said to Ruth: no',
      'annotations: [ { code: bond, at: { turn: 1 }, quote: Ruth }, { code: bond, quote: Ruth, note: [ Ruth ] } ]',
    );
    const { out, err } = await call(
      studyOf({ 's1.transcript': secrets, 's1.alice.alliance.yaml': coded }),
      'check',
      '.',
    );
    for (const code of ['unknown-label', 'header-unknown-key', 'unknown-key', 'quote-differs']) {
      assert.match(out, new RegExp(` ${code} `));
    }
    assert.doesNotMatch(out + err, /Ruth|secret|Hello/);
  });

  test('lets nothing in a file act on the terminal', async () => {
    const folder = studyOf({
      's\u001b[31m1.transcript': 'C: ((\n',
      's1.transcript': transcript,
      's1.a.alliance.yaml': annotations('a', 'annotations: [ { code: "\\e[2J\\u202e", at: { turn: 1 } } ]'),
    });
    for (const json of [[], ['--json']]) {
      const { out } = await call(folder, 'check', '.', ...json);
      assert.match(out, /\\u001b\[31m/);
      assert.match(out, /\\u001b\[2J\\u202e/);
      assert.ok(!out.includes('\u001b') && !out.includes('\u202e'));
    }
  });

  test('says of files of a newer format that they are, and of what depends on them nothing else', async () => {
    const folder = studyOf({
      'alliance.study.yaml': 'alliance_study: 2\nnew: 1\n',
      'alliance.codebook.yaml': 'alliance_codebook: 2\nid: x\nversion: "1"\ncodes: [ { id: a, new: 1 } ]\n',
      's1.transcript': transcript,
      's1.alice.alliance.yaml': annotations(
        'alice',
        'annotations: [ { code: bond, at: { turn: 99 } } ]',
      ).replace('alliance: 1', 'alliance: 2'),
      's1.bob.alliance.yaml': annotations('bob', 'annotations: [ { code: bond, at: { turn: 1 } } ]'),
    });
    const result = await call(folder, 'check', '.', '--json');
    assert.equal(result.status, 1);
    assert.deepEqual(findingsIn(result), [
      'alliance.codebook.yaml:1:20 newer-version',
      'alliance.study.yaml:1:17 newer-version',
      's1.alice.alliance.yaml:1:11 newer-version',
    ]);
  });

  test('skips hidden folders and node_modules, and enters no linked folder', async () => {
    const files = {
      '.git/s1.transcript': 'C: ((\n',
      'node_modules/s1.transcript': 'C: ((\n',
      'a/s1.transcript': '',
    };
    const folder = studyOf(files);
    symlinkSync('..', join(folder, 'a', 'loop'), 'dir');
    assert.equal(
      (await call(folder, 'check', '.')).err,
      'Files checked: 1. Errors: 0. Warnings: 0. Infos: 0.\n',
    );
  });

  test('prints the same, whatever order the files were made in and however the folder is named', async () => {
    const files = Object.entries({
      'b/s1.transcript': 'C: ((\n',
      'a/s1.transcript': 'C: ((\n',
      'a/s1.z.alliance.yaml': 'x: 1\n',
      'a/s1.a.alliance.yaml': 'x: 1\n',
    });
    const one = studyOf(Object.fromEntries(files));
    const outputs = [
      await call(one, 'check', '.'),
      await call(one, 'check', one),
      await call(one, 'check', '.'),
      await call(studyOf(Object.fromEntries(files.reverse())), 'check', '.'),
    ];
    assert.equal(new Set(outputs.map(({ out }) => out)).size, 1);
  });

  test('names what the disk does not give, checks the rest, and calls it bad input', async () => {
    const folder = studyOf({ 'a/s1.transcript': '', 's2.transcript': 'C: ((\n' });
    symlinkSync('s2.transcript', join(folder, 'linked.transcript'));
    chmodSync(join(folder, 'a'), 0o000);
    const { status, out, err } = await call(folder, 'check', '.');
    chmodSync(join(folder, 'a'), 0o700);
    assert.match(out, /^linked\.transcript:1:4 .*\ns2\.transcript:1:4 /);
    // Whoever may read everything is refused nothing.
    if (process.getuid?.() === 0) assert.equal(status, 0);
    else assert.deepEqual([status, /^a cannot be read: there is no permission/m.test(err)], [2, true]);
  });
});
