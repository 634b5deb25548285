import assert from 'node:assert/strict';
import { checkAgainstCodebook, checkCoding } from '../../src/engine/annotations/check';
import { entryOf, settle, valueHere, wordsConcerned } from '../../src/engine/annotations/conflicts';
import { put } from '../../src/engine/annotations/edit';
import { source } from '../../src/engine/annotations/file';
import { fingerprint, fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { derivedId, isId, newId } from '../../src/engine/annotations/ids';
import { isLocked, isNewer } from '../../src/engine/annotations/locked';
import { isMadeIn } from '../../src/engine/annotations/prints';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { formatVersion } from '../../src/engine/annotations/schema';
import { afterAll, isBefore, latest } from '../../src/engine/annotations/times';
import type { Conflict } from '../../src/engine/annotations/types';
import { defaultCodebook } from '../../src/engine/codebook/read';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { fresh, head, opened, said } from './annotationFixtures';
import { codebook } from './builders';

/** What is said of a file with these lines below its head, its first line the fourth. */
function faults(...lines: readonly string[]): string[] {
  return said(readAnnotationFile(`${head}${lines.join('\n')}\n`).faults);
}

suite('what may stand in a file', () => {
  const wrong: readonly [line: string, fault: string][] = [
    ['name: 3', '3:6 wrong-value name string'],
    ['codebook: { id: x }', '3:0 missing-key codebook.version'],
    ['text: { turns: abc }', '3:0 missing-key text.sha256'],
    ['coded: [ { from: 0, to: 2 } ]', '3:17 wrong-value coded[1].from at least 1'],
    ['released: { at: x }', '3:0 missing-key released.sha256'],
    ['memos: [ { id: aaaaaaag } ]', '3:9 missing-key memos[1].text'],
    ['log: [ { event: looked } ]', '3:7 missing-key log[1].at'],
  ];
  for (const [line, fault] of wrong) test(`not ${line}`, () => assert.deepEqual(faults(line), [fault]));

  test('keys without a value say nothing', () => {
    assert.deepEqual(faults('name:', 'coded: ~', 'memos:', '  - { id: aaaaaaag, text: Hm, at: null }'), []);
    const { memos } = opened(`${head}memos:\n  - { id: aaaaaaag, text: Hm, at: null, own: null }\n`).coding;
    assert.deepEqual(memos, [{ id: 'aaaaaaag', text: 'Hm', own: null }]);
  });

  test('ids once in the file, whatever they are of; a rating once for its scope', () => {
    assert.deepEqual(
      faults(
        'memos:',
        '  - { id: aaaaaaag, text: Hm }',
        'comments:',
        '  - { id: aaaaaaag, text: Hm }',
        '  - { id: short, text: Hm }',
        'log:',
        '  - { at: x, event: looked }',
        '  - { at: x, event: looked }',
      ),
      ['6:2 duplicate-id aaaaaaag', '7:2 wrong-value comments[2].id an id such as k7f3m2q9'],
    );
  });

  test('links to annotations that are there, of ruptures and of repairs', () => {
    assert.deepEqual(
      faults(
        'annotations:',
        '  - { id: aaaaaaag, code: rupture, quote: Hm }',
        'episodes:',
        '  - { id: eaaaaaag, ruptures: [ aaaaaaag, gonegone ], repairs: [ awayaway ] }',
      ),
      ['6:2 dangling-link eaaaaaag gonegone', '6:2 dangling-link eaaaaaag awayaway'],
    );
  });

  test('an annotation with a place or with words; what is left to be decided is said at its line', () => {
    assert.deepEqual(
      faults(
        'annotations:',
        '  - { id: aaaaaaag, code: bond }',
        '  - { id: baaaaaag, code: bond, at: { turn: 1 } }',
        '  - { id: caaaaaag, code: bond, quote: Hm }',
        'conflicts:',
        '  - { id: daaaaaag, about: name, value: A }',
        '  - { id: eaaaaaag, about: annotations/aaaaaaag, field: code, value: goal }',
      ),
      ['4:2 no-place aaaaaaag', '8:2 conflict name', '9:2 conflict annotations/aaaaaaag code'],
    );
  });

  test('no other keys, and where they stand is said also on a last line without an end', () => {
    const { faults: found } = readAnnotationFile(`${head}mine: 1`);
    assert.deepEqual(said(found), ['3:0 unknown-key mine']);
    assert.deepEqual(said(readAnnotationFile(`${head}mine: [`).faults), ['3:7 not-yaml bad-indent']);
    assert.deepEqual(said(readAnnotationFile(`${head}name:\n  3`).faults), ['4:2 wrong-value name string']);
  });

  test('no alias, and where it stands is said', () => {
    const { faults: found } = readAnnotationFile(
      `${head}name: &it Al\ncodebook: { id: *it, version: "1" }\n`,
    );
    assert.deepEqual(said(found), ['4:16 not-yaml alias-used']);
    assert.deepEqual(found[0]?.range.end, { line: 4, character: 19 });
  });
});

suite('a file against its codebook', () => {
  const check = (...lines: readonly string[]): string[] =>
    said(checkAgainstCodebook(opened(`${head}${lines.join('\n')}\n`), codebook())).map((one) =>
      one.split(' ').slice(1).join(' '),
    );

  test('each kind of rupture and of repair may be linked as that, and as nothing else', () => {
    const kinds = {
      ruptures: ['rupture.withdrawal', 'rupture.confrontation', 'rupture.therapist'],
      repairs: ['repair.immediate', 'repair.response.voice', 'repair.response.decline'],
    };
    const linked = (code: string, as: 'ruptures' | 'repairs'): string[] =>
      check(
        `annotations: [ { id: aaaaaaag, code: ${code}, at: { turn: 1 } } ]`,
        `episodes: [ { id: eaaaaaag, ${as}: [ aaaaaaag ] } ]`,
      );
    for (const code of kinds.ruptures) {
      assert.deepEqual(linked(code, 'ruptures'), []);
      assert.deepEqual(linked(code, 'repairs'), [`link-kind eaaaaaag aaaaaaag ${code}`]);
    }
    for (const code of kinds.repairs) {
      assert.deepEqual(linked(code, 'repairs'), []);
      assert.deepEqual(linked(code, 'ruptures'), [`link-kind eaaaaaag aaaaaaag ${code}`]);
    }
    assert.deepEqual(linked('context', 'ruptures'), ['link-kind eaaaaaag aaaaaaag context']);
  });

  test('values are on their scale, or say that it does not apply', () => {
    const rated = (value: string, rating = 'bond'): string[] => {
      const file = opened(`${head}ratings: [ { rating: ${rating}, scope: session, value: ${value} } ]\n`);
      return said(checkAgainstCodebook(file, defaultCodebook()));
    };
    assert.deepEqual([rated('4'), rated('na')], [[], []]);
    assert.deepEqual(rated('9'), ['3:0 rating-out-of-scale bond evidence7 9']);
    assert.deepEqual(rated('na', 'own'), ['3:0 unknown-rating own']);
    assert.deepEqual(check('episodes: [ { id: eaaaaaag, resolution: 4 } ]'), [
      'unknown-scale eaaaaaag resolution 4',
    ]);
  });

  test('of another codebook, or another version, is said to be so', () => {
    const made = (id: string, version: string): string[] =>
      check(`codebook: { id: ${id}, version: "${version}" }`);
    assert.deepEqual(made('alliance-default', '1.0.0'), []);
    assert.deepEqual(made('alliance-default', '0.9'), [
      'other-version alliance-default 0.9 alliance-default 1.0.0',
    ]);
    assert.deepEqual(made('other', '1.0.0'), ['other-codebook other 1.0.0 alliance-default 1.0.0']);
  });

  test('and its text: what nobody confirmed is said, and not compared', () => {
    const parsed = parseTranscript('T: So… what\nC: Dunno.');
    const place = 'at: { turn: 2, start: 0, end: 4 }, quote: Dunno.';
    const file = opened(
      `${head}annotations:\n  - { id: aaaaaaag, code: bond, ${place}, unconfirmed: { state: moved } }\n  - { id: baaaaaag, code: bond, ${place} }\n`,
    );
    assert.deepEqual(said(checkCoding(file, { parsed, hash: '' }, codebook())), [
      '4:2 unconfirmed aaaaaaag',
      '5:2 quote-differs baaaaaag',
    ]);
  });
});

suite('what a conflict is about', () => {
  const annotations = [
    { id: 'aaaaaaag', code: 'bond', at: { turn: 1 } },
    { id: 'baaaaaag', code: 'bond', quote: `${'a'.repeat(30)} ${'b'.repeat(29)}` },
    { id: 'caaaaaag', code: 'bond', quote: `${'a'.repeat(30)} ${'b'.repeat(30)}` },
    { id: 'daaaaaag', code: 'bond', quote: ' \n ' },
  ];
  const episode = { id: 'eaaaaaag', ruptures: [], repairs: ['baaaaaag'] };
  const { file } = put(put(fresh(), 'annotations', annotations).file, 'episodes', episode);
  const words = (about: string): string | null => wordsConcerned(file, { id: 'conflict', about });

  test('is an entry of a section, or a key of the file', () => {
    const entry = (about: string) => entryOf({ id: 'conflict', about });
    assert.deepEqual(entry('memos/memomemo'), { section: 'memos', key: 'memomemo' });
    assert.deepEqual(entry('decisions/a/b'), { section: 'decisions', key: 'a/b' });
    assert.deepEqual([entry('name'), entry('own/x'), entry('memos')], [null, null, null]);
  });

  test('has up to sixty letters, cut at a word; none where nothing was said', () => {
    assert.equal(words('annotations/baaaaaag'), `${'a'.repeat(30)} ${'b'.repeat(29)}`);
    assert.equal(words('annotations/caaaaaag'), `${'a'.repeat(30)} …`);
    assert.equal(
      words('episodes/eaaaaaag'),
      words('annotations/baaaaaag'),
      'without a rupture, its first repair',
    );
    assert.deepEqual(['annotations/aaaaaaag', 'annotations/daaaaaag', 'name'].map(words), [null, null, null]);
  });

  test('is, of a key that the format does not know, its value', () => {
    const own = opened(`${head}mine: 1\n`);
    const conflict: Conflict = { id: 'conflict', about: 'mine', value: 2 };
    assert.equal(valueHere(own, conflict), undefined);
    const waiting = put(own, 'conflicts', conflict).file;
    assert.equal(source(settle(waiting, 'conflict', 'other').file), `${head}mine: 2\n`);
  });
});

suite('hashes, ids, times and locks', () => {
  test('a fingerprint is the first 36 bits of the hash of role, tab and text', () => {
    // printf 'client\tDunno.' | sha256sum | cut -c1-9: 582512a08, in base64url.
    assert.equal(fingerprint('client', 'Dunno.'), 'WCUSoI');
    assert.equal(
      fingerprints([
        { role: 'client', text: 'Dunno.' },
        { role: 'other', text: '' },
      ]).length,
      12,
    );
  });

  test('the hash of a text takes one byte order mark and each way to end a line as nothing', () => {
    assert.equal(textHash('\ufeffa\r\nb\rc'), textHash('a\nb\nc'));
    assert.notEqual(textHash('\ufeff\ufeffa'), textHash('a'));
    assert.notEqual(textHash('a\n\nb'), textHash('a\r\nb'));
  });

  test('a coding was made in a text of its hash, with turns of its fingerprints where it names any', () => {
    const made = (text: { sha256: string; turns?: string } | undefined, prints = 'abc'): boolean =>
      isMadeIn({ text }, 'one', () => prints);
    assert.ok(made({ sha256: 'one' }) && made({ sha256: 'one', turns: 'abc' }));
    assert.ok(!made({ sha256: 'one', turns: 'abd' }) && !made({ sha256: 'two' }) && !made(undefined));
  });

  test('a new id has a letter from g to z, the last where no other is one', () => {
    const drawn = (...numbers: readonly number[]): string => {
      let at = 0;
      return newId(() => numbers[at++ % numbers.length] ?? 0);
    };
    assert.equal(drawn(0), 'aaaaaaag');
    assert.equal(drawn(0.9999), 'z9999999');
    assert.equal(drawn(0.25), 'gjjjjjjj');
    for (let turn = 0; turn < 8; turn++) assert.ok(isId(derivedId(`entry ${turn}`, new Set())));
  });

  test('the latest event is the last of the latest time, whatever the clock; one without a time was before', () => {
    assert.ok(isBefore('2026-03-04T09:00:00+02:00', '2026-03-04T08:00:00Z'));
    assert.ok(!isBefore('2026-03-04T08:00:00Z', '2026-03-04T08:00:00Z'));
    assert.ok(isBefore('soon', '1900-01-01'));
    const [early, late] = [{ at: '2026-03-04T08:00:00Z' }, { at: '2026-03-04T09:00:00Z' }];
    assert.equal(latest([late, early]), late);
    assert.equal(latest([early, late]), late);
    assert.equal(afterAll(late.at, [early]), late.at);
    assert.equal(afterAll(early.at, [late]), '2026-03-04T09:00:01Z');
    assert.equal(afterAll(early.at, [{ at: '9999-12-30T23:59:58Z' }]), '9999-12-30T23:59:59Z');
    assert.equal(afterAll(early.at, [{ at: '9999-12-30T23:59:59Z' }]), early.at, 'a slip of the pen');
  });

  test('no act changes what was released, or is of a newer format', () => {
    const released = { at: '', sha256: '' };
    assert.deepEqual(
      [
        isLocked({ alliance: formatVersion }),
        isLocked({ alliance: formatVersion, released }),
        isLocked({ alliance: formatVersion + 1 }),
        isNewer({ alliance: formatVersion }),
      ],
      [false, true, true, false],
    );
  });
});
