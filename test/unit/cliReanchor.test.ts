import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { addTags, release } from '../../src/engine/annotations/acts';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import { source } from '../../src/engine/annotations/file';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { sealHolds } from '../../src/engine/annotations/seal';
import type { At } from '../../src/engine/annotations/types';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { opened } from './annotationFixtures';
import { call, callAsked, studyOf, type Called } from './cliStudies';

const dialogue = [
  'T: How have you been since last week?',
  'C: Mm.',
  'T: Go on.',
  'C: It was a hard week, and I slept badly all the time.',
  'T: What was that like for you when I said that?',
  'C: I was angry with you, and I wanted you to ask Anna.',
].join('\n');

const angry: At = { turn: 6, start: 6, end: 20 };
const slept: At = { turn: 4, start: 26, end: 41 };

/** A coder's file with these passages of the dialogue; ids count from `aaaaaag1`. */
function coded(coder: string, places: readonly At[], released = false): string {
  const { turns } = parseTranscript(dialogue);
  const text = { sha256: textHash(dialogue), turns: fingerprints(turns) };
  const created = '2026-03-02T10:15:00Z';
  const tags = places.map((at, index) => ({ id: `aaaaaag${index + 1}`, code: 'bond', at, created }));
  const { file } = addTags(newAnnotationFile({ transcript: 's1.transcript', coder, text }), turns, tags);
  return source(released ? release(file, '2026-03-04T09:00:00Z', turns.length).file : file);
}

const place = z.nullable(
  z.strictObject({ turn: z.int(), start: z.int(), end_turn: z.optional(z.int()), end: z.int() }),
);
const document = z.strictObject({
  alliance: z.literal(1),
  results: z.array(
    z.strictObject({
      file: z.string(),
      id: z.string(),
      state: z.string(),
      method: z.nullable(z.string()),
      confidence: z.number(),
      at: place,
      quote: z.nullable(z.string()),
      text: z.nullable(z.string()),
    }),
  ),
});

function resultsIn({ out }: Called): z.infer<typeof document>['results'] {
  return document.parse(JSON.parse(out)).results;
}

const states = (called: Called): string[] => resultsIn(called).map(({ id, state }) => `${id} ${state}`);
const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
const alices = 's1.alice.alliance.yaml';
const bobs = 's1.bob.alliance.yaml';
const greeted = `T: Hello.\n${dialogue}`;

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

suite('alliance reanchor --write', () => {
  test('takes one coder’s files over, and no other', async () => {
    const text = greeted.replace('slept badly all', 'slept quite badly all').replace('C: Mm.\n', '');
    const folder = studyOf({
      's1.transcript': text,
      [alices]: coded('alice', [{ turn: 2, start: 0, end: 3 }, slept, angry]),
      [bobs]: coded('bob', [angry]),
    });
    const before = resultsIn(await call(folder, 'reanchor', '.', '--coder', 'alice', '--json'));
    const called = await call(folder, 'reanchor', '.', '--write', '--coder', 'alice', '--json');
    assert.deepEqual([called.status, called.err], [1, `${alices}: written.\n`]);
    assert.deepEqual(resultsIn(called), before);
    assert.equal(read(folder, bobs), coded('bob', [angry]));
    const { coding } = opened(read(folder, alices));
    assert.equal(coding.text?.sha256, textHash(text));
    assert.deepEqual(coding.log, []);
    const [changed, exact, lost] = coding.annotations;
    assert.deepEqual([exact?.at, exact?.unconfirmed], [angry, undefined]);
    assert.deepEqual(
      [changed?.at, changed?.quote, changed?.unconfirmed?.state],
      [{ turn: 4, start: 26, end: 47 }, 'slept badly all', 'changed'],
    );
    assert.deepEqual([lost?.at, lost?.was, lost?.quote], [undefined, { turn: 2, start: 0, end: 3 }, 'Mm.']);
    assert.deepEqual(readdirSync(folder).sort(), [alices, bobs, 's1.transcript']);
  });

  test('changes nothing the second time, and what is to be confirmed stays so', async () => {
    const folder = studyOf({
      's1.transcript': `${dialogue}\n${dialogue}`.replace('slept badly all', 'slept quite badly all'),
      [alices]: coded('alice', [slept, angry, { turn: 3, start: 0, end: 6 }]),
    });
    const first = await call(folder, 'reanchor', '.', '--write', '--coder', 'alice', '--json');
    const written = read(folder, alices);
    const again = await call(folder, 'reanchor', '.', '--write', '--coder', 'alice', '--json');
    assert.deepEqual([again.status, again.err], [1, '']);
    assert.equal(read(folder, alices), written);
    assert.deepEqual(states(again).sort(), states(first).sort());
    assert.notDeepEqual(
      states(first).filter((one) => one.endsWith('exact')),
      states(first),
    );
  });

  test('forgets places that were equally good when nothing is left of them', async () => {
    const folder = studyOf({
      's1.transcript': `${dialogue}\n${dialogue}`,
      [alices]: coded('alice', [angry]),
    });
    const first = await call(folder, 'reanchor', '.', '--write', '--coder', 'alice', '--json');
    assert.deepEqual(states(first), ['aaaaaag1 ambiguous']);
    writeFileSync(join(folder, 's1.transcript'), 'T: Something else.\n');
    for (const _ of [1, 2]) {
      const next = await call(folder, 'reanchor', '.', '--write', '--coder', 'alice', '--json');
      assert.deepEqual(states(next), ['aaaaaag1 orphan']);
    }
  });

  test('writes everybody’s files when somebody agrees, and logs who did it', async () => {
    const folder = studyOf({
      's1.transcript': greeted,
      [alices]: coded('alice', [angry]),
      [bobs]: coded('bob', [angry]),
    });
    const args = ['reanchor', '.', '--write', '--all', '--by', 'alice'] as const;
    const refused = await callAsked(folder, () => false, ...args);
    assert.deepEqual([refused.status, read(folder, alices)], [2, coded('alice', [angry])]);
    assert.match(
      refused.err,
      /\nOne file of another person would be written, [^\n]+ alice [^\n]+\n {2}s1\.bob\.alliance\.yaml\nNothing was written\.\n$/,
    );
    const unasked = await call(folder, ...args);
    assert.equal(unasked.status, 2);
    assert.match(unasked.err, /“--yes”/);
    assert.equal(read(folder, bobs), coded('bob', [angry]));
    const done = await callAsked(folder, () => true, ...args);
    assert.equal(done.status, 0);
    assert.deepEqual(opened(read(folder, alices)).coding.log, []);
    const { log, annotations } = opened(read(folder, bobs)).coding;
    assert.deepEqual(
      log.map(({ event, by }) => [event, by]),
      [['reanchored', 'alice']],
    );
    assert.match(log[0]?.at ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.equal(annotations[0]?.at?.turn, 7);
    const written = read(folder, bobs);
    assert.equal((await call(folder, ...args)).status, 0);
    assert.equal(read(folder, bobs), written);
  });

  test('seals a released file anew where only places moved, and leaves it where a person has to look', async () => {
    const released = coded('bob', [slept, angry], true);
    const write = async (text: string, file = released): Promise<[Called, string]> => {
      const folder = studyOf({ 's1.transcript': text, [bobs]: file });
      const called = await call(folder, 'reanchor', '.', '--write', '--all', '--by', 'alice', '--yes');
      return [called, read(folder, bobs)];
    };
    const [moved, anew] = await write(greeted);
    const { coding } = opened(anew);
    assert.deepEqual([moved.status, sealHolds(coding), coding.annotations[1]?.at?.turn], [0, true, 7]);
    const before = opened(released).coding;
    assert.equal(coding.released?.at, before.released?.at);
    assert.notEqual(coding.released?.sha256, before.released?.sha256);
    assert.deepEqual(
      coding.log.map(({ event, by }) => `${event} ${by}`),
      ['released undefined', 'reanchored alice'],
    );
    const [left, same] = await write(greeted.replace('badly', 'well'));
    assert.deepEqual([left.status, same], [1, released]);
    assert.match(left.err, /s1\.bob\.alliance\.yaml: left as it is, since it is released/);
    const broken = released.replace('code: bond', 'code: goal');
    const [faulty, kept] = await write(greeted, broken);
    assert.deepEqual([faulty.status, kept], [1, broken]);
    assert.match(faulty.err, /its seal does not match/);
  });

  test('leaves a trace in one’s own file when its seal is put on anew', async () => {
    const folder = studyOf({ 's1.transcript': greeted, [bobs]: coded('bob', [angry], true) });
    assert.equal((await call(folder, 'reanchor', '.', '--write', '--coder', 'bob')).status, 0);
    const { log } = opened(read(folder, bobs)).coding;
    assert.deepEqual([log.at(-1)?.event, log.at(-1)?.by], ['reanchored', 'bob']);
  });

  test('leaves alone what was changed while somebody was asked, and what has one id twice', async () => {
    const twice = coded('carl', [slept, angry]).replace('aaaaaag2', 'aaaaaag1');
    const folder = studyOf({
      's1.transcript': greeted,
      [bobs]: coded('bob', [angry]),
      's1.carl.alliance.yaml': twice,
    });
    const answer = (): boolean => {
      writeFileSync(join(folder, bobs), `${coded('bob', [angry])}# mine\n`);
      return true;
    };
    const args = ['--write', '--all', '--by', 'alice'];
    const { status, err } = await callAsked(folder, answer, 'reanchor', '.', ...args);
    assert.equal(status, 2);
    assert.equal(read(folder, bobs), `${coded('bob', [angry])}# mine\n`);
    assert.equal(read(folder, 's1.carl.alliance.yaml'), twice);
    assert.match(err, /s1\.bob\.alliance\.yaml: left as it is, since it or its transcript was changed/);
    assert.match(err, /s1\.carl\.alliance\.yaml: left as it is, since two of its annotations/);
  });

  test('keeps line ends, comments and keys of one’s own', async () => {
    const file = `\ufeff# second pass\r\n${coded('alice', [angry]).replaceAll('\n', '\r\n')}mine: yes\r\n`;
    const folder = studyOf({ 's1.transcript': greeted, [alices]: file });
    assert.equal((await call(folder, 'reanchor', '.', '--write', '--coder', 'alice')).status, 0);
    const written = read(folder, alices);
    assert.match(written, /^# second pass\r\n/);
    assert.match(written, /\r\nmine: yes\r\n$/);
    assert.match(written, /turn: 7/);
  });

  const usage: Readonly<Record<string, readonly string[]>> = {
    'nobody named': ['--write'],
    'both one and all': ['--write', '--all', '--coder', 'alice'],
    'all, by nobody': ['--write', '--all'],
    'all, by the consensus': ['--write', '--all', '--by', 'consensus'],
    'by without all': ['--write', '--coder', 'alice', '--by', 'bob'],
    'yes without all': ['--write', '--coder', 'alice', '--yes'],
    'all without write': ['--all'],
    'by without write': ['--by', 'alice'],
    'a coder that can be none': ['--write', '--coder', 'Alice M.'],
  };
  for (const [name, args] of Object.entries(usage)) {
    test(`refuses ${name} with one line on stderr, and writes nothing`, async () => {
      const folder = studyOf({ 's1.transcript': greeted, [alices]: coded('alice', [angry]) });
      const { status, out, err } = await call(folder, 'reanchor', '.', ...args);
      assert.deepEqual({ status, out }, { status: 2, out: '' });
      assert.match(err, /^alliance: [^\n]+\.\n$/);
      assert.equal(read(folder, alices), coded('alice', [angry]));
    });
  }
});
