import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'papaparse';
import type { Annotation } from '../../src/engine/annotations/types';
import type { Codebook } from '../../src/engine/codebook/types';
import { hitsCsv } from '../../src/engine/retrieve/hitsCsv';
import { parseQuery } from '../../src/engine/retrieve/parseQuery';
import { everything, facetOfKey, isKey, type Query } from '../../src/engine/retrieve/query';
import { placesInText } from '../../src/engine/retrieve/retrieve';
import { Matchers } from '../../src/engine/retrieve/satisfies';
import { suggest } from '../../src/engine/retrieve/suggest';
import { plain } from '../../src/words/faults';
import { quotation, readingPage } from '../../src/words/reading';
import { countWords, sourceLine } from '../../src/words/passages';
import { annotation, codebook, codeOf, transcript } from './builders';
import { find, findQuery, ids, searched, sessions } from './retrieveSessions';

const all = ids(find(''));

suite('retrieving passages', () => {
  const table: readonly [string, readonly string[]][] = [
    ['', ['trusts12', 'bobsone1', 'mumbles1', 'changed1', 'unknown1', 'lostone1', 'betters1']],
    ['code:rupture', ['bobsone1', 'mumbles1', 'lostone1']],
    ['code:Rupture.Withdrawal', ['bobsone1', 'mumbles1']],
    ['code:rupture coder:alice', ['mumbles1', 'lostone1']],
    ['code:bond,repair', ['trusts12', 'changed1', 'betters1']],
    ['code:ours', ['unknown1']],
    ['kind:withdrawal', ['bobsone1', 'mumbles1']],
    ['role:therapist', ['bobsone1', 'changed1']],
    ['role:client', ['trusts12', 'bobsone1', 'mumbles1', 'unknown1', 'lostone1', 'betters1']],
    ['speaker:t', ['bobsone1', 'changed1']],
    ['session:5', ['betters1']],
    ['case:c017 session:5', ['betters1']],
    ['case:K02', []],
    ['DUNNO', ['mumbles1']],
    ['"dunno" "better"', ['mumbles1', 'betters1']],
    ['I don’t know', ['trusts12']],
    ['that like for you? Dun', ['bobsone1']],
    ['you never', ['lostone1']],
    ['note:AWAY', ['mumbles1']],
    ['note:Dunno', []],
    ['state:lost', ['lostone1']],
    ['state:unconfirmed', ['changed1']],
    ['with:rupture', ['bobsone1', 'mumbles1']],
    ['with:bond', []],
  ];
  for (const [line, expected] of table) {
    test(line === '' ? 'an empty line finds everything, what is lost last' : line, () => {
      assert.deepEqual(ids(find(line)), expected);
    });
  }

  test('a hit has its turns, those around, its words as they stand now, and the time it begins', () => {
    const [hit] = find('coder:bob code:rupture');
    assert.deepEqual(
      hit?.turns.map(({ number }) => number),
      [3, 4],
    );
    assert.deepEqual(
      hit?.before.map(({ number }) => number),
      [1, 2],
    );
    assert.deepEqual(
      hit?.after.map(({ number }) => number),
      [5, 6],
    );
    assert.equal(hit?.words, 'that like for you?\nDun');
    assert.deepEqual([hit?.speaker, hit?.role], ['T', 'therapist']);
    assert.deepEqual(hit?.also, ['rupture.withdrawal.minimal']);
    const time = hit?.time ?? 0;
    assert.ok(time > 12 && time < 40, 'between the stamps around it');
    assert.equal(find('Dunno')[0]?.time, 40);
    assert.equal(find('session:5')[0]?.time, null, 'no stamps, no time');
  });

  test('in a text that changed what has one place is found there, and what has none is lost', () => {
    const before = transcript('T: How are you?', 'C: Dunno.', 'C: I was angry with you.', 'C: Gone now.');
    const now = transcript('T: Come in.', 'T: How are you?', 'C: Dunno.', 'C: I was so angry with you.');
    const said = (id: string, turn: number, quote: string): Annotation => {
      return { ...annotation(id, 'bond', turn), quote };
    };
    const made = [
      said('same', 2, 'Dunno.'),
      said('angry', 3, 'I was angry with you.'),
      said('gone', 4, 'Gone now.'),
    ];
    const among = [searched('s.transcript', 1, now, codebook(), { alice: made }, before)];
    assert.deepEqual(
      find('', among).map(
        ({ annotation: { id }, at, state, words }) => `${id} ${at?.turn} ${state} ${words}`,
      ),
      [
        'same 3 certain Dunno.',
        'angry 4 unconfirmed I was so angry with you.',
        'gone undefined lost Gone now.',
      ],
    );
  });

  test('a coding that does not say for which text it was made is to be confirmed', () => {
    const [each] = sessions();
    const made = { annotations: [annotation('a', 'bond', 1)] };
    const places = placesInText(made, false)(each?.transcript.turns ?? []);
    assert.deepEqual(
      [...places.values()].map(({ state }) => state),
      ['unconfirmed'],
    );
  });

  test('an old code is found by the code that replaced it; one that was divided by each of them', () => {
    const book: Codebook = {
      ...codebook(codeOf('history', 0)),
      replacements: new Map([
        ['rupture.old', ['history']],
        ['mixed', ['bond.trust', 'goal']],
      ]),
    };
    const among = [
      searched('s.transcript', 1, transcript('C: Yes.'), book, {
        alice: [annotation('was1', 'rupture.old', 1), annotation('was2', 'mixed', 1)],
      }),
    ];
    assert.deepEqual(ids(find('code:history', among)), ['was1']);
    assert.deepEqual(ids(find('code:rupture', among)), []);
    assert.deepEqual(ids(find('code:rupture.old', among)), ['was1']);
    for (const code of ['bond', 'goal', 'mixed'])
      assert.deepEqual(ids(find(`code:${code}`, among)), ['was2']);
    assert.deepEqual(
      find('code:goal', among)[0]?.codes.map(({ id }) => id),
      ['bond.trust', 'goal'],
    );
  });
});

const parts = [
  'code:rupture',
  'code:bond',
  'coder:alice',
  'role:client',
  'session:4',
  'dunno',
  'with:rupture',
  'kind:withdrawal',
  'state:certain',
  'note:away',
  'speaker:C',
  'case:C017',
];
const queryLines = fc.subarray(parts, { maxLength: 4 }).map((some) => some.join(' '));

suite('what a query finds', () => {
  test('every hit satisfies it, and nothing else of the study does', () => {
    fc.assert(
      fc.property(queryLines, (line) => {
        const { query } = parseQuery(line);
        const matchers = new Matchers(query);
        const filtered = find('').filter((hit) => matchers.fits(hit));
        assert.deepEqual(ids(find(line)), ids(filtered));
      }),
      { numRuns: 30 },
    );
  });

  test('one more facet never finds more; all values of a facet together find what it cannot tell apart', () => {
    fc.assert(
      fc.property(queryLines, fc.constantFrom(...parts), (line, more) => {
        const before = new Set(ids(find(line)));
        const facet = more.split(':')[0] ?? '';
        if (line.includes(`${facet}:`) || !more.includes(':')) return;
        assert.ok(ids(find(`${line} ${more}`)).every((id) => before.has(id)));
      }),
      { numRuns: 30 },
    );
    const union: readonly Partial<Query>[] = [
      { coders: ['alice', 'bob'] },
      { sessions: [4, 5] },
      { cases: ['c017'] },
      { roles: ['client', 'therapist', 'other'] },
      { states: ['certain', 'unconfirmed', 'lost'] },
      { codes: ['bond', 'rupture', 'repair', 'ours'] },
    ];
    for (const values of union) assert.deepEqual(ids(findQuery({ ...everything, ...values })), all);
  });

  test('two values of a facet find what each of them finds', () => {
    for (const [one, other] of [
      ['code:rupture', 'code:bond'],
      ['"dunno"', '"better"'],
      ['role:client', 'role:therapist'],
    ]) {
      const both = new Set(ids(find(`${one} ${other}`)));
      assert.deepEqual(both, new Set([...ids(find(`${one}`)), ...ids(find(`${other}`))]));
    }
  });
});

suite('how a query line could go on', () => {
  const said = (line: string): string[] =>
    suggest(line, find('')).map(({ line: next, count }) => `${next}${count === null ? '' : `(${count})`}`);

  test('by a key, at the beginning and behind a blank', () => {
    assert.deepEqual(said('').slice(0, 3), ['code:', 'coder:', 'role:']);
    assert.deepEqual(said('co'), ['code:', 'coder:']);
    assert.deepEqual(said('coder:alice sta'), ['coder:alice state:']);
    assert.deepEqual(said('we met ca'), ['we met case:']);
    assert.equal(said('coder:alice ').length, said('').length);
  });

  test('by a value, in the order of the codebook, with what it would find beside the other facets', () => {
    assert.deepEqual(said('coder:'), ['coder:alice (4)', 'coder:bob (3)']);
    assert.deepEqual(said('code:withdrawal'), [
      'code:rupture.withdrawal (2)',
      'code:rupture.withdrawal.minimal (1)',
    ]);
    assert.deepEqual(said('coder:alice code:rupt').slice(0, 2), [
      'coder:alice code:rupture (2)',
      'coder:alice code:rupture.withdrawal (1)',
    ]);
    assert.deepEqual(said('session:4,'), ['session:4,4 (6)', 'session:4,5 (1)']);
    assert.deepEqual(said('in:c'), ['in:case ']);
    assert.deepEqual(said('with:'), [
      'with:rupture (2)',
      'with:rupture.withdrawal (2)',
      'with:rupture.withdrawal.minimal (1)',
    ]);
  });

  test('every value suggested finds as many passages as it says', () => {
    for (const key of Object.keys(facetOfKey).filter(isKey)) {
      for (const { line, count } of suggest(`code:rupture,bond ${key}:`, find(''))) {
        if (key !== 'code') assert.equal(find(line).length, count, line);
      }
    }
  });

  test('by nothing that none of the passages has', () => {
    const seen = find('').filter(({ coder }) => coder !== 'bob');
    const everywhere = Object.keys(facetOfKey).flatMap((key) => suggest(`${key}:`, seen));
    assert.ok(everywhere.length > 10);
    for (const { line } of everywhere) assert.doesNotMatch(line, /bob|ours|repair/);
  });
});

suite('passages on paper', () => {
  const translate = plain;

  test('the source of a passage', () => {
    const sources = find('').map((hit) => sourceLine(hit, translate));
    assert.deepEqual(sources.slice(0, 1).concat(sources.slice(2)), [
      '(C017, session 4, turn 2, 00:00:12, client; bond.trust, alice)',
      '(C017, session 4, turn 4, 00:00:40, client; rupture.withdrawal.minimal, alice)',
      '(C017, session 4, turn 5, to be confirmed, 00:00:46, therapist; repair.immediate, bob)',
      '(C017, session 4, turn 6, 00:01:10, client; ours.own, bob)',
      '(C017, session 4, without a place in the text, client; rupture.confrontation, alice)',
      '(C017, session 5, turn 2, client; bond, alice)',
    ]);
    assert.match(
      sources[1] ?? '',
      /^\(C017, session 4, turns 3–4, 00:00:\d\d, therapist; rupture.withdrawal, bob\)$/,
    );
    const [own] = find('', [
      searched('a/b.transcript', null, transcript('X: Yes.'), codebook(), {
        me: [annotation('a', 'bond', 1)],
      }),
    ]);
    assert.equal(own && sourceLine(own, translate), '(a/b.transcript, turn 1, other; bond, me)');
  });

  test('a long turn is broken between words, below where it begins', () => {
    const among = [
      searched('s.transcript', 1, transcript(`C: ${'word '.repeat(40)}`), codebook(), {
        alice: [annotation('a', 'bond', 1)],
      }),
    ];
    const lines = readingPage('', find('', among), translate).split('\n');
    assert.ok(lines.every((line) => line.length <= 92));
    const turn = lines.slice(
      lines.findIndex((line) => line.startsWith('»')),
      -2,
    );
    assert.deepEqual(
      turn.map((line) => line.slice(0, 12)),
      ['»    1  C: w', '        word', '        word'],
    );
  });

  test('words with their source, and a page to read', () => {
    const [hit] = find('coder:bob code:rupture');
    assert.match(
      (hit && quotation(hit, translate)) ?? '',
      /^“that like for you\? \/ Dun” \(C017, session 4, turns 3–4/,
    );
    const page = readingPage('note:away', find('note:away'), translate);
    assert.equal(
      page,
      [
        'One passage',
        'note:away',
        '',
        'C017, session 4 · c017/session-04.transcript',
        '─'.repeat(44),
        '',
        "     2  C: Mm. I don't know.",
        '     3  T: What was that like for you?',
        '»    4  C: Dunno.',
        '     5  T: Something changed just then.',
        '     6  C: I was angry with you.',
        '        Looks away.',
        '        (C017, session 4, turn 4, 00:00:40, client; rupture.withdrawal.minimal, alice)',
        '',
      ].join('\n'),
    );
    assert.equal(countWords(find(''), translate), '7 passages in 2 sessions');
    assert.equal(countWords(find('session:4'), translate), '6 passages in one session');
    assert.equal(countWords([], translate), 'No passages');
  });
});

suite('passages as a table', () => {
  const rows = (csv: string): Record<string, string>[] =>
    parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;

  test('a row for each, in their order, without a word of the session or the coder', () => {
    const csv = hitsCsv(find(''), false);
    assert.deepEqual(
      rows(csv).map(({ id }) => id),
      all,
    );
    assert.doesNotMatch(csv, /Dunno|Looks|angry|never|Better/);
    const [, multi] = rows(csv);
    assert.deepEqual(multi, {
      case: 'C017',
      session: '4',
      transcript: 'c017/session-04.transcript',
      coder: 'bob',
      id: 'bobsone1',
      anchor: 'certain',
      turn: '3',
      start: '9',
      end_turn: '4',
      end: '3',
      time_start: multi?.['time_start'],
      speaker: 'T',
      role: 'therapist',
      code: 'rupture.withdrawal',
      label: 'rupture.withdrawal',
      family: 'rupture',
      kind: 'withdrawal',
      impact: '2',
      text: '',
      before: '',
      after: '',
      note: '',
    });
  });

  test('with text where it was chosen; nothing in it can be a formula', () => {
    const evil = '=HYPERLINK("http://x")\n+1';
    const among = [
      searched('s.transcript', 1, transcript(`C: ${evil}`, 'C: -1'), codebook(), {
        alice: [{ ...annotation('a', 'bond', 1, -2), note: '@cmd' }, annotation('b', 'bond', 2)],
      }),
    ];
    const [row, other] = rows(hitsCsv(find('', among), true));
    assert.equal(row?.['text'], `'${evil}`);
    assert.equal(row?.['note'], "'@cmd");
    assert.equal(row?.['impact'], '-2', 'numbers stay numbers');
    assert.equal(other?.['text'], "'-1");
    assert.equal(other?.['before'], `C: ${evil}`);
    assert.deepEqual(
      rows(hitsCsv(find('note:away'), true)).map(({ text, note }) => [text, note]),
      [['Dunno.', 'Looks away.']],
    );
  });

  test('the head is there without a row, and a scale called like a column has one of its own', () => {
    assert.match(hitsCsv([], false), /^case,session,.*,note\n$/);
    const among = [
      searched('s.transcript', 1, transcript('C: Yes.'), codebook(), {
        alice: [{ ...annotation('a', 'bond', 1), ratings: { turn: 5 } }],
      }),
    ];
    const [row] = rows(hitsCsv(find('', among), false));
    assert.deepEqual([row?.['turn'], row?.['rating_turn']], ['1', '5']);
  });

  test('it is the same whoever asks twice', () => {
    assert.equal(hitsCsv(find(''), true), hitsCsv(find('', sessions()), true));
  });
});
