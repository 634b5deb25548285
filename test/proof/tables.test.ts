import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { csvRows } from '../../src/engine/csv';
import { call, trajectoriesIn } from '../cli/cliStudies';

const session = z.looseObject({
  transcript: z.string(),
  coder: z.string(),
  marks: z.array(z.looseObject({ code: z.string() })),
  episodes: z.array(z.looseObject({ ruptures: z.array(z.string()), state: z.string() })),
});

const hasR = spawnSync('Rscript', ['--version']).status === 0;

/** The tables of the sample study, as R reads them with the script beside them. */
suite('The tables in R', () => {
  let folder = '';

  suiteSetup(function () {
    // Only where R is installed: nothing else can say what R reads.
    if (!hasR) {
      process.stdout.write('    R is not installed here, so that its reading of the tables is not tried.\n');
      this.skip();
    }
  });

  setup(() => (folder = mkdtempSync(join(tmpdir(), 'alliance-r-'))));
  teardown(() => rmSync(folder, { recursive: true }));

  /** Runs the script beside a table in an R of this locale, then more of R; each of the tables it writes. */
  async function inR(
    format: string,
    tables: Readonly<Record<string, string>>,
    locale: string,
    more: readonly string[] = [],
  ) {
    const args = ['test/samples', '--format', format, '--out', join(folder, 'study.csv')];
    const { status } = await call(process.cwd(), 'export', ...args, ...more);
    assert.equal(status, 0);
    const lines = Object.entries(tables).map(
      ([name, value]) =>
        `write.csv(${value}, "${name}.out.csv", row.names = FALSE, na = "", fileEncoding = "UTF-8")`,
    );
    writeFileSync(join(folder, 'run.R'), ['source("study.read.R")', ...lines, ''].join('\n'));
    const env = { ...process.env, LC_ALL: locale };
    const ran = spawnSync('Rscript', ['--vanilla', 'run.R'], { cwd: folder, env, encoding: 'utf8' });
    assert.deepEqual([ran.status, /warning/i.test(ran.stderr)], [0, false], ran.stderr);
    return Object.fromEntries(
      Object.keys(tables).map((name) => [
        name,
        csvRows(readFileSync(join(folder, `${name}.out.csv`), 'utf8')),
      ]),
    );
  }

  async function ours(): Promise<z.infer<typeof session>[]> {
    const { results } = trajectoriesIn(await call(process.cwd(), 'trajectory', 'test/samples', '--json'));
    const sessions = results.map((each) => session.parse(each));
    assert.ok(sessions.length >= 8);
    return sessions;
  }

  for (const locale of ['C', 'C.UTF-8']) {
    test(`have the annotations we have, by code and coder, and the ruptures by session (${locale})`, async () => {
      const tables = {
        counts: 'as.data.frame(counts)',
        ruptures: 'perSession',
        words: 'd[c("text", "note")]',
      };
      const { counts = [], ruptures = [], words = [] } = await inR('csv-long', tables, locale, ['--text']);
      const sessions = await ours();
      const wanted = new Map<string, number>();
      for (const { coder, marks } of sessions) {
        for (const { code } of marks)
          wanted.set(`${code} ${coder}`, (wanted.get(`${code} ${coder}`) ?? 0) + 1);
      }
      const found = counts
        .filter(({ Freq }) => Freq !== '0')
        .map((row) => [`${row['code']} ${row['coder']}`, Number(row['Freq'])]);
      assert.deepEqual(found.map(String).sort(), [...wanted].map(String).sort());
      const own = sessions.flatMap(({ transcript, coder, episodes }) => {
        const n = episodes.filter((each) => each.ruptures.length > 0).length;
        return n > 0 ? [`${transcript.replace('test/samples/', '')} ${coder} ${n}`] : [];
      });
      const theirs = ruptures.map((row) => `${row['transcript']} ${row['coder']} ${row['ruptures']}`);
      assert.deepEqual(theirs.sort(), own.sort());
      if (locale === 'C.UTF-8') {
        const csv = csvRows(readFileSync(join(folder, 'study.csv'), 'utf8'));
        // R keeps the apostrophe that guards spreadsheets.
        const plain = (rows: Record<string, string>[]): string[] =>
          rows.map(({ text = '' }) => text.replace(/^'(?=[=+@-])/, ''));
        assert.deepEqual(plain(words), plain(csv));
      }
    });

    test(`have the units we have, 0, 1 or missing (${locale})`, async () => {
      const { counts = [] } = await inR('csv-units', { counts: 'counts' }, locale);
      const rows = csvRows(readFileSync(join(folder, 'study.csv'), 'utf8'));
      assert.ok(rows.length > 1000);
      for (const row of counts) {
        for (const coder of ['alice', 'bob']) {
          const own = rows.filter((each) => each['code'] === row['code'] && each[coder] === '1').length;
          assert.equal(Number(row[coder]), own, `${row['code']} ${coder}`);
        }
      }
    });

    test(`have the share of ruptures repaired that we have (${locale})`, async () => {
      const tables = {
        shares: 'data.frame(coder = names(shareRepaired), share = as.numeric(shareRepaired))',
        stages: 'd["stage"]',
      };
      const { shares = [], stages = [] } = await inR('csv-wide', tables, locale);
      const sessions = await ours();
      for (const { coder = '', share } of shares) {
        const episodes = sessions.filter((each) => each.coder === coder).flatMap((each) => each.episodes);
        const resolved = episodes.filter(({ state }) => state === 'resolved').length;
        assert.ok(Math.abs(Number(share) - resolved / episodes.length) < 1e-12, coder);
      }
      assert.equal(shares.length, 2);
      assert.equal(stages[0]?.['stage'], 'establishing');
    });
  }
});
