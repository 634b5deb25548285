import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import { buildSync } from 'esbuild';
import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { allFormats } from '../../src/report/report';
import { english } from '../../src/words/localisation';
import {
  annotations,
  call,
  findingsIn,
  studyOf,
  trajectoriesIn,
  transcript as threeTurns,
} from '../cli/cliStudies';

function schema(name: string): (output: string) => void {
  const text = readFileSync(`docs/schemas/${name}.schema.json`, 'utf8');
  const compiled = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(compiled);
  return (output) => {
    validate(JSON.parse(output));
    assert.deepEqual(validate.errors ?? [], []);
  };
}

suite('The command line on whole studies', () => {
  test('finds nothing in the sample study', async () => {
    const { status, out, err } = await call(process.cwd(), 'check', 'test/samples');
    assert.deepEqual({ status, out }, { status: 0, out: '' });
    assert.match(err, /^Files checked: 19\. Errors: 0\. Warnings: 0\. Infos: 0\.\n$/);
  });

  test('computes the sample study, as its schema says', async () => {
    const called = await call(process.cwd(), 'trajectory', 'test/samples', '--json');
    const { status, err, results, cases, excluded } = trajectoriesIn(called);
    assert.deepEqual({ status, err, excluded }, { status: 0, err: '', excluded: [] });
    assert.deepEqual(
      results.map(({ case: name, session, coder }) => `${name} ${session} ${coder}`),
      [1, 2, 3, 4].flatMap((session) => [`C017 ${session} alice`, `C017 ${session} bob`]),
    );
    assert.deepEqual(
      cases.map(({ case: name, episodes_joined }) => [name, episodes_joined.length]),
      [['C017', 2]],
    );
    schema('trajectory')(called.out);
  });

  test('compares the coders of the sample study, as the schema says', async () => {
    const args = ['agreement', 'test/samples', '--coders', 'alice,bob', '--include-unreleased', '--json'];
    const called = await call(process.cwd(), ...args);
    schema('agreement')(called.out);
    assert.match(called.out, /"code":"rupture","rollup":true/);
    assert.equal((await call(process.cwd(), ...args)).out, called.out);
    schema('agreement')((await call(process.cwd(), ...args, '--unit', 'character', '--resamples', '0')).out);
    schema('agreement')((await call(process.cwd(), ...args.with(3, 'alice,bob,zoe'))).out);
  });

  test('prints all coefficients of a matrix, as the schema says', async () => {
    const folder = studyOf({ 'm.csv': 'unit,A,B\n1,1,1\n2,2,\n3,2,3\n', 'one.csv': 'A\n1\n' });
    for (const level of ['nominal', 'ordinal', 'interval', 'ratio']) {
      for (const name of ['m.csv', 'one.csv']) {
        schema('stats')((await call(folder, 'stats', name, '--level', level, '--json')).out);
      }
    }
  });

  test('gives the same figures for one transcript as for its study', async () => {
    const all = trajectoriesIn(await call(process.cwd(), 'trajectory', 'test/samples', '--json'));
    for (const path of new Set(all.results.map(({ transcript }) => transcript))) {
      const one = trajectoriesIn(await call(process.cwd(), 'trajectory', path, '--json'));
      const same = all.results.filter(({ transcript }) => transcript === path);
      assert.deepEqual(one.results, same);
    }
  });

  test('prints findings, as its schema says, for every faulty file of the fixtures', async () => {
    const valid = schema('check');
    for (const folder of ['test/unit/fixtures/annotations', 'test/unit/fixtures/transcripts']) {
      const called = await call(process.cwd(), 'check', folder, '--json');
      assert.equal(called.status, 1);
      assert.ok(findingsIn(called).length >= 10);
      assert.equal((await call(process.cwd(), 'check', folder, '--json')).out, called.out);
      valid(called.out);
    }
  });

  test('exports the sample study in every form, as the schema says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alliance-export-'));
    try {
      for (const { id, endings, needsText } of allFormats({
        l10n: english,
        language: 'en',
        made: null,
        resamples: 20,
      })) {
        const out = join(folder, `study.${endings[0]}`);
        for (const more of needsText ? [['--text']] : [[], ['--text']]) {
          const args = ['test/samples', '--format', id, '--out', out, '--json', ...more];
          const called = await call(process.cwd(), 'export', ...args);
          assert.deepEqual([called.status, called.err], [0, ''], id);
          schema('export')(called.out);
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('prints what its schema says also of what is empty, missing or left out', async () => {
    const folder = studyOf({
      's1.transcript': threeTurns,
      's1.a.alliance.yaml': 'x: [',
      's1.b.alliance.yaml': annotations('b', 'ratings: [ { rating: bond, scope: session, value: na } ]'),
      'empty/x.transcript': '',
      'empty/x.b.alliance.yaml': annotations('b').replace('s1', 'x'),
    });
    const called = await call(folder, 'trajectory', '.', '--json');
    const { results, excluded } = trajectoriesIn(called);
    assert.deepEqual([results.length, excluded.length], [2, 1]);
    schema('trajectory')(called.out);
    assert.throws(() => schema('trajectory')('{"alliance":1,"results":[{}],"cases":[],"excluded":[]}'));
    assert.throws(() => schema('check')('{"alliance":1,"results":[],"more":1}'));
  });

  test('says what files come to, as its schema says, imported or not', async () => {
    const valid = schema('import');
    const folder = studyOf({
      'a.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\nDana: So?\n\n00:03.000 --> 00:04.000\nNo.\n',
      'b.bin': new Uint8Array([0, 1, 2, 3]),
      'a.transcript': 'T: Mine.\n',
    });
    for (const more of [[], ['--out', 'new'], ['--out', '.']]) {
      const called = await call(folder, 'import', 'a.vtt', 'b.bin', '--json', ...more);
      assert.equal(called.status, 2);
      valid(called.out);
    }
    assert.throws(() => valid('{"alliance":1,"results":[{}],"excluded":[]}'));
  });

  test('finds every annotation of the sample study where it is, as its schema says, in the text and in one that changed', async () => {
    const same = await call(process.cwd(), 'reanchor', 'test/samples', '--json');
    assert.deepEqual([same.status, same.err], [0, '']);
    schema('reanchor')(same.out);
    const folder = 'test/samples/c017';
    const names = readdirSync(folder).filter((name) => name.startsWith('session-0'));
    const changed = names.map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [name, name.endsWith('.transcript') ? text.replaceAll('I ', 'we ') : text] as const;
    });
    const called = await call(studyOf(Object.fromEntries(changed)), 'reanchor', '.', '--json');
    assert.equal(called.status, 1);
    for (const state of ['exact', 'changed']) assert.match(called.out, new RegExp(`"state":"${state}"`));
    schema('reanchor')(called.out);
    assert.throws(() => schema('reanchor')('{"alliance":1,"results":[{}]}'));
  });

  test('stands whatever is in the files', async () => {
    const folder = 'test/samples/c017';
    const names = readdirSync(folder).filter((name) => name.startsWith('session-01'));
    const texts = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
    const valid = [schema('check'), schema('trajectory'), schema('reanchor')];
    const damage = fc.tuple(
      fc.constantFrom(...names),
      fc.nat(),
      fc.nat({ max: 30 }),
      fc.constantFrom(
        '',
        '\u0000',
        '😀',
        '\ufeff',
        '- ',
        ': ',
        '"',
        '[',
        '\t',
        '\r',
        '---\n',
        '9999',
        '\ud800',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
        const files = new Map(texts);
        for (const [name, at, length, put] of damages) {
          const text = files.get(name) ?? '';
          const start = at % text.length;
          files.set(name, text.slice(0, start) + put + text.slice(start + length));
        }
        const study = studyOf(Object.fromEntries(files));
        for (const [index, command] of ['check', 'trajectory', 'reanchor'].entries()) {
          const { status, out } = await call(study, command, '.', '--json');
          assert.ok(status <= 2);
          valid[index]?.(out);
          assert.equal((await call(study, command, '.', '--json')).out, out);
        }
      }),
      { numRuns: 60 },
    );
  });
});

suite('The program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-program-'));
  const outfile = join(folder, 'cli.js');

  suiteSetup(() => {
    const loader = { '.yaml': 'text' } as const;
    const options = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', loader } as const;
    buildSync({ entryPoints: ['src/commandLine.ts'], external: ['vscode'], outfile, ...options });
  });

  suiteTeardown(() => rmSync(folder, { recursive: true }));

  function start(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(process.execPath, [outfile, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });
  }

  test('ends with the status, and prints results and messages apart', () => {
    const fine = start('check', 'test/samples/k02');
    assert.deepEqual([fine.status, fine.stdout], [0, '']);
    assert.match(fine.stderr, /^Files checked: /);
    const faulty = start('check', 'test/unit/fixtures/annotations');
    assert.equal(faulty.status, 1);
    assert.match(faulty.stdout, /^test\/unit\/fixtures\/annotations\/[^\n]+:\d+:\d+ (error|warning|info) /);
    const wrong = start('check', 'nowhere');
    assert.deepEqual([wrong.status, wrong.stdout], [2, '']);
  });

  test('writes files where it is told to, and asks nobody who is not there', () => {
    const study = studyOf({ 's1.transcript': threeTurns, 's1.a.alliance.yaml': annotations('a') });
    const unasked = start('reanchor', study, '--write', '--all', '--by', 'b');
    assert.equal(unasked.status, 2);
    assert.equal(readFileSync(join(study, 's1.a.alliance.yaml'), 'utf8'), annotations('a'));
    assert.equal(start('reanchor', study, '--write', '--coder', 'a').status, 0);
    assert.match(readFileSync(join(study, 's1.a.alliance.yaml'), 'utf8'), /^text: \{ sha256: /m);
  });

  test('prints a long document to its end', async () => {
    const { status, stdout } = start('trajectory', 'test/samples', '--json');
    assert.equal(status, 0);
    assert.equal(stdout, (await call(process.cwd(), 'trajectory', 'test/samples', '--json')).out);
  });

  test('ends quietly where nobody reads on', () => {
    const script = `"${process.execPath}" "${outfile}" trajectory test/samples --json | head -c 1`;
    const { status, stdout, stderr } = spawnSync(script, { encoding: 'utf8', shell: true });
    assert.deepEqual([status, stdout, stderr], [0, '{', '']);
  });
});
