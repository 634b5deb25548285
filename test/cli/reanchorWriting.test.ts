import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { textHash } from '../../src/engine/annotations/hashes';
import { sealHolds } from '../../src/engine/annotations/seal';
import { opened } from '../unit/annotationFixtures';
import { call, callAsked, studyOf, type Called } from './cliStudies';
import {
  dialogue,
  angry,
  slept,
  coded,
  resultsIn,
  states,
  read,
  alices,
  bobs,
  greeted,
} from './reanchorStudies';

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
