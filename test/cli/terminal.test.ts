import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attacks, terminal } from '../attacks/strings';
import { call, studyOf } from './cliStudies';

const all = terminal.join(' ');
const json = JSON.stringify(all);

/** A study in which everything that has a name is called so, and everything that is said says it. */
function hostileStudy(): string {
  const coding = (coder: string): string => `alliance: 1
transcript: "s1${attacks.colour}.transcript"
coder: ${coder}
name: ${json}
released: { at: "2026-03-04T09:00:00Z", sha256: "00" }
annotations:
  - { id: ${coder}aaag1, code: ${json}, at: { turn: 1 }, quote: ${json}, note: ${json}, ratings: { ${json}: 1 } }
  - { id: ${coder}aaag2, code: harm, at: { turn: 2, start: 0, end: 1 }, quote: ${json} }
memos: [ { id: ${coder}aaag3, text: ${json} } ]
`;
  const said = terminal.filter((each) => !each.includes('\r')).join(' ');
  return studyOf({
    'alliance.study.yaml': `alliance_study: 1
title: ${json}
coders: { a: { name: ${json}, role: coder }, b: { role: coder } }
speakers: { ${json}: { role: client, name: ${json} }, C: { role: client } }
cases: { ${json}: { sessions: [ { transcript: "s1${attacks.colour.replace('\u001b', '\\e')}.transcript", session: 1 } ] } }
${attacks.prototype}: { polluted: 1 }
`,
    'alliance.codebook.yaml': `alliance_codebook: 1
id: hostile
version: ${json}
title: ${json}
codes: [ { id: harm, label: ${json}, definition: ${json}, kind: withdrawal } ]
`,
    [`s1${attacks.colour}.transcript`]: `T: ${said}\nC: ${said}\n${said}: ${said}\nC: ((\n`,
    [`s1${attacks.colour}.a.alliance.yaml`]: coding('a').replaceAll('\u001b', '\\e'),
    [`s1${attacks.colour}.b.alliance.yaml`]: coding('b').replaceAll('\u001b', '\\e'),
    [`in${attacks.link.replaceAll('/', '')}.txt`]: `Dana: ${said}\n${said}: a\nLee: b\nDana: c\nLee: d\n`,
    [`m${attacks.screen}.csv`]: `unit,${JSON.stringify(said)},"b ${said}"\n1,"${said}","${said}"\n2,x,y\n3,x,x\n`,
  });
}

const calls: readonly (readonly string[])[] = [
  ['check', '.'],
  ['trajectory', '.'],
  ['trajectory', '.', '--coder', attacks.colour],
  ['reanchor', '.'],
  ['agreement', '.', '--coders', 'a,b', '--include-unreleased'],
  ['agreement', '.', '--coders', `a,${attacks.link}`],
  ['import', `in${attacks.link.replaceAll('/', '')}.txt`],
  ['import', `in${attacks.link.replaceAll('/', '')}.txt`, '--out', `new${attacks.title}`],
  ['stats', `m${attacks.screen}.csv`, '--level', 'nominal'],
  ['export', '.', '--format', 'csv-long', '--out', `out${attacks.colour}.csv`],
  ['export', '.', '--format', attacks.colour, '--out', 'x'],
  ['check', attacks.link],
  ['help', attacks.bidi],
  [attacks.screen],
  [`--${attacks.colour}`],
];

suite('what a terminal would obey', () => {
  const folder = hostileStudy();
  for (const [index, args] of calls.entries()) {
    test(`is written out, whatever is named so (${index + 1}: ${args[0]?.replace(/\P{L}+/gu, '…')})`, async () => {
      for (const more of [[], ['--json']]) {
        const { out, err } = await call(folder, ...args, ...more);
        assert.ok(out + err !== '');
        assert.deepEqual((out + err).match(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu), null);
      }
    });
  }

  test('files that are written have it as it is', () => {
    const written = readdirSync(folder).filter((name) => name.startsWith('out'));
    assert.ok(written.length > 0);
    assert.match(readFileSync(join(folder, written[0] ?? ''), 'utf8'), /case,/);
  });
});
