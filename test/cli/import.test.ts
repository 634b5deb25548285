import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { call, studyOf, type Called } from './cliStudies';

const captions = `WEBVTT

00:00:02.820 --> 00:00:05.970
Dana Lee: So how was the week?

00:00:06.000 --> 00:00:07.000
Sam Roe: Fine.

00:00:12.000 --> 00:00:13.000
Sam Roe: Mostly.

00:00:14.000 --> 00:00:15.000
Dana Lee: Mostly?
`;

const document = z.strictObject({
  alliance: z.literal(1),
  results: z.array(
    z.strictObject({
      file: z.string(),
      format: z.string(),
      turns: z.int(),
      words: z.int(),
      speakers: z.array(z.strictObject({ label: z.string(), role: z.string(), turns: z.int() })),
      unparsed: z.array(z.strictObject({ line: z.int(), text: z.string() })),
      warnings: z.array(z.strictObject({ line: z.nullable(z.int()), code: z.string(), message: z.string() })),
      transcript: z.nullable(z.string()),
    }),
  ),
  excluded: z.array(z.strictObject({ file: z.string(), code: z.string(), message: z.string() })),
});

function documentIn({ out }: Called): z.infer<typeof document> {
  return document.parse(JSON.parse(out));
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

suite('alliance import', () => {
  test('without --out gives the text and writes nothing', async () => {
    const folder = studyOf({ 'a.vtt': captions });
    const called = await call(folder, 'import', 'a.vtt', '--json', '--role', 'dana lee=therapist');
    assert.equal(called.status, 0);
    const { results, excluded } = documentIn(called);
    assert.deepEqual(excluded, []);
    const [one] = results;
    assert.deepEqual(one?.speakers, [
      { label: 'Dana Lee', role: 'therapist', turns: 2 },
      { label: 'Sam Roe', role: 'other', turns: 2 },
    ]);
    assert.deepEqual([one?.file, one?.turns, one?.words], ['a.vtt', 4, 8]);
    assert.match(one?.transcript ?? '', /^\[00:00:06\] Sam Roe: Fine\.$/m);
    assert.match(called.err, /“Sam Roe”, .* is perhaps the client/);
    assert.ok(!existsSync(join(folder, 'a.transcript')));
  });

  test('a look at it names format, counts, speakers and the beginning, on lines of their own', async () => {
    const { status, out, err } = await call(studyOf({ 'a.vtt': captions }), 'import', 'a.vtt');
    assert.equal(status, 0);
    assert.match(out, /^a\.vtt · WebVTT\n {2}Turns: 4 · words: 8 · speakers: 2 · lines not read: 0\n/);
    assert.match(out, /Dana Lee: other \(perhaps the therapist: asks most questions\), turns: 2/);
    assert.match(err, /Nothing was written; “--out DIR” writes/);
  });

  test('--out writes; the same call changes nothing; another text is left alone but for --replace', async () => {
    const folder = studyOf({ 'a.vtt': captions });
    const args = ['import', 'a.vtt', '--out', 'study/c1', '--json'];
    assert.equal(documentIn(await call(folder, ...args)).results[0]?.transcript, 'study/c1/a.transcript');
    const text = read(folder, 'study/c1/a.transcript');
    const again = await call(folder, ...args);
    assert.deepEqual([again.status, documentIn(again).excluded], [0, []]);
    assert.match(again.err, /study\/c1\/a\.transcript: there already, with the same text/);
    const roles = ['--role', 'Dana Lee=therapist', '--role', 'Sam Roe=client'];
    const other = await call(folder, ...args, ...roles);
    assert.equal(other.status, 1);
    assert.deepEqual(
      documentIn(other).excluded.map(({ file, code }) => `${file} ${code}`),
      ['a.vtt exists'],
    );
    assert.equal(documentIn(other).results[0]?.transcript, null);
    assert.equal(read(folder, 'study/c1/a.transcript'), text);
    assert.equal((await call(folder, ...args, ...roles, '--replace')).status, 0);
    assert.match(read(folder, 'study/c1/a.transcript'), /Dana Lee: \{ role: therapist \}/);
    assert.equal(read(folder, 'a.vtt'), captions, 'the original is never touched');
  });

  test('a folder means the files in it and below that can be read; the others are said and skipped', async () => {
    const folder = studyOf({
      'in/a.vtt': captions,
      'in/c2/b.vtt': captions,
      'in/c2/b.transcript': 'T: Ours.\n',
      'in/picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
      'in/.hidden.vtt': captions,
    });
    const called = await call(folder, 'import', 'in', '--out', 'out', '--json');
    assert.equal(called.status, 0);
    const { results, excluded } = documentIn(called);
    assert.deepEqual(
      results.map(({ transcript }) => transcript),
      ['out/a.transcript', 'out/c2/b.transcript'],
    );
    assert.deepEqual(
      excluded.map(({ file, code }) => `${file} ${code}`),
      ['in/picture.png not-text'],
    );
    assert.match(called.err, /in\/picture\.png: skipped\./);
  });

  test('a file that is named and cannot be read is bad input; the others are imported', async () => {
    const folder = studyOf({ 'a.vtt': captions, 'b.vtt': new Uint8Array([0, 1, 2]), 'c.vtt': '' });
    const called = await call(folder, 'import', 'a.vtt', 'b.vtt', 'c.vtt', '--out', '.', '--json');
    assert.equal(called.status, 2);
    assert.deepEqual(
      documentIn(called).excluded.map(({ file, code }) => `${file} ${code}`),
      ['b.vtt not-text', 'c.vtt empty'],
    );
    assert.ok(existsSync(join(folder, 'a.transcript')));
  });

  test('a pattern means the files that it fits', async () => {
    const folder = studyOf({ 'x/a.vtt': captions, 'x/y/b.vtt': captions, 'x/c.txt': 'T: a\nC: b\n' });
    const files = async (pattern: string): Promise<readonly string[]> =>
      documentIn(await call(folder, 'import', pattern, '--json')).results.map(({ file }) => file);
    assert.deepEqual(await files('x/*.vtt'), ['x/a.vtt']);
    assert.deepEqual(await files('**/*.vtt'), ['x/a.vtt', 'x/y/b.vtt']);
    assert.deepEqual(await files('x/?/b.*'), ['x/y/b.vtt']);
    assert.equal((await call(folder, 'import', '*.srt')).status, 2);
  });

  test('two files that would become one transcript: the second is not written', async () => {
    const folder = studyOf({ 'x/a.vtt': captions, 'y/A.vtt': captions.replace('Fine', 'Good') });
    const called = await call(folder, 'import', 'x/a.vtt', 'y/A.vtt', '--out', '.', '--json');
    assert.equal(called.status, 1);
    assert.deepEqual(
      documentIn(called).excluded.map(({ file, code }) => `${file} ${code}`),
      ['y/A.vtt same-name'],
    );
    assert.match(read(folder, 'a.transcript'), /Fine/);
  });

  test('what is imported is never written over, by nothing', async () => {
    const folder = studyOf({ 'a.transcript': captions });
    const called = await call(folder, 'import', 'a.transcript', '--out', '.', '--replace', '--json');
    assert.deepEqual(
      documentIn(called).excluded.map(({ code }) => code),
      ['same-name'],
    );
    assert.equal(read(folder, 'a.transcript'), captions);
  });

  test('--join makes one session of the recordings of each person', async () => {
    const cue = (start: number, text: string): string =>
      `WEBVTT\n\n00:0${start}.000 --> 00:0${start + 1}.000\n${text}\n`;
    const folder = studyOf({ 's1_dana.vtt': cue(1, 'So?'), 's1_sam.vtt': cue(3, 'Fine.') });
    const files = ['s1_dana.vtt', 's1_sam.vtt'];
    const called = await call(folder, 'import', ...files, '--join', '--out', '.', '--role', 'dana=therapist');
    assert.equal(called.status, 0);
    assert.match(
      read(folder, 's1.transcript'),
      /dana: \{ role: therapist \}[^]*\n\[00:00:01\] dana: So\?\n\[00:00:03\] sam: Fine\.\n$/,
    );
  });

  test('a role for nobody, and a call that makes no sense, are said', async () => {
    const folder = studyOf({ 'a.vtt': captions });
    const nobody = await call(folder, 'import', 'a.vtt', '--role', 'Dna=client');
    assert.equal(nobody.status, 1);
    assert.match(nobody.err, /Nobody is called “dna”/);
    for (const args of [
      [],
      ['b.vtt'],
      ['a.vtt', '--role', 'Dana'],
      ['a.vtt', '--role', 'Dana=chief'],
      ['a.vtt', '--replace'],
      ['a.vtt', '--out', 'a.vtt'],
    ]) {
      const { status, out, err } = await call(folder, 'import', ...args);
      assert.deepEqual({ status, out }, { status: 2, out: '' }, args.join(' '));
      assert.match(err, /^alliance: [^\n]+\.\n$/);
    }
  });
});
