import assert from 'node:assert/strict';
import { textHash } from '../../src/engine/annotations/hashes';
import { annotations, call, removeStudies, studyOf, trajectoriesIn, transcript } from './cliStudies';

function computed(cwd: string, ...args: readonly string[]): ReturnType<typeof trajectoriesIn> {
  return trajectoriesIn(call(cwd, 'trajectory', ...args, '--json'));
}

const rupture = 'annotations: [ { id: k7f3m2q9, code: rupture.withdrawal.minimal, at: { turn: 2 } } ]';
const madeFor = (text: string): string => `text: { sha256: "${textHash(text)}" }`;

suite('alliance trajectory', () => {
  teardown(removeStudies);

  test('gives every coder, or one, and a supervisor only when asked for', () => {
    const folder = studyOf({
      's1.transcript': transcript,
      's1.alice.alliance.yaml': annotations('alice', rupture),
      's1.bob.alliance.yaml': annotations('bob'),
      's1.dana.alliance.yaml': annotations('dana', 'role: supervisor'),
    });
    const coders = (...args: readonly string[]): string[] =>
      computed(folder, '.', ...args).results.map(({ coder }) => coder);
    assert.deepEqual(coders(), ['alice', 'bob']);
    assert.deepEqual(coders('--coder', 'bob'), ['bob']);
    assert.deepEqual(coders('--coder', 'dana'), ['dana']);
  });

  test('computes a transcript whose episode began before it as it stands in its folder', () => {
    const [first, second] = [transcript, `${transcript}T: And then?\n`];
    const from = `episodes: [ { id: x1h8d0pw, ruptures: [ k7f3m2q9 ], repairs: [] } ]`;
    const on = `episodes: [ { id: x2h8d0pw, ruptures: [], repairs: [], carried_over: { transcript: s1.transcript, episode: x1h8d0pw } } ]`;
    const folder = studyOf({
      's1.transcript': first,
      's2.transcript': second,
      's1.alice.alliance.yaml': annotations('alice', rupture, from),
      's2.alice.alliance.yaml': annotations('alice', on).replace('s1.transcript', 's2.transcript'),
    });
    const [, later] = computed(folder, '.').results;
    assert.deepEqual(computed(folder, 's2.transcript').results, [later]);
    assert.match(JSON.stringify(later), /"type":"withdrawal"/);
  });

  test('calls a coder without a file bad input, and a folder without codings fine', () => {
    const folder = studyOf({ 's1.transcript': transcript });
    assert.equal(computed(folder, '.', '--coder', 'zoe').status, 2);
    const { status, results, err } = computed(folder, '.');
    assert.deepEqual({ status, results }, { status: 0, results: [] });
    assert.equal(err, 'Nobody has coded a session here.\n');
  });

  test('leaves out a coding of another text, and says so', () => {
    const folder = studyOf({
      's1.transcript': transcript,
      's1.alice.alliance.yaml': annotations('alice', madeFor('T: Other words.\n'), rupture),
      's1.bob.alliance.yaml': annotations('bob', madeFor(transcript.replaceAll('\n', '\r\n')), rupture),
    });
    const { status, err, results, excluded } = computed(folder, '.');
    assert.equal(status, 1);
    assert.deepEqual(
      results.map(({ coder }) => coder),
      ['bob'],
    );
    const file = 's1.alice.alliance.yaml';
    assert.deepEqual(excluded, [
      { file, transcript: 's1.transcript', coder: 'alice', reason: 'text-changed' },
    ]);
    assert.match(err, /^s1\.alice\.alliance\.yaml: left out, since its transcript has changed/);
  });

  test('says why else a coding has no result, and how bad that is', () => {
    const coded = { 's1.transcript': transcript, 's1.alice.alliance.yaml': annotations('alice', rupture) };
    const reasonsOf = (files: Readonly<Record<string, string | Uint8Array>>): unknown[] => {
      const { status, results, excluded } = computed(studyOf(files), '.');
      assert.deepEqual(results, []);
      return [status, ...new Set(excluded.map(({ reason }) => reason))];
    };
    const latin = new Uint8Array([0x43, 0x3a, 0x20, 0xe9]);
    const other = coded['s1.alice.alliance.yaml'];
    assert.deepEqual(reasonsOf({ ...coded, 'copy.alliance.yaml': other }), [1, 'duplicate-file']);
    assert.deepEqual(reasonsOf({ 's1.alice.alliance.yaml': other }), [1, 'other-transcript']);
    assert.deepEqual(reasonsOf({ ...coded, 's1.transcript': latin }), [2, 'unreadable-transcript']);
    assert.deepEqual(reasonsOf({ ...coded, 's1.alice.alliance.yaml': 'a: [' }), [
      2,
      'unreadable-annotations',
    ]);
    assert.deepEqual(reasonsOf({ ...coded, 'alliance.codebook.yaml': 'a: [' }), [2, 'unreadable-codebook']);
    assert.deepEqual(reasonsOf({ ...coded, 'alliance.study.yaml': 'a: [' }), [2, 'unreadable-study']);
  });

  test('computes what can be read, and prints the errors that are in no figure', () => {
    const seal = `released: { at: "2026-03-04T09:00:00Z", sha256: "${'0'.repeat(64)}" }`;
    const folder = studyOf({
      's1.transcript': transcript,
      's1.alice.alliance.yaml': annotations('alice', seal, rupture),
      's1.bob.alliance.yaml': annotations('bob', 'annotations: [ { code: bond, at: { turn: 77 } } ]'),
    });
    const { status, err, results } = computed(folder, '.', '--coder', 'alice');
    assert.deepEqual([status, results.length], [1, 1]);
    assert.match(err, /^s1\.alice\.alliance\.yaml:4:1 error seal-broken [^\n]+\n$/);
  });

  test('keeps cases of one name apart where they are of two studies', () => {
    const site = (name: string): Record<string, string> => ({
      [`${name}/alliance.study.yaml`]: 'alliance_study: 1\n',
      [`${name}/a/s1.transcript`]: `---\ncase: c7\n---\n${transcript}`,
      [`${name}/a/s1.alice.alliance.yaml`]: annotations('alice', rupture),
    });
    const { cases } = computed(studyOf({ ...site('north'), ...site('south') }), '.');
    assert.deepEqual(
      cases.map(({ case: name, sessions }) => [name, sessions.map((session) => session.transcript)]),
      [
        ['c7', ['north/a/s1.transcript']],
        ['c7', ['south/a/s1.transcript']],
      ],
    );
  });

  test('takes over the segments and speakers of the study, wherever it is called from', () => {
    const folder = studyOf({
      'alliance.study.yaml': 'alliance_study: 1\nspeakers: { Ann: therapist, Ben: client }\naxis: turns\n',
      'c1/s1.transcript': 'Ann: One.\nBen: Two.\nC: no turn.\n',
      'c1/s1.alice.alliance.yaml': annotations('alice', rupture),
    });
    const [above] = computed(folder, '.').results;
    const [within] = computed(`${folder}/c1`, 's1.transcript').results;
    assert.deepEqual([above?.turns, above?.axis.kind, above?.case], [2, 'turns', 'c1']);
    assert.deepEqual({ ...within, transcript: '' }, { ...above, transcript: '' });
  });

  test('reads as sentences and figures without --json', () => {
    const path = 'test/samples/c017/session-02.transcript';
    const { status, out, err } = call(process.cwd(), 'trajectory', path, '--coder', 'bob');
    assert.deepEqual({ status, err }, { status: 0, err: '' });
    assert.match(out, /^test\/samples\/c017\/session-02\.transcript · bob\n {2}case C017 · session 2 · /);
    assert.match(out, /\n {2}Two ruptures in 23 minutes; one was resolved\. /);
    assert.match(out, /\n {2}resolved {20}1 {3}of 2 episodes\n/);
    assert.match(out, /\nCase C017: 1 coded session\n {2}bob: 2 ruptures, 1 resolved, 1 open\n$/);
  });
});
