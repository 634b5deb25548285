import assert from 'node:assert/strict';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { annotations, call, studyOf, trajectoriesIn, transcript } from './cliStudies';

async function computed(cwd: string, ...args: readonly string[]): Promise<ReturnType<typeof trajectoriesIn>> {
  return trajectoriesIn(await call(cwd, 'trajectory', ...args, '--json'));
}

const rupture = 'annotations: [ { id: k7f3m2q9, code: rupture.withdrawal.minimal, at: { turn: 2 } } ]';
const madeFor = (text: string): string => `text: { sha256: "${textHash(text)}" }`;

suite('alliance trajectory', () => {
  test('gives every coder, or one, and a supervisor only when asked for', async () => {
    const folder = studyOf({
      's1.transcript': transcript,
      's1.alice.alliance.yaml': annotations('alice', rupture),
      's1.bob.alliance.yaml': annotations('bob'),
      's1.dana.alliance.yaml': annotations('dana', 'role: supervisor'),
    });
    const coders = async (...args: readonly string[]): Promise<string[]> =>
      (await computed(folder, '.', ...args)).results.map(({ coder }) => coder);
    assert.deepEqual(await coders(), ['alice', 'bob']);
    assert.deepEqual(await coders('--coder', 'bob'), ['bob']);
    assert.deepEqual(await coders('--coder', 'dana'), ['dana']);
  });

  test('computes a transcript whose episode began before it as it stands in its folder', async () => {
    const [first, second] = [transcript, `${transcript}T: And then?\n`];
    const from = `episodes: [ { id: x1h8d0pw, ruptures: [ k7f3m2q9 ], repairs: [] } ]`;
    const on = `episodes: [ { id: x2h8d0pw, ruptures: [], repairs: [], carried_over: { transcript: s1.transcript, episode: x1h8d0pw } } ]`;
    const folder = studyOf({
      's1.transcript': first,
      's2.transcript': second,
      's1.alice.alliance.yaml': annotations('alice', rupture, from),
      's2.alice.alliance.yaml': annotations('alice', on).replace('s1.transcript', 's2.transcript'),
    });
    const [, later] = (await computed(folder, '.')).results;
    assert.deepEqual((await computed(folder, 's2.transcript')).results, [later]);
    assert.match(JSON.stringify(later), /"type":"withdrawal"/);
  });

  test('calls a coder without a file bad input, and a folder without codings fine', async () => {
    const folder = studyOf({ 's1.transcript': transcript });
    assert.equal((await computed(folder, '.', '--coder', 'zoe')).status, 2);
    const { status, results, err } = await computed(folder, '.');
    assert.deepEqual({ status, results }, { status: 0, results: [] });
    assert.equal(err, 'Nobody has coded a session here.\n');
  });

  test('leaves out a coding of another text, and says so', async () => {
    const folder = studyOf({
      's1.transcript': transcript,
      's1.alice.alliance.yaml': annotations('alice', madeFor('T: Other words.\n'), rupture),
      's1.bob.alliance.yaml': annotations('bob', madeFor(transcript.replaceAll('\n', '\r\n')), rupture),
    });
    const { status, err, results, excluded } = await computed(folder, '.');
    assert.equal(status, 1);
    assert.deepEqual(
      results.map(({ coder }) => coder),
      ['bob'],
    );
    const file = 's1.alice.alliance.yaml';
    assert.deepEqual(excluded, [
      { file, transcript: 's1.transcript', coder: 'alice', reason: 'text-changed' },
    ]);
    assert.match(
      err,
      /^s1\.alice\.alliance\.yaml: left out, since its transcript has changed[^\n]+“alliance reanchor”/,
    );
  });

  test('computes a coding of another text where everything is found for certain, and says nothing', async () => {
    const coded = (turn: number, text: string): string =>
      annotations(
        'alice',
        `text: { sha256: "${textHash(text)}", turns: "${fingerprints(parseTranscript(text).turns)}" }`,
        'coded: [ { from: 2, to: 3 } ]',
        `annotations: [ { id: k7f3m2q9, code: rupture.withdrawal.minimal, at: { turn: ${turn} }, quote: Fine. } ]`,
      );
    const folder = studyOf({
      's1.transcript': transcript.replace('T: How was it?\n', ''),
      's1.alice.alliance.yaml': coded(3, transcript),
    });
    const { status, err, results, excluded } = await computed(folder, '.');
    assert.deepEqual({ status, err, excluded }, { status: 0, err: '', excluded: [] });
    const [session] = results;
    assert.match(JSON.stringify(session), /"id":"k7f3m2q9"[^}]*"turn":2,/);
    assert.match(JSON.stringify(session), /"judged":{"value":1,/);
  });

  test('says why else a coding has no result, and how bad that is', async () => {
    const coded = { 's1.transcript': transcript, 's1.alice.alliance.yaml': annotations('alice', rupture) };
    const reasonsOf = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<unknown[]> => {
      const { status, results, excluded } = await computed(studyOf(files), '.');
      assert.deepEqual(results, []);
      return [status, ...new Set(excluded.map(({ reason }) => reason))];
    };
    const latin = new Uint8Array([0x43, 0x3a, 0x20, 0xe9]);
    const other = coded['s1.alice.alliance.yaml'];
    assert.deepEqual(await reasonsOf({ ...coded, 'copy.alliance.yaml': other }), [1, 'duplicate-file']);
    assert.deepEqual(await reasonsOf({ 's1.alice.alliance.yaml': other }), [1, 'other-transcript']);
    assert.deepEqual(await reasonsOf({ ...coded, 's1.transcript': latin }), [2, 'unreadable-transcript']);
    assert.deepEqual(await reasonsOf({ ...coded, 's1.alice.alliance.yaml': 'a: [' }), [
      2,
      'unreadable-annotations',
    ]);
    // Of a newer format a part can be read, and no figure is made of a part.
    assert.deepEqual(
      await reasonsOf({ ...coded, 's1.alice.alliance.yaml': other.replace('alliance: 1', 'alliance: 2') }),
      [2, 'unreadable-annotations'],
    );
    const newerBook = 'alliance_codebook: 2\nid: x\nversion: "1"\ncodes: [ { id: bond } ]\n';
    assert.deepEqual(await reasonsOf({ ...coded, 'alliance.codebook.yaml': newerBook }), [
      2,
      'unreadable-codebook',
    ]);
    assert.deepEqual(await reasonsOf({ ...coded, 'alliance.study.yaml': 'alliance_study: 2\n' }), [
      2,
      'unreadable-study',
    ]);
    assert.deepEqual(await reasonsOf({ ...coded, 'alliance.codebook.yaml': 'a: [' }), [
      2,
      'unreadable-codebook',
    ]);
    assert.deepEqual(await reasonsOf({ ...coded, 'alliance.study.yaml': 'a: [' }), [2, 'unreadable-study']);
  });

  test('computes what can be read, and prints the errors that are in no figure', async () => {
    const seal = `released: { at: "2026-03-04T09:00:00Z", sha256: "${'0'.repeat(64)}" }`;
    const folder = studyOf({
      's1.transcript': transcript,
      's1.alice.alliance.yaml': annotations('alice', seal, rupture),
      's1.bob.alliance.yaml': annotations('bob', 'annotations: [ { code: bond, at: { turn: 77 } } ]'),
    });
    const { status, err, results } = await computed(folder, '.', '--coder', 'alice');
    assert.deepEqual([status, results.length], [1, 1]);
    assert.match(err, /^s1\.alice\.alliance\.yaml:4:1 error seal-broken [^\n]+\n$/);
  });

  test('keeps cases of one name apart where they are of two studies', async () => {
    const site = (name: string): Record<string, string> => ({
      [`${name}/alliance.study.yaml`]: 'alliance_study: 1\n',
      [`${name}/a/s1.transcript`]: `---\ncase: c7\n---\n${transcript}`,
      [`${name}/a/s1.alice.alliance.yaml`]: annotations('alice', rupture),
    });
    const { cases } = await computed(studyOf({ ...site('north'), ...site('south') }), '.');
    assert.deepEqual(
      cases.map(({ case: name, sessions }) => [name, sessions.map((session) => session.transcript)]),
      [
        ['c7', ['north/a/s1.transcript']],
        ['c7', ['south/a/s1.transcript']],
      ],
    );
  });

  test('takes over the segments and speakers of the study, wherever it is called from', async () => {
    const folder = studyOf({
      'alliance.study.yaml': 'alliance_study: 1\nspeakers: { Ann: therapist, Ben: client }\naxis: turns\n',
      'c1/s1.transcript': 'Ann: One.\nBen: Two.\nC: no turn.\n',
      'c1/s1.alice.alliance.yaml': annotations('alice', rupture),
    });
    const [above] = (await computed(folder, '.')).results;
    const [within] = (await computed(`${folder}/c1`, 's1.transcript')).results;
    assert.deepEqual([above?.turns, above?.axis.kind, above?.case], [2, 'turns', 'c1']);
    assert.deepEqual({ ...within, transcript: '' }, { ...above, transcript: '' });
  });

  test('reads as sentences and figures without --json', async () => {
    const path = 'test/samples/c017/session-02.transcript';
    const { status, out, err } = await call(process.cwd(), 'trajectory', path, '--coder', 'bob');
    assert.deepEqual({ status, err }, { status: 0, err: '' });
    assert.match(out, /^test\/samples\/c017\/session-02\.transcript · bob\n {2}case C017 · session 2 · /);
    assert.match(out, /\n {2}Two ruptures in 23 minutes; one was resolved\. /);
    assert.match(out, /\n {2}resolved {20}1 {3}of 2 episodes\n/);
    assert.match(
      out,
      /\n {4}drops over several sessions \(Gumz-like\): worse from session 2 to session 3 by 1\.20 /,
    );
    assert.match(
      out,
      /\nCase C017: 1 coded session\n {2}bob: 2 ruptures, 1 resolved, 1 open\n {2}phq9, client, 6 sessions\n/,
    );
  });
});
