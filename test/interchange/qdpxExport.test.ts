import assert from 'node:assert/strict';
import { parseXml } from '@rgrove/parse-xml';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { qdpx } from '../../src/engine/interchange/qdpx';
import type { ExportedStudy } from '../../src/engine/interchange/exported';
import { textHash } from '../../src/engine/annotations/hashes';
import type { Code } from '../../src/engine/codebook/types';
import { codesOf } from '../../src/engine/interchange/refi/codesOut';
import type { QdaCode } from '../../src/engine/interchange/refi/model';
import { codebook, codeOf, coding } from '../unit/builders';
import { exportedSession, sampleStudy } from './exportedStudies';
import { origin, packed, rezipped } from './qdaPackages';
import { importersComplain } from './refiImporters';
import { structureFaults } from './refiStructure';

const text =
  '---\ncase: C1\nsession: 2\ndate: 2026-03-02\n---\n# Late.\nT: So 😀 how?\nC: Fine & <well>.\n   I mean.\n';

/** Two people, one of them twice on one passage; an episode, a memo, a comment, a code that no codebook has. */
function small(): ExportedStudy {
  const alice = coding({
    transcript: 'a.transcript',
    text: { sha256: textHash(text) },
    name: 'Alice M.',
    annotations: [
      {
        id: 'ruptures',
        code: 'rupture.withdrawal',
        at: { turn: 2, start: 0, end: 4 },
        note: 'Flat.\n“Hm” & so on',
        ratings: { impact: 4 },
        created: '2026-03-03T10:00:00+01:00',
      },
      { id: 'repairsx', code: 'repair.expressive', at: { turn: 1, start: 3, end_turn: 2, end: 4 } },
      { id: 'unknown1', code: 'ours.own', at: { turn: 2, start: 14, end: 21 } },
      { id: 'nowherex', code: 'bond', quote: 'gone' },
    ],
    episodes: [{ id: 'episodex', ruptures: ['ruptures'], repairs: ['repairsx'], resolution: 4 }],
    memos: [
      { id: 'memooooo', text: 'Think of this.', at: { turn: 1 } },
      { id: 'memosess', text: 'In all.' },
    ],
    ratings: [{ rating: 'bond', scope: 'session', value: 5 }],
  });
  const bob = coding({
    transcript: 'a.transcript',
    text: { sha256: textHash(text) },
    coder: 'bob',
    annotations: [
      { id: 'bobsonex', code: 'rupture.withdrawal', at: { turn: 2, start: 0, end: 4 } },
      { id: 'bobstwox', code: 'rupture.withdrawal', at: { turn: 2, start: 0, end: 4 } },
    ],
    comments: [{ id: 'commentx', about: 'alice/ruptures', text: 'Really?' }],
  });
  return { name: 'Small', study: null, sessions: [exportedSession('a.transcript', text, [alice, bob])] };
}

function projectOf(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['project.qde'] ?? new Uint8Array());
}

suite('a study as QDPX', () => {
  test('is nothing without text', () => {
    const made = qdpx(small(), { text: false, origin, fileName: 'a.qdpx' });
    assert.deepEqual(made, { code: 'text-needed', line: null, data: { format: 'QDPX' } });
  });

  test('the same study gives the same bytes', () => {
    assert.deepEqual(packed(small()), packed(small()));
  });

  test('the text is that of the transcript without its header, and positions are code points in it', () => {
    const bytes = packed(small());
    const files = unzipSync(bytes);
    const [, name = ''] = /TextSource [^>]*plainTextPath="internal:\/\/([^"]+)"/.exec(projectOf(bytes)) ?? [];
    assert.equal(
      strFromU8(files[`sources/${name}`] ?? new Uint8Array()),
      '# Late.\nT: So 😀 how?\nC: Fine & <well>.\n   I mean.\n',
    );
    assert.ok(projectOf(bytes).includes('name="Fine" startPosition="24" endPosition="28"'));
  });

  test('what is lost is said', () => {
    const made = qdpx(small(), { text: true, origin, fileName: 'a.qdpx' });
    assert.ok('losses' in made);
    assert.deepEqual(
      made.losses.map(({ code, data }) => [code, data['count']]),
      [
        ['uncertain-places', 1],
        ['qda-ratings', 2],
        ['qda-links', 1],
        ['qda-comments', 1],
        ['qda-doubles', 1],
      ],
    );
  });

  test('a code whose name another has is called by its parent, too', () => {
    const named = (id: string, label: string): Code => ({ ...codeOf(id, 0), label });
    const children = ['own.a', 'own.b'];
    const book = codebook(
      { ...named('own', 'Own'), children },
      named('own.a', 'Bond'),
      named('own.b', 'bond'),
      { ...named('other', 'other'), label: 'Own' },
    );
    const { tree } = codesOf(
      [{ ...book, codes: new Map([...book.codes].filter(([id]) => /^(?:bond|own|other)/.test(id))) }],
      new Map(),
    );
    const names = (codes: readonly QdaCode[]): string[] =>
      codes.flatMap(({ name, children: below }) => [name, ...names(below)]);
    assert.deepEqual(names(tree), [
      'bond',
      'bond.trust',
      'bond.strain',
      'Own',
      'Own / Bond',
      'bond (own.b)',
      'Own (other)',
    ]);
  });

  test('MAXQDA’s variant has CRLF, and the same positions', () => {
    const [lf, crlf] = [packed(small()), packed(small(), { lineEnds: 'crlf' })];
    assert.equal(projectOf(lf), projectOf(crlf));
    const name = Object.keys(unzipSync(crlf)).find((each) => each.startsWith('sources/')) ?? '';
    assert.match(strFromU8(unzipSync(crlf)[name] ?? new Uint8Array()), /\r\n/);
  });

  test('is as the specification has it, and no importer complains', () => {
    for (const bytes of [packed(small()), packed(sampleStudy())]) {
      const { root } = parseXml(projectOf(bytes));
      assert.ok(root);
      assert.deepEqual(structureFaults(root), []);
      assert.deepEqual(importersComplain(bytes), []);
    }
  });

  test('an empty study has no empty containers', () => {
    const bytes = packed({ name: 'a', study: null, sessions: [] });
    assert.ok(!/<(?:Users|Codes|CodeBook|Sources|Notes|Links|Cases|Variables)/.test(projectOf(bytes)));
  });
});

/** What each row is found by: a change of the small package that its importer would mind. */
const changes: readonly (readonly [complaint: string, from: RegExp, to: string])[] = [
  ['row 5: the place has other words', /startPosition="24"/, 'startPosition="25"'],
  ['row 6: no text file, a crash', /(<TextSource [^>]*) plainTextPath="[^"]*"/, '$1'],
  ['row 7: no origin, a crash', / origin="[^"]*"/, ''],
  ['row 8: a coder is lost', /(<Coding[^]*?<\/Coding>)/, '$1$1'],
  ['row 9: a selection is nobody’s', /(<PlainTextSelection [^>]*creatingUser=")[^"]*/, '$1X'],
  ['row 10: two codes of one name', /name="Trust and feeling understood"/, 'name="Bond"'],
  ['row 10: no such code', /(<CodeRef targetGUID=")[^"]*/, '$1X'],
  ['row 11: a memo stands in a note only', /<Description>Flat[^<]*<\/Description>/, '<Description/>'],
  ['row 11: a repair stands in a link only', /Repaired by:/, ''],
  ['row 12: a note without a date, a crash', /(<Note [^>]*) creationDateTime="[^"]*"/, '$1'],
  ['row 13: no journal entry', /(<Note [^>]*) plainTextPath="[^"]*"/, '$1'],
  ['row 14: neither code nor words', /<Description>Think of this.<\/Description>/, ''],
  ['rows 15 and 16: a value of another type than its variable', /IntegerValue/g, 'TextValue'],
  ['a GUID stands for two things', /(<Note guid=")[^"]*("[^]*<Note guid=")[^"]*/, '$1A$2A'],
];

suite('importers of other programs', () => {
  test('each of their ways to stop, shift or lose is found', () => {
    const bytes = packed(small());
    for (const [complaint, from, to] of changes) {
      const other = rezipped(bytes, (files) => {
        const changed = projectOf(bytes).replace(from, to);
        assert.notEqual(changed, projectOf(bytes), complaint);
        files['project.qde'] = strToU8(changed);
      });
      assert.ok(importersComplain(other).includes(complaint), complaint);
    }
    const texts = (change: (text: string) => string): readonly string[] =>
      importersComplain(
        rezipped(bytes, (files) => {
          for (const name of Object.keys(files)) {
            if (name.startsWith('sources/')) {
              files[name] = strToU8(change(strFromU8(files[name] ?? new Uint8Array())));
            }
          }
        }),
      );
    assert.ok(texts((own) => `\ufeff${own}`).includes('row 2: a byte order mark shifts codings'));
    assert.ok(
      texts((own) => own.replaceAll('\n', '\r\n')).includes('rows 3 and 4: CRLF is counted as one or two'),
    );
  });

  test('elements out of order, and attributes that lack, are found', () => {
    const { root } = parseXml('<Case name="a"><SourceRef targetGUID="x"/><VariableValue/></Case>');
    assert.ok(root);
    assert.deepEqual(structureFaults(root), [
      'Case: lacks guid!',
      'Case: has other children, or in another order',
      'SourceRef: targetGUID is malformed',
      'VariableValue: has other children, or in another order',
    ]);
  });
});
