import assert from 'node:assert/strict';
import { join } from 'node:path';
import { sealOf } from '../../src/engine/annotations/seal';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { call, studyOf } from './cliStudies';
import * as z from 'zod/mini';
import { agreementDocument } from '../../src/engine/agreement/document';
import { gathered, reckoned, sampleSessions } from '../figures/agreementReckoned';

const text = Array.from(
  { length: 12 },
  (_, index) => `${index % 2 === 0 ? 'T' : 'C'}: some words here\n`,
).join('');
const withdrawal = (id: string, turn: number): string =>
  `  - { id: ${id}, code: rupture.withdrawal.minimal, at: { turn: ${turn} } }\n`;

function file(coder: string, entries: string, more = 'coded: [ { from: 1, to: 12 } ]', name = 's1'): string {
  return `alliance: 1\ntranscript: ${name}.transcript\ncoder: ${coder}\n${more}\nannotations:\n${entries}`;
}

const statistic = z.object({
  value: z.nullable(z.number()),
  ci: z.nullable(z.array(z.number())),
  n: z.number(),
  undefined: z.nullable(z.string()),
});
const document = z.object({
  results: z.array(
    z.object({
      code: z.string(),
      rollup: z.boolean(),
      n: z.number(),
      table: z.nullable(z.array(z.array(z.number()))),
      coefficients: z.record(z.string(), statistic),
    }),
  ),
  overall: z.array(z.object({ sessions: z.number(), interval: z.nullable(z.object({ over: z.string() })) })),
  excluded: z.array(z.object({ transcript: z.string(), coder: z.string(), reason: z.string() })),
});

suite('alliance agreement', () => {
  const agree = async (folder: string, ...args: readonly string[]) => {
    const { status, out, err } = await call(
      folder,
      'agreement',
      '.',
      '--coders',
      'alice,bob',
      '--json',
      ...args,
    );
    return { status, err, ...document.parse(JSON.parse(out)) };
  };

  test('is computed of what both judged, with its table, and again the same', async () => {
    const folder = studyOf({
      's1.transcript': text,
      's1.alice.alliance.yaml': file('alice', withdrawal('k7f3m2q9', 2) + withdrawal('k7f3m2q8', 4)),
      's1.bob.alliance.yaml': file('bob', withdrawal('k7f3m2q7', 2)),
    });
    const found = await agree(folder, '--include-unreleased', '--resamples', '40');
    assert.deepEqual(found, await agree(folder, '--include-unreleased', '--resamples', '40'));
    const row = found.results.find(({ code }) => code === 'rupture.withdrawal.minimal');
    assert.deepEqual(row?.table, [
      [1, 1],
      [0, 4],
    ]);
    assert.equal(row?.coefficients['cohen_kappa']?.value?.toFixed(4), '0.5714');
    assert.equal(found.overall[0]?.interval?.over, 'units');
    assert.equal(found.status, 0);
    const { out, status } = await call(
      folder,
      'agreement',
      '.',
      '--coders',
      'alice,bob',
      '--include-unreleased',
      '--resamples',
      '40',
    );
    assert.equal(status, 0);
    assert.match(out, /rupture\.withdrawal\.minimal \(turns: 6, prevalence 25\.0 %; they differ on 1\)/);
    assert.match(out, /one session, whose units are not independent/);
  });

  test('what is not released, sealed or coded by both is left out and named', async () => {
    const sealed = (
      coder: string,
      name: string,
      sha = sealOf({ annotations: [], episodes: [], ratings: [] }),
    ) => file(coder, '', `released: { at: "2026-03-04T09:00:00Z", sha256: ${sha} }`, name);
    const folder = studyOf({
      's1.transcript': text,
      's1.alice.alliance.yaml': sealed('alice', 's1'),
      's1.bob.alliance.yaml': sealed('bob', 's1'),
      's2.transcript': text,
      's2.alice.alliance.yaml': sealed('alice', 's2'),
      's2.bob.alliance.yaml': file('bob', '', 'coded: [ { from: 1, to: 2 } ]', 's2'),
      's3.transcript': text,
      's3.alice.alliance.yaml': sealed('alice', 's3'),
      's4.transcript': text,
      's4.alice.alliance.yaml': sealed('alice', 's4', 'ab12'),
      's4.bob.alliance.yaml': sealed('bob', 's4'),
    });
    const { status, excluded, overall, err } = await agree(folder);
    assert.equal(status, 1);
    assert.equal(overall[0]?.sessions, 1);
    assert.deepEqual(
      excluded.map(({ transcript, coder, reason }) => [transcript, coder, reason]),
      [
        ['s2.transcript', 'bob', 'not-released'],
        ['s3.transcript', 'bob', 'not-coded'],
        ['s4.transcript', 'alice', 'seal-broken'],
      ],
    );
    assert.match(err, /s4\.alice\.alliance\.yaml: left out, since it was changed after it was released/);
  });

  test('has the figures of the editor’s page, on the sample study, and says them for a methods section', async () => {
    const args = ['agreement', '.', '--coders', 'alice,bob', '--resamples', '20'];
    const samples = join(process.cwd(), 'test', 'samples');
    const printed: unknown = JSON.parse((await call(samples, ...args, '--json')).out);
    const { whole } = await reckoned(gathered(sampleSessions()));
    const page: unknown = JSON.parse(JSON.stringify(agreementDocument(whole, ['alice', 'bob'], false)));
    const {
      alliance: _version,
      excluded: _excluded,
      ...figures
    } = z.record(z.string(), z.unknown()).parse(printed);
    assert.deepEqual(figures, page);
    const { out } = await call(samples, ...args);
    assert.match(out, /For the methods section:\nTwo coders \(alice, bob\), blind to .* 2 of 8 sessions/);
  });

  test('says what is missing', async () => {
    const folder = studyOf({ 's1.transcript': text });
    const said = async (...args: readonly string[]): Promise<string> => {
      const { status, err } = await call(folder, 'agreement', '.', ...args);
      assert.equal(status, 2);
      return err;
    };
    assert.match(await said(), /needs “--coders A,B”/);
    assert.match(await said('--coders', 'alice'), /with two coders or more/);
    assert.match(await said('--coders', 'alice,alice'), /names somebody twice/);
    assert.match(await said('--coders', 'alice,Bob!'), /“Bob!” is no coder’s id/);
    assert.match(await said('--coders', 'a,b', '--unit', 'word'), /turn, segment or character/);
    assert.match(await said('--coders', 'a,b', '--resamples', 'x'), /whole number/);
    assert.match(await said('--coders', 'a,b'), /no session that all of them coded/);
    assert.equal(parseTranscript(text).turns.length, 12);
  });
});

suite('alliance stats', () => {
  const rows = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

  test('all coefficients of a matrix, with ids and gaps', async () => {
    const folder = studyOf({
      'm.csv': rows(['unit,A,B,C,D', ...krippendorff.map((row, index) => `u${index + 1},${row}`)]),
    });
    const { status, out } = await call(folder, 'stats', 'm.csv', '--level', 'nominal', '--json');
    assert.equal(status, 0);
    const parsed = z
      .object({
        results: z.array(
          z.object({
            units: z.number(),
            raters: z.number(),
            krippendorff_alpha: statistic,
            cohen_kappa: statistic,
          }),
        ),
      })
      .parse(JSON.parse(out));
    const [stats] = parsed.results;
    assert.equal(stats?.krippendorff_alpha.value?.toFixed(3), '0.743');
    assert.deepEqual([stats?.units, stats?.raters], [12, 4]);
    assert.equal(stats?.cohen_kappa.undefined, 'more-than-two-raters');
    const ordinal = await call(folder, 'stats', 'm.csv', '--level', 'ordinal');
    assert.match(ordinal.out, /Krippendorff’s α {7}0\.815 {2}n = 11/);
    assert.match(ordinal.out, /Cohen’s κ +undefined: it is defined for two raters \(n = /);
  });

  test('what cannot be read is said with its line', async () => {
    const folder = studyOf({
      'ragged.csv': 'A,B\n1,2\n\n1\n',
      'words.csv': 'A,B\nx,2\n',
      'empty.csv': '',
      'heading.csv': 'A,B\n',
      'twice.csv': 'A,A\n1,2\n',
      'latin.csv': Uint8Array.from([0x41, 0xfc]),
    });
    const said = async (...args: readonly string[]): Promise<string> => {
      const { status, err } = await call(folder, 'stats', ...args);
      assert.equal(status, 2);
      return err;
    };
    assert.match(await said('ragged.csv', '--level', 'nominal'), /ragged\.csv: line 4 has 1 cells/);
    assert.match(await said('words.csv', '--level', 'interval'), /“x” is no number/);
    assert.match(
      await said('words.csv', '--level', 'nominal', '--categories', '1,2'),
      /“x” is none of the categories/,
    );
    assert.match(await said('empty.csv', '--level', 'nominal'), /names of the raters/);
    assert.match(await said('heading.csv', '--level', 'nominal'), /no rows below/);
    assert.match(await said('twice.csv', '--level', 'nominal'), /“A” is there twice/);
    assert.match(await said('latin.csv', '--level', 'nominal'), /no UTF-8/);
    assert.match(await said('nowhere.csv', '--level', 'nominal'), /no file “nowhere\.csv”/);
    assert.match(await said('words.csv'), /needs “--level”/);
    assert.match(await said('words.csv', '--level', 'nominal', '--categories', 'a,,b'), /each once/);
  });
});

/** Krippendorff's example, units by observers. */
const krippendorff = [
  '1,1,,1',
  '2,2,3,2',
  '3,3,3,3',
  '3,3,3,3',
  '2,2,2,2',
  '1,2,3,4',
  '4,4,4,4',
  '1,1,2,1',
  '2,2,2,2',
  ',5,5,5',
  ',,1,1',
  ',3,,',
];
