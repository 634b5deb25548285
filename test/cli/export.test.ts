import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { csvRows } from '../../src/engine/csv';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { annotations, call, studyOf, transcript, type Called } from './cliStudies';

const exported = z.strictObject({
  alliance: z.literal(1),
  results: z.tuple([
    z.strictObject({
      written: z.array(z.string()),
      losses: z.array(z.strictObject({ code: z.string(), message: z.string(), data: z.unknown() })),
    }),
  ]),
});

function resultOf({ out }: Called): z.infer<typeof exported>['results'][0] {
  return exported.parse(JSON.parse(out)).results[0];
}

const rupture =
  'annotations: [ { id: k7f3m2q9, code: rupture.withdrawal.minimal, at: { turn: 2 }, note: quite so } ]';
const released = `coded: [ { from: 1, to: 3 } ]`;
const two = {
  's1.transcript': transcript,
  's1.alice.alliance.yaml': annotations('alice', released, rupture),
  's1.bob.alliance.yaml': annotations('bob', released),
};

function rowsIn(folder: string, name: string): Record<string, string>[] {
  return csvRows(readFileSync(join(folder, name), 'utf8'));
}

suite('alliance export', () => {
  test('writes a table with all that belongs to it, and says so', async () => {
    const folder = studyOf(two);
    const { status, out, err } = await call(folder, 'export', '.', '--format', 'csv-long', '--out', 'a.csv');
    assert.equal(status, 0);
    assert.equal(out, 'a.csv\na.dictionary.csv\na.manifest.json\na.read.R\n');
    assert.match(err, /^Quotes, notes, memos and comments are left out, since no text was chosen\.\n/);
    const [row] = rowsIn(folder, 'a.csv');
    assert.deepEqual(
      [row?.['coder'], row?.['code'], row?.['note']],
      ['alice', 'rupture.withdrawal.minimal', ''],
    );
    assert.ok(!readdirSync(folder).some((name) => name.endsWith('.tmp')));
  });

  test('says the same as JSON, and does the same a second time', async () => {
    const folder = studyOf(two);
    const args = ['export', 's1.transcript', '--format', 'csv-wide', '--out', 'a.csv', '--json'];
    const first = await call(folder, ...args);
    const before = readFileSync(join(folder, 'a.csv'), 'utf8');
    assert.deepEqual(await call(folder, ...args), first);
    assert.equal(readFileSync(join(folder, 'a.csv'), 'utf8'), before);
    const { written, losses } = resultOf(first);
    assert.deepEqual(written, [
      'a.csv',
      'a.cases.csv',
      'a.dictionary.csv',
      'a.manifest.json',
      'a.read.R',
      'a.read.sps',
      'a.cases.read.sps',
    ]);
    assert.deepEqual(losses[0]?.code, 'without-text');
    assert.equal(first.err, '');
  });

  test('has words and notes only with --text', async () => {
    const folder = studyOf(two);
    for (const format of ['csv-long', 'csv-units', 'csv-wide', 'jsonld']) {
      const file = format === 'jsonld' ? 'a.jsonld' : 'a.csv';
      assert.equal((await call(folder, 'export', '.', '--format', format, '--out', file)).status, 0);
      for (const name of readdirSync(folder).filter((each) => each.startsWith('a.')))
        assert.doesNotMatch(readFileSync(join(folder, name), 'utf8'), /Fine|quite so/, name);
    }
    await call(folder, 'export', '.', '--format', 'csv-long', '--out', 'a.csv', '--text');
    assert.match(readFileSync(join(folder, 'a.csv'), 'utf8'), /😀 Fine\. \(\(looks away\)\),quite so/);
  });

  test('writes a project with its texts, and the codebook', async () => {
    const folder = studyOf(two);
    const project = await call(folder, 'export', '.', '--format', 'qdpx', '--out', 'a.qdpx', '--text');
    assert.deepEqual([project.status, project.out], [0, 'a.qdpx\n']);
    assert.deepEqual([...readFileSync(join(folder, 'a.qdpx')).subarray(0, 2)], [0x50, 0x4b]);
    const codebook = await call(folder, 'export', '.', '--format', 'qdc', '--out', 'a.qdc');
    assert.equal(codebook.status, 0);
    assert.match(readFileSync(join(folder, 'a.qdc'), 'utf8'), /<CodeBook /);
  });

  test('writes a report, with a supervisor’s comments where text is chosen', async () => {
    const comment = 'comments: [ { id: c9t3m2q9, about: alice/k7f3m2q9, text: Does it begin here? } ]';
    const folder = studyOf({
      ...two,
      's1.dana.alliance.yaml': annotations('dana', 'role: supervisor', comment),
    });
    const args = ['export', 's1.transcript', '--format', 'html', '--out', 'a.html'];
    const plain = await call(folder, ...args);
    assert.deepEqual([plain.status, plain.out], [0, 'a.html\n']);
    assert.match(plain.err, /The files of dana, a supervisor/);
    const page = readFileSync(join(folder, 'a.html'), 'utf8');
    assert.match(page, /^<!DOCTYPE html>\n<html .* lang="en">/);
    assert.doesNotMatch(page, /Does it begin|quite so|Fine/);
    assert.deepEqual(await call(folder, ...args, '--text'), { status: 0, out: 'a.html\n', err: '' });
    assert.match(readFileSync(join(folder, 'a.html'), 'utf8'), /quite so.*Does it begin here\?/s);
    await call(folder, ...args, '--text', '--coder', 'bob');
    assert.doesNotMatch(readFileSync(join(folder, 'a.html'), 'utf8'), /quite so|Does it begin/);
  });

  test('takes one case, one coder, and no supervisor unless it is named', async () => {
    const folder = studyOf({
      'c1/s1.transcript': transcript,
      'c1/s1.alice.alliance.yaml': annotations('alice', rupture),
      'c1/s1.bob.alliance.yaml': annotations('bob', rupture),
      'c1/s1.dana.alliance.yaml': annotations('dana', 'role: supervisor', rupture),
      'c2/s1.transcript': transcript,
      'c2/s1.alice.alliance.yaml': annotations('alice', rupture),
    });
    const coders = async (...args: readonly string[]): Promise<string[]> => {
      await call(folder, 'export', '.', '--format', 'csv-long', '--out', 'a.csv', ...args);
      return rowsIn(folder, 'a.csv').map((row) => `${row['case']} ${row['coder']}`);
    };
    assert.deepEqual(await coders(), ['c1 alice', 'c1 bob', 'c2 alice']);
    assert.deepEqual(await coders('--case', 'c2'), ['c2 alice']);
    assert.deepEqual(await coders('--coder', 'bob'), ['c1 bob']);
    assert.deepEqual(await coders('--coder', 'dana'), ['c1 dana']);
    const { err } = await call(folder, 'export', '.', '--format', 'csv-long', '--out', 'a.csv');
    assert.match(err, /^The files of dana, a supervisor, are no coding and are left out\. Sessions: 1\.\n/);
  });

  test('leaves out what has no certain place in a text that changed, says so, and exits 1', async () => {
    const before = `${transcript}C: More of it.\n`;
    const { turns } = parseTranscript(before);
    const coded = annotations(
      'alice',
      `text: { sha256: "${textHash(before)}", turns: "${fingerprints(turns)}" }`,
      'coded: [ { from: 1, to: 4 } ]',
      'annotations:',
      '  - { id: k7f3m2q9, code: bond, at: { turn: 2, start: 0, end: 7 }, quote: "😀 Fine." }',
      '  - { id: k7f3m2qx, code: bond, at: { turn: 4, start: 0, end: 4 }, quote: More }',
    );
    const folder = studyOf({ 's1.transcript': transcript, 's1.alice.alliance.yaml': coded });
    const args = ['export', '.', '--format', 'csv-long', '--out', 'a.csv', '--json'];
    const { status, out, err } = await call(folder, ...args);
    assert.deepEqual([status, err], [1, '']);
    const [first] = resultOf({ status, out, err }).losses;
    assert.deepEqual(first?.data, { transcript: 's1.transcript', coder: 'alice', count: 1 });
    assert.deepEqual(
      rowsIn(folder, 'a.csv').map(({ turn }) => turn),
      ['2'],
    );
  });

  test('exports what can be read, and names what cannot', async () => {
    const folder = studyOf({ ...two, 's1.carl.alliance.yaml': 'a: [' });
    const { status, err } = await call(folder, 'export', '.', '--format', 'csv-long', '--out', 'a.csv');
    assert.equal(status, 2);
    assert.match(err, /^s1\.carl\.alliance\.yaml: left out, since it cannot be read/);
    assert.match(err, /\ns1\.carl\.alliance\.yaml could not be used and is left out\.\n/);
    assert.equal(rowsIn(folder, 'a.csv').length, 1);
  });

  test('writes nothing where one of the files cannot be written', async () => {
    const folder = studyOf({ ...two, 'a.csv': 'mine' });
    mkdirSync(join(folder, 'a.manifest.json'));
    const { status, out, err } = await call(folder, 'export', '.', '--format', 'csv-long', '--out', 'a.csv');
    assert.deepEqual([status, out], [2, '']);
    assert.match(err, /a\.csv could not be written: [^\n]+\. Nothing was changed\.\n$/);
    assert.equal(readFileSync(join(folder, 'a.csv'), 'utf8'), 'mine');
    assert.ok(!existsSync(join(folder, 'a.read.R')));
  });

  test('knows of a single transcript what went before in its folder', async () => {
    const carried = 'carried_over: { transcript: s1.transcript, episode: x1h8d0pw }';
    const later = annotations(
      'alice',
      'annotations: [ { id: b81kqz0a, code: repair.expressive.own, at: { turn: 1 } } ]',
      `episodes: [ { id: x2h8d0pw, ruptures: [], repairs: [ b81kqz0a ], ${carried} } ]`,
    );
    const folder = studyOf({
      's1.transcript': transcript,
      's2.transcript': `${transcript}T: And then?\n`,
      's1.alice.alliance.yaml': annotations(
        'alice',
        rupture,
        'episodes: [ { id: x1h8d0pw, ruptures: [ k7f3m2q9 ], repairs: [] } ]',
      ),
      's2.alice.alliance.yaml': later.replace('s1.transcript', 's2.transcript'),
    });
    await call(folder, 'export', '.', '--format', 'csv-long', '--out', 'all.csv');
    await call(folder, 'export', 's2.transcript', '--format', 'csv-long', '--out', 'one.csv');
    const [row] = rowsIn(folder, 'one.csv');
    assert.deepEqual(row, rowsIn(folder, 'all.csv')[1]);
    assert.deepEqual([row?.['episode'], row?.['mover']], ['e1', 'client']);
  });

  test('refuses several studies at once', async () => {
    const site = (name: string): Record<string, string> => ({
      [`${name}/alliance.study.yaml`]: 'alliance_study: 1\n',
      [`${name}/s1.transcript`]: transcript,
    });
    const folder = studyOf({ ...site('north'), ...site('south') });
    const { status, err } = await call(folder, 'export', '.', '--format', 'csv-long', '--out', 'a.csv');
    assert.deepEqual([status, readdirSync(folder)], [2, ['north', 'south']]);
    assert.match(err, /several studies/);
  });

  const usage: Readonly<Record<string, readonly string[]>> = {
    'no format': ['--out', 'a.csv'],
    'an unknown format': ['--format', 'xlsx', '--out', 'a.xlsx'],
    'a project without its texts': ['--format', 'qdpx', '--out', 'a.qdpx'],
    'no file': ['--format', 'csv-long'],
    'a file of another kind': ['--format', 'csv-long', '--out', 's1.transcript'],
    'a file that is only an ending': ['--format', 'csv-long', '--out', '.csv'],
    'a folder that is not there': ['--format', 'csv-long', '--out', 'nowhere/a.csv'],
    'a folder for a file': ['--format', 'csv-long', '--out', 'folder.csv'],
    'a unit for another table': ['--format', 'csv-long', '--out', 'a.csv', '--unit', 'turn'],
    'an unknown unit': ['--format', 'csv-units', '--out', 'a.csv', '--unit', 'word'],
    'a case that is not there': ['--format', 'csv-long', '--out', 'a.csv', '--case', 'C99'],
    'a coder that is not there': ['--format', 'csv-long', '--out', 'a.csv', '--coder', 'zoe'],
  };
  for (const [name, args] of Object.entries(usage)) {
    test(`refuses ${name} with one line on stderr, and writes nothing`, async () => {
      const folder = studyOf(two);
      mkdirSync(join(folder, 'folder.csv'));
      writeFileSync(join(folder, 'mine.csv'), 'mine');
      const before = readdirSync(folder);
      const { status, out, err } = await call(folder, 'export', '.', ...args);
      assert.deepEqual({ status, out }, { status: 2, out: '' });
      assert.match(err, /^alliance: [^\n]+\.\n$/);
      assert.deepEqual(readdirSync(folder), before);
    });
  }
});
